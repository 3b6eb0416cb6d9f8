/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "styr-workspace-findings.h"

G_BEGIN_DECLS

#define STYR_TYPE_FINDINGS_WATCH (styr_findings_watch_get_type ())
/** Tells when the findings are reckoned anew: a quiet moment after something changed, so that no
 * edit waits for it. Signal: "updated". There is one for each workspace. */
G_DECLARE_FINAL_TYPE (StyrFindingsWatch, styr_findings_watch, STYR, FINDINGS_WATCH, GObject)

StyrFindingsWatch *styr_findings_watch_get (StyrWorkspace *workspace);
void styr_findings_watch_update (StyrFindingsWatch *self);
void styr_findings_watch_stop (StyrFindingsWatch *self);
gboolean styr_findings_watch_is_current (StyrFindingsWatch *self);
guint styr_findings_watch_get_n_waiting (StyrFindingsWatch *self);
gboolean styr_findings_watch_breaks (StyrFindingsWatch *self, const char *document_id);
gboolean styr_findings_watch_is_new (StyrFindingsWatch *self, const char *finding_id);

G_END_DECLS
