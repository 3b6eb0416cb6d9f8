/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "small-model.h"

#include <string.h>

static const char package[] =
    "{\"format\":\"styrmodell-package\",\"formatVersion\":1,\"id\":\"small\",\"name\":\"Liten "
    "modell\",\"municipality\":\"Exempelby\",\"status\":\"decided\",\"bodyTypes\":[{\"id\":"
    "\"council\",\"name\":\"Fullmäktige\",\"isSingle\":true,\"isPolitical\":true},{\"id\":"
    "\"committee\",\"name\":\"Nämnd\",\"isPolitical\":true},{\"id\":\"department\",\"name\":"
    "\"Kontor\"}],\"levels\":[{\"id\":\"top\",\"name\":\"Topp\"},{\"id\":\"plans\",\"name\":"
    "\"Planer\"}],\"blocks\":[{\"id\":\"vision\",\"name\":\"Vision\",\"politics\":\"political\","
    "\"frame\":true},{\"id\":\"plan\",\"name\":\"Plan\",\"politics\":\"political\",\"hasWheel\":"
    "true},{\"id\":\"work\",\"name\":\"Arbetsplan\",\"politics\":\"administrative\"},{\"id\":"
    "\"report\",\"name\":\"Redovisning\",\"politics\":\"mixed\"}],\"pictures\":[{\"id\":"
    "\"picture\",\"title\":\"Bild\",\"template\":\"triangle\",\"places\":[{\"block\":\"vision\","
    "\"axis\":\"middle\",\"level\":\"top\"},{\"block\":\"plan\",\"axis\":\"middle\",\"level\":"
    "\"plans\"},{\"block\":\"work\",\"axis\":\"middle\",\"level\":\"plans\",\"order\":1},{"
    "\"block\":\"report\",\"axis\":\"right\",\"level\":\"plans\"}]}],\"connectors\":[{\"from\":"
    "\"vision\",\"to\":\"plan\",\"kind\":\"feeds\"},{\"from\":\"plan\",\"to\":\"report\",\"kind\":"
    "\"follows-up\"}],\"goalTypes\":[{\"id\":\"area\",\"name\":\"Område\"},{\"id\":\"goal\","
    "\"name\":\"Mål\",\"owner\":\"unit\",\"parent\":\"area\",\"scale\":\"grades\","
    "\"needsCriteria\":true,\"criteriaMin\":2,\"fields\":[{\"id\":\"how\",\"title\":\"Hur\","
    "\"kind\":\"text\",\"required\":true},{\"id\":\"note\",\"title\":\"Not\",\"kind\":"
    "\"text\"}]}],\"scales\":[{\"id\":\"grades\",\"name\":\"Grader\","
    "\"grades\":[{\"id\":\"yes\",\"label\":\"Uppfyllt\",\"symbol\":\"●\",\"reached\":true,"
    "\"assessable\":true},{\"id\":\"partly\",\"label\":\"Delvis\",\"symbol\":\"◐\",\"assessable\":"
    "true,\"needsMeasure\":true}]}],\"documentTypes\":[{\"id\":\"vision\",\"name\":\"Vision\","
    "\"block\":\"vision\",\"period\":\"until-further-notice\",\"cadence\":\"standing\","
    "\"producers\":[\"council\"],\"requiredMetadata\":[\"decidedOn\",\"appliesTo\",\"replaces\"],"
    "\"requiredWhenJoint\":[\"partners\"],"
    "\"sections\":[{\"id\":\"picture\",\"title\":\"Bild\",\"kind\":\"fields\",\"required\":true,"
    "\"fields\":[{\"id\":\"text\",\"title\":\"Text\",\"kind\":\"long-text\",\"required\":true},{"
    "\"id\":\"note\",\"title\":\"Not\",\"kind\":\"text\"}]}]},{\"id\":\"plan\",\"name\":\"Plan\","
    "\"block\":\"plan\",\"period\":\"year\",\"cadence\":\"per-unit-and-year\",\"producers\":["
    "\"committee\"],\"sections\":[{\"id\":\"goals\",\"title\":\"Mål\",\"kind\":\"goals\","
    "\"goalType\":\"goal\",\"required\":true},{\"id\":\"risks\",\"title\":\"Risker\",\"kind\":"
    "\"rows\",\"required\":true,\"fields\":[{\"id\":\"what\",\"title\":\"Risk\",\"kind\":\"text\","
    "\"required\":true},{\"id\":\"how\",\"title\":\"Hur\",\"kind\":\"text\"}]}]},{\"id\":\"work\","
    "\"name\":\"Arbetsplan\",\"block\":\"work\",\"period\":\"year\",\"cadence\":\"per-unit-and-"
    "year\",\"producers\":[\"department\"],\"sections\":[{\"id\":\"acts\",\"title\":"
    "\"Aktiviteter\",\"kind\":\"activities\",\"documentType\":\"plan\",\"required\":true}]},{"
    "\"id\":\"report\",\"name\":\"Redovisning\",\"block\":\"report\",\"period\":\"year\","
    "\"cadence\":\"per-unit-and-year\",\"producers\":[\"committee\"],\"sections\":[{\"id\":"
    "\"results\",\"title\":\"Resultat\",\"kind\":\"assessments\",\"documentType\":\"plan\","
    "\"scale\":\"grades\"},{\"id\":\"measures\",\"title\":\"Åtgärder\",\"kind\":\"measures\","
    "\"documentType\":\"plan\"}]}],\"phases\":[{\"id\":\"plan\",\"name\":\"Planera\",\"counts\":[{"
    "\"count\":\"documents\",\"documentTypes\":[\"plan\"]},{\"count\":\"goals\",\"documentTypes\":["
    "\"plan\"]}]},{\"id\":\"do\",\"name\":\"Genomföra\",\"counts\":[{\"count\":\"activities\","
    "\"documentTypes\":[\"work\"]}]},{\"id\":\"check\",\"name\":\"Följa "
    "upp\",\"counts\":[{\"count\":\"assessments\",\"documentTypes\":[\"plan\"]}]},{\"id\":\"act\","
    "\"name\":\"Åtgärda\",\"counts\":[{\"count\":\"measures\",\"documentTypes\":[\"report\"]}]}],"
    "\"calendarRules\":[{\"id\":\"planDue\",\"title\":\"Plan "
    "beslutad\",\"documentType\":\"plan\",\"yearOffset\":-1,\"month\":12,\"day\":31},{\"id\":"
    "\"reportDue\",\"title\":\"Redovisning "
    "beslutad\",\"documentType\":\"report\",\"yearOffset\":1,\"month\":2,\"day\":31,"
    "\"electionYearMonth\":4,\"electionYearDay\":15}],\"terms\":[{\"id\":\"t\",\"name\":"
    "\"2023–2026\",\"firstYear\":2023,\"lastYear\":2026},{\"id\":\"n\",\"name\":\"2027–2030\","
    "\"firstYear\":2027,\"lastYear\":2030}]}";

StyrModel *
small_model_new (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (package, strlen (package));
  g_autoptr (GError) error = NULL;
  StyrModel *model = styr_model_new_from_bytes (bytes, "small", &error);

  g_assert_no_error (error);
  return model;
}
