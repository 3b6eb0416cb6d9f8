/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "styr-rule-kind.h"

const StyrRuleKind styr_rule_kinds_follow_up[] = { { 0 } };
