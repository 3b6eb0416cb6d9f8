/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "styr-report-blocks.h"

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/* A4 in points */
#define STYR_PAGE_SHORT 595.28
#define STYR_PAGE_LONG 841.89
#define STYR_PAGE_SIDE 56.0
#define STYR_PAGE_TOP 70.0
#define STYR_PAGE_BOTTOM 64.0

typedef struct
{
  double red, green, blue;
} StyrInk;

extern const StyrInk styr_ink_text, styr_ink_muted, styr_ink_head, styr_ink_line, styr_ink_tint,
    styr_ink_white;

/** Where on which page the writing is. */
typedef struct
{
  cairo_surface_t *surface;
  cairo_t *cr;
  const StyrReport *report;
  double y;
  int page;    /* the first is 1 */
  int n_pages; /* 0 in the round that counts them */
} StyrPage;

double styr_page_get_width (const StyrPage *self);
double styr_page_get_height (const StyrPage *self);
double styr_page_get_body (const StyrPage *self);
void styr_page_ink (StyrPage *self, const StyrInk *ink);
PangoLayout *
styr_page_new_layout (StyrPage *self, const char *text, double size, gboolean bold, double width);
double styr_page_measure (PangoLayout *layout);
double styr_page_get_room (StyrPage *self);
void styr_page_begin (StyrPage *self);
void styr_page_next (StyrPage *self);
void styr_page_tag (StyrPage *self, const char *tag);
void styr_page_untag (StyrPage *self, const char *tag);
int styr_page_show_lines (
    StyrPage *self, PangoLayout *layout, double x, double y, int first, double room, double *used);
void styr_page_flow (StyrPage *self, PangoLayout *layout, const char *tag, double x);
void styr_page_add_table (StyrPage *self, const StyrReportBlock *block);

G_END_DECLS
