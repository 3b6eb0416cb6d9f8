/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Loaded before a GTK program (LD_PRELOAD), so that the very program that users run is measured: it
 * stands in front of g_application_run(), follows the first window's frames and prints "start MS"
 * when the window has come to rest. With BENCH_REPAINTS it then repaints the canvas so many times
 * and prints "repaint MS" (median); with BENCH_DOCUMENT it opens that document and prints "document
 * MS". BENCH_START_US is the monotonic time of the start.
 */

#include <dlfcn.h>
#include <gtk/gtk.h>
#include <stdlib.h>

/* No frame for so long is rest; shorter than a cursor's blink. */
#define REST_MS 400

typedef enum
{
  STAGE_START,
  STAGE_REPAINT,
  STAGE_DOCUMENT,
} Stage;

typedef struct
{
  GApplication *application;
  GtkWidget *window;
  Stage stage;
  gint64 from_us, before_us, after_us;
  guint rest_id;
  int repaints_left;
  GArray *frames;
} Bench;

static Bench bench;

static void next_stage (void);

static gboolean
rest_cb (gpointer data)
{
  static const char *const names[] = { "start", NULL, "document" };

  bench.rest_id = 0;
  if (names[bench.stage] != NULL)
    g_print ("%s %.3f\n", names[bench.stage], (double) (bench.after_us - bench.from_us) / 1000.0);
  next_stage ();
  return G_SOURCE_REMOVE;
}

static void
wait_for_rest (void)
{
  g_clear_handle_id (&bench.rest_id, g_source_remove);
  bench.rest_id = g_timeout_add (REST_MS, rest_cb, NULL);
}

static void
queue_draw_all (GtkWidget *widget)
{
  gtk_widget_queue_draw (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    queue_draw_all (child);
}

static GtkWidget *
find_canvas (GtkWidget *widget)
{
  if (g_str_equal (G_OBJECT_TYPE_NAME (widget), "StyrCanvas") && gtk_widget_get_mapped (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_canvas (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

static gboolean
repaint_cb (gpointer data)
{
  GtkWidget *canvas = find_canvas (bench.window);

  if (canvas == NULL)
    g_error ("The window shows no canvas");
  if (bench.repaints_left-- > 0)
    {
      queue_draw_all (canvas);
      return G_SOURCE_REMOVE;
    }
  g_array_sort (bench.frames, compare_times);
  g_print ("repaint %.3f\n", g_array_index (bench.frames, double, bench.frames->len / 2));
  next_stage ();
  return G_SOURCE_REMOVE;
}

static void
open_document (const char *id)
{
  bench.from_us = bench.after_us = g_get_monotonic_time ();
  if (!gtk_widget_activate_action (bench.window, "win.open-document", "s", id))
    g_error ("The window can't open a document");
  wait_for_rest ();
}

static void
next_stage (void)
{
  const char *repaints = g_getenv ("BENCH_REPAINTS"), *document = g_getenv ("BENCH_DOCUMENT");

  if (bench.stage < STAGE_REPAINT && repaints != NULL)
    {
      bench.stage = STAGE_REPAINT;
      bench.repaints_left = atoi (repaints);
      g_idle_add (repaint_cb, NULL);
    }
  else if (bench.stage < STAGE_DOCUMENT && document != NULL)
    {
      bench.stage = STAGE_DOCUMENT;
      open_document (document);
    }
  else
    g_application_quit (bench.application);
}

static void
before_paint_cb (GdkFrameClock *clock)
{
  bench.before_us = g_get_monotonic_time ();
}

static void
after_paint_cb (GdkFrameClock *clock)
{
  bench.after_us = g_get_monotonic_time ();
  if (bench.stage == STAGE_REPAINT)
    {
      double ms = (double) (bench.after_us - bench.before_us) / 1000.0;

      g_array_append_val (bench.frames, ms);
      g_idle_add (repaint_cb, NULL);
    }
  else
    wait_for_rest ();
}

static void
realize_cb (GtkWidget *window)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);

  g_signal_connect (clock, "before-paint", G_CALLBACK (before_paint_cb), NULL);
  g_signal_connect_after (clock, "after-paint", G_CALLBACK (after_paint_cb), NULL);
}

static void
window_added_cb (GtkApplication *application, GtkWindow *window)
{
  if (bench.window != NULL)
    return;
  bench.window = GTK_WIDGET (window);
  if (gtk_widget_get_realized (bench.window))
    realize_cb (bench.window);
  else
    g_signal_connect (window, "realize", G_CALLBACK (realize_cb), NULL);
}

/* In front of GIO's own. */
int
g_application_run (GApplication *application, int argc, char **argv)
{
  int (*run) (GApplication *, int, char **) = NULL;
  const char *start = g_getenv ("BENCH_START_US");

  *(void **) &run = dlsym (RTLD_NEXT, "g_application_run");
  bench.application = application;
  bench.from_us = start != NULL ? g_ascii_strtoll (start, NULL, 10) : g_get_monotonic_time ();
  bench.frames = g_array_new (FALSE, FALSE, sizeof (double));
  g_signal_connect (application, "window-added", G_CALLBACK (window_added_cb), NULL);
  return run (application, argc, argv);
}
