/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-model-loader.h"
#include "styr-model-words.h"

/* Every member of the format is in the form of its list and every row of a form is a member. */
static void
check_values (const char *list, const StyrJsonMember *member, const StyrMemberWords *words)
{
  g_autoptr (GPtrArray) values = styr_json_member_dup_values (member);

  if (values == NULL)
    return;
  if (words->choices == NULL)
    g_error ("%s/%s has no names for its values", list, member->key);
  for (guint i = 0; i < values->len; i++)
    if (styr_choice_get_title (words->choices, values->pdata[i]) == NULL)
      g_error ("%s/%s: the value %s has no name", list, member->key, (char *) values->pdata[i]);
}

static void
check_members (const char *list, const StyrJsonMember *members)
{
  const StyrListWords *words = styr_list_words_find (list);

  if (words == NULL)
    g_error ("the list %s has no words", list);
  for (const StyrJsonMember *m = members; m->key != NULL; m++)
    {
      const StyrMemberWords *row = styr_member_words_find (list, m->key);

      if (row == NULL || row->title == NULL)
        g_error ("%s/%s has no title", list, m->key);
      check_values (list, m, row);
      if (m->kind == STYR_JSON_STRUCTS)
        check_members (m->key, m->item->members);
    }
  for (const StyrMemberWords *w = words->members; w->key != NULL || w->title != NULL; w++)
    {
      gboolean found = w->key == NULL;

      for (const StyrJsonMember *m = members; m->key != NULL; m++)
        found = found || g_str_equal (m->key, w->key);
      if (!found)
        g_error ("%s/%s is no member of the format", list, w->key);
    }
}

static void
test_every_member (void)
{
  check_members ("", styr_model_get_scalars ());
  for (int i = 0; i < STYR_N_LISTS; i++)
    check_members (styr_model_list_get_key ((StyrModelList) i),
                   styr_model_list_get_struct ((StyrModelList) i)->members);
}

static void
test_lists_have_buttons (void)
{
  for (int i = 0; i < STYR_N_LISTS; i++)
    {
      const StyrListWords *words =
          styr_list_words_find (styr_model_list_get_key ((StyrModelList) i));

      g_assert_nonnull (words);
      g_assert_nonnull (words->title);
      g_assert_nonnull (words->add);
      g_assert_nonnull (words->about);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model-words/every-member", test_every_member);
  g_test_add_func ("/model-words/lists", test_lists_have_buttons);
  return g_test_run ();
}
