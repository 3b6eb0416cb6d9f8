/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

typedef enum
{
  STYR_FAULT_ANSWER_RETRY,
  STYR_FAULT_ANSWER_RESTORE,
  STYR_FAULT_ANSWER_START_BESIDE,
  STYR_FAULT_ANSWER_QUIT,
} StyrFaultAnswer;

#define STYR_TYPE_FAULT_PAGE (styr_fault_page_get_type ())
/** Says that the database can't be opened, why, and what can be done. Signal "answered" (int:
 * StyrFaultAnswer). Nothing is touched before an answer. */
G_DECLARE_FINAL_TYPE (StyrFaultPage, styr_fault_page, STYR, FAULT_PAGE, GtkBox)

GtkWidget *styr_fault_page_new (const GError *error, const char *copy_path);

G_END_DECLS
