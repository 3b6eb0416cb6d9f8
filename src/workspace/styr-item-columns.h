/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "styr-workspace.h"

G_BEGIN_DECLS

typedef enum
{
  STYR_ITEM_TEXT,
  STYR_ITEM_DATE,
  STYR_ITEM_NUMBER,
  STYR_ITEM_WHOLE,
  STYR_ITEM_PERCENT, /* 0 to 100 */
  STYR_ITEM_BODY,    /* the id of a body type */
  STYR_ITEM_COUNT,   /* whole, not negative */
  STYR_ITEM_NICK,    /* one of some words */
  STYR_ITEM_GOAL,    /* the id of a goal */
  STYR_ITEM_UNIT,
  STYR_ITEM_DOCUMENT,
  STYR_ITEM_FLAG,  /* "1" or "0" */
  STYR_ITEM_GRADE, /* a grade of the goal's scale */
} StyrItemValue;

/** A column that a user may write in, of a document's card or of its parts. */
typedef struct
{
  const char *kind, *column;
  StyrItemValue value;
  const char *title;   /* untranslated: give it to gettext */
  gboolean never_null; /* an empty text is stored as "" */
  const char *nicks;   /* words apart by blanks */
} StyrItemColumn;

/** Whether a column may still be written when it has been decided. */
typedef enum
{
  STYR_LATE_NEVER,
  STYR_LATE_ONCE,   /* it comes with the minutes: as long as it is empty */
  STYR_LATE_ALWAYS, /* it is about what became of it, or who was told */
} StyrLate;

StyrLate styr_item_column_get_late (const char *kind, const char *column);
gboolean styr_item_may_set (StyrRecord *record, gboolean is_decided, const char *column);
const StyrItemColumn *styr_item_column_find (const char *kind, const char *column);
const char *styr_item_column_get_title (const StyrItemColumn *self);
const char *styr_item_kind_get_name (const char *kind);
gboolean styr_item_column_check_given (const StyrItemColumn *self,
                                       StyrWorkspace *workspace,
                                       const char *value,
                                       GError **error);

G_END_DECLS
