/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "styr-check.h"

/** A model with goals on two levels, a plan, a report and one rule, and rows to try it on. */
typedef struct
{
  StyrModel *model;
  StyrInventory *inventory;
} RuleRows;

RuleRows *rule_rows_new (const char *rule);
void rule_rows_free (RuleRows *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RuleRows, rule_rows_free)

void rule_rows_add (RuleRows *self, const char *table, const char *rows);
void rule_rows_assert (RuleRows *self, const char *objects);
void rule_rows_assert_text (RuleRows *self, const char *object, const char *part);
void rule_rows_assert_opens (RuleRows *self, const char *object, const char *document);
