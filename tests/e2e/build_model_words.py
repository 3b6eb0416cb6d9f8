# SPDX-License-Identifier: GPL-3.0-or-later
"""What the forms of the model editor call the members of the format and their values, read from the program's own tables."""
import gettext
import json
import os
import re

# Members that name an element of one of the package's lists.
BODIES = ('producers', 'preparers', 'informed', 'chain', 'startDecision', 'decider', 'bodyTypes', 'responsible', 'submitters', 'receivers', 'roleOf',
          'owner', 'decidedBy', 'body')
DOCUMENT_TYPES = ('documentType', 'documentTypes', 'otherDocumentTypes', 'inputs', 'followedUpBy')
GOAL_TYPES = ('goalType', 'linkGoalType', 'parentGoalType', 'goalTypes', 'otherGoalTypes', 'parent')
REFERENCES = {**{key: 'bodyTypes' for key in BODIES}, **{key: 'documentTypes' for key in DOCUMENT_TYPES}, **{key: 'goalTypes' for key in GOAL_TYPES},
              'phases': 'phases', 'phase': 'phases', 'level': 'levels', 'block': 'blocks', 'blocks': 'blocks', 'from': 'blocks', 'to': 'blocks',
              'scale': 'scales', 'rollUp': 'rollUps'}
# In the model itself these are texts.
OF_THE_MODEL = ('owner', 'responsible')


def title_of(element):
    return element.get('name') or element.get('title') or element.get('label')


def reference_of(path, key):
    """The list that a member of an element at a path such as 'documentTypes/sections' refers to."""
    if path == '' and key in OF_THE_MODEL or path == 'rules' and key == 'from' or isinstance(path, str) and path == 'milestones':
        return None
    return REFERENCES.get(key)


class Words:
    def __init__(self, sources):
        catalogue = os.path.join(os.environ['STYR_LOCALE_DIR'], 'sv', 'LC_MESSAGES', 'styrmodell.mo')
        with open(catalogue, 'rb') as file:
            self.swedish = gettext.GNUTranslations(file)
        self.sources = sources
        self.lists = {}
        self.read_lists(self.source('styr-model-words.c'))
        self.values = {(c, v): self.word(t) for c, v, t in
                       re.findall(r'\{ "(\w+)", "([\w-]+)", (NC_ \(.*?"\)) \}', self.source('styr-model-choices.c'))}
        self.kinds, self.labels = {}, {}
        for name in sorted(os.listdir(os.path.join(sources, 'src/core'))):
            if name.startswith('styr-rules-') and name.endswith('.c'):
                self.read_kinds(self.source(name))
        with open(os.path.join(sources, 'src/ui/model/glossary.json'), encoding='utf-8') as file:
            self.concepts = {term['id']: term['sv'] for group in json.load(file) for term in group['terms']}

    def source(self, name):
        with open(os.path.join(self.sources, 'src/core', name), encoding='utf-8') as file:
            return file.read()

    def read_lists(self, text):
        for key, title, add, table in re.findall(
                r'\{ "(\w*)", (NC_ \(.*?"\)|NULL), NC_ \(.*?"\), (NC_ \(.*?"\)|NULL),\s*(?:NC_ \(.*?"\)|NULL), (\w+) \}', text):
            rows = re.search(r'StyrMemberWords %s\[\] = \{(.*?)END' % table, text, re.S).group(1)
            members = []
            for match in re.finditer(r'\{ "(\w+)", (NC_ \("model", ".*?"\))(.*)\},?\n', rows):
                choices = re.search(r'choices = "(\w+)"', match.group(3))
                if 'HIDDEN' not in match.group(3):
                    members.append((match.group(1), self.word(match.group(2)), choices.group(1) if choices else None, 'MONTH' in match.group(3)))
            self.lists[key] = {'title': self.word(title), 'add': self.word(add), 'members': members}

    def read_kinds(self, text):
        macros = dict(re.findall(r'#define (\w+) ((?:.*\\\n)*.*)', text))
        for nick, title, body in re.findall(r'\{ "(\w+-[\w-]+)",\s*N_ \("(.*?)"\),\s*(.*?check_\w+ \})', text, re.S):
            self.kinds[nick] = self.plain(title)
            body += ''.join(macro for name, macro in macros.items() if re.search(r'\b%s\b' % name, body))
            for member, label in re.findall(r'\{[\s\\]*"(\w+)",[\s\\]*N_ \("(.*?)"\),[\s\\]*(?:TRUE|FALSE)', body):
                self.labels[nick, member] = self.plain(label)

    def plain(self, source):
        return self.swedish.gettext(source.replace('\\"', '"'))

    def word(self, source):
        found = re.search(r'NC_ \("model", "(.*)"\)', source)
        return self.swedish.pgettext('model', found.group(1).replace('\\"', '"')) if found else None

    def members(self, key, element):
        """(member, title, choices, is a month) in the order of the form."""
        for member, title, choices, is_month in self.lists[key]['members']:
            if key == 'rules':
                title = self.labels.get((element['kind'], member), title)
            yield member, title, choices, is_month


class Names:
    """What people call the elements of a package, by their ids."""

    def __init__(self, package, own_body='unit'):
        self.package = package
        self.by_list = {key: {e['id']: title_of(e) for e in elements if isinstance(e, dict) and 'id' in e}
                        for key, elements in package.items() if isinstance(elements, list)}
        self.own_body = own_body

    def of(self, reference, value):
        return self.by_list.get(reference, {}).get(value, self.own_body if value == 'unit' else value)

    def types_of(self, rule):
        wanted = rule.get('documentTypes')
        return [t for t in self.package['documentTypes'] if not wanted or t['id'] in wanted]

    def section(self, types, value, either=' | '):
        """'goals|summary.taxRate' -> what the sections and fields are called"""
        names = []
        for part in value.split('|'):
            section_id, _, field_id = part.partition('.')
            name = part
            for section in (s for t in types for s in t.get('sections', [])):
                if section['id'] == section_id:
                    name = section['title']
                    name = next((f['title'] for f in section.get('fields', []) if f['id'] == field_id), name) if field_id else name
                    break
            names.append(name)
        return either.join(names)


def without_ids(package):
    """The package with names where ids were and without what an editor doesn't choose: ids, what is empty, and how the model was decided."""
    names = Names(package)

    def plain(value, path, key, owner, template):
        if isinstance(value, dict):
            here = f'{path}/{key}' if path else key
            return {k: plain(v, here, k, value, value if key == 'reportTemplates' else template) for k, v in value.items()
                    if (k != 'id' or key in ('rules', 'pendingRules')) and v not in (None, False, [], '', {})}
        if isinstance(value, list):
            return [plain(v, path, key, owner, template) for v in value]
        if isinstance(value, (int, float)) and not isinstance(value, bool):
            return float(value)
        if key == 'sections' and path == 'rules':
            return names.section(names.types_of(owner), value)
        if key == 'section' and path.endswith('chapters'):
            return names.section([t for t in package['documentTypes'] if t['id'] == template['documentType']], value)
        reference = reference_of(path, key)
        return names.of(reference, value) if reference else value

    return {key: plain(value, '', key, package, None) for key, value in package.items()
            if key not in ('id', 'status', 'decidedBy', 'decidedOn', 'sectionNo', 'registrationNo') and value not in ([], '', {})}


def part_of(package, most):
    """A smaller package of the same kind: of some lists the first elements or those of certain ids, and nothing that refers to what isn't there."""
    def pick(key, elements):
        wanted = most.get(key)
        return elements[:wanted] if wanted is None or isinstance(wanted, int) else [e for e in elements if e['id'] in wanted]

    small = {key: pick(key, value) if isinstance(value, list) else value for key, value in package.items()}
    there = {key: {e['id'] for e in value if 'id' in e} for key, value in small.items() if isinstance(value, list) and value and isinstance(value[0], dict)}

    def is_there(path, key, value):
        reference = reference_of(path, key)
        return reference is None or value == 'unit' or value in there.get(reference, ())

    def prune(value, path, key):
        if isinstance(value, list):
            pruned = [prune(v, path, key) for v in value]
            return [v for v in pruned if v is not None]
        if not isinstance(value, dict):
            return value if not isinstance(value, str) or is_there(path, key, value) else None
        here = f'{path}/{key}' if path else key
        result = {}
        for k, v in value.items():
            kept = prune(v, here, k)
            if kept is None or isinstance(v, list) and v and not kept and here in ('rules', 'phases/counts', 'calendarRules'):
                return None
            result[k] = kept
        return result

    pruned = {key: prune(value, '', key) if isinstance(value, list) else value for key, value in small.items()}
    types = {t['id']: t for t in pruned['documentTypes']}
    for rule in pruned['rules']:
        if 'sections' in rule:
            assert all(t in types for t in rule.get('documentTypes', []))
    return pruned
