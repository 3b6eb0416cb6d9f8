/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-editor-style.h"

#include <adwaita.h>

static GtkCssProvider *contrast;

static void
follow_contrast_cb (AdwStyleManager *manager)
{
  GdkDisplay *display = gdk_display_get_default ();

  /* The settings are told anew when the display is closed. */
  if (display == NULL)
    return;
  if (adw_style_manager_get_high_contrast (manager))
    gtk_style_context_add_provider_for_display (
        display, GTK_STYLE_PROVIDER (contrast), GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + 1);
  else
    gtk_style_context_remove_provider_for_display (display, GTK_STYLE_PROVIDER (contrast));
}

/**
 * styr_editor_style_load:
 *
 * Loads the editors' style once, with what differs in high contrast. Colours are named ones, so it
 * fits light and dark.
 */
void
styr_editor_style_load (void)
{
  g_autoptr (GtkCssProvider) provider = NULL;
  AdwStyleManager *manager;

  if (contrast != NULL)
    return;
  manager = adw_style_manager_get_default ();
  provider = gtk_css_provider_new ();
  contrast = gtk_css_provider_new ();
  gtk_css_provider_load_from_resource (provider, "/se/styrmodell/Styrmodell/editors/editors.css");
  gtk_css_provider_load_from_resource (contrast,
                                       "/se/styrmodell/Styrmodell/editors/editors-hc.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  g_signal_connect (manager, "notify::high-contrast", G_CALLBACK (follow_contrast_cb), NULL);
  follow_contrast_cb (manager);
}
