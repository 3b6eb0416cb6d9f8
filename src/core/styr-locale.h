/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *styr_collate_key (const char *text);
int styr_collate (const char *a, const char *b);
char *styr_format_number (double value, int decimals);
char *styr_format_money (gint64 kronor, const char *unit);
char *styr_format_date (const char *iso_date);
char *styr_format_paragraph (const char *section_no);
gboolean styr_parse_number (const char *text, double *value);
gboolean styr_parse_date (const char *text, char **iso_date);
gboolean styr_looks_like_date (const char *text);
GDate *styr_date_from_iso (const char *iso_date);
char *styr_date_to_iso (const GDate *date);
char *styr_date_dup_day_before (const char *iso_date);
char *styr_today (void);

G_END_DECLS
