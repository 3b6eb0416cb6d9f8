/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "styr-model.h"
#include "styr-overview.h"

G_BEGIN_DECLS

/*
 * Everything that rules look at, as plain structs: one struct per row, texts as in the database
 * (NULL = none), rows that belong together joined by pointers. Lists are never NULL. Everything is
 * owned by the inventory. A row's first member is its id, so a row of any table can be named by it.
 */
typedef struct _StyrInventory StyrInventory;

typedef struct _StyrInvUnit StyrInvUnit;
typedef struct _StyrInvDocument StyrInvDocument;
typedef struct _StyrInvGoal StyrInvGoal;
typedef struct _StyrInvDecision StyrInvDecision;

struct _StyrInvUnit
{
  const char *id, *type, *name, *short_name, *parent_id, *valid_from, *valid_to,
      *ownership_share; /* a number as text */
  int inside_model;
  GPtrArray *documents; /* StyrInvDocument* of the unit */
  GPtrArray *serves;    /* StyrInvService*: where it is the department */
  GPtrArray *served_by; /* StyrInvService*: where it is the committee */
};

typedef struct
{
  const char *id, *committee_id, *department_id, *valid_from, *valid_to;
  StyrInvUnit *committee, *department;
} StyrInvService;

struct _StyrInvDocument
{
  const char *id, *model_id, *type, *unit_id, *title, *designation, *status, *period_from,
      *period_to, *valid_from, *valid_to, *scope, *is_political, *law_requires_council, *applies_to,
      *owner_id, *responsible, *prepared_by, *start_decision, *decided_by, *decided_unit_id,
      *decided_on, *section_no, *registration_no, *informed_on, *informed_section_no, *replaces_id,
      *replaces, *follow_up_on, *follow_up_result, *publication, *publication_reason,
      *previous_version_id, *partners, *published_on, *interim_until, *revoked_on, *created_at,
      *review_due_on;   /* the view document_review_due */
  int year;             /* 0 = none */
  int follow_up_months; /* 0 = none */
  int version, is_joint;
  int is_standing; /* the view standing_document */

  /* Reckoned by styr_inventory_build() */
  StyrModel *model;             /* the model it was made by */
  const StyrDocumentType *kind; /* its type in that model; NULL when the model has none */
  StyrInvUnit *unit;            /* NULL = the municipality's */
  StyrInvDocument *replaced, *previous_version;
  gboolean is_decided;    /* decided or published */
  gboolean in_year;       /* of the context's year, or with a period that holds it */
  int first_year;         /* of its period; 0 = none */
  GPtrArray *values;      /* StyrInvValue* */
  GPtrArray *rows;        /* StyrInvRow*, by section and position */
  GPtrArray *goals;       /* StyrInvGoal* */
  GPtrArray *assessments; /* StyrInvAssessment*: what this report says */
  GPtrArray *activities;  /* StyrInvActivity* */
  GPtrArray *measures;    /* StyrInvMeasure* */
  GPtrArray *clauses;     /* StyrInvClause*: what decisions did to it */
};

typedef struct
{
  const char *owner_id, *document_id, *field, *value;
} StyrInvValue;

typedef struct
{
  const char *id, *document_id, *section;
  StyrInvDocument *document;
} StyrInvRow;

struct _StyrInvGoal
{
  const char *id, *document_id, *type, *parent_id, *label, *text, *motivation, *own_reason,
      *recurs_from_id;
  StyrInvDocument *document;
  const StyrGoalType *kind; /* in the document's model */
  StyrInvGoal *parent;
  GPtrArray *children;    /* StyrInvGoal* */
  GPtrArray *criteria;    /* StyrInvCriterion* */
  GPtrArray *links;       /* StyrInvLink*: goals that it serves */
  GPtrArray *served_by;   /* StyrInvLink*: goals that serve it */
  GPtrArray *assessments; /* StyrInvAssessment*: per report and stage */
  GPtrArray *activities;  /* StyrInvActivity* */
  GPtrArray *measures;    /* StyrInvMeasure* */
};

typedef struct
{
  const char *id, *goal_id, *label, *kind, *text, *unit, *baseline, *target_value, *target_text,
      *period_target, *due_on, *source; /* numbers as text */
  StyrInvGoal *goal;
  GPtrArray *targets; /* StyrInvTarget* */
} StyrInvCriterion;

typedef struct
{
  const char *id, *criterion_id, *value, *text;
  int year;
} StyrInvTarget;

typedef struct
{
  const char *id, *goal_id, *target_id, *kind;
  StyrInvGoal *goal, *target;
} StyrInvLink;

typedef struct
{
  const char *id, *goal_id, *document_id, *stage, *grade, *analysis, *reason, *no_measure_reason;
  StyrInvGoal *goal;
  StyrInvDocument *document;
} StyrInvAssessment;

typedef struct
{
  const char *id, *document_id, *section, *goal_id, *text, *responsible, *starts_on, *due_on,
      *status, *result;
  StyrInvDocument *document;
  StyrInvGoal *goal;
} StyrInvActivity;

typedef struct
{
  const char *id, *document_id, *section, *goal_id, *cause, *text, *responsible, *due_on,
      *effect_year, *effect_full, *effect_text, *status, *next_plan_goal_id, *next_plan_text;
  StyrInvDocument *document;
  StyrInvGoal *goal;
} StyrInvMeasure;

struct _StyrInvDecision
{
  const char *id, *document_id, *title, *status, *body, *unit_id, *on_date, *section_no,
      *registration_no, *note;
  StyrInvDocument *document; /* the proposal */
  GPtrArray *steps;          /* StyrInvStep*, by position */
  GPtrArray *clauses;        /* StyrInvClause* */
  GPtrArray *recipients;     /* StyrInvRecipient* */
};

typedef struct
{
  const char *id, *decision_id, *body, *unit_id, *on_date, *section_no, *outcome;
} StyrInvStep;

typedef struct
{
  const char *id, *decision_id, *kind, *text, *document_id, *valid_from, *until, *assignee_id,
      *due_on, *postponed_to, *done_on, *reported_on, *struck_reason, *result;
  StyrInvDecision *decision;
  StyrInvDocument *document;
  StyrInvUnit *assignee;
} StyrInvClause;

typedef struct
{
  const char *id, *decision_id, *unit_id, *name;
} StyrInvRecipient;

typedef struct
{
  const char *id, *rule_id, *object_kind, *object_id, *reason, *decided_by, *decided_on,
      *section_no, *valid_to, *model_id; /* object_id NULL = wherever; model_id NULL = any */
  int year;                              /* 0 = every year */
} StyrInvWaiver;

/** The tables of an inventory, in the order in which they are filled. */
typedef enum
{
  STYR_INV_UNIT,
  STYR_INV_SERVICE,
  STYR_INV_DOCUMENT,
  STYR_INV_VALUE,
  STYR_INV_ROW,
  STYR_INV_GOAL,
  STYR_INV_CRITERION,
  STYR_INV_TARGET,
  STYR_INV_LINK,
  STYR_INV_ASSESSMENT,
  STYR_INV_ACTIVITY,
  STYR_INV_MEASURE,
  STYR_INV_DECISION,
  STYR_INV_STEP,
  STYR_INV_CLAUSE,
  STYR_INV_RECIPIENT,
  STYR_INV_WAIVER,
  STYR_N_INV_TABLES,
} StyrInvTable;

/** A column that is kept: a text, or a whole number (0 = none). */
typedef struct
{
  const char *name;
  gsize offset;
  gboolean is_int;
} StyrInvColumn;

const char *styr_inventory_get_table_name (StyrInvTable table);
const StyrInvColumn *styr_inventory_get_columns (StyrInvTable table, guint *n_columns);
gsize styr_inventory_get_row_size (StyrInvTable table);

StyrInventory *styr_inventory_new (StyrModel *model, const StyrContext *context);
void styr_inventory_free (StyrInventory *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StyrInventory, styr_inventory_free)

/* Filling: models, rows, then build */
void styr_inventory_add_model (StyrInventory *self, const char *model_id, StyrModel *model);
gpointer styr_inventory_add_row (StyrInventory *self, StyrInvTable table);
const char *styr_inventory_keep (StyrInventory *self, const char *text);
gpointer styr_inventory_add (StyrInventory *self, StyrInvTable table, const char *first_column, ...)
    G_GNUC_NULL_TERMINATED;
void styr_inventory_build (StyrInventory *self);

/* Reading */
StyrModel *styr_inventory_get_model (StyrInventory *self);
StyrModel *styr_inventory_find_model (StyrInventory *self, const char *model_id);
int styr_inventory_get_year (StyrInventory *self);
const char *styr_inventory_get_today (StyrInventory *self);
GPtrArray *styr_inventory_get_rows (StyrInventory *self, StyrInvTable table);
gpointer styr_inventory_find (StyrInventory *self, StyrInvTable table, const char *id);
const char *styr_inventory_get_column (StyrInvTable table, gconstpointer row, const char *column);
const char *
styr_inventory_get_value (const StyrInvDocument *document, const char *owner_id, const char *field);
GPtrArray *styr_inventory_dup_plans (StyrInventory *self,
                                     const StyrInvDocument *report,
                                     const StyrSection *section);
gboolean styr_inventory_unit_exists_on (const StyrInvUnit *unit, const char *date);
gboolean styr_inventory_unit_exists_in_year (const StyrInvUnit *unit, int year);

G_END_DECLS
