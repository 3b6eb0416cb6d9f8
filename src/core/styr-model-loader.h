/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "styr-json-reader.h"

G_BEGIN_DECLS

/** The lists of a package, in the order of the format's documentation. */
typedef enum
{
  STYR_LIST_BODY_TYPES,
  STYR_LIST_LEVELS,
  STYR_LIST_BLOCKS,
  STYR_LIST_CONNECTORS,
  STYR_LIST_PICTURES,
  STYR_LIST_DOCUMENT_TYPES,
  STYR_LIST_GOAL_TYPES,
  STYR_LIST_SCALES,
  STYR_LIST_PHASES,
  STYR_LIST_OCCASIONS,
  STYR_LIST_CALENDAR_RULES,
  STYR_LIST_FEEDBACK_TYPES,
  STYR_LIST_REPORT_TEMPLATES,
  STYR_LIST_HISTORY,
  STYR_LIST_TERMS,
  STYR_LIST_ROLL_UPS,
  STYR_LIST_RULES,
  STYR_LIST_PENDING_RULES,
  STYR_LIST_ROLES,
  STYR_LIST_STATEMENTS,
  STYR_LIST_MILESTONES,
  STYR_N_LISTS,
} StyrModelList;

typedef struct
{
  char *format, *id, *name, *municipality, *description, *source, *applies_to, *owner, *follow_up,
      *status, *decided_by, *decided_on, *section_no, *registration_no, *valid_from, *valid_to,
      *interim_until, *replaces, *version;
  int format_version;
  GHashTable *terminology; /* char* to char* */
  GPtrArray *lists[STYR_N_LISTS];
} StyrModelData;

const char *styr_model_list_get_key (StyrModelList list);
const StyrJsonStruct *styr_model_list_get_struct (StyrModelList list);
StyrModelList styr_model_list_from_key (const char *key);
const StyrJsonMember *styr_model_get_scalars (void);
StyrModelData *styr_model_data_read (JsonNode *root, GError **error);
void styr_model_data_free (StyrModelData *data);
const char *styr_model_data_get_text (StyrModelData *data, const char *member);

G_END_DECLS
