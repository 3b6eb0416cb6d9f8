/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-workspace-struct.h"

#include "styr-locale.h"

/* What is looked at: the unit, the year and the day, and what is reckoned for them. */

/** Shows @records in @list. @records: (transfer full) */
void
styr_workspace_take_list (StyrRecordList *list, GPtrArray *records)
{
  g_return_if_fail (records != NULL);
  styr_record_list_update (list, records);
  g_ptr_array_unref (records);
}

/* Another unit, year or day is looked at, or another model. */
void
styr_workspace_context_changed (StyrWorkspace *self)
{
  styr_workspace_forget_overviews (self);
  if (self->documents != NULL)
    styr_workspace_take_list (self->documents, styr_workspace_load_documents (self));
  g_signal_emit_by_name (self, "context-changed");
}

/** @unit_id: (nullable): NULL looks at the whole municipality */
void
styr_workspace_set_unit_id (StyrWorkspace *self, const char *unit_id)
{
  g_return_if_fail (STYR_IS_WORKSPACE (self));

  if (g_strcmp0 (self->unit_id, unit_id) == 0)
    return;
  g_free (self->unit_id);
  self->unit_id = g_strdup (unit_id);
  styr_workspace_context_changed (self);
  g_object_notify (G_OBJECT (self), "unit-id");
}

void
styr_workspace_set_year (StyrWorkspace *self, int year)
{
  g_return_if_fail (STYR_IS_WORKSPACE (self));

  if (self->year == year)
    return;
  self->year = year;
  styr_workspace_context_changed (self);
  g_object_notify (G_OBJECT (self), "year");
}

/** Sets which day it is (ISO): what is late and where the hand of the wheel stands. By default the
 * clock's, or STYR_TODAY. */
void
styr_workspace_set_today (StyrWorkspace *self, const char *iso_date)
{
  g_autoptr (GDate) date = NULL;

  g_return_if_fail (STYR_IS_WORKSPACE (self));
  g_return_if_fail (iso_date != NULL);
  date = styr_date_from_iso (iso_date);
  g_return_if_fail (date != NULL);

  if (g_str_equal (self->today, iso_date))
    return;
  g_free (self->today);
  self->today = g_strdup (iso_date);
  g_object_freeze_notify (G_OBJECT (self));
  styr_workspace_reload_model (self);
  styr_model_shelf_refresh_list (self->shelf);
  styr_workspace_settle_quietly (self);
  styr_workspace_context_changed (self);
  g_object_thaw_notify (G_OBJECT (self));
}

/** Goes over to the clock's day when it is another: a window may stay open over midnight. A day
 * given in STYR_TODAY stays. */
void
styr_workspace_follow_day (StyrWorkspace *self)
{
  g_autofree char *today = styr_today ();

  g_return_if_fail (STYR_IS_WORKSPACE (self));

  if (g_getenv ("STYR_TODAY") == NULL)
    styr_workspace_set_today (self, today);
}

/** Reads everything anew when somebody else has written in the database: another window, or a
 * colleague. */
void
styr_workspace_follow_others (StyrWorkspace *self)
{
  g_return_if_fail (STYR_IS_WORKSPACE (self));
  styr_store_notice_others (self->store);
}

const char *
styr_workspace_get_today (StyrWorkspace *self)
{
  g_return_val_if_fail (STYR_IS_WORKSPACE (self), NULL);
  return self->today;
}

/** Returns: (transfer none) (nullable): the context's overview, until the next change; NULL before
 * there is a model */
StyrOverview *
styr_workspace_get_overview (StyrWorkspace *self)
{
  g_return_val_if_fail (STYR_IS_WORKSPACE (self), NULL);

  if (self->overview == NULL && styr_workspace_get_model (self) != NULL)
    self->overview = styr_workspace_reckon_overview (self, self->year);
  return self->overview;
}

/** Returns: (transfer full) (element-type StyrOverview): the years before the context's that have
 * documents, newest first, at most three */
GPtrArray *
styr_workspace_dup_earlier_overviews (StyrWorkspace *self)
{
  g_return_val_if_fail (STYR_IS_WORKSPACE (self), NULL);

  if (self->earlier == NULL)
    self->earlier = styr_workspace_reckon_earlier (self);
  return g_ptr_array_ref (self->earlier);
}
