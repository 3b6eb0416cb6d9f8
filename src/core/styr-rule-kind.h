/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "styr-check.h"

G_BEGIN_DECLS

/** A parameter of a kind: which member of a rule it reads, and what it means here. */
typedef struct
{
  const char *member; /* key in the package: "goalTypes" */
  const char *label;  /* N_() */
  gboolean needed;    /* a rule without it is wrong */
  const char *values; /* the only ones it knows, between blanks; NULL = any */
} StyrRuleParam;

/** A kind of rule: a pure function over the inventory, with the parameters it takes. */
typedef struct
{
  const char *nick;
  const char *title;        /* N_(): a name for menus */
  const char *explanation;  /* N_(): what it finds, one sentence */
  StyrRuleParam params[12]; /* ended by a NULL member */
  void (*check) (StyrCheck *check);
} StyrRuleKind;

/* The kinds, by what they look at; each table ends with a NULL nick */
extern const StyrRuleKind styr_rule_kinds_goal[];
extern const StyrRuleKind styr_rule_kinds_links[];
extern const StyrRuleKind styr_rule_kinds_graph[];
extern const StyrRuleKind styr_rule_kinds_follow_up[];
extern const StyrRuleKind styr_rule_kinds_decision[];
extern const StyrRuleKind styr_rule_kinds_unit[];
extern const StyrRuleKind styr_rule_kinds_document[];
extern const StyrRuleKind styr_rule_kinds_card[];
extern const StyrRuleKind styr_rule_kinds_life[];
extern const StyrRuleKind styr_rule_kinds_content[];
extern const StyrRuleKind styr_rule_kinds_words[];
extern const StyrRuleKind styr_rule_kinds_model[];

const StyrRuleKind *styr_rule_kind_find (const char *nick);
GPtrArray *styr_rule_kinds_list (void);
const StyrRuleParam *styr_rule_kind_find_param (const StyrRuleKind *kind, const char *member);
gboolean styr_rule_asks_same (const StyrRule *rule, const StyrRule *other);
gboolean styr_rule_check_params (const StyrRule *rule, guint index, GError **error);

G_END_DECLS
