/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-model-loader.h"

#include "styr-enum-types.h"
#include "styr-model.h"

/*
 * The format of data/models/README.md as tables: one row a member. Reading, checking of keys,
 * values and references, freeing, editing, comparing and the forms of the model editor all go by
 * them, so a new member is one row here and one in the struct.
 */

static const char *const statuses[] = { "draft", "decided", "interim", "superseded", NULL };
static const char *const what_hows[] = { "what", "how", NULL };
static const char *const block_kinds[] = { "value",   "vision",       "programme", "area",
                                           "goal",    "mission",      "plan",      "guideline",
                                           "budget",  "prerequisite", "report",    "control",
                                           "process", "other",        NULL };
static const char *const templates[] = { "triangle", "house",     "layers", "wheel",
                                         "spiral",   "scorecard", NULL };
static const char *const goal_periods[] = { "year", "term", "long", NULL };
static const char *const strategies[] = { "manual",  "worst",         "majority", "share",
                                          "average", "all-and-share", NULL };
static const char *const strand_names[] = { "goals",           "indicators", "activities",
                                            "assignments",     "economy",    "forecast",
                                            "effects",         "feedback",   "decisions",
                                            "internalControl", "staff",      NULL };
static const char *const recurrences[] = { "yearly", "term-first-year", "every-meeting", NULL };
static const char *const severities[] = { "error", "warning", "information", NULL };
static const char *const families[] = { "political", "administrative", NULL };
static const char *const yes_no[] = { "yes", "no", NULL };
static const char *const scopes[] = { "municipality", "several",   "unit",
                                      "department",   "officials", NULL };
static const char *const publications[] = { "external", "intranet", NULL };
static const char *const metadata[] = {
  "designation",   "decidedBy",  "decidedOn", "sectionNo", "registrationNo", "periodFrom",
  "periodTo",      "appliesTo",  "replaces",  "ownerId",   "followUpMonths", "publication",
  "startDecision", "informedOn", "partners",  NULL
};
static const char *const section_kinds[] = { "fields",     "rows",     "goals",    "assessments",
                                             "activities", "measures", "feedback", "economy",
                                             "decision",   NULL };
static const char *const criterion_kinds[] = { "text", "number", "event", NULL };
static const char *const label_styles[] = { "number", "letter", "none", NULL };

/* clang-format off */
#define END { .key = NULL }
#define ID(T) { "id", STYR_JSON_ID, G_STRUCT_OFFSET (T, id), .required = TRUE }
#define NAME(T) { "name", STYR_JSON_STRING, G_STRUCT_OFFSET (T, name), .required = TRUE }
#define TEXT(T, key, m, ...) { key, STYR_JSON_STRING, G_STRUCT_OFFSET (T, m), __VA_ARGS__ }
#define DATE(T, key, m, ...) { key, STYR_JSON_DATE, G_STRUCT_OFFSET (T, m), __VA_ARGS__ }
#define BOOL(T, key, m) { key, STYR_JSON_BOOLEAN, G_STRUCT_OFFSET (T, m) }
#define INT(T, key, m, ...) { key, STYR_JSON_INTEGER, G_STRUCT_OFFSET (T, m), __VA_ARGS__ }
#define NUM(T, key, m, ...) { key, STYR_JSON_NUMBER, G_STRUCT_OFFSET (T, m), __VA_ARGS__ }
#define ENUM(T, key, m, type, ...) { key, STYR_JSON_ENUM, G_STRUCT_OFFSET (T, m), .enum_type = type, __VA_ARGS__ }
#define STRS(T, key, m, ...) { key, STYR_JSON_STRINGS, G_STRUCT_OFFSET (T, m), __VA_ARGS__ }
#define LIST(T, key, m, spec) { key, STYR_JSON_STRUCTS, G_STRUCT_OFFSET (T, m), .item = &spec }
#define STRUCT(name, T, ids, ...) \
  static const StyrJsonMember name##_members[] = { __VA_ARGS__, END }; \
  static const StyrJsonStruct name = { sizeof (T), name##_members, ids };

STRUCT (body_type, StyrBodyType, TRUE,
  ID (StyrBodyType), NAME (StyrBodyType), TEXT (StyrBodyType, "plural", plural), TEXT (StyrBodyType, "definite", definite),
  TEXT (StyrBodyType, "shortName", short_name), BOOL (StyrBodyType, "isPolitical", is_political), BOOL (StyrBodyType, "isRole", is_role),
  BOOL (StyrBodyType, "isSingle", is_single), TEXT (StyrBodyType, "roleOf", role_of, .refers_to = "bodyTypes"))

STRUCT (level, StyrLevel, TRUE,
  ID (StyrLevel), NAME (StyrLevel), TEXT (StyrLevel, "whatHow", what_how, .allowed = what_hows),
  TEXT (StyrLevel, "audience", audience), NUM (StyrLevel, "weight", weight, .fallback = 1, .least = 0.1, .most = 10))

STRUCT (block, StyrBlock, TRUE,
  ID (StyrBlock), NAME (StyrBlock), TEXT (StyrBlock, "plural", plural), TEXT (StyrBlock, "shortName", short_name),
  TEXT (StyrBlock, "kind", kind, .allowed = block_kinds), TEXT (StyrBlock, "description", description),
  TEXT (StyrBlock, "periodText", period_text), ENUM (StyrBlock, "politics", politics, styr_politics_get_type, .required = TRUE),
  BOOL (StyrBlock, "frame", frame), TEXT (StyrBlock, "frameLabel", frame_label), BOOL (StyrBlock, "hasWheel", has_wheel),
  TEXT (StyrBlock, "whatHow", what_how, .allowed = what_hows), STRS (StyrBlock, "phases", phases, .refers_to = "phases"),
  TEXT (StyrBlock, "group", group), DATE (StyrBlock, "retiredFrom", retired_from))

STRUCT (connector, StyrConnector, FALSE,
  TEXT (StyrConnector, "from", from, .required = TRUE, .refers_to = "blocks"),
  TEXT (StyrConnector, "to", to, .required = TRUE, .refers_to = "blocks"), TEXT (StyrConnector, "label", label),
  ENUM (StyrConnector, "kind", kind, styr_connector_kind_get_type, .required = TRUE))

STRUCT (place, StyrPlace, FALSE,
  TEXT (StyrPlace, "block", block, .required = TRUE, .refers_to = "blocks"), ENUM (StyrPlace, "axis", axis, styr_axis_get_type, .required = TRUE),
  TEXT (StyrPlace, "level", level, .refers_to = "levels"), INT (StyrPlace, "order", order, .least = -1000, .most = 1000),
  NUM (StyrPlace, "weight", weight, .fallback = 1, .least = 0.1, .most = 10))

STRUCT (picture, StyrPicture, TRUE,
  ID (StyrPicture), TEXT (StyrPicture, "title", title, .required = TRUE), TEXT (StyrPicture, "caption", caption),
  TEXT (StyrPicture, "template", template_name, .required = TRUE, .allowed = templates), { "baseTint", STYR_JSON_COLOUR, G_STRUCT_OFFSET (StyrPicture, base_tint) },
  TEXT (StyrPicture, "whatLabel", what_label), TEXT (StyrPicture, "howLabel", how_label),
  TEXT (StyrPicture, "leftTitle", left_title), TEXT (StyrPicture, "rightTitle", right_title),
  TEXT (StyrPicture, "aroundLabel", around_label), BOOL (StyrPicture, "hidesWheels", hides_wheels),
  BOOL (StyrPicture, "hidesConnectors", hides_connectors), BOOL (StyrPicture, "hidesStates", hides_states),
  LIST (StyrPicture, "places", places, place))

STRUCT (choice, StyrChoice, TRUE, { "id", STYR_JSON_STRING, G_STRUCT_OFFSET (StyrChoice, id), .required = TRUE },
  TEXT (StyrChoice, "label", label, .required = TRUE))

STRUCT (field, StyrField, TRUE,
  ID (StyrField), TEXT (StyrField, "title", title, .required = TRUE), TEXT (StyrField, "help", help), TEXT (StyrField, "unit", unit),
  TEXT (StyrField, "placeholder", placeholder), ENUM (StyrField, "kind", kind, styr_field_kind_get_type, .required = TRUE),
  BOOL (StyrField, "required", required), NUM (StyrField, "min", min, .flag_offset = G_STRUCT_OFFSET (StyrField, has_min)),
  NUM (StyrField, "max", max, .flag_offset = G_STRUCT_OFFSET (StyrField, has_max)), LIST (StyrField, "choices", choices, choice),
  TEXT (StyrField, "documentType", document_type, .refers_to = "documentTypes"),
  BOOL (StyrField, "mayNotApply", may_not_apply), BOOL (StyrField, "isRetired", is_retired),
  BOOL (StyrField, "isFilledAfterDecision", is_filled_after_decision))

STRUCT (section, StyrSection, TRUE,
  ID (StyrSection), TEXT (StyrSection, "title", title, .required = TRUE), TEXT (StyrSection, "help", help),
  ENUM (StyrSection, "kind", kind, styr_section_kind_get_type, .required = TRUE), BOOL (StyrSection, "required", required),
  LIST (StyrSection, "fields", fields, field), TEXT (StyrSection, "itemName", item_name), STRS (StyrSection, "preset", preset),
  TEXT (StyrSection, "goalType", goal_type, .refers_to = "goalTypes"),
  TEXT (StyrSection, "linkGoalType", link_goal_type, .refers_to = "goalTypes"),
  TEXT (StyrSection, "parentGoalType", parent_goal_type, .refers_to = "goalTypes"),
  TEXT (StyrSection, "documentType", document_type, .refers_to = "documentTypes"),
  TEXT (StyrSection, "scale", scale, .refers_to = "scales"), BOOL (StyrSection, "isRetired", is_retired))

STRUCT (decision_rule, StyrDecisionRule, FALSE,
  TEXT (StyrDecisionRule, "scope", scope, .allowed = scopes), TEXT (StyrDecisionRule, "political", political, .allowed = yes_no),
  TEXT (StyrDecisionRule, "lawRequiresCouncil", law_requires_council, .allowed = yes_no),
  TEXT (StyrDecisionRule, "decider", decider, .required = TRUE, .refers_to = "bodyTypes", .or_else = "unit"),
  TEXT (StyrDecisionRule, "reason", reason))

STRUCT (document_type, StyrDocumentType, TRUE,
  ID (StyrDocumentType), NAME (StyrDocumentType), TEXT (StyrDocumentType, "plural", plural), TEXT (StyrDocumentType, "definite", definite),
  TEXT (StyrDocumentType, "description", description), TEXT (StyrDocumentType, "block", block, .required = TRUE, .refers_to = "blocks"),
  TEXT (StyrDocumentType, "family", family, .allowed = families), TEXT (StyrDocumentType, "titlePattern", title_pattern),
  TEXT (StyrDocumentType, "designation", designation), ENUM (StyrDocumentType, "period", period, styr_period_type_get_type, .required = TRUE),
  INT (StyrDocumentType, "periodYears", period_years, .least = 0, .most = 50), INT (StyrDocumentType, "periodStartMonth", period_start_month, .least = 0, .most = 12),
  INT (StyrDocumentType, "periodMonths", period_months, .least = 0, .most = 12),
  ENUM (StyrDocumentType, "cadence", cadence, styr_cadence_get_type, .required = TRUE),
  STRS (StyrDocumentType, "producers", producers, .refers_to = "bodyTypes"),
  STRS (StyrDocumentType, "preparers", preparers, .refers_to = "bodyTypes"),
  STRS (StyrDocumentType, "informed", informed, .refers_to = "bodyTypes"),
  LIST (StyrDocumentType, "decisionRules", decision_rules, decision_rule),
  TEXT (StyrDocumentType, "startDecision", start_decision, .refers_to = "bodyTypes"),
  STRS (StyrDocumentType, "requiredMetadata", required_metadata, .allowed = metadata),
  STRS (StyrDocumentType, "requiredWhenJoint", required_when_joint, .allowed = metadata), BOOL (StyrDocumentType, "isJoint", is_joint),
  STRS (StyrDocumentType, "allowedContent", allowed_content, .allowed = section_kinds),
  STRS (StyrDocumentType, "forbiddenContent", forbidden_content, .allowed = section_kinds),
  STRS (StyrDocumentType, "inputs", inputs, .refers_to = "documentTypes"),
  STRS (StyrDocumentType, "followedUpBy", followed_up_by, .refers_to = "documentTypes"), STRS (StyrDocumentType, "aliases", aliases),
  INT (StyrDocumentType, "reviewMonths", review_months, .least = 0, .most = 600), TEXT (StyrDocumentType, "publication", publication, .allowed = publications),
  BOOL (StyrDocumentType, "internalAllowed", internal_allowed), BOOL (StyrDocumentType, "asksPolitical", asks_political),
  BOOL (StyrDocumentType, "asksLaw", asks_law), STRS (StyrDocumentType, "scopes", scopes, .allowed = scopes),
  STRS (StyrDocumentType, "chain", chain, .refers_to = "bodyTypes"),
  BOOL (StyrDocumentType, "goesOnConsultation", goes_on_consultation),
  DATE (StyrDocumentType, "retiredFrom", retired_from), LIST (StyrDocumentType, "sections", sections, section))

STRUCT (goal_type, StyrGoalType, TRUE,
  ID (StyrGoalType), NAME (StyrGoalType), TEXT (StyrGoalType, "plural", plural), TEXT (StyrGoalType, "definite", definite),
  TEXT (StyrGoalType, "help", help), TEXT (StyrGoalType, "owner", owner, .refers_to = "bodyTypes", .or_else = "unit"),
  TEXT (StyrGoalType, "parent", parent, .refers_to = "goalTypes"), TEXT (StyrGoalType, "scale", scale, .refers_to = "scales"),
  TEXT (StyrGoalType, "labelStyle", label_style, .allowed = label_styles), BOOL (StyrGoalType, "needsCriteria", needs_criteria),
  INT (StyrGoalType, "criteriaMin", criteria_min, .least = 0, .most = 100), STRS (StyrGoalType, "criterionKinds", criterion_kinds, .allowed = criterion_kinds),
  TEXT (StyrGoalType, "period", period, .allowed = goal_periods), BOOL (StyrGoalType, "isAssignment", is_assignment),
  INT (StyrGoalType, "perParentMin", per_parent_min, .least = 0, .most = 1000), INT (StyrGoalType, "perParentMax", per_parent_max, .least = 0, .most = 1000),
  INT (StyrGoalType, "perDocumentMin", per_document_min, .least = 0, .most = 1000), INT (StyrGoalType, "perDocumentMax", per_document_max, .least = 0, .most = 1000),
  INT (StyrGoalType, "totalMin", total_min, .least = 0, .most = 1000), INT (StyrGoalType, "totalMax", total_max, .least = 0, .most = 1000),
  TEXT (StyrGoalType, "rollUp", roll_up, .refers_to = "rollUps"), DATE (StyrGoalType, "retiredFrom", retired_from),
  LIST (StyrGoalType, "fields", fields, field))

STRUCT (roll_up, StyrRollUp, TRUE,
  ID (StyrRollUp), NAME (StyrRollUp), TEXT (StyrRollUp, "strategy", strategy, .required = TRUE, .allowed = strategies),
  NUM (StyrRollUp, "share", share, .least = 0, .most = 100, .flag_offset = G_STRUCT_OFFSET (StyrRollUp, has_share)),
  TEXT (StyrRollUp, "goalType", goal_type, .refers_to = "goalTypes"))

STRUCT (grade, StyrGrade, TRUE,
  ID (StyrGrade), TEXT (StyrGrade, "label", label, .required = TRUE), TEXT (StyrGrade, "shortLabel", short_label),
  TEXT (StyrGrade, "symbol", symbol, .required = TRUE), TEXT (StyrGrade, "meaning", meaning), BOOL (StyrGrade, "reached", reached),
  BOOL (StyrGrade, "assessable", assessable), BOOL (StyrGrade, "needsMeasure", needs_measure))

STRUCT (scale, StyrScale, TRUE, ID (StyrScale), NAME (StyrScale), LIST (StyrScale, "grades", grades, grade))

STRUCT (phase_count, StyrPhaseCount, FALSE,
  ENUM (StyrPhaseCount, "count", count, styr_count_kind_get_type, .required = TRUE),
  STRS (StyrPhaseCount, "documentTypes", document_types, .refers_to = "documentTypes"),
  BOOL (StyrPhaseCount, "previousYear", previous_year))

STRUCT (phase, StyrPhase, TRUE,
  ID (StyrPhase), NAME (StyrPhase), TEXT (StyrPhase, "description", description), LIST (StyrPhase, "counts", counts, phase_count))

STRUCT (strand, StyrStrand, FALSE,
  TEXT (StyrStrand, "strand", strand, .required = TRUE, .allowed = strand_names),
  INT (StyrStrand, "cutOffMonth", cut_off_month, .least = 0, .most = 12), INT (StyrStrand, "cutOffDay", cut_off_day, .least = 0, .most = 31))

STRUCT (occasion, StyrOccasion, TRUE,
  ID (StyrOccasion), NAME (StyrOccasion), INT (StyrOccasion, "cutOffMonth", cut_off_month, .least = 1, .most = 12), INT (StyrOccasion, "cutOffDay", cut_off_day, .least = 1, .most = 31),
  BOOL (StyrOccasion, "isFinal", is_final), TEXT (StyrOccasion, "documentType", document_type, .refers_to = "documentTypes"),
  STRS (StyrOccasion, "submitters", submitters, .refers_to = "bodyTypes"), STRS (StyrOccasion, "receivers", receivers, .refers_to = "bodyTypes"),
  LIST (StyrOccasion, "strands", strands, strand))

STRUCT (calendar_rule, StyrCalendarRule, TRUE,
  ID (StyrCalendarRule), TEXT (StyrCalendarRule, "title", title, .required = TRUE),
  TEXT (StyrCalendarRule, "documentType", document_type, .refers_to = "documentTypes"),
  TEXT (StyrCalendarRule, "responsible", responsible, .refers_to = "bodyTypes", .or_else = "unit"),
  TEXT (StyrCalendarRule, "note", note), TEXT (StyrCalendarRule, "recurrence", recurrence, .allowed = recurrences),
  INT (StyrCalendarRule, "startMonth", start_month, .least = 0, .most = 12), TEXT (StyrCalendarRule, "phase", phase, .refers_to = "phases"), INT (StyrCalendarRule, "yearOffset", year_offset, .least = -10, .most = 10),
  INT (StyrCalendarRule, "month", month, .required = TRUE, .least = 1, .most = 12), INT (StyrCalendarRule, "day", day, .required = TRUE, .least = 1, .most = 31),
  INT (StyrCalendarRule, "electionYearMonth", election_year_month, .least = 0, .most = 12), INT (StyrCalendarRule, "electionYearDay", election_year_day, .least = 0, .most = 31))

STRUCT (feedback_type, StyrFeedbackType, TRUE,
  ID (StyrFeedbackType), NAME (StyrFeedbackType), TEXT (StyrFeedbackType, "kind", kind), STRS (StyrFeedbackType, "areas", areas))

STRUCT (chapter, StyrReportChapter, FALSE,
  TEXT (StyrReportChapter, "section", section), TEXT (StyrReportChapter, "title", title, .required = TRUE))

STRUCT (report_template, StyrReportTemplate, TRUE,
  ID (StyrReportTemplate), NAME (StyrReportTemplate),
  TEXT (StyrReportTemplate, "documentType", document_type, .required = TRUE, .refers_to = "documentTypes"),
  LIST (StyrReportTemplate, "chapters", chapters, chapter))

STRUCT (history, StyrHistoryEntry, FALSE,
  TEXT (StyrHistoryEntry, "date", date, .required = TRUE), TEXT (StyrHistoryEntry, "body", body),
  TEXT (StyrHistoryEntry, "note", note, .required = TRUE))

STRUCT (term, StyrTerm, TRUE,
  ID (StyrTerm), NAME (StyrTerm), INT (StyrTerm, "firstYear", first_year, .required = TRUE, .least = 1900, .most = 2200),
  INT (StyrTerm, "lastYear", last_year, .required = TRUE, .least = 1900, .most = 2200))

STRUCT (rule, StyrRule, TRUE,
  ID (StyrRule), TEXT (StyrRule, "kind", kind, .required = TRUE), TEXT (StyrRule, "severity", severity, .required = TRUE, .allowed = severities),
  TEXT (StyrRule, "title", title, .required = TRUE), TEXT (StyrRule, "remedy", remedy), TEXT (StyrRule, "paragraph", paragraph),
  BOOL (StyrRule, "isOff", is_off), BOOL (StyrRule, "notWaivable", not_waivable), BOOL (StyrRule, "isImplicit", is_implicit),
  STRS (StyrRule, "documentTypes", document_types, .refers_to = "documentTypes"),
  STRS (StyrRule, "otherDocumentTypes", other_document_types, .refers_to = "documentTypes"),
  STRS (StyrRule, "goalTypes", goal_types, .refers_to = "goalTypes"), STRS (StyrRule, "otherGoalTypes", other_goal_types, .refers_to = "goalTypes"),
  STRS (StyrRule, "bodyTypes", body_types, .refers_to = "bodyTypes"), STRS (StyrRule, "blocks", blocks, .refers_to = "blocks"),
  STRS (StyrRule, "sections", sections), STRS (StyrRule, "fields", fields), STRS (StyrRule, "words", words), STRS (StyrRule, "kinds", kinds),
  TEXT (StyrRule, "scope", scope), TEXT (StyrRule, "per", per), TEXT (StyrRule, "text", text),
  NUM (StyrRule, "min", min, .flag_offset = G_STRUCT_OFFSET (StyrRule, has_min)), NUM (StyrRule, "max", max, .flag_offset = G_STRUCT_OFFSET (StyrRule, has_max)),
  INT (StyrRule, "month", month, .least = 0, .most = 12), INT (StyrRule, "day", day, .least = 0, .most = 31),
  INT (StyrRule, "yearOffset", year_offset, .least = -10, .most = 10), INT (StyrRule, "months", months, .least = 0, .most = 600),
  BOOL (StyrRule, "exceptElectionYear", except_election_year), BOOL (StyrRule, "decided", decided), BOOL (StyrRule, "reasonCounts", reason_counts),
  BOOL (StyrRule, "draftsToo", drafts_too), DATE (StyrRule, "from", from))

STRUCT (pending_rule, StyrPendingRule, TRUE,
  ID (StyrPendingRule), TEXT (StyrPendingRule, "title", title, .required = TRUE), TEXT (StyrPendingRule, "reason", reason, .required = TRUE))

STRUCT (role, StyrRole, TRUE,
  ID (StyrRole), NAME (StyrRole), TEXT (StyrRole, "intro", intro), STRS (StyrRole, "tasks", tasks),
  STRS (StyrRole, "documentTypes", document_types, .refers_to = "documentTypes"))

STRUCT (statement, StyrStatement, TRUE,
  ID (StyrStatement), TEXT (StyrStatement, "title", title, .required = TRUE), TEXT (StyrStatement, "text", text),
  STRS (StyrStatement, "blocks", blocks, .refers_to = "blocks"))

STRUCT (milestone, StyrMilestone, TRUE,
  ID (StyrMilestone), TEXT (StyrMilestone, "title", title, .required = TRUE), TEXT (StyrMilestone, "responsible", responsible),
  DATE (StyrMilestone, "dueOn", due_on), DATE (StyrMilestone, "doneOn", done_on), TEXT (StyrMilestone, "note", note))

static const StyrJsonMember scalars[] = {
  TEXT (StyrModelData, "format", format, .required = TRUE), INT (StyrModelData, "formatVersion", format_version, .required = TRUE),
  ID (StyrModelData), NAME (StyrModelData), TEXT (StyrModelData, "municipality", municipality, .required = TRUE),
  TEXT (StyrModelData, "description", description), TEXT (StyrModelData, "source", source),
  TEXT (StyrModelData, "appliesTo", applies_to), TEXT (StyrModelData, "owner", owner), TEXT (StyrModelData, "followUp", follow_up),
  TEXT (StyrModelData, "status", status, .required = TRUE, .allowed = statuses),
  TEXT (StyrModelData, "decidedBy", decided_by), DATE (StyrModelData, "decidedOn", decided_on),
  TEXT (StyrModelData, "sectionNo", section_no), TEXT (StyrModelData, "registrationNo", registration_no),
  TEXT (StyrModelData, "interimUntil", interim_until), TEXT (StyrModelData, "replaces", replaces), TEXT (StyrModelData, "version", version),
  DATE (StyrModelData, "validFrom", valid_from), DATE (StyrModelData, "validTo", valid_to), END
};

static const struct
{
  const char *key;
  const StyrJsonStruct *item;
} lists[STYR_N_LISTS] = {
  [STYR_LIST_BODY_TYPES] = { "bodyTypes", &body_type },
  [STYR_LIST_LEVELS] = { "levels", &level },
  [STYR_LIST_BLOCKS] = { "blocks", &block },
  [STYR_LIST_CONNECTORS] = { "connectors", &connector },
  [STYR_LIST_PICTURES] = { "pictures", &picture },
  [STYR_LIST_DOCUMENT_TYPES] = { "documentTypes", &document_type },
  [STYR_LIST_GOAL_TYPES] = { "goalTypes", &goal_type },
  [STYR_LIST_SCALES] = { "scales", &scale },
  [STYR_LIST_PHASES] = { "phases", &phase },
  [STYR_LIST_OCCASIONS] = { "occasions", &occasion },
  [STYR_LIST_CALENDAR_RULES] = { "calendarRules", &calendar_rule },
  [STYR_LIST_FEEDBACK_TYPES] = { "feedbackTypes", &feedback_type },
  [STYR_LIST_REPORT_TEMPLATES] = { "reportTemplates", &report_template },
  [STYR_LIST_HISTORY] = { "history", &history },
  [STYR_LIST_TERMS] = { "terms", &term },
  [STYR_LIST_ROLL_UPS] = { "rollUps", &roll_up },
  [STYR_LIST_RULES] = { "rules", &rule },
  [STYR_LIST_PENDING_RULES] = { "pendingRules", &pending_rule },
  [STYR_LIST_ROLES] = { "roles", &role },
  [STYR_LIST_STATEMENTS] = { "statements", &statement },
  [STYR_LIST_MILESTONES] = { "milestones", &milestone },
};
/* clang-format on */

/** The key of a list in the package, which is also the kind of its rows in the database. */
const char *
styr_model_list_get_key (StyrModelList list)
{
  g_return_val_if_fail (list < STYR_N_LISTS, NULL);
  return lists[list].key;
}

/** The members that an element of @list has: forms of the model are built from them. */
const StyrJsonStruct *
styr_model_list_get_struct (StyrModelList list)
{
  g_return_val_if_fail (list < STYR_N_LISTS, NULL);
  return lists[list].item;
}

/** The scalars of a package, ended by a NULL key. */
const StyrJsonMember *
styr_model_get_scalars (void)
{
  return scalars;
}

/**
 * styr_model_list_from_key:
 * @key: "documentTypes" …
 *
 * Returns: the list, or %STYR_N_LISTS when there is none called so
 */
StyrModelList
styr_model_list_from_key (const char *key)
{
  int list = 0;

  while (list < STYR_N_LISTS && g_strcmp0 (lists[list].key, key) != 0)
    list++;
  return (StyrModelList) list;
}
