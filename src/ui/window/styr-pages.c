/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-pages.h"

#include "styr-decisions-page.h"
#include "styr-documents-page.h"
#include "styr-history-page.h"
#include "styr-model-page.h"
#include "styr-models-page.h"
#include "styr-organisation-page.h"
#include "styr-pyramid-page.h"
#include "styr-review-page.h"
#include "styr-wheel-page.h"

#include <glib/gi18n-lib.h>

static const StyrPage pages[] = {
  { "pyramid",
    N_ ("Pyramid"),
    N_ ("The steering model"),
    "styr-pyramid-symbolic",
    "pyramid",
    "pyramid",
    styr_pyramid_page_new,
    TRUE },
  { "wheel",
    N_ ("Quality wheel"),
    N_ ("The steering model"),
    "styr-wheel-symbolic",
    "wheel",
    "wheel",
    styr_wheel_page_new,
    TRUE },
  { "documents",
    N_ ("Documents"),
    N_ ("The steering model"),
    "x-office-document-symbolic",
    NULL,
    "documents",
    styr_documents_page_new,
    TRUE },
  { "review",
    N_ ("Review"),
    N_ ("The steering model"),
    "styr-review-symbolic",
    NULL,
    "review",
    styr_review_page_new,
    TRUE },
  { "decisions",
    N_ ("Decisions"),
    N_ ("Registers"),
    "emblem-ok-symbolic",
    NULL,
    "decisions",
    styr_decisions_page_new,
    TRUE },
  { "model",
    N_ ("Model"),
    N_ ("Model"),
    "document-properties-symbolic",
    NULL,
    "model",
    styr_model_page_new,
    TRUE },
  { "models",
    N_ ("Model versions"),
    N_ ("Model"),
    "view-paged-symbolic",
    NULL,
    "models",
    styr_models_page_new,
    TRUE },
  { "organisation",
    N_ ("Organisation"),
    N_ ("Model"),
    "system-users-symbolic",
    NULL,
    "organisation",
    styr_organisation_page_new,
    TRUE },
  { "history",
    N_ ("History"),
    N_ ("Model"),
    "document-open-recent-symbolic",
    NULL,
    "history",
    styr_history_page_new,
    FALSE },
};

/**
 * Returns: (transfer none): the pages in the sidebar's order; the groups stand together.
 */
const StyrPage *
styr_pages_get (guint *n_pages)
{
  g_return_val_if_fail (n_pages != NULL, NULL);

  *n_pages = G_N_ELEMENTS (pages);
  return pages;
}

/**
 * Returns: (transfer none) (nullable): the page called @id.
 */
const StyrPage *
styr_pages_find (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    if (g_strcmp0 (pages[i].id, id) == 0)
      return &pages[i];
  return NULL;
}

/**
 * Returns: (transfer none): the page's name in the user's language.
 */
const char *
styr_page_get_title (const StyrPage *page)
{
  g_return_val_if_fail (page != NULL, NULL);

  return _ (page->title);
}

/**
 * Returns: (transfer none): the name of the page's group in the sidebar.
 */
const char *
styr_page_get_group (const StyrPage *page)
{
  g_return_val_if_fail (page != NULL, NULL);

  return _ (page->group);
}
