/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "styr-inventory.h"

G_BEGIN_DECLS

/** What a finding is about. Texts are borrowed from the inventory or the model. */
typedef struct
{
  const char *kind; /* "document" "goal" "unit" "decision" "clause" "model" "block" "value" … */
  const char *id;
  const char *document_id; /* what opens; NULL = nothing */
  const char *unit_id;     /* NULL = the municipality */
  const char *title;
  int year; /* the year that is wrong, or the first of a period; 0 = the object itself is */
} StyrObject;

/** One rule while it is checked. */
typedef struct
{
  StyrInventory *inventory;
  StyrModel *model; /* the one whose rules are checked */
  const StyrRule *rule;
  int year;
  const char *today;

  /* Private */
  guint place;        /* the rule's, among the model's */
  gboolean has_asked; /* for what it concerns */
  guint n_concerned;
  GPtrArray *findings;
  GStringChunk *texts;
} StyrCheck;

GPtrArray *styr_check_run (StyrInventory *inventory, const char *rule_id);
GPtrArray *styr_check_run_counting (StyrInventory *inventory, const char *rule_id, guint *n_idle);
int styr_severity_get_place (const char *severity);
const char *styr_severity_get_word (const char *severity);

/* For the kinds: one finding, one line */
void styr_check_add (StyrCheck *self, StyrObject object, const char *format, ...)
    G_GNUC_PRINTF (3, 4);
StyrObject styr_object_of_document (const StyrInvDocument *document);
StyrObject styr_object_of_goal (const StyrInvGoal *goal);
StyrObject styr_object_of_unit (const StyrInvUnit *unit);
StyrObject styr_object_of_decision (const StyrInvDecision *decision);
StyrObject styr_object_of_clause (const StyrInvClause *clause);
StyrObject styr_object_of_model (StyrModel *model);
StyrObject styr_object_of_part (const char *kind,
                                const char *id,
                                const char *title,
                                const StyrInvDocument *document);
StyrObject styr_object_in_year (StyrObject object, int year);
StyrObject styr_object_and (StyrCheck *self, StyrObject object, const char *id);

/* Words for the texts; they live as long as the check */
const char *styr_check_text (StyrCheck *self, const char *format, ...) G_GNUC_PRINTF (2, 3);
const char *styr_check_name_document (StyrCheck *self, const StyrInvDocument *document);
const char *styr_check_name_goal (StyrCheck *self, const StyrInvGoal *goal);
const char *styr_check_name_goal_later (StyrCheck *self, const StyrInvGoal *goal);
const char *styr_check_name_unit (const StyrInvUnit *unit);
const char *styr_check_name_body (StyrCheck *self, const char *body_type);
const char *styr_check_name_types (StyrCheck *self, GPtrArray *document_types, gboolean plural);
const char *styr_check_short_text (StyrCheck *self, const char *text);
const char *styr_check_date (StyrCheck *self, const char *iso_date);
const char *styr_check_count_goals (StyrCheck *self, const StyrGoalType *type, guint n);
const char *
styr_check_bounds (StyrCheck *self, gboolean has_min, int min, gboolean has_max, int max);
const char *styr_check_list_words (StyrCheck *self, GPtrArray *words);
const char *styr_check_list_choices (StyrCheck *self, GPtrArray *words);
gboolean styr_text_is_empty (const char *text);
gboolean styr_text_is_reason (const char *text);

/* What a rule concerns */
void styr_check_concerned (StyrCheck *self, GPtrArray *found);
gboolean styr_check_concerns_type (const StyrCheck *self, const char *document_type);
GPtrArray *styr_check_dup_documents (StyrCheck *self);
GPtrArray *styr_check_dup_documents_of (StyrCheck *self, GPtrArray *types, gboolean decided);
GPtrArray *styr_check_dup_goals (StyrCheck *self, GPtrArray *goal_types);
GPtrArray *styr_check_dup_units (StyrCheck *self, GPtrArray *body_types);
gboolean styr_check_is_due (StyrCheck *self, int first_year);
const char *styr_check_get_deadline (StyrCheck *self, int first_year);

G_END_DECLS
