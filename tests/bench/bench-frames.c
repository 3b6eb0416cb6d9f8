/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Loaded before a GTK program (LD_PRELOAD), so that the very program that users run is measured: it
 * stands in front of g_application_run() and follows the first window's frames. A thing is there
 * with the first frame that shows its widget: the canvas at the start (in a program that has none,
 * the first frame), the editor for a document. Prints "start MS"; then, with BENCH_REPAINTS,
 * repaints the canvas so many times and prints "repaint MS" (median); then, with BENCH_DOCUMENT,
 * opens that document and prints "document MS"; then, with BENCH_PAGES (names with spaces between),
 * goes round those pages twice and prints "first:NAME MS" and "again:NAME MS". Between them it
 * waits until the window is at rest. BENCH_START_US is the monotonic time of the start, BENCH_SHOWS
 * the type of the start's widget.
 */

#include <dlfcn.h>
#include <gtk/gtk.h>
#include <stdlib.h>

/* No frame for so long is rest; shorter than a cursor's blink. */
#define REST_MS 400

/* What is awaited may take longer on a machine that has other things to do. */
#define PATIENCE_MS 8000

typedef enum
{
  STAGE_START,
  STAGE_REPAINT,
  STAGE_DOCUMENT,
  STAGE_PAGES,
} Stage;

typedef struct
{
  GApplication *application;
  GtkWidget *window;
  Stage stage;
  gint64 from_us, before_us;
  const char
      *awaited; /* type of the widget that the stage is to show; NULL when it has been seen */
  guint rest_id;
  int repaints_left;
  guint times_missed;
  char **pages;
  guint page; /* counted over both rounds */
  GArray *frames;
} Bench;

static Bench bench;

static void next_stage (void);

static gboolean
rest_cb (gpointer data)
{
  bench.rest_id = 0;
  if (bench.awaited != NULL)
    g_error ("The window never showed %s", bench.awaited);
  next_stage ();
  return G_SOURCE_REMOVE;
}

static void
wait_for_rest (void)
{
  g_clear_handle_id (&bench.rest_id, g_source_remove);
  bench.rest_id = g_timeout_add (bench.awaited != NULL ? PATIENCE_MS : REST_MS, rest_cb, NULL);
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
find_widget (GtkWidget *widget, const char *type)
{
  if (g_str_equal (G_OBJECT_TYPE_NAME (widget), type) && gtk_widget_get_mapped (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_widget (child, type);

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
  GtkWidget *canvas = find_widget (bench.window, "StyrCanvas");

  if (canvas == NULL && bench.times_missed++ * REST_MS < PATIENCE_MS)
    {
      g_timeout_add (REST_MS, repaint_cb, NULL);
      return G_SOURCE_REMOVE;
    }
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
  bench.from_us = g_get_monotonic_time ();
  bench.awaited = "StyrDocumentEditor";
  if (!gtk_widget_activate_action (bench.window, "win.open-document", "s", id))
    g_error ("The window can't open a document");
  wait_for_rest ();
}

static void
show_page (void)
{
  guint n = g_strv_length (bench.pages);

  bench.from_us = g_get_monotonic_time ();
  bench.awaited = "";
  if (!gtk_widget_activate_action (bench.window, "win.show-page", "s", bench.pages[bench.page % n]))
    g_error ("The window can't show a page");
  wait_for_rest ();
}

static gboolean
next_page (const char *pages)
{
  if (bench.stage != STAGE_PAGES)
    {
      bench.stage = STAGE_PAGES;
      bench.pages = g_strsplit (pages, " ", -1);
      bench.page = 0;
    }
  else
    bench.page++;
  if (bench.page >= 2 * g_strv_length (bench.pages))
    return FALSE;
  show_page ();
  return TRUE;
}

static void
next_stage (void)
{
  const char *repaints = g_getenv ("BENCH_REPAINTS"), *document = g_getenv ("BENCH_DOCUMENT");
  const char *pages = g_getenv ("BENCH_PAGES");

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
  else if (pages == NULL || !next_page (pages))
    g_application_quit (bench.application);
}

static void
before_paint_cb (GdkFrameClock *clock)
{
  bench.before_us = g_get_monotonic_time ();
}

static void
note_frame (gint64 now_us)
{
  const char *awaited = bench.awaited;

  if (awaited == NULL || (*awaited != '\0' && find_widget (bench.window, awaited) == NULL))
    return;
  if (bench.stage == STAGE_PAGES)
    {
      guint n = g_strv_length (bench.pages);

      g_print ("%s:%s ", bench.page < n ? "first" : "again", bench.pages[bench.page % n]);
    }
  else
    g_print ("%s ", bench.stage == STAGE_START ? "start" : "document");
  g_print ("%.3f\n", (double) (now_us - bench.from_us) / 1000.0);
  bench.awaited = NULL;
}

static void
after_paint_cb (GdkFrameClock *clock)
{
  gint64 now_us = g_get_monotonic_time ();

  if (bench.stage == STAGE_REPAINT)
    {
      double ms = (double) (now_us - bench.before_us) / 1000.0;

      g_array_append_val (bench.frames, ms);
      g_idle_add (repaint_cb, NULL);
      return;
    }
  note_frame (now_us);
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
  /* a blinking cursor never rests */
  g_object_set (gtk_settings_get_default (), "gtk-cursor-blink", FALSE, NULL);
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
  const char *start = g_getenv ("BENCH_START_US"), *shows = g_getenv ("BENCH_SHOWS");

  *(void **) &run = dlsym (RTLD_NEXT, "g_application_run");
  bench.application = application;
  bench.from_us = start != NULL ? g_ascii_strtoll (start, NULL, 10) : g_get_monotonic_time ();
  bench.awaited = shows != NULL ? shows : "";
  bench.frames = g_array_new (FALSE, FALSE, sizeof (double));
  g_signal_connect (application, "window-added", G_CALLBACK (window_added_cb), NULL);
  return run (application, argc, argv);
}
