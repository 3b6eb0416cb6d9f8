/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-fault-page.h"

#include "styr-locale.h"
#include "styr-workspace.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

struct _StyrFaultPage
{
  GtkBox parent_instance;

  GtkWidget *status;
  GtkWidget *answers;
};

enum
{
  SIGNAL_ANSWERED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StyrFaultPage, styr_fault_page, GTK_TYPE_BOX)

typedef struct
{
  StyrWorkspaceError code;
  const char *icon;
  const char *title;
} Fault;

/* The error's own sentence says what has happened and what can be done; these head it. */
static const Fault faults[] = {
  { STYR_WORKSPACE_ERROR_TOO_NEW,
    "software-update-available-symbolic",
    N_ ("The database is made with a newer version") },
  { STYR_WORKSPACE_ERROR_DAMAGED, "dialog-warning-symbolic", N_ ("The database is damaged") },
  { STYR_WORKSPACE_ERROR_BUSY, "changes-prevent-symbolic", N_ ("The database is in use") },
  { STYR_WORKSPACE_ERROR_ACCESS, "changes-prevent-symbolic", N_ ("The database can’t be reached") },
  { STYR_WORKSPACE_ERROR_WRITE, "drive-harddisk-symbolic", N_ ("The database can’t be written") },
  { STYR_WORKSPACE_ERROR_FAILED, "dialog-warning-symbolic", N_ ("The database can’t be opened") },
};

static const Fault *
find_fault (const GError *error)
{
  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    if (g_error_matches (error, STYR_WORKSPACE_ERROR, (int) faults[i].code))
      return &faults[i];
  return &faults[G_N_ELEMENTS (faults) - 1];
}

static void
answer_cb (GtkButton *button, gpointer user_data)
{
  StyrFaultPage *self =
      STYR_FAULT_PAGE (gtk_widget_get_ancestor (GTK_WIDGET (button), STYR_TYPE_FAULT_PAGE));

  g_signal_emit (self, signals[SIGNAL_ANSWERED], 0, GPOINTER_TO_INT (user_data));
}

static void
add_answer (StyrFaultPage *self, StyrFaultAnswer answer, const char *label, const char *note)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_add_css_class (button, "pill");
  if (gtk_widget_get_first_child (self->answers) == NULL)
    gtk_widget_add_css_class (button, "suggested-action");
  g_signal_connect (button, "clicked", G_CALLBACK (answer_cb), GINT_TO_POINTER (answer));
  gtk_box_append (GTK_BOX (self->answers), button);
  if (note != NULL)
    {
      GtkWidget *caption = gtk_label_new (note);

      gtk_label_set_wrap (GTK_LABEL (caption), TRUE);
      gtk_label_set_justify (GTK_LABEL (caption), GTK_JUSTIFY_CENTER);
      gtk_widget_add_css_class (caption, "caption");
      gtk_widget_add_css_class (caption, "dim-label");
      gtk_widget_set_margin_bottom (caption, 6);
      gtk_box_append (GTK_BOX (self->answers), caption);
    }
}

static char *
describe_copy (const char *path)
{
  GStatBuf info;
  g_autoptr (GDateTime) time = NULL;
  g_autofree char *iso = NULL;
  g_autofree char *date = NULL;

  if (g_stat (path, &info) != 0)
    return NULL;
  time = g_date_time_new_from_unix_local (info.st_mtime);
  iso = g_date_time_format (time, "%Y-%m-%d");
  date = styr_format_date (iso);
  return g_strdup_printf (_ ("From %s. What was done after that is only in the damaged file."),
                          date);
}

static void
add_answers (StyrFaultPage *self, const Fault *fault, const char *copy_path)
{
  if (fault->code == STYR_WORKSPACE_ERROR_DAMAGED)
    {
      if (copy_path != NULL)
        {
          g_autofree char *note = describe_copy (copy_path);

          add_answer (self, STYR_FAULT_ANSWER_RESTORE, _ ("_Restore the latest copy"), note);
        }
      add_answer (self,
                  STYR_FAULT_ANSWER_START_BESIDE,
                  _ ("_Start a new database"),
                  copy_path == NULL ? _ ("There is no copy to restore.") : NULL);
    }
  else if (fault->code != STYR_WORKSPACE_ERROR_TOO_NEW)
    add_answer (self, STYR_FAULT_ANSWER_RETRY, _ ("_Try again"), NULL);
  add_answer (self, STYR_FAULT_ANSWER_QUIT, _ ("_Quit"), NULL);
}

static void
styr_fault_page_class_init (StyrFaultPageClass *klass)
{
  signals[SIGNAL_ANSWERED] = g_signal_new ("answered",
                                           STYR_TYPE_FAULT_PAGE,
                                           G_SIGNAL_RUN_LAST,
                                           0,
                                           NULL,
                                           NULL,
                                           NULL,
                                           G_TYPE_NONE,
                                           1,
                                           G_TYPE_INT);
}

static void
styr_fault_page_init (StyrFaultPage *self)
{
  GtkWidget *header = adw_header_bar_new ();

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (header, "flat");
  self->status = adw_status_page_new ();
  gtk_widget_set_vexpand (self->status, TRUE);
  self->answers = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_widget_set_halign (self->answers, GTK_ALIGN_CENTER);
  adw_status_page_set_child (ADW_STATUS_PAGE (self->status), self->answers);
  gtk_box_append (GTK_BOX (self), header);
  gtk_box_append (GTK_BOX (self), self->status);
}

/**
 * @error: why the database couldn't be opened
 * @copy_path: (nullable): the latest copy, which can be restored
 */
GtkWidget *
styr_fault_page_new (const GError *error, const char *copy_path)
{
  StyrFaultPage *self;
  const Fault *fault;
  g_autofree char *escaped = NULL;

  g_return_val_if_fail (error != NULL, NULL);

  self = g_object_new (STYR_TYPE_FAULT_PAGE, NULL);
  fault = find_fault (error);
  escaped = g_markup_escape_text (error->message, -1);
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (self->status), fault->icon);
  adw_status_page_set_title (ADW_STATUS_PAGE (self->status), _ (fault->title));
  adw_status_page_set_description (ADW_STATUS_PAGE (self->status), escaped);
  add_answers (self, fault, copy_path);
  return GTK_WIDGET (self);
}
