/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "small-model.h"
#include "styr-advice.h"
#include "styr-error.h"

#include <string.h>

static const char lists[] = "{\"hardToFollowUp\":[\"främj*\",\"verka för\"],"
                            "\"goalLanguage\":[\"ska öka\",\"senast #\",\"# procent\"]}";

static StyrWords *
new_words (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (lists, strlen (lists));
  g_autoptr (GError) error = NULL;
  StyrWords *words = styr_words_new_from_bytes (bytes, "words", &error);

  g_assert_no_error (error);
  return words;
}

static void
assert_found (const char *list, const char *text, const char *expected)
{
  g_autoptr (StyrWords) words = new_words ();
  g_autoptr (GArray) spans = styr_words_find (words, list, text);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < spans->len; i++)
    {
      StyrWordSpan span = g_array_index (spans, StyrWordSpan, i);
      g_autofree char *part = g_utf8_substring (text, span.start, span.end);

      g_string_append_printf (found, "%s%s", i > 0 ? "|" : "", part);
    }
  g_assert_cmpstr (found->str, ==, expected);
}

static void
test_words (void)
{
  assert_found ("hardToFollowUp", "Att FRÄMJA läsning och verka  för hälsa", "FRÄMJA|verka  för");
  assert_found ("hardToFollowUp", "Främjandet är störst, inte oförfrämjad", "Främjandet");
  assert_found ("hardToFollowUp", "Påverka förskolan", "");
  assert_found ("goalLanguage",
                "Andelen ska öka med 4,5 procent senast 2026.",
                "ska öka|4,5 procent|senast 2026");
}

/* The word that stands first says what a clause does. */
static void
test_guess_clause (void)
{
  static const char kinds[] = "{\"hardToFollowUp\":[],\"goalLanguage\":[],"
                              "\"clauseAdopts\":[\"anta\"],\"clauseRevokes\":[\"upphäv*\"],"
                              "\"clauseCommissions\":[\"ge\"],\"clauseOther\":[\"notera*\"]}";
  g_autoptr (GBytes) bytes = g_bytes_new_static (kinds, strlen (kinds));
  g_autoptr (GError) error = NULL;
  g_autoptr (StyrWords) words = styr_words_new_from_bytes (bytes, "words", &error);

  g_assert_no_error (error);
  g_assert_cmpstr (
      styr_words_guess_clause (words, "Anta planen och upphäva den äldre"), ==, "adopt");
  g_assert_cmpstr (styr_words_guess_clause (words, "att UPPHÄVA det som antogs"), ==, "revoke");
  g_assert_cmpstr (styr_words_guess_clause (words, "Ge kontoret i uppdrag"), ==, "commission");
  g_assert_cmpstr (styr_words_guess_clause (words, "Notera, och anta"), ==, "other");
  g_assert_null (styr_words_guess_clause (words, "Gemensamt antal"));
  g_assert_null (styr_words_guess_clause (words, ""));
}

static void
test_words_refused (void)
{
  static const char *const bad[] = { "[]", "{\"hardToFollowUp\":[]}", "{\"hardToFollowUp\":1}" };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (bad[i], strlen (bad[i]));
      g_autoptr (GError) error = NULL;

      g_assert_null (styr_words_new_from_bytes (bytes, "bad", &error));
      g_assert_error (error, STYR_ERROR, STYR_ERROR_FORMAT);
    }
}

static StyrRecord *
new_record (const char *kind, const char *id, const char *column, const char *value)
{
  StyrRecord *record = styr_record_new (kind, id);

  styr_record_set_text (record, column, value);
  return record;
}

static StyrDossier *
new_dossier (StyrModel *model, const char *type)
{
  g_autoptr (StyrRecord) document = new_record ("document", "d", "type", type);

  return styr_dossier_new (model, document);
}

static void
test_wording (void)
{
  g_autoptr (StyrModel) model = small_model_new ();
  g_autoptr (StyrDossier) dossier = new_dossier (model, "plan");
  g_autoptr (StyrWords) words = new_words ();
  GPtrArray *goals = g_ptr_array_new_with_free_func (g_object_unref);
  GPtrArray *criteria = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) advice = NULL;
  static const char *const texts[] = { "Vi ska främja läsning", "Fler lånar", "Främja hälsa" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *id = g_strdup_printf ("g%u", i);
      StyrRecord *goal = new_record ("goal", id, "text", texts[i]);

      styr_record_set_text (goal, "document_id", "d");
      styr_record_set_text (goal, "type", "goal");
      g_ptr_array_add (goals, goal);
    }
  g_ptr_array_add (criteria, new_record ("criterion", "c", "goal_id", "g2"));
  styr_record_set_text (criteria->pdata[0], "target_value", "5");
  styr_dossier_take_records (dossier, "goal", goals);
  styr_dossier_take_records (dossier, "criterion", criteria);
  advice = styr_advice_on_goals (dossier, words);
  /* The third has a figure, which answers the question. */
  g_assert_cmpuint (advice->len, ==, 1);
  g_assert_cmpstr (styr_record_get_text (advice->pdata[0], "object_id"), ==, "g0");
  g_assert_cmpstr (styr_record_get_text (advice->pdata[0], "quote"), ==, "främja");
  g_assert_cmpint (styr_record_get_int (advice->pdata[0], "start"), ==, 7);
}

static StyrModel *
new_forbidding_model (void)
{
  static const char package[] =
      "{'format':'styrmodell-package','formatVersion':1,'id':'m','name':'M','municipality':'X',"
      "'status':'draft','bodyTypes':[{'id':'council','name':'fullmäktige'},"
      "{'id':'committee','name':'nämnd','definite':'nämnden'}],'blocks':[{'id':'b','name':'B','"
      "politics':'mixed'}],"
      "'documentTypes':[{'id':'guide','name':'riktlinje','block':'b','period':'none',"
      "'cadence':'on-demand','forbiddenContent':['goals'],"
      "'sections':[{'id':'s','title':'S','kind':'fields','fields':[{'id':'t','title':'T','kind':"
      "'long-text'}]}]}]}";
  g_autofree char *text = g_strdelimit (g_strdup (package), "'", '"');
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  StyrModel *model = styr_model_new_from_bytes (bytes, "m", &error);

  g_assert_no_error (error);
  return model;
}

static void
test_language (void)
{
  g_autoptr (StyrModel) model = new_forbidding_model ();
  g_autoptr (StyrDossier) dossier = new_dossier (model, "guide");
  g_autoptr (StyrWords) words = new_words ();
  g_autoptr (GPtrArray) advice = NULL;

  styr_dossier_set_value (dossier,
                          "d",
                          "s.t",
                          "Så här gör vi. Andelen ska öka med 5 procent. Och så vidare.\n"
                          "Klart senast 2026");
  advice = styr_advice_on_language (dossier, words);
  g_assert_cmpuint (advice->len, ==, 2);
  g_assert_cmpstr (
      styr_record_get_text (advice->pdata[0], "quote"), ==, "Andelen ska öka med 5 procent.");
  g_assert_cmpint (styr_record_get_int (advice->pdata[0], "start"), ==, 15);
  g_assert_cmpstr (styr_record_get_text (advice->pdata[1], "quote"), ==, "Klart senast 2026");
  g_assert_cmpstr (styr_record_get_text (advice->pdata[1], "field"), ==, "s.t");
}

static void
test_decider (void)
{
  g_autoptr (StyrModel) model = new_forbidding_model ();
  g_autoptr (StyrDossier) dossier = new_dossier (model, "guide");
  g_autoptr (StyrRecord) right = NULL, wrong = NULL;

  g_assert_null (styr_advice_on_decider (dossier, NULL, NULL));
  right = styr_advice_on_decider (dossier, "committee", "Rör en nämnd");
  g_assert_false (styr_record_get_flag (right, "differs"));
  styr_record_set_text (styr_dossier_get_document (dossier), "decided_by", "council");
  wrong = styr_advice_on_decider (dossier, "committee", "Rör en nämnd");
  g_assert_true (styr_record_get_flag (wrong, "differs"));
  g_assert_nonnull (strstr (styr_record_get_text (wrong, "text"), "nämnden"));
  g_assert_nonnull (strstr (styr_record_get_text (wrong, "text"), "fullmäktige"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/advice/words", test_words);
  g_test_add_func ("/advice/guess-clause", test_guess_clause);
  g_test_add_func ("/advice/words-refused", test_words_refused);
  g_test_add_func ("/advice/wording", test_wording);
  g_test_add_func ("/advice/language", test_language);
  g_test_add_func ("/advice/decider", test_decider);
  return g_test_run ();
}
