/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "styr-enums.h"
#include "styr-types.h"

G_BEGIN_DECLS

/*
 * The parts of a steering model as data. Everything below is owned by the StyrModel and lives,
 * unchanged, as long as it does: borrow freely, keep a reference to the model.
 * data/models/README.md documents each member; the JSON name is the same in camelCase. Lists are
 * GPtrArray and never NULL; strings may be NULL where the format says optional.
 */

/** A kind of body or role: council, committee, department, departmentHead … */
typedef struct
{
  char *id, *name, *plural, *definite, *short_name;
  gboolean is_political;
  gboolean is_role;   /* a person in office (kontorschef), not a unit with a register entry */
  gboolean is_single; /* the municipality has exactly one */
  char *role_of;      /* role: the body type whose role it is */
} StyrBodyType;

typedef struct
{
  char *id, *name;
  char *what_how; /* "what" | "how" | NULL: the bracket along the edge */
  char *audience; /* whom the level speaks to */
  double weight;  /* relative height of the band, 1 by default */
} StyrLevel;

typedef struct
{
  char *id, *name, *plural, *short_name, *kind, *description, *period_text;
  StyrPolitics politics;
  gboolean frame;    /* the political frame */
  char *frame_label; /* "politisk": the cue that is not colour */
  gboolean has_wheel;
  char *what_how;
  GPtrArray *phases;  /* char*: wheel phase ids */
  char *group;        /* side blocks of one group stand together under its name */
  char *retired_from; /* ISO date; NULL = in use */
} StyrBlock;

typedef struct
{
  char *from, *to, *label;
  StyrConnectorKind kind;
} StyrConnector;

/** Where a block stands in a picture. */
typedef struct
{
  char *block;
  StyrAxis axis;
  char *level;   /* middle: its band; left/right: the band it stands beside */
  int order;     /* left to right in a band, top to bottom at a side */
  double weight; /* relative width in the band */
} StyrPlace;

typedef struct
{
  char *id, *title, *caption;
  char *template_name; /* "triangle" "house" "layers" "wheel" "spiral" "scorecard" */
  char *base_tint;     /* #rrggbb, the model's own tint */
  char *what_label, *how_label;
  char *left_title, *right_title;
  char *around_label; /* an arrow with this text runs around the shape; NULL = none */
  gboolean hides_wheels, hides_connectors, hides_states;
  GPtrArray *places; /* StyrPlace*: the blocks that the picture shows */
} StyrPicture;

typedef struct
{
  char *id, *label;
} StyrChoice;

typedef struct
{
  char *id, *title, *help, *unit, *placeholder;
  StyrFieldKind kind;
  gboolean required;
  gboolean has_min, has_max;
  double min, max;
  GPtrArray *choices;     /* StyrChoice* */
  char *document_type;    /* reference: to documents of this type; NULL = any */
  gboolean may_not_apply; /* may be answered with "ej tillämplig" and a reason instead */
  gboolean is_retired;    /* asked no more; what was written is still shown */
  gboolean is_filled_after_decision; /* not missing before the decision, open after it */
} StyrField;

typedef struct
{
  char *id, *title, *help;
  StyrSectionKind kind;
  gboolean required;
  GPtrArray *fields;    /* StyrField*: the fields (fields) or the columns (rows); extra fields above
                           the list in other kinds */
  char *item_name;      /* rows: "risk", "slutsats": used in buttons and messages */
  GPtrArray *preset;    /* rows: char*: text of the first column of rows made with a new document */
  char *goal_type;      /* goals */
  char *link_goal_type; /* goals: which goals above they link to; NULL = none */
  char *parent_goal_type; /* goals: goals are grouped under goals of this type in the same document
                             (målområden); NULL = none */
  char *document_type; /* assessments, activities, measures: the plan type whose goals are meant */
  char *scale;         /* assessments */
  gboolean is_retired; /* as of a field */
} StyrSection;

/** One step in an ordered list; the first whose conditions all hold gives the decider. A NULL
 * condition always holds. */
typedef struct
{
  char *scope;                /* "municipality" | "several" | "unit" | "department" | "officials" */
  char *political;            /* "yes" | "no" */
  char *law_requires_council; /* "yes" | "no" */
  char *decider;              /* body type id; "unit" = the document's own unit */
  char *reason;
} StyrDecisionRule;

typedef struct
{
  char *id, *name, *plural, *definite, *description;
  char *block;
  char *family;        /* "political" | "administrative" */
  char *title_pattern; /* "Uppdragsplan {year} för {unit}" */
  char *designation;   /* the model's name for the document, shown in the card */
  StyrPeriodType period;
  int period_years, period_start_month;
  int period_months; /* of a document of a year that is for part of it; 0 = all of it */
  StyrCadence cadence;
  GPtrArray *producers;            /* char*: body type ids of the units that make one */
  GPtrArray *preparers, *informed; /* char* */
  GPtrArray *decision_rules;       /* StyrDecisionRule* */
  char *start_decision;            /* body type that must decide before work begins */
  GPtrArray *required_metadata;    /* char*: column names of the card */
  GPtrArray *required_when_joint;  /* char*: those asked for only when it is decided with others */
  gboolean is_joint;               /* new ones are decided with others until somebody says no */
  GPtrArray *allowed_content, *forbidden_content; /* char*: section kinds */
  GPtrArray *inputs, *followed_up_by;             /* char*: document type ids */
  GPtrArray *aliases;
  int review_months; /* 0 = none */
  char *publication; /* "external" | "intranet" */
  gboolean internal_allowed;
  gboolean asks_political,
      asks_law;      /* the card asks "politiskt innehåll?", "kräver lagen fullmäktigebeslut?" */
  GPtrArray *scopes; /* char*: which scopes the card offers */
  GPtrArray *sections; /* StyrSection* */
  GPtrArray *chain; /* char*: body types through which the matter goes, in order, to the decider */
  gboolean goes_on_consultation; /* remiss before the decision */
  char *retired_from;            /* ISO date from which no new ones are made */
} StyrDocumentType;

typedef struct
{
  char *id, *name, *plural, *definite, *help;
  char *owner;  /* body type id, or "unit" */
  char *parent; /* goal type that groups this one (målområde) */
  char *scale;
  char *label_style; /* "number" | "letter" | "none" */
  gboolean needs_criteria;
  int criteria_min;
  GPtrArray *criterion_kinds; /* char*: nicks */
  GPtrArray *fields;          /* StyrField*: own fields, such as motivering */
  char *period;               /* "year" "term" "long"; NULL = the document's */
  gboolean is_assignment;     /* an uppdrag of equal rank with goals */
  /* How many there shall be (domain.md 2.1 N1-N3): 0 = no bound */
  int per_parent_min, per_parent_max, per_document_min, per_document_max, total_min, total_max;
  char *roll_up;      /* how its grade is proposed from those that serve it */
  char *retired_from; /* ISO date */
} StyrGoalType;

/** How a grade is proposed from other grades; a person always has the last word. */
typedef struct
{
  char *id, *name;
  char *strategy; /* "manual" "worst" "majority" "share" "average" "all-and-share" */
  gboolean has_share;
  double share;    /* percent that must be reached */
  char *goal_type; /* all-and-share: every goal of this type, and the share of the others */
} StyrRollUp;

typedef struct
{
  char *id, *label, *short_label, *symbol, *meaning;
  gboolean reached;       /* counts as reached */
  gboolean assessable;    /* FALSE for "kan ej bedömas" */
  gboolean needs_measure; /* asks for an åtgärd or a motivated none */
} StyrGrade;

typedef struct
{
  char *id, *name;
  GPtrArray *grades; /* StyrGrade* */
} StyrScale;

typedef struct
{
  StyrCountKind count;
  GPtrArray *document_types; /* char*: documents: these types; others: plans whose goals/activities
                                count */
  gboolean previous_year;    /* counts what belongs to the year before the context's */
} StyrPhaseCount;

typedef struct
{
  char *id, *name, *description;
  GPtrArray *counts; /* StyrPhaseCount* */
} StyrPhase;

/** One thing followed up at an occasion, with the month its figures end when that is another. */
typedef struct
{
  char *
      strand; /* "goals" "indicators" "activities" "assignments" "economy" "forecast" "effects" … */
  int cut_off_month, cut_off_day; /* 0 = the occasion's */
} StyrStrand;

typedef struct
{
  char *id, *name;
  int cut_off_month, cut_off_day;
  gboolean is_final;                 /* FALSE: assessments are a forecast */
  GPtrArray *strands;                /* StyrStrand* */
  GPtrArray *submitters, *receivers; /* char*: body types */
  char *document_type;               /* the report it gives */
} StyrOccasion;

/** When a document type is due, or when something happens. Month and day in the period's first year
 * + year_offset. */
typedef struct
{
  char *id, *title, *document_type, *responsible, *phase, *note;
  int year_offset, month, day;
  int start_month;                            /* 0 = a day, not a span of months */
  int election_year_month, election_year_day; /* 0 = no variant */
  char *recurrence; /* "yearly" "term-first-year" "every-meeting"; NULL = yearly */
} StyrCalendarRule;

typedef struct
{
  char *id, *name, *kind;
  GPtrArray *areas; /* char* */
} StyrFeedbackType;

typedef struct
{
  char *section; /* section id of the document type, or NULL for a live block */
  char *title;
} StyrReportChapter;

typedef struct
{
  char *id, *name, *document_type;
  GPtrArray *chapters; /* StyrReportChapter* */
} StyrReportTemplate;

typedef struct
{
  char *date, *body, *note;
} StyrHistoryEntry;

typedef struct
{
  char *id, *name;
  int first_year, last_year;
} StyrTerm;

/** A rule of the model, checked by one of the kinds of styr-rule-kind.h. Which members a kind uses
 * is said there; the others are empty. */
typedef struct
{
  char *id;        /* the number people know it by: N2 */
  char *kind;      /* nick of a StyrRuleKind */
  char *severity;  /* "error" "warning" "information" */
  char *title;     /* the rule in one sentence */
  char *remedy;    /* what to do about it */
  char *paragraph; /* where the styrmodell says it */
  gboolean is_off, not_waivable, is_implicit;
  GPtrArray *document_types, *other_document_types, *goal_types, *other_goal_types, *body_types,
      *blocks, *sections, *fields, *words, *kinds; /* char* */
  char *scope, *per, *text;
  gboolean has_min, has_max;
  double min, max;
  int month, day, year_offset, months;
  gboolean except_election_year, decided, reason_counts, drafts_too;
  char *from; /* ISO date from which the rule holds */
} StyrRule;

/** A numbered rule of the styrmodell that waits for a register, and which. */
typedef struct
{
  char *id, *title, *reason;
} StyrPendingRule;

/** What the model asks of someone: the page of a role. */
typedef struct
{
  char *id, *name, *intro;
  GPtrArray *tasks;          /* char* */
  GPtrArray *document_types; /* char* */
} StyrRole;

/** One of the short statements that sum the model up, and the blocks it is about. */
typedef struct
{
  char *id, *title, *text;
  GPtrArray *blocks; /* char* */
} StyrStatement;

/** A step of the project that makes the model. */
typedef struct
{
  char *id, *title, *responsible, *due_on, *done_on, *note;
} StyrMilestone;

#define STYR_TYPE_MODEL (styr_model_get_type ())
G_DECLARE_FINAL_TYPE (StyrModel, styr_model, STYR, MODEL, GObject)

StyrModel *styr_model_new_from_json (JsonNode *root, GError **error);
StyrModel *styr_model_new_from_bytes (GBytes *bytes, const char *name, GError **error);
StyrModel *styr_model_new_from_file (GFile *file, GError **error);
JsonNode *styr_model_to_json (StyrModel *self);
GBytes *styr_model_to_bytes (StyrModel *self);
const char *const *styr_model_get_element_kinds (void);

const char *styr_model_get_id (StyrModel *self);
const char *styr_model_get_name (StyrModel *self);
const char *styr_model_get_municipality (StyrModel *self);
/* scalar of the package: "description", "appliesTo", "decidedBy", "decidedOn", "status", "owner",
 * "followUp", "source", "validFrom" */
const char *styr_model_get_text (StyrModel *self, const char *member);
const char *styr_model_get_term (StyrModel *self, const char *term);

GPtrArray *styr_model_get_body_types (StyrModel *self);
GPtrArray *styr_model_get_levels (StyrModel *self);
GPtrArray *styr_model_get_blocks (StyrModel *self);
GPtrArray *styr_model_get_connectors (StyrModel *self);
GPtrArray *styr_model_get_pictures (StyrModel *self);
GPtrArray *styr_model_get_document_types (StyrModel *self);
GPtrArray *styr_model_get_goal_types (StyrModel *self);
GPtrArray *styr_model_get_scales (StyrModel *self);
GPtrArray *styr_model_get_phases (StyrModel *self);
GPtrArray *styr_model_get_calendar_rules (StyrModel *self);
GPtrArray *styr_model_get_feedback_types (StyrModel *self);
GPtrArray *styr_model_get_report_templates (StyrModel *self);
GPtrArray *styr_model_get_history (StyrModel *self);
GPtrArray *styr_model_get_terms (StyrModel *self);
GPtrArray *styr_model_get_rules (StyrModel *self);
GPtrArray *styr_model_get_pending_rules (StyrModel *self);
GPtrArray *styr_model_get_roles (StyrModel *self);
GPtrArray *styr_model_get_statements (StyrModel *self);
GPtrArray *styr_model_get_milestones (StyrModel *self);

const StyrBodyType *styr_model_find_body_type (StyrModel *self, const char *id);
const StyrBlock *styr_model_find_block (StyrModel *self, const char *id);
const StyrDocumentType *styr_model_find_document_type (StyrModel *self, const char *id);
const StyrGoalType *styr_model_find_goal_type (StyrModel *self, const char *id);
const StyrScale *styr_model_find_scale (StyrModel *self, const char *id);
const StyrPhase *styr_model_find_phase (StyrModel *self, const char *id);
const StyrPicture *styr_model_find_picture (StyrModel *self, const char *id);
const StyrRule *styr_model_find_rule (StyrModel *self, const char *id);
const StyrTerm *styr_model_find_term_of_year (StyrModel *self, int year);
gboolean styr_model_is_election_year (StyrModel *self, int year);

const StyrSection *styr_document_type_find_section (const StyrDocumentType *type, const char *id);
const StyrField *styr_section_find_field (const StyrSection *section, const char *id);
const StyrGrade *styr_scale_find_grade (const StyrScale *scale, const char *id);
const char *styr_document_type_find_decider (const StyrDocumentType *type,
                                             const char *scope,
                                             const char *political,
                                             const char *law_requires_council,
                                             const char **reason,
                                             const char **unanswered);
gboolean styr_document_type_is_retired (const StyrDocumentType *type, const char *iso_date);
gboolean styr_strings_contain (GPtrArray *strings, const char *string);

G_END_DECLS
