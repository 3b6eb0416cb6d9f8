/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-report-blocks.h"

#include <glib/gi18n-lib.h>

static void
column_free (StyrReportColumn *column)
{
  g_free (column->title);
  g_free (column);
}

static void
share_free (StyrReportShare *share)
{
  g_free (share->label);
  g_free (share->symbol);
  g_free (share);
}

static void
block_free (StyrReportBlock *block)
{
  g_free (block->text);
  g_ptr_array_unref (block->columns);
  g_ptr_array_unref (block->rows);
  g_ptr_array_unref (block->shares);
  g_free (block);
}

void
styr_report_free (StyrReport *self)
{
  if (self == NULL)
    return;
  g_free (self->title);
  g_free (self->municipality);
  g_free (self->unit);
  g_free (self->date);
  g_free (self->type);
  g_ptr_array_unref (self->blocks);
  g_free (self);
}

/** Adds a block at the end; it is the report's. */
StyrReportBlock *
styr_report_add (StyrReport *self, StyrBlockKind kind, const char *text)
{
  StyrReportBlock *block = g_new0 (StyrReportBlock, 1);

  if (self->blocks == NULL)
    self->blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) block_free);
  block->kind = kind;
  block->text = text != NULL ? g_utf8_make_valid (text, -1) : NULL;
  block->columns = g_ptr_array_new_with_free_func ((GDestroyNotify) column_free);
  block->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  block->shares = g_ptr_array_new_with_free_func ((GDestroyNotify) share_free);
  g_ptr_array_add (self->blocks, block);
  return block;
}

/** Adds a heading; 2 is the highest below the title. */
void
styr_report_add_heading (StyrReport *self, int level, const char *text)
{
  styr_report_add (self, STYR_BLOCK_HEADING, text)->level = level;
}

/** Adds a text under its label (NULL = none), a paragraph a line. */
void
styr_report_add_text (StyrReport *self, const char *label, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  if (label != NULL)
    styr_report_add (self, STYR_BLOCK_LABEL, label);
  for (char **line = lines; *line != NULL; line++)
    if (*g_strstrip (*line) != '\0')
      styr_report_add (self, STYR_BLOCK_PARAGRAPH, *line);
}

/** What stands where something should have been. */
const char *
styr_report_not_filled_in (void)
{
  return _ ("Not filled in");
}

/** Says that something isn't filled in. */
void
styr_report_add_gap (StyrReport *self, const char *label)
{
  if (label != NULL)
    styr_report_add (self, STYR_BLOCK_LABEL, label);
  styr_report_add (self, STYR_BLOCK_NOTE, styr_report_not_filled_in ());
}

/** Adds a column to a table. */
void
styr_block_add_column (StyrReportBlock *self, const char *title, double weight, gboolean number)
{
  StyrReportColumn *column = g_new0 (StyrReportColumn, 1);

  column->title = g_strdup (title);
  column->weight = weight;
  column->number = number;
  g_ptr_array_add (self->columns, column);
}

/** Adds a row; @cells is taken. */
void
styr_block_take_row (StyrReportBlock *self, char **cells)
{
  g_ptr_array_add (self->rows, cells);
}

/** Adds a row of texts, NULL-terminated: an empty cell is "". */
void
styr_block_add_row (StyrReportBlock *self, ...)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  const char *text;
  va_list args;

  va_start (args, self);
  while ((text = va_arg (args, const char *)) != NULL)
    {
      g_autofree char *valid = g_utf8_make_valid (text, -1);

      g_strv_builder_add (builder, valid);
    }
  va_end (args);
  styr_block_take_row (self, g_strv_builder_end (builder));
}

/** Adds a grade's count to a bar; without a grade, @label alone. */
void
styr_block_add_share (StyrReportBlock *self, const StyrGrade *grade, const char *label, guint count)
{
  StyrReportShare *share = g_new0 (StyrReportShare, 1);

  share->label = g_strdup (label);
  share->symbol = g_strdup (grade != NULL && grade->symbol != NULL ? grade->symbol : "–");
  share->count = count;
  g_ptr_array_add (self->shares, share);
}

static gboolean
is_empty_column (const StyrReportBlock *block, guint column)
{
  for (guint i = 0; i < block->rows->len; i++)
    if (*((char **) g_ptr_array_index (block->rows, i))[column] != '\0')
      return FALSE;
  return TRUE;
}

static void
drop_column (StyrReportBlock *block, guint column)
{
  guint n = block->columns->len;

  for (guint i = 0; i < block->rows->len; i++)
    {
      char **row = g_ptr_array_index (block->rows, i);

      g_free (row[column]);
      for (guint j = column; j < n; j++)
        row[j] = row[j + 1]; /* the last one is the NULL at the end */
    }
  g_ptr_array_remove_index (block->columns, column);
}

/** Takes away the columns of tables where nothing stands: a paper has no use for them. */
void
styr_report_drop_empty_columns (StyrReport *self)
{
  g_return_if_fail (self != NULL);

  for (guint i = 0; i < self->blocks->len; i++)
    {
      StyrReportBlock *block = g_ptr_array_index (self->blocks, i);

      if (block->kind != STYR_BLOCK_TABLE || block->rows->len == 0)
        continue;
      for (guint j = block->columns->len; j > 1; j--)
        if (is_empty_column (block, j - 1))
          drop_column (block, j - 1);
    }
}
