/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-document-gone.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/**
 * styr_document_gone_new:
 *
 * Returns: (transfer floating): what is shown in place of a document that is no longer there
 */
GtkWidget *
styr_document_gone_new (void)
{
  GtkWidget *page = adw_status_page_new ();
  GtkWidget *button = gtk_button_new_with_label (_ ("Show the documents"));

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), "x-office-document-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (page), _ ("The document is no longer here"));
  adw_status_page_set_description (ADW_STATUS_PAGE (page),
                                   _ ("It was removed, or its making was undone."));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.show-page");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", "documents");
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "pill");
  adw_status_page_set_child (ADW_STATUS_PAGE (page), button);
  return page;
}
