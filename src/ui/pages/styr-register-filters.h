/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "styr-register-bars.h"

G_BEGIN_DECLS

gboolean styr_register_filters_has_words (StyrWorkspace *workspace,
                                          const StyrRegisterKind *kind,
                                          const char *const *words,
                                          StyrRecord *record);
char *styr_register_filters_dup_text (const StyrRegisterKind *kind,
                                      GPtrArray *marks,
                                      GPtrArray *choices,
                                      StyrRegisterBars *bars,
                                      const char *words);

G_END_DECLS
