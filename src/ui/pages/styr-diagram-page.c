/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-diagram-page.h"

#include <glib/gi18n-lib.h>

/**
 * StyrDiagramPage:
 *
 * What the pages with a drawing have in common: they follow the workspace. Changes are gathered and
 * shown once, before the next frame, and a page that isn't seen waits until it is.
 */
typedef struct
{
  StyrWorkspace *workspace;
  char *title, *subtitle;
  guint update_id;
  gboolean dirty, turned;
} StyrDiagramPagePrivate;

enum
{
  PROP_0,
  PROP_WORKSPACE,
  PROP_TITLE,
  PROP_SUBTITLE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (StyrDiagramPage, styr_diagram_page, ADW_TYPE_BIN)

static StyrDiagramPagePrivate *
get_private (StyrDiagramPage *self)
{
  return styr_diagram_page_get_instance_private (self);
}

static void
update (StyrDiagramPage *self)
{
  StyrDiagramPagePrivate *priv = get_private (self);
  gboolean turned = priv->turned;

  g_clear_handle_id (&priv->update_id, g_source_remove);
  if (!priv->dirty || priv->workspace == NULL || styr_workspace_get_model (priv->workspace) == NULL)
    return;
  if (styr_workspace_get_overview (priv->workspace) == NULL)
    {
      /* Still dirty: the next change or visit tries again. */
      styr_diagram_page_set_subtitle (self, _ ("The documents could not be read."));
      return;
    }
  priv->dirty = priv->turned = FALSE;
  STYR_DIAGRAM_PAGE_GET_CLASS (self)->update (self, turned);
}

static gboolean
update_cb (gpointer user_data)
{
  StyrDiagramPage *self = user_data;

  get_private (self)->update_id = 0;
  update (self);
  return G_SOURCE_REMOVE;
}

static void
queue_update (StyrDiagramPage *self)
{
  StyrDiagramPagePrivate *priv = get_private (self);

  priv->dirty = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)) && priv->update_id == 0)
    priv->update_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, update_cb, self, NULL);
}

static void
context_changed_cb (StyrDiagramPage *self)
{
  get_private (self)->turned = TRUE;
  queue_update (self);
}

static void
set_workspace (StyrDiagramPage *self, StyrWorkspace *workspace)
{
  StyrDiagramPagePrivate *priv = get_private (self);

  if (priv->workspace != NULL)
    g_signal_handlers_disconnect_by_data (priv->workspace, self);
  if (!g_set_object (&priv->workspace, workspace))
    return;
  if (workspace != NULL)
    {
      g_signal_connect_object (
          workspace, "changed", G_CALLBACK (queue_update), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (
          workspace, "context-changed", G_CALLBACK (context_changed_cb), self, G_CONNECT_SWAPPED);
    }
  queue_update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WORKSPACE]);
}

static void
styr_diagram_page_map (GtkWidget *widget)
{
  /* Before the first frame, so the page never flashes what it showed last. */
  update (STYR_DIAGRAM_PAGE (widget));
  GTK_WIDGET_CLASS (styr_diagram_page_parent_class)->map (widget);
}

static void
styr_diagram_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  StyrDiagramPagePrivate *priv = get_private (STYR_DIAGRAM_PAGE (object));

  switch (prop_id)
    {
    case PROP_WORKSPACE:
      g_value_set_object (value, priv->workspace);
      break;
    case PROP_TITLE:
      g_value_set_string (value, priv->title);
      break;
    case PROP_SUBTITLE:
      g_value_set_string (value, priv->subtitle);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
styr_diagram_page_set_property (GObject *object,
                                guint prop_id,
                                const GValue *value,
                                GParamSpec *pspec)
{
  if (prop_id == PROP_WORKSPACE)
    set_workspace (STYR_DIAGRAM_PAGE (object), g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
styr_diagram_page_dispose (GObject *object)
{
  StyrDiagramPagePrivate *priv = get_private (STYR_DIAGRAM_PAGE (object));

  g_clear_handle_id (&priv->update_id, g_source_remove);
  if (priv->workspace != NULL)
    g_signal_handlers_disconnect_by_data (priv->workspace, object);
  g_clear_object (&priv->workspace);
  G_OBJECT_CLASS (styr_diagram_page_parent_class)->dispose (object);
}

static void
styr_diagram_page_finalize (GObject *object)
{
  StyrDiagramPagePrivate *priv = get_private (STYR_DIAGRAM_PAGE (object));

  g_free (priv->title);
  g_free (priv->subtitle);
  G_OBJECT_CLASS (styr_diagram_page_parent_class)->finalize (object);
}

static void
styr_diagram_page_class_init (StyrDiagramPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = styr_diagram_page_get_property;
  object_class->set_property = styr_diagram_page_set_property;
  object_class->dispose = styr_diagram_page_dispose;
  object_class->finalize = styr_diagram_page_finalize;
  GTK_WIDGET_CLASS (klass)->map = styr_diagram_page_map;

  /**
   * StyrDiagramPage:workspace:
   *
   * The workspace that the page follows.
   */
  properties[PROP_WORKSPACE] =
      g_param_spec_object ("workspace",
                           NULL,
                           NULL,
                           STYR_TYPE_WORKSPACE,
                           G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);

  /**
   * StyrDiagramPage:title:
   *
   * The heading of the page.
   */
  properties[PROP_TITLE] =
      g_param_spec_string ("title", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * StyrDiagramPage:subtitle:
   *
   * One sentence about what is here in the context.
   */
  properties[PROP_SUBTITLE] =
      g_param_spec_string ("subtitle", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
styr_diagram_page_init (StyrDiagramPage *self)
{
}

/**
 * styr_diagram_page_prepare:
 * @self: a page
 *
 * Draws what is new before the page is asked for.
 */
void
styr_diagram_page_prepare (StyrDiagramPage *self)
{
  g_return_if_fail (STYR_IS_DIAGRAM_PAGE (self));

  update (self);
}

/**
 * styr_diagram_page_get_workspace:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): what it follows
 */
StyrWorkspace *
styr_diagram_page_get_workspace (StyrDiagramPage *self)
{
  g_return_val_if_fail (STYR_IS_DIAGRAM_PAGE (self), NULL);

  return get_private (self)->workspace;
}

/**
 * styr_diagram_page_get_tint:
 * @self: a page with a workspace
 *
 * Returns: (transfer none) (nullable): the colour of the model's first picture
 */
const char *
styr_diagram_page_get_tint (StyrDiagramPage *self)
{
  GPtrArray *pictures;

  g_return_val_if_fail (STYR_IS_DIAGRAM_PAGE (self), NULL);

  pictures = styr_model_get_pictures (styr_workspace_get_model (get_private (self)->workspace));
  return pictures->len > 0 ? ((const StyrPicture *) pictures->pdata[0])->base_tint : NULL;
}

/**
 * styr_diagram_page_set_title:
 * @self: a page
 * @title: the heading
 *
 * For subclasses.
 */
void
styr_diagram_page_set_title (StyrDiagramPage *self, const char *title)
{
  StyrDiagramPagePrivate *priv;

  g_return_if_fail (STYR_IS_DIAGRAM_PAGE (self));

  priv = get_private (self);
  if (g_strcmp0 (priv->title, title) == 0)
    return;
  g_free (priv->title);
  priv->title = g_strdup (title);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
}

/**
 * styr_diagram_page_set_subtitle:
 * @self: a page
 * @subtitle: one sentence about what is here
 *
 * For subclasses.
 */
void
styr_diagram_page_set_subtitle (StyrDiagramPage *self, const char *subtitle)
{
  StyrDiagramPagePrivate *priv;

  g_return_if_fail (STYR_IS_DIAGRAM_PAGE (self));

  priv = get_private (self);
  if (g_strcmp0 (priv->subtitle, subtitle) == 0)
    return;
  g_free (priv->subtitle);
  priv->subtitle = g_strdup (subtitle);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SUBTITLE]);
}
