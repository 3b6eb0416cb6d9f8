/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

/* The nick of every value is the text that is stored in packages and in the database: never change
 * one after a release. */

G_BEGIN_DECLS

/** What a field of a form holds; drives widget, validation, Excel format and report. */
typedef enum
{
  STYR_FIELD_TEXT,
  STYR_FIELD_LONG_TEXT,
  STYR_FIELD_NUMBER,
  STYR_FIELD_MONEY,
  STYR_FIELD_PERCENT,
  STYR_FIELD_YEAR,
  STYR_FIELD_DATE,
  STYR_FIELD_CHOICE,
  STYR_FIELD_FLAG,
  STYR_FIELD_UNIT,
  STYR_FIELD_REFERENCE,
} StyrFieldKind;

/** Which editor, table and report block a section of a document has. */
typedef enum
{
  STYR_SECTION_FIELDS,
  STYR_SECTION_ROWS,
  STYR_SECTION_GOALS,
  STYR_SECTION_ASSESSMENTS,
  STYR_SECTION_ACTIVITIES,
  STYR_SECTION_MEASURES,
  STYR_SECTION_FEEDBACK,
  STYR_SECTION_ECONOMY,
  STYR_SECTION_DECISION,
} StyrSectionKind;

/** Which period a document covers. */
typedef enum
{
  STYR_PERIOD_NONE,
  STYR_PERIOD_YEAR,
  STYR_PERIOD_BROKEN_YEAR,
  STYR_PERIOD_ROLLING_YEARS,
  STYR_PERIOD_TERM,
  STYR_PERIOD_UNTIL_FURTHER_NOTICE,
} StyrPeriodType;

/** How many documents of a type are expected. */
typedef enum
{
  STYR_CADENCE_ON_DEMAND,
  STYR_CADENCE_STANDING,
  STYR_CADENCE_PER_TERM,
  STYR_CADENCE_PER_YEAR,
  STYR_CADENCE_PER_UNIT_AND_YEAR,
} StyrCadence;

typedef enum
{
  STYR_DOCUMENT_DRAFT,
  STYR_DOCUMENT_PREPARED,
  STYR_DOCUMENT_CONSULTATION,
  STYR_DOCUMENT_DECIDED,
  STYR_DOCUMENT_PUBLISHED,
  STYR_DOCUMENT_SUPERSEDED,
  STYR_DOCUMENT_REVOKED,
} StyrDocumentStatus;

typedef enum
{
  STYR_POLITICS_POLITICAL,
  STYR_POLITICS_ADMINISTRATIVE,
  STYR_POLITICS_MIXED,
} StyrPolitics;

typedef enum
{
  STYR_AXIS_MIDDLE,
  STYR_AXIS_LEFT,
  STYR_AXIS_RIGHT,
  STYR_AXIS_BASE,
} StyrAxis;

typedef enum
{
  STYR_CONNECTOR_FEEDS,
  STYR_CONNECTOR_FOLLOWS_UP,
  STYR_CONNECTOR_LOOP,
} StyrConnectorKind;

/** The state of a block or a thing in the chosen context. Shown as symbol + number + word, never as
 * a colour only. */
typedef enum
{
  STYR_STATE_NOT_APPLICABLE,
  STYR_STATE_IN_FORCE,
  STYR_STATE_DRAFT,
  STYR_STATE_MISSING,
  STYR_STATE_LATE,
} StyrState;

/** How one tells that a goal has been reached. */
typedef enum
{
  STYR_CRITERION_TEXT,
  STYR_CRITERION_NUMBER,
  STYR_CRITERION_EVENT,
} StyrCriterionKind;

/** Whose judgement an assessment is: they stand side by side and never overwrite each other. */
typedef enum
{
  STYR_STAGE_PROPOSAL,
  STYR_STAGE_DECISION,
  STYR_STAGE_BOARD,
} StyrStage;

typedef enum
{
  STYR_TREND_UNKNOWN,
  STYR_TREND_IMPROVED,
  STYR_TREND_UNCHANGED,
  STYR_TREND_WORSENED,
} StyrTrend;

typedef enum
{
  STYR_LINK_DIRECT,
  STYR_LINK_INDIRECT,
} StyrLinkKind;

/** Progress of an activity or a measure. */
typedef enum
{
  STYR_PROGRESS_PLANNED,
  STYR_PROGRESS_ONGOING,
  STYR_PROGRESS_DONE,
  STYR_PROGRESS_STOPPED,
} StyrProgress;

/** What a phase of the quality wheel counts. */
typedef enum
{
  STYR_COUNT_DOCUMENTS,
  STYR_COUNT_GOALS,
  STYR_COUNT_ACTIVITIES,
  STYR_COUNT_ASSESSMENTS,
  STYR_COUNT_MEASURES,
} StyrCountKind;

G_END_DECLS
