/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-record-list.h"

/**
 * StyrRecordList:
 *
 * A GListModel of StyrRecord. An update keeps the object of every id that stays, assigns the new
 * values to it (the record emits its own "changed") and tells views only about what came, went or
 * moved: selection, focus and scroll position survive a refresh.
 */
struct _StyrRecordList
{
  GObject parent_instance;
  GPtrArray *records;
};

static GType
get_item_type (GListModel *model)
{
  return STYR_TYPE_RECORD;
}

static guint
get_n_items (GListModel *model)
{
  return STYR_RECORD_LIST (model)->records->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  StyrRecordList *self = STYR_RECORD_LIST (model);

  return position < self->records->len ? g_object_ref (g_ptr_array_index (self->records, position))
                                       : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (StyrRecordList,
                               styr_record_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
styr_record_list_finalize (GObject *object)
{
  g_ptr_array_unref (STYR_RECORD_LIST (object)->records);
  G_OBJECT_CLASS (styr_record_list_parent_class)->finalize (object);
}

static void
styr_record_list_class_init (StyrRecordListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = styr_record_list_finalize;
}

static void
styr_record_list_init (StyrRecordList *self)
{
  self->records = g_ptr_array_new_with_free_func (g_object_unref);
}

/* Records of one list may share an id only across kinds, so the key has both. */
static char *
dup_key (StyrRecord *record)
{
  const char *id = styr_record_get_id (record);

  return g_strconcat (styr_record_get_kind (record), "\n", id != NULL ? id : "", NULL);
}

/* The objects that the list shall hold: the old one where the id is known, with the new values. */
static GPtrArray *
dup_wanted (StyrRecordList *self, GPtrArray *records)
{
  g_autoptr (GHashTable) old =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  GPtrArray *wanted = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->records->len; i++)
    {
      StyrRecord *record = g_ptr_array_index (self->records, i);

      g_hash_table_replace (old, dup_key (record), g_object_ref (record));
    }
  for (guint i = 0; i < records->len; i++)
    {
      StyrRecord *record = g_ptr_array_index (records, i);
      g_autofree char *key = dup_key (record);
      StyrRecord *kept = g_hash_table_lookup (old, key);

      if (kept != NULL)
        {
          if (kept != record)
            styr_record_assign (kept, record);
          g_ptr_array_add (wanted, g_object_ref (kept));
          g_hash_table_remove (old, key);
        }
      else
        g_ptr_array_add (wanted, g_object_ref (record));
    }
  return wanted;
}

static void
splice (
    StyrRecordList *self, guint position, guint removed, GPtrArray *source, guint from, guint added)
{
  if (removed > 0)
    g_ptr_array_remove_range (self->records, position, removed);
  for (guint i = 0; i < added; i++)
    g_ptr_array_insert (
        self->records, (int) (position + i), g_object_ref (g_ptr_array_index (source, from + i)));
  g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
}

static void
remove_gone (StyrRecordList *self, GHashTable *staying)
{
  guint end = self->records->len;

  while (end > 0)
    {
      guint start = end;

      while (start > 0 &&
             !g_hash_table_contains (staying, g_ptr_array_index (self->records, start - 1)))
        start--;
      if (start < end)
        splice (self, start, end - start, NULL, 0, 0);
      end = start > 0 ? start - 1 : 0;
    }
}

/* Puts what comes into its place; a record that moved is taken from where it stood. */
static void
put_in_order (StyrRecordList *self, GPtrArray *wanted)
{
  g_autoptr (GHashTable) present = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < self->records->len; i++)
    g_hash_table_add (present, g_ptr_array_index (self->records, i));

  for (guint i = 0; i < wanted->len; i++)
    {
      gpointer record = g_ptr_array_index (wanted, i);
      guint run = 0;

      if (i < self->records->len && g_ptr_array_index (self->records, i) == record)
        continue;
      while (i + run < wanted->len &&
             !g_hash_table_contains (present, g_ptr_array_index (wanted, i + run)))
        run++;
      if (run > 0)
        {
          splice (self, i, 0, wanted, i, run);
          i += run - 1;
        }
      else if (i + 1 < self->records->len && g_ptr_array_index (self->records, i + 1) == record)
        {
          /* The one that stands here goes down: it is put back when its turn comes. */
          g_hash_table_remove (present, g_ptr_array_index (self->records, i));
          splice (self, i, 1, NULL, 0, 0);
        }
      else
        {
          guint position;

          if (g_ptr_array_find (self->records, record, &position))
            splice (self, position, 1, NULL, 0, 0);
          splice (self, i, 0, wanted, i, 1);
        }
    }
}

/** A new, empty list. */
StyrRecordList *
styr_record_list_new (void)
{
  return g_object_new (STYR_TYPE_RECORD_LIST, NULL);
}

/**
 * styr_record_list_update:
 * @records: (element-type StyrRecord): what the list shall hold, in this order; not taken
 *
 * Makes the list hold @records. Records with an id that the list already has keep their object.
 */
void
styr_record_list_update (StyrRecordList *self, GPtrArray *records)
{
  g_autoptr (GPtrArray) wanted = NULL;
  g_autoptr (GHashTable) staying = g_hash_table_new (NULL, NULL);

  g_return_if_fail (STYR_IS_RECORD_LIST (self));
  g_return_if_fail (records != NULL);

  wanted = dup_wanted (self, records);
  for (guint i = 0; i < wanted->len; i++)
    g_hash_table_add (staying, g_ptr_array_index (wanted, i));
  remove_gone (self, staying);
  put_in_order (self, wanted);
}
