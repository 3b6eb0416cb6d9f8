#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the help page of all numbered rules from the model packages: rules-help.py ROOT [--write].

Without --write it tells what differs from the pages that are there, and what no package says anything of.
"""

import glob
import json
import os
import re
import sys
from xml.sax.saxutils import escape

# How many rules each series has that the program must account for.
SERIES = {'N': 55, 'U': 11, 'T': 11, 'A': 40, 'R': 12, 'G': 11}
NUMBER = re.compile(r'([A-Z])(\d+)')
MONTHS = {'sv': 'januari februari mars april maj juni juli augusti september oktober november december'.split(),
          'C': 'January February March April May June July August September October November December'.split()}

WORDS = {
    'sv': {
        'title': 'Modellernas regler', 'desc': 'Alla numrerade regler, hur de kontrolleras och vad som väntar.',
        'intro': 'Varje modell har sina regler, numrerade efter styrmodellen de kommer ur. Tabellen visar reglerna i de modeller som följer med programmet och de '
                 'allmänna regler som bygger på lag och god ordning. Sort är det som kontrollerar regeln. I din modell kan du ändra regler, stänga av dem och skriva egna av samma sorter.',
        'waiver': 'En regel som ni medvetet frångår får ett beslutat undantag med skäl och beslut. Då visas den men räknas inte som öppen.',
        'head': ['Nr', 'Regel', 'Sort', 'Uppgifter'], 'waits': 'Väntar', 'own': 'Regler som en modell har lagt till', 'series': 'Regler',
        'types': '{} dokumenttyper', 'against': 'mot {}', 'at-least': 'minst {}', 'at-most': 'högst {}', 'last-day': 'senast {} {}', 'first-day': 'tidigast {} {}', 'before': ' {} år före', 'after': ' {} år efter',
        'months': '{} mån', 'from': 'från {}', 'exceptElectionYear': 'inte valår', 'decided': 'bara beslutade', 'reasonCounts': 'skäl räcker', 'draftsToo': 'även utkast',
        'isImplicit': 'bygger på en tolkning', 'all': '–',
        'scope': {'total': 'tillsammans', 'per-parent': 'i varje grupp', 'per-document': 'i varje dokument', 'per-unit': 'i varje organ', 'up': 'för högt', 'down': 'för lågt',
                  'calendar-year': 'kalenderår', 'in-term': 'i en mandatperiod', 'term': 'en mandatperiod', 'months': 'i månader', 'same-level': 'samma nivå', 'top': 'överst', 'late': 'försenade', 'order': 'ordning'},
        'kinds': {'goals': 'mål', 'activities': 'aktiviteter', 'measures': 'åtgärder', 'assessments': 'bedömningar', 'text': 'text', 'number': 'tal', 'event': 'händelse', 'assignee': 'ansvarig',
                  'due': 'dag', 'year': 'för året', 'period': 'för perioden', 'baseline': 'utgångsvärde'},
        'per': {'year': 'varje år', 'term': 'varje mandatperiod', 'standing': 'gällande'},
    },
    'C': {
        'title': 'The rules of the models', 'desc': 'All numbered rules, how they are checked and what waits.',
        'intro': 'Each model has its rules, numbered after the steering model that they come from. The table shows the rules of the models that the program ships, and the '
                 'general rules of law and good order. The kind is what checks a rule. In your own model you can change rules, switch them off and write new ones of the same kinds.',
        'waiver': 'A rule that you depart from on purpose gets a decided exception with its reason and decision. It is then shown, but not counted as open.',
        'head': ['No.', 'Rule', 'Kind', 'Parameters'], 'waits': 'Waits', 'own': 'Rules that a model has added', 'series': 'Rules',
        'types': '{} document types', 'against': 'against {}', 'at-least': 'at least {}', 'at-most': 'at most {}', 'last-day': 'by {} {}', 'first-day': 'not before {} {}', 'before': ', {} year before', 'after': ', {} year after',
        'months': '{} months', 'from': 'from {}', 'exceptElectionYear': 'not in election years', 'decided': 'only decided', 'reasonCounts': 'a reason will do', 'draftsToo': 'drafts too',
        'isImplicit': 'rests on an interpretation', 'all': '–',
        'scope': {}, 'kinds': {}, 'per': {'year': 'each year', 'term': 'each term', 'standing': 'in force'},
    },
}
# What the card calls its columns: Swedish, English.
CARD = {
    'designation': ('beteckning', 'designation'), 'decidedBy': ('beslutad av', 'decided by'), 'decidedOn': ('beslutad den', 'decided on'), 'sectionNo': ('§', '§'),
    'registrationNo': ('diarienummer', 'registration number'), 'periodFrom': ('gäller från', 'valid from'), 'periodTo': ('gäller till', 'valid to'),
    'appliesTo': ('gäller för', 'applies to'), 'replaces': ('ersätter', 'replaces'), 'ownerId': ('ansvarig', 'responsible'), 'followUpMonths': ('följs upp efter', 'followed up after'),
    'publication': ('publicering', 'publication'), 'startDecision': ('startbeslut', 'start decision'), 'informedOn': ('anmäld den', 'reported on'), 'partners': ('parter', 'partners'),
    'responsible': ('ansvarig', 'responsible'),
}
NAMED = {'documentTypes': 'documentTypes', 'goalTypes': 'goalTypes', 'bodyTypes': 'bodyTypes', 'blocks': 'blocks',
         'otherDocumentTypes': 'documentTypes', 'otherGoalTypes': 'goalTypes'}


def load(root):
    models = []
    for path in sorted(glob.glob(os.path.join(root, 'data', 'models', '*.json'))):
        with open(path, encoding='utf-8') as f:
            models.append(json.load(f))
    return models


def load_english(root):
    english = {}
    with open(os.path.join(root, 'help', 'rules-en.tsv'), encoding='utf-8') as f:
        for line in f:
            if not line.startswith('#'):
                number, *texts = line.rstrip('\n').split('\t')
                english[number] = texts
    return english


def sort_key(rule_id):
    series, number = NUMBER.match(rule_id).groups()
    return list(SERIES).index(series) if series in SERIES else len(SERIES), int(number), rule_id


def names(model, kind, ids, words):
    if kind == 'documentTypes' and len(ids) > 4:
        return words['types'].format(len(ids))
    known = {element['id']: element['name'] for element in model.get(kind, [])}
    return ', '.join(known.get(one, one) for one in ids)


def title_of(model, rule, path, language, is_field):
    """What people call a column of the card, a section, section.field, a column of a list or a field of a goal type."""
    if is_field and path in CARD:
        return CARD[path][language == 'C']
    types = [t for t in model.get('documentTypes', []) if t['id'] in rule.get('documentTypes', [t['id']])]
    first, _, second = path.partition('.')
    sections = [section for t in types for section in t.get('sections', [])]
    for section in sections:
        fields = {field['id']: field['title'] for field in section.get('fields', [])}
        if section['id'] == first and not second and not is_field:
            return section['title']
        if section['id'] == first and second in fields:
            return f'{section["title"]}: {fields[second]}'
        if section['id'] in rule.get('sections', []) and path in fields:
            return fields[path]
    for goal_type in model.get('goalTypes', []):
        for field in goal_type.get('fields', []):
            if field['id'] == path:
                return field['title']
    return path


def bounds_of(model, rule):
    """The least and the most: the rule's own, or those of the goal type for its scope."""
    if 'min' in rule or 'max' in rule:
        return rule.get('min'), rule.get('max')
    prefix = {'total': 'total', 'per-parent': 'perParent', 'per-document': 'perDocument'}.get(rule.get('scope'))
    for goal_type in model.get('goalTypes', []):
        if prefix and goal_type['id'] in rule.get('goalTypes', []):
            return goal_type.get(f'{prefix}Min'), goal_type.get(f'{prefix}Max')
    return None, None


def day_of(rule, language, words):
    day = str(rule['day']) if 'day' in rule else ''
    text = words['first-day' if rule.get('scope') == 'early' else 'last-day'].format(day, MONTHS[language][rule['month'] - 1]).replace('  ', ' ')
    offset = rule.get('yearOffset', 0)
    return text + (words['before' if offset < 0 else 'after'].format(abs(offset)) if offset else '')


def parameters(model, rule, language):
    words, parts = WORDS[language], []
    for key, kind in NAMED.items():
        if rule.get(key):
            text = names(model, kind, rule[key], words)
            parts.append(words['against'].format(text) if key.startswith('other') else text)
    parts += [title_of(model, rule, path, language, False) for path in rule.get('sections', [])]
    parts += [title_of(model, rule, path, language, True) for path in rule.get('fields', [])]
    parts += [f'”{word}”' for word in rule.get('words', [])[:4]] + (['…'] if len(rule.get('words', [])) > 4 else [])
    parts += [words['kinds'].get(kind, kind) for kind in rule.get('kinds', [])]
    parts += [words[key].get(rule[key], rule[key]) for key in ('scope', 'per') if key in rule and rule[key] != 'early']
    least, most = bounds_of(model, rule)
    if least is not None and most is not None:
        parts.append(f'{least:g}–{most:g}' if least != most else f'{least:g}')
    else:
        parts += [words[word].format(f'{value:g}') for value, word in ((least, 'at-least'), (most, 'at-most')) if value is not None]
    if 'month' in rule:
        parts.append(day_of(rule, language, words))
    parts += [words['months'].format(rule['months'])] if 'months' in rule else []
    parts += [words['from'].format(rule['from'])] if 'from' in rule else []
    parts += [words[key] for key in ('exceptElectionYear', 'decided', 'reasonCounts', 'draftsToo', 'isImplicit') if rule.get(key)]
    return ' · '.join(parts) or words['all']


def collect(models):
    """number → [(model, rule, waits)]: what every package says of it, the number's own rule before those with a letter."""
    found = {}
    for model in models:
        for member in ('rules', 'pendingRules'):
            for rule in model.get(member, []):
                number = NUMBER.match(rule['id'])
                found.setdefault(number.group(0) if number else rule['id'], []).append((model, rule, member == 'pendingRules'))
    for entries in found.values():
        # The package that says most first.
        entries.sort(key=lambda entry: (entry[2], -len(entry[0].get('rules', [])), entry[0]['id'], sort_key(entry[1]['id'])))
    return found


def cell(paragraphs):
    return '<td>' + ''.join(f'<p>{text}</p>' for text in paragraphs) + '</td>'


def sentence_of(number, entries):
    """The rule in a package's words; of a number that is only there in parts, all parts."""
    first = entries[0][0]
    titles = [rule['title'].rstrip('.') for model, rule, _ in entries if model is first]
    return titles[0] + '.' if entries[0][1]['id'] == number else '. '.join(titles) + '.'


def row(number, entries, english, language):
    words = WORDS[language]
    several = len({model['id'] for model, _, _ in entries}) > 1
    checked = [entry for entry in entries if not entry[2]]
    sentence = sentence_of(number, entries)
    if language == 'C' and number in english:
        sentence = english[number][0]
    kinds, texts = [], []
    for model, rule, waits in entries:
        label = (f'{escape(model["municipality"])} ' if several else '') + (f'{rule["id"]} ' if rule['id'] != number else '')
        label = f'<em>{label.strip()}</em> ' if label else ''
        if not waits:
            kinds.append(f'{label}<code>{rule["kind"]}</code>')
            texts.append(label + escape(parameters(model, rule, language)))
        elif language == 'sv':
            reason = rule['reason'] if rule['id'] == number else f'{rule["title"]} {rule["reason"]}'
            texts.append(label + escape(reason))
            kinds += [label + words['waits']] if checked else []
    if not checked:
        kinds = [words['waits']]
        if language == 'C':
            texts = [escape(english.get(number, ['', ''])[-1])]
    return f'      <tr>{cell([number])}{cell([escape(sentence)])}{cell(kinds)}{cell(texts)}</tr>\n'


def table(numbers, found, english, language):
    head = ''.join(cell([text]) for text in WORDS[language]['head'])
    rows = ''.join(row(number, found[number], english, language) for number in numbers if number in found)
    return f'    <table frame="top bottom" rules="rows">\n      <thead><tr>{head}</tr></thead>\n      <tbody>\n{rows}      </tbody>\n    </table>\n'


def page(models, english, language):
    words, found = WORDS[language], collect(models)
    numbered = [f'{series}{i}' for series, last in SERIES.items() for i in range(1, last + 1)]
    own = sorted(set(found) - set(numbered), key=sort_key)
    text = f'''<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<!-- Made by build-aux/rules-help.py from data/models; the lint test tells when it is to be made anew. -->
<page xmlns="http://projectmallard.org/1.0/" type="topic" id="rules" xml:lang="{'sv' if language == 'sv' else 'en'}">
  <info>
    <link type="guide" xref="index#model"/>
    <link type="seealso" xref="model-packages"/>
    <desc>{words['desc']}</desc>
    <license><p>GPL-3.0-or-later</p></license>
  </info>
  <title>{words['title']}</title>
  <p>{words['intro']}</p>
  <p>{words['waiver']}</p>
{table(numbered, found, english, language)}'''
    if own:
        text += f'  <section id="own">\n    <title>{words["own"]}</title>\n{table(own, found, english, language)}  </section>\n'
    return text + '</page>\n'


def problems(root):
    """What is wrong with the pages that are there."""
    models, english = load(root), load_english(root)
    found = collect(models)
    for series, last in SERIES.items():
        for i in range(1, last + 1):
            number = f'{series}{i}'
            if number not in found:
                yield f'{number}: no package says how it is checked, or what it waits for'
            elif number not in english:
                yield f'{number}: not in help/rules-en.tsv'
            elif all(waits for _, _, waits in found[number]) and len(english[number]) < 2:
                yield f'{number}: help/rules-en.tsv does not say what it waits for'
    for language in ('sv', 'C'):
        path = os.path.join('help', language, 'rules.page')
        with open(os.path.join(root, path), encoding='utf-8') as f:
            if f.read() != page(models, english, language):
                yield f'{path}: not what the packages say; run build-aux/rules-help.py . --write'


def main(root, writes):
    if writes:
        models, english = load(root), load_english(root)
        for language in ('sv', 'C'):
            with open(os.path.join(root, 'help', language, 'rules.page'), 'w', encoding='utf-8') as f:
                f.write(page(models, english, language))
    wrong = list(problems(root))
    for problem in wrong:
        print(f'# {problem}')
    return 1 if wrong else 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1], '--write' in sys.argv))
