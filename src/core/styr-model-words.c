/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-model-words.h"

#include "styr-nick.h"

#include <glib/gi18n-lib.h>

/*
 * What people call the format's members, in the order in which a form asks for them. The tables of
 * styr-model-loader.c say what a member is; a test holds the two together.
 */

/* clang-format off */
#define GROUP(words) { NULL, words }
#define END { NULL }

static const StyrMemberWords model_words[] = {
  GROUP (NC_ ("model", "The model")),
  { "name", NC_ ("model", "Name") },
  { "municipality", NC_ ("model", "Municipality") },
  { "version", NC_ ("model", "Version") },
  { "description", NC_ ("model", "Description"), .hint = STYR_HINT_LONG },
  { "appliesTo", NC_ ("model", "Applies to"), .hint = STYR_HINT_LONG },
  { "owner", NC_ ("model", "Responsible") },
  { "followUp", NC_ ("model", "How it is followed up"), .hint = STYR_HINT_LONG },
  { "source", NC_ ("model", "Source"), .hint = STYR_HINT_LONG },
  GROUP (NC_ ("model", "Decision")),
  { "status", NC_ ("model", "Status"), .help = NC_ ("model", "Set when the model is decided"), .hint = STYR_HINT_HIDDEN, .choices = "status" },
  { "decidedBy", NC_ ("model", "Decided by") },
  { "decidedOn", NC_ ("model", "Decided on") },
  { "sectionNo", NC_ ("model", "§") },
  { "registrationNo", NC_ ("model", "Registration number") },
  { "validFrom", NC_ ("model", "Valid from") },
  { "validTo", NC_ ("model", "Valid to") },
  { "interimUntil", NC_ ("model", "Applies for the time being until"), .help = NC_ ("model", "The decision that ends it") },
  { "replaces", NC_ ("model", "Replaces") },
  { "id", NC_ ("model", "Id"), .hint = STYR_HINT_HIDDEN },
  { "format", NC_ ("model", "Format"), .hint = STYR_HINT_HIDDEN },
  { "formatVersion", NC_ ("model", "Version of the format"), .hint = STYR_HINT_HIDDEN },
  END };

static const StyrMemberWords body_types_words[] = {
  { "name", NC_ ("model", "Name") },
  { "plural", NC_ ("model", "Plural"), .help = NC_ ("model", "“Goals”, when there are several") },
  { "definite", NC_ ("model", "Definite form"), .help = NC_ ("model", "As it stands in a sentence: “the plan”") },
  { "shortName", NC_ ("model", "Short name") },
  GROUP (NC_ ("model", "Kind")),
  { "isPolitical", NC_ ("model", "Political") },
  { "isSingle", NC_ ("model", "There is only one") },
  { "isRole", NC_ ("model", "A person in office"), .help = NC_ ("model", "A head of department, for example; not a unit of its own") },
  { "roleOf", NC_ ("model", "In office at") },
  { "id", NC_ ("model", "Id"), .hint = STYR_HINT_HIDDEN },
  END };

static const StyrMemberWords levels_words[] = {
  { "name", NC_ ("model", "Name") },
  { "whatHow", NC_ ("model", "What or how"), .help = NC_ ("model", "Whether the level says what is to be done or how"), .choices = "whatHow" },
  { "audience", NC_ ("model", "Speaks to") },
  { "weight", NC_ ("model", "Height"), .help = NC_ ("model", "1 is as high as the others") },
  { "id", NC_ ("model", "Id"), .hint = STYR_HINT_HIDDEN },
  END };

static const StyrMemberWords blocks_words[] = {
  { "name", NC_ ("model", "Name") },
  { "plural", NC_ ("model", "Plural"), .help = NC_ ("model", "“Goals”, when there are several") },
  { "shortName", NC_ ("model", "Short name"), .help = NC_ ("model", "Where there is little room") },
  { "kind", NC_ ("model", "Kind"), .choices = "blockKind" },
  { "description", NC_ ("model", "Description"), .hint = STYR_HINT_LONG },
  { "periodText", NC_ ("model", "Period") },
  GROUP (NC_ ("model", "Character")),
  { "politics", NC_ ("model", "Politics or administration"), .choices = "politics" },
  { "frame", NC_ ("model", "Political frame") },
  { "frameLabel", NC_ ("model", "Word on the frame"), .help = NC_ ("model", "What says it besides the colour") },
  { "whatHow", NC_ ("model", "What or how"), .choices = "whatHow" },
  GROUP (NC_ ("model", "In the picture")),
  { "group", NC_ ("model", "Group"), .help = NC_ ("model", "Blocks of one group stand together at the side") },
  { "hasWheel", NC_ ("model", "Has a quality wheel") },
  { "phases", NC_ ("model", "Phases") },
  { "retiredFrom", NC_ ("model", "Retired from"), .help = NC_ ("model", "What is written earlier stays") },
  { "id", NC_ ("model", "Id"), .hint = STYR_HINT_HIDDEN },
  END };

static const StyrMemberWords connectors_words[] = {
  { "from", NC_ ("model", "From") },
  { "to", NC_ ("model", "To") },
  { "kind", NC_ ("model", "Kind"), .help = NC_ ("model", "The arrow goes the way the information goes"), .choices = "connectorKind" },
  { "label", NC_ ("model", "Word on the line") },
  END };

static const StyrMemberWords pictures_words[] = {
  { "title", NC_ ("model", "Title") },
  { "caption", NC_ ("model", "Caption"), .hint = STYR_HINT_LONG },
  { "template", NC_ ("model", "Shape"), .choices = "template" },
  { "baseTint", NC_ ("model", "Colour") },
  GROUP (NC_ ("model", "Words in the picture")),
  { "whatLabel", NC_ ("model", "Word for what") },
  { "howLabel", NC_ ("model", "Word for how") },
  { "leftTitle", NC_ ("model", "Title of the left side") },
  { "rightTitle", NC_ ("model", "Title of the right side") },
  { "aroundLabel", NC_ ("model", "Word on the arrow around") },
  GROUP (NC_ ("model", "Shown")),
  { "hidesWheels", NC_ ("model", "Hide the quality wheels") },
  { "hidesConnectors", NC_ ("model", "Hide the connectors") },
  { "hidesStates", NC_ ("model", "Hide what exists and is missing") },
  { "places", NC_ ("model", "Places") },
  { "id", NC_ ("model", "Id"), .hint = STYR_HINT_HIDDEN },
  END };

static const StyrMemberWords places_words[] = {
  { "block", NC_ ("model", "Block") },
  { "axis", NC_ ("model", "Where"), .choices = "axis" },
  { "level", NC_ ("model", "Level") },
  { "order", NC_ ("model", "Order") },
  { "weight", NC_ ("model", "Width"), .help = NC_ ("model", "1 is as wide as the others") },
  END };

static const StyrMemberWords document_types_words[] = {
  { "name", NC_ ("model", "Name") },
  { "block", NC_ ("model", "Block") },
  { "sections", NC_ ("model", "Sections") },
  GROUP (NC_ ("model", "Words and description")),
  { "plural", NC_ ("model", "Plural"), .help = NC_ ("model", "“Goals”, when there are several") },
  { "definite", NC_ ("model", "Definite form"), .help = NC_ ("model", "As it stands in a sentence: “the plan”") },
  { "aliases", NC_ ("model", "Other names"), .help = NC_ ("model", "One on each line") },
  { "description", NC_ ("model", "Description"), .hint = STYR_HINT_LONG },
  { "family", NC_ ("model", "Family"), .choices = "family" },
  { "designation", NC_ ("model", "The model’s word for it"), .help = NC_ ("model", "What the model calls the document") },
  { "titlePattern", NC_ ("model", "Pattern of the title"), .help = NC_ ("model", "{unit}, {unitGenitive}, {year} and {term} are filled in"), .hint = STYR_HINT_PATTERN },
  GROUP (NC_ ("model", "Period")),
  { "period", NC_ ("model", "Period"), .choices = "period" },
  { "periodYears", NC_ ("model", "Years") },
  { "periodStartMonth", NC_ ("model", "Begins in"), .hint = STYR_HINT_MONTH },
  { "periodMonths", NC_ ("model", "Months"), .help = NC_ ("model", "Of what is for part of a year, such as an interim report") },
  { "cadence", NC_ ("model", "How many"), .choices = "cadence" },
  GROUP (NC_ ("model", "Who")),
  { "producers", NC_ ("model", "Made by") },
  { "preparers", NC_ ("model", "Prepared by") },
  { "informed", NC_ ("model", "Informed") },
  { "chain", NC_ ("model", "Way to the decision"), .help = NC_ ("model", "In order, who decides last"), .hint = STYR_HINT_ORDERED },
  { "goesOnConsultation", NC_ ("model", "Goes on consultation") },
  { "startDecision", NC_ ("model", "Start decided by") },
  { "decisionRules", NC_ ("model", "Who decides") },
  { "scopes", NC_ ("model", "May apply to"), .choices = "scope" },
  { "asksPolitical", NC_ ("model", "Asks whether the content is political") },
  { "asksLaw", NC_ ("model", "Asks whether the law demands the council") },
  GROUP (NC_ ("model", "Content")),
  { "requiredMetadata", NC_ ("model", "Required on the card"), .choices = "metadata" },
  { "requiredWhenJoint", NC_ ("model", "Required when decided with others"), .choices = "metadata" },
  { "isJoint", NC_ ("model", "Decided with others"), .help = NC_ ("model", "New documents say so on their card until somebody changes it") },
  { "allowedContent", NC_ ("model", "Allowed content"), .choices = "sectionKind" },
  { "forbiddenContent", NC_ ("model", "Forbidden content"), .choices = "sectionKind" },
  GROUP (NC_ ("model", "Connections and validity")),
  { "inputs", NC_ ("model", "Builds on") },
  { "followedUpBy", NC_ ("model", "Followed up by") },
  { "reviewMonths", NC_ ("model", "Reviewed after, months") },
  { "publication", NC_ ("model", "Published"), .choices = "publication" },
  { "internalAllowed", NC_ ("model", "May stay on the intranet") },
  { "retiredFrom", NC_ ("model", "Retired from"), .help = NC_ ("model", "What is written earlier stays") },
  { "id", NC_ ("model", "Id"), .hint = STYR_HINT_HIDDEN },
  END };

static const StyrMemberWords decision_rules_words[] = {
  { "scope", NC_ ("model", "When it applies to"), .choices = "scope" },
  { "political", NC_ ("model", "Political content"), .choices = "yesNo" },
  { "lawRequiresCouncil", NC_ ("model", "The law demands the council"), .choices = "yesNo" },
  { "decider", NC_ ("model", "Decides") },
  { "reason", NC_ ("model", "Reason"), .hint = STYR_HINT_LONG },
  END };

static const StyrMemberWords sections_words[] = {
  { "title", NC_ ("model", "Title") },
  { "help", NC_ ("model", "Help"), .hint = STYR_HINT_LONG },
  { "kind", NC_ ("model", "Kind"), .choices = "sectionKind" },
  { "required", NC_ ("model", "Required") },
  { "itemName", NC_ ("model", "One row is called") },
  { "preset", NC_ ("model", "Rows from the beginning"), .help = NC_ ("model", "One on each line") },
  { "goalType", NC_ ("model", "Goal type") },
  { "linkGoalType", NC_ ("model", "Goals they serve") },
  { "parentGoalType", NC_ ("model", "Goals that group them") },
  { "documentType", NC_ ("model", "Plan whose goals are meant") },
  { "scale", NC_ ("model", "Scale") },
  { "isRetired", NC_ ("model", "Retired"), .help = NC_ ("model", "Asked no more; what is written is still shown") },
  { "fields", NC_ ("model", "Fields") },
  { "id", NC_ ("model", "Id"), .hint = STYR_HINT_HIDDEN },
  END };

static const StyrMemberWords fields_words[] = {
  { "title", NC_ ("model", "Title") },
  { "help", NC_ ("model", "Help"), .hint = STYR_HINT_LONG },
  { "kind", NC_ ("model", "Kind"), .choices = "fieldKind" },
  { "required", NC_ ("model", "Required") },
  { "unit", NC_ ("model", "Measured in") },
  { "min", NC_ ("model", "Least") },
  { "max", NC_ ("model", "Most") },
  { "choices", NC_ ("model", "Choices") },
  { "placeholder", NC_ ("model", "Example in the empty field") },
  { "documentType", NC_ ("model", "Documents of the type") },
  { "mayNotApply", NC_ ("model", "May be “not applicable”"), .help = NC_ ("model", "With a reason") },
  { "isFilledAfterDecision",
    NC_ ("model", "Filled in after the decision"),
    .help = NC_ ("model", "Not missing before it, and can be written in afterwards") },
  { "isRetired", NC_ ("model", "Retired"), .help = NC_ ("model", "Asked no more; what is written is still shown") },
  { "id", NC_ ("model", "Id"), .hint = STYR_HINT_HIDDEN },
  END };

static const StyrMemberWords choices_words[] = {
  { "label", NC_ ("model", "Text") },
  { "id", NC_ ("model", "Id"), .hint = STYR_HINT_HIDDEN },
  END };

static const StyrMemberWords goal_types_words[] = {
  { "name", NC_ ("model", "Name") },
  { "plural", NC_ ("model", "Plural"), .help = NC_ ("model", "“Goals”, when there are several") },
  { "definite", NC_ ("model", "Definite form"), .help = NC_ ("model", "As it stands in a sentence: “the plan”") },
  { "help", NC_ ("model", "Help"), .hint = STYR_HINT_LONG },
  { "owner", NC_ ("model", "Owner") },
  { "parent", NC_ ("model", "Grouped under") },
  { "period", NC_ ("model", "Holds for"), .choices = "goalPeriod" },
  { "isAssignment", NC_ ("model", "Is an assignment") },
  { "labelStyle", NC_ ("model", "Labelled with"), .choices = "labelStyle" },
  GROUP (NC_ ("model", "Measuring")),
  { "scale", NC_ ("model", "Scale") },
  { "rollUp", NC_ ("model", "Weighed together") },
  { "needsCriteria", NC_ ("model", "Needs criteria") },
  { "criteriaMin", NC_ ("model", "At least so many criteria") },
  { "criterionKinds", NC_ ("model", "Kinds of criteria"), .choices = "criterionKind" },
  GROUP (NC_ ("model", "How many")),
  { "totalMin", NC_ ("model", "At least, in all"), .help = NC_ ("model", "0: no bound") },
  { "totalMax", NC_ ("model", "At most, in all") },
  { "perParentMin", NC_ ("model", "At least, in each group") },
  { "perParentMax", NC_ ("model", "At most, in each group") },
  { "perDocumentMin", NC_ ("model", "At least, in each document") },
  { "perDocumentMax", NC_ ("model", "At most, in each document") },
  GROUP (NC_ ("model", "Own fields")),
  { "fields", NC_ ("model", "Fields") },
  { "retiredFrom", NC_ ("model", "Retired from"), .help = NC_ ("model", "What is written earlier stays") },
  { "id", NC_ ("model", "Id"), .hint = STYR_HINT_HIDDEN },
  END };

static const StyrMemberWords scales_words[] = {
  { "name", NC_ ("model", "Name") },
  { "grades", NC_ ("model", "Grades") },
  { "id", NC_ ("model", "Id"), .hint = STYR_HINT_HIDDEN },
  END };

static const StyrMemberWords grades_words[] = {
  { "label", NC_ ("model", "Name") },
  { "shortLabel", NC_ ("model", "Short name") },
  { "symbol", NC_ ("model", "Symbol"), .help = NC_ ("model", "What says it besides the colour") },
  { "meaning", NC_ ("model", "Meaning"), .hint = STYR_HINT_LONG },
  { "reached", NC_ ("model", "Counts as reached") },
  { "assessable", NC_ ("model", "Can be assessed") },
  { "needsMeasure", NC_ ("model", "Needs a measure") },
  { "id", NC_ ("model", "Id"), .hint = STYR_HINT_HIDDEN },
  END };

static const StyrMemberWords roll_ups_words[] = {
  { "name", NC_ ("model", "Name") },
  { "strategy", NC_ ("model", "Way"), .choices = "strategy" },
  { "share", NC_ ("model", "Share, percent") },
  { "goalType", NC_ ("model", "Goal type") },
  { "id", NC_ ("model", "Id"), .hint = STYR_HINT_HIDDEN },
  END };

static const StyrMemberWords phases_words[] = {
  { "name", NC_ ("model", "Name") },
  { "description", NC_ ("model", "Description"), .hint = STYR_HINT_LONG },
  { "counts", NC_ ("model", "What it counts") },
  { "id", NC_ ("model", "Id"), .hint = STYR_HINT_HIDDEN },
  END };

static const StyrMemberWords counts_words[] = {
  { "count", NC_ ("model", "Counts"), .choices = "count" },
  { "documentTypes", NC_ ("model", "Of the document types") },
  { "previousYear", NC_ ("model", "The year before") },
  END };

static const StyrMemberWords occasions_words[] = {
  { "name", NC_ ("model", "Name") },
  { "cutOffMonth", NC_ ("model", "Figures up to, month"), .hint = STYR_HINT_MONTH },
  { "cutOffDay", NC_ ("model", "Figures up to, day") },
  { "isFinal", NC_ ("model", "Final"), .help = NC_ ("model", "Otherwise the assessments are a forecast") },
  { "documentType", NC_ ("model", "Report it gives") },
  { "submitters", NC_ ("model", "Handed in by") },
  { "receivers", NC_ ("model", "Received by") },
  { "strands", NC_ ("model", "What is followed up") },
  { "id", NC_ ("model", "Id"), .hint = STYR_HINT_HIDDEN },
  END };

static const StyrMemberWords strands_words[] = {
  { "strand", NC_ ("model", "Part"), .choices = "strand" },
  { "cutOffMonth", NC_ ("model", "Another month"), .hint = STYR_HINT_MONTH },
  { "cutOffDay", NC_ ("model", "Another day") },
  END };

static const StyrMemberWords calendar_rules_words[] = {
  { "title", NC_ ("model", "Title") },
  { "documentType", NC_ ("model", "Document type"), .help = NC_ ("model", "Without one: something that happens") },
  { "responsible", NC_ ("model", "Responsible") },
  { "phase", NC_ ("model", "Phase") },
  { "recurrence", NC_ ("model", "Recurs"), .choices = "recurrence" },
  GROUP (NC_ ("model", "Day")),
  { "yearOffset", NC_ ("model", "Years after the period’s first"), .help = NC_ ("model", "−1 is the year before") },
  { "startMonth", NC_ ("model", "From month"), .hint = STYR_HINT_MONTH },
  { "month", NC_ ("model", "Month"), .hint = STYR_HINT_MONTH },
  { "day", NC_ ("model", "Day") },
  { "electionYearMonth", NC_ ("model", "Month in an election year"), .hint = STYR_HINT_MONTH },
  { "electionYearDay", NC_ ("model", "Day in an election year") },
  { "note", NC_ ("model", "Note"), .hint = STYR_HINT_LONG },
  { "id", NC_ ("model", "Id"), .hint = STYR_HINT_HIDDEN },
  END };

static const StyrMemberWords rules_words[] = {
  { "id", NC_ ("model", "Number"), .hint = STYR_HINT_HIDDEN },
  { "title", NC_ ("model", "The rule"), .help = NC_ ("model", "In one sentence"), .hint = STYR_HINT_LONG },
  { "severity", NC_ ("model", "Severity"), .choices = "severity" },
  { "kind", NC_ ("model", "Kind"), .hint = STYR_HINT_HIDDEN },
  { "isOff", NC_ ("model", "Switched off") },
  GROUP (NC_ ("model", "What is checked")),
  { "documentTypes", NC_ ("model", "Document types") },
  { "otherDocumentTypes", NC_ ("model", "Other document types") },
  { "goalTypes", NC_ ("model", "Goal types") },
  { "otherGoalTypes", NC_ ("model", "Goals of the other types") },
  { "bodyTypes", NC_ ("model", "Kinds of bodies") },
  { "blocks", NC_ ("model", "Blocks") },
  { "sections", NC_ ("model", "Sections") },
  { "fields", NC_ ("model", "Fields") },
  { "words", NC_ ("model", "Words"), .help = NC_ ("model", "One on each line") },
  { "kinds", NC_ ("model", "Kinds"), .choices = "ruleKinds" },
  { "scope", NC_ ("model", "Scope"), .choices = "ruleScope" },
  { "per", NC_ ("model", "For each"), .choices = "rulePer" },
  { "text", NC_ ("model", "Text") },
  { "min", NC_ ("model", "Least") },
  { "max", NC_ ("model", "Most") },
  { "month", NC_ ("model", "Month"), .hint = STYR_HINT_MONTH },
  { "day", NC_ ("model", "Day") },
  { "yearOffset", NC_ ("model", "Years after the period’s first") },
  { "months", NC_ ("model", "Months") },
  { "exceptElectionYear", NC_ ("model", "Not in an election year") },
  { "decided", NC_ ("model", "Documents that count"), .choices = "ruleReach" },
  { "reasonCounts", NC_ ("model", "A reason is enough") },
  { "draftsToo", NC_ ("model", "Check drafts too"), .hint = STYR_HINT_HIDDEN },
  { "from", NC_ ("model", "Holds from") },
  GROUP (NC_ ("model", "For the reader")),
  { "remedy", NC_ ("model", "What to do about it"), .hint = STYR_HINT_LONG },
  { "paragraph", NC_ ("model", "Where the steering model says it") },
  { "notWaivable", NC_ ("model", "No exceptions") },
  { "isImplicit", NC_ ("model", "Rests on an interpretation") },
  END };

static const StyrMemberWords pending_rules_words[] = {
  { "id", NC_ ("model", "Number"), .hint = STYR_HINT_HIDDEN },
  { "title", NC_ ("model", "The rule"), .hint = STYR_HINT_LONG },
  { "reason", NC_ ("model", "What it waits for"), .hint = STYR_HINT_LONG },
  END };

static const StyrMemberWords feedback_types_words[] = {
  { "name", NC_ ("model", "Name") },
  { "kind", NC_ ("model", "Kind") },
  { "areas", NC_ ("model", "Areas"), .help = NC_ ("model", "One on each line") },
  { "id", NC_ ("model", "Id"), .hint = STYR_HINT_HIDDEN },
  END };

static const StyrMemberWords report_templates_words[] = {
  { "name", NC_ ("model", "Name") },
  { "documentType", NC_ ("model", "Document type") },
  { "chapters", NC_ ("model", "Chapters") },
  { "id", NC_ ("model", "Id"), .hint = STYR_HINT_HIDDEN },
  END };

static const StyrMemberWords chapters_words[] = {
  { "title", NC_ ("model", "Title") },
  { "section", NC_ ("model", "Section") },
  END };

static const StyrMemberWords terms_words[] = {
  { "name", NC_ ("model", "Name") },
  { "firstYear", NC_ ("model", "First year") },
  { "lastYear", NC_ ("model", "Last year") },
  { "id", NC_ ("model", "Id"), .hint = STYR_HINT_HIDDEN },
  END };

static const StyrMemberWords roles_words[] = {
  { "name", NC_ ("model", "Name") },
  { "intro", NC_ ("model", "Introduction"), .hint = STYR_HINT_LONG },
  { "tasks", NC_ ("model", "Tasks"), .help = NC_ ("model", "One on each line") },
  { "documentTypes", NC_ ("model", "Document types") },
  { "id", NC_ ("model", "Id"), .hint = STYR_HINT_HIDDEN },
  END };

static const StyrMemberWords statements_words[] = {
  { "title", NC_ ("model", "Title") },
  { "text", NC_ ("model", "Text"), .hint = STYR_HINT_LONG },
  { "blocks", NC_ ("model", "About the blocks") },
  { "id", NC_ ("model", "Id"), .hint = STYR_HINT_HIDDEN },
  END };

static const StyrMemberWords milestones_words[] = {
  { "title", NC_ ("model", "Title") },
  { "responsible", NC_ ("model", "Responsible") },
  { "dueOn", NC_ ("model", "Due on") },
  { "doneOn", NC_ ("model", "Done on") },
  { "note", NC_ ("model", "Note"), .hint = STYR_HINT_LONG },
  { "id", NC_ ("model", "Id"), .hint = STYR_HINT_HIDDEN },
  END };

static const StyrMemberWords history_words[] = {
  { "date", NC_ ("model", "Date"), .help = NC_ ("model", "A year is enough when the day isn’t known: 2003") },
  { "body", NC_ ("model", "Decided by") },
  { "note", NC_ ("model", "What happened"), .hint = STYR_HINT_LONG },
  END };

static const StyrListWords lists[] = {
  { "", NC_ ("model", "About the model"), NC_ ("model", "the model"), NULL,
    NC_ ("model", "What the model is called, what it applies to and who decided it."), model_words },
  { "bodyTypes", NC_ ("model", "Kinds of bodies"), NC_ ("model", "kind of body"), NC_ ("model", "New kind of body"),
    NC_ ("model", "Council, boards, departments and persons in office: who decides, prepares and is informed."), body_types_words },
  { "levels", NC_ ("model", "Levels"), NC_ ("model", "level"), NC_ ("model", "New level"),
    NC_ ("model", "The levels of the picture, the uppermost first."), levels_words },
  { "blocks", NC_ ("model", "Blocks"), NC_ ("model", "block"), NC_ ("model", "New block"),
    NC_ ("model", "What the model consists of."), blocks_words },
  { "connectors", NC_ ("model", "Connectors"), NC_ ("model", "connector"), NC_ ("model", "New connector"),
    NC_ ("model", "What builds on what, and what follows up what."), connectors_words },
  { "pictures", NC_ ("model", "Pictures"), NC_ ("model", "picture"), NC_ ("model", "New picture"),
    NC_ ("model", "The pictures of the model. The first is the main one."), pictures_words },
  { "places", NC_ ("model", "Places"), NC_ ("model", "place"), NC_ ("model", "Place a block"),
    NC_ ("model", "Where the blocks stand in the picture."), places_words },
  { "documentTypes", NC_ ("model", "Document types"), NC_ ("model", "document type"), NC_ ("model", "New document type"),
    NC_ ("model", "The documents of the model and what each of them contains."), document_types_words },
  { "decisionRules", NC_ ("model", "Who decides"), NC_ ("model", "condition"), NC_ ("model", "New condition"),
    NC_ ("model", "The first whose conditions hold decides."), decision_rules_words },
  { "sections", NC_ ("model", "Sections"), NC_ ("model", "section"), NC_ ("model", "New section"),
    NULL, sections_words },
  { "fields", NC_ ("model", "Fields"), NC_ ("model", "field"), NC_ ("model", "New field"),
    NULL, fields_words },
  { "choices", NC_ ("model", "Choices"), NC_ ("model", "choice"), NC_ ("model", "New choice"),
    NULL, choices_words },
  { "goalTypes", NC_ ("model", "Goal types"), NC_ ("model", "goal type"), NC_ ("model", "New goal type"),
    NC_ ("model", "What kinds of goals there are, who owns them and how they are measured."), goal_types_words },
  { "scales", NC_ ("model", "Scales"), NC_ ("model", "scale"), NC_ ("model", "New scale"),
    NC_ ("model", "The grades that goals are assessed by, the best first."), scales_words },
  { "grades", NC_ ("model", "Grades"), NC_ ("model", "grade"), NC_ ("model", "New grade"),
    NULL, grades_words },
  { "rollUps", NC_ ("model", "Weighing together"), NC_ ("model", "way of weighing"), NC_ ("model", "New way of weighing"),
    NC_ ("model", "How a grade is proposed from the goals that serve a goal. A person has the last word."), roll_ups_words },
  { "phases", NC_ ("model", "Phases of the quality wheel"), NC_ ("model", "phase"), NC_ ("model", "New phase"),
    NC_ ("model", "Clockwise from twelve."), phases_words },
  { "counts", NC_ ("model", "What it counts"), NC_ ("model", "count"), NC_ ("model", "New count"),
    NULL, counts_words },
  { "occasions", NC_ ("model", "Follow-up occasions"), NC_ ("model", "occasion"), NC_ ("model", "New occasion"),
    NC_ ("model", "When the year is followed up, and what."), occasions_words },
  { "strands", NC_ ("model", "What is followed up"), NC_ ("model", "part"), NC_ ("model", "New part"),
    NULL, strands_words },
  { "calendarRules", NC_ ("model", "Rules of the annual wheel"), NC_ ("model", "date"), NC_ ("model", "New date"),
    NC_ ("model", "When documents are due and when something happens."), calendar_rules_words },
  { "rules", NC_ ("model", "Rules"), NC_ ("model", "rule"), NC_ ("model", "New rule"),
    NC_ ("model", "What the model demands, and how the program checks it."), rules_words },
  { "pendingRules", NC_ ("model", "Rules not checked yet"), NC_ ("model", "rule"), NC_ ("model", "New rule"),
    NC_ ("model", "Rules that wait for something to be checked by."), pending_rules_words },
  { "feedbackTypes", NC_ ("model", "Kinds of feedback"), NC_ ("model", "kind of feedback"), NC_ ("model", "New kind of feedback"),
    NC_ ("model", "What residents say, and what it can be about."), feedback_types_words },
  { "reportTemplates", NC_ ("model", "Report templates"), NC_ ("model", "report template"), NC_ ("model", "New report template"),
    NC_ ("model", "The chapters of a report, and where they come from."), report_templates_words },
  { "chapters", NC_ ("model", "Chapters"), NC_ ("model", "chapter"), NC_ ("model", "New chapter"),
    NULL, chapters_words },
  { "terms", NC_ ("model", "Terms of office"), NC_ ("model", "term of office"), NC_ ("model", "New term of office"),
    NC_ ("model", "The terms of the council."), terms_words },
  { "roles", NC_ ("model", "Roles"), NC_ ("model", "role"), NC_ ("model", "New role"),
    NC_ ("model", "What the model asks of each and every one."), roles_words },
  { "statements", NC_ ("model", "Statements"), NC_ ("model", "statement"), NC_ ("model", "New statement"),
    NC_ ("model", "Sentences that sum the model up."), statements_words },
  { "milestones", NC_ ("model", "Milestones"), NC_ ("model", "milestone"), NC_ ("model", "New milestone"),
    NC_ ("model", "The project that makes the model."), milestones_words },
  { "history", NC_ ("model", "History"), NC_ ("model", "event"), NC_ ("model", "New event"),
    NC_ ("model", "How the model became what it is."), history_words },
};
/* clang-format on */

/**
 * styr_list_words_find:
 * @list: key of a list of the format, also of one inside an element; "" for the scalars
 *
 * Returns: (nullable): what is said of it; untranslated
 */
const StyrListWords *
styr_list_words_find (const char *list)
{
  g_return_val_if_fail (list != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    if (g_str_equal (lists[i].list, list))
      return &lists[i];
  return NULL;
}

/**
 * styr_member_words_find:
 * @list: key of a list, or "" for the scalars
 * @key: a member of its elements
 *
 * Returns: (nullable): what is said of the member; untranslated
 */
const StyrMemberWords *
styr_member_words_find (const char *list, const char *key)
{
  const StyrListWords *words = styr_list_words_find (list);

  g_return_val_if_fail (key != NULL, NULL);

  for (const StyrMemberWords *w = words != NULL ? words->members : NULL;
       w != NULL && (w->key != NULL || w->title != NULL);
       w++)
    if (g_strcmp0 (w->key, key) == 0)
      return w;
  return NULL;
}

/**
 * styr_model_word:
 * @word: (nullable): a text of these tables
 *
 * Returns: (nullable): it in the user's language
 */
const char *
styr_model_word (const char *word)
{
  return word != NULL ? g_dpgettext2 (GETTEXT_PACKAGE, "model", word) : NULL;
}

/**
 * styr_json_struct_find:
 *
 * Returns: (nullable): the member @key of @spec
 */
const StyrJsonMember *
styr_json_struct_find (const StyrJsonStruct *spec, const char *key)
{
  g_return_val_if_fail (spec != NULL && key != NULL, NULL);

  for (const StyrJsonMember *m = spec->members; m->key != NULL; m++)
    if (g_str_equal (m->key, key))
      return m;
  return NULL;
}

/**
 * styr_json_member_dup_values:
 *
 * Returns: (transfer full) (nullable) (element-type utf8): the values that @member may have, which
 * it owns; NULL when any will do
 */
GPtrArray *
styr_json_member_dup_values (const StyrJsonMember *member)
{
  GPtrArray *values;

  g_return_val_if_fail (member != NULL, NULL);

  if (member->kind != STYR_JSON_ENUM && member->allowed == NULL)
    return NULL;
  values = g_ptr_array_new ();
  if (member->kind == STYR_JSON_ENUM)
    {
      GEnumClass *values_class = g_type_class_ref (member->enum_type ());

      for (guint i = 0; i < values_class->n_values; i++)
        g_ptr_array_add (values, (gpointer) values_class->values[i].value_nick);
      g_type_class_unref (values_class);
    }
  else
    for (guint i = 0; member->allowed[i] != NULL; i++)
      g_ptr_array_add (values, (gpointer) member->allowed[i]);
  return values;
}
