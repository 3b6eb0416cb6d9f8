/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "styr-report.h"

G_BEGIN_DECLS

/** What a paper consists of. */
typedef enum
{
  STYR_BLOCK_HEADING,
  STYR_BLOCK_PARAGRAPH,
  STYR_BLOCK_NOTE,  /* a gap, said as it is */
  STYR_BLOCK_LABEL, /* the name of what follows: a question, a field */
  STYR_BLOCK_PAIRS, /* a table of two columns without a header: words and what they are */
  STYR_BLOCK_TABLE,
  STYR_BLOCK_BAR, /* counts of each grade */
} StyrBlockKind;

typedef struct
{
  char *title;
  double weight;   /* share of the width */
  gboolean number; /* to the right */
  gboolean whole;  /* dates and the like, never on two lines */
} StyrReportColumn;

typedef struct
{
  char *label, *symbol;
  guint count;
} StyrReportShare;

typedef struct
{
  StyrBlockKind kind;
  int level;          /* heading: 2 and down; the title is 1 */
  char *text;         /* also a table's caption */
  gboolean quiet;     /* the caption says what the heading above says: for those who don't see it */
  GPtrArray *columns; /* StyrReportColumn* */
  GPtrArray *rows;    /* char**: as many as columns (pairs: two), NULL-terminated */
  gboolean has_total; /* the last row is a sum */
  GPtrArray *shares;  /* StyrReportShare* */
} StyrReportBlock;

/** A document as a paper, before it is written as HTML or PDF. */
typedef struct
{
  char *title, *municipality, *unit, *date, *type;
  gboolean is_example;
  gboolean is_landscape; /* its tables are wide */
  GPtrArray *blocks;     /* StyrReportBlock* */
} StyrReport;

StyrReport *styr_report_new (StyrDossier *dossier, const StyrReportInfo *info);
void styr_report_free (StyrReport *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StyrReport, styr_report_free)

gboolean styr_report_save_html (StyrReport *self, const char *path, GError **error);
gboolean styr_report_save_pdf (StyrReport *self, const char *path, GError **error);

StyrReportBlock *styr_report_add (StyrReport *self, StyrBlockKind kind, const char *text);
void styr_report_add_heading (StyrReport *self, int level, const char *text);
void styr_report_add_text (StyrReport *self, const char *label, const char *text);
void styr_report_add_gap (StyrReport *self, const char *label);
void
styr_block_add_column (StyrReportBlock *self, const char *title, double weight, gboolean number);
void styr_block_add_row (StyrReportBlock *self, ...) G_GNUC_NULL_TERMINATED;
void styr_block_take_row (StyrReportBlock *self, char **cells);
void styr_block_add_share (StyrReportBlock *self,
                           const StyrGrade *grade,
                           const char *label,
                           guint count);
const char *styr_report_not_filled_in (void);
void styr_report_drop_empty_columns (StyrReport *self);

G_END_DECLS
