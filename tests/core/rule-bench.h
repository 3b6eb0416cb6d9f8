/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "styr-check.h"

/** A small model with one rule, and an inventory to try it on. */
typedef struct
{
  StyrModel *model;
  StyrInventory *inventory;
} RuleBench;

RuleBench *rule_bench_new (const char *rule, int year, const char *today);
RuleBench *rule_bench_new_with (const char *rule, const char *members, int year, const char *today);
void rule_bench_free (RuleBench *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RuleBench, rule_bench_free)

void rule_bench_add_document (RuleBench *self,
                              const char *id,
                              const char *type,
                              const char *unit,
                              int year,
                              const char *decided_by,
                              const char *decided_on);
void rule_bench_add_columns (RuleBench *self, const char *document, const char *columns);
void rule_bench_add_value (
    RuleBench *self, const char *document, const char *owner, const char *field, const char *value);
void rule_bench_assert (RuleBench *self, const char *objects);
