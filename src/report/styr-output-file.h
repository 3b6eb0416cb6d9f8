/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * A file that is written beside its target and takes its place only when it is whole. Freed without
 * commit, it leaves nothing behind and the old target as it was.
 */
typedef struct _StyrOutputFile StyrOutputFile;

StyrOutputFile *styr_output_file_new (const char *path, GError **error);
const char *styr_output_file_get_temp (StyrOutputFile *self);
gboolean
styr_output_file_write (StyrOutputFile *self, const char *data, gsize length, GError **error);
gboolean styr_output_file_commit (StyrOutputFile *self, GError **error);
void styr_output_file_fail (StyrOutputFile *self, int error_number, GError **error);
void styr_output_file_free (StyrOutputFile *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StyrOutputFile, styr_output_file_free)

G_END_DECLS
