/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define STYR_TYPE_APPLICATION (styr_application_get_type ())
/** The program: one instance with one window; a second start raises the window of the first. */
G_DECLARE_FINAL_TYPE (StyrApplication, styr_application, STYR, APPLICATION, AdwApplication)

StyrApplication *styr_application_new (void);
char *styr_application_dup_language (void);

G_END_DECLS
