/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-model-style.h"

#include "styr-editor-style.h"

/**
 * styr_model_style_load:
 *
 * Loads the style of the model's editor once, over that of the document's, which it shares.
 */
void
styr_model_style_load (void)
{
  static gboolean loaded;
  g_autoptr (GtkCssProvider) provider = NULL;

  styr_editor_style_load ();
  if (loaded)
    return;
  loaded = TRUE;
  provider = gtk_css_provider_new ();
  gtk_css_provider_load_from_resource (provider, "/se/styrmodell/Styrmodell/model/model.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}
