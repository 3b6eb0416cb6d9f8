# SPDX-License-Identifier: GPL-3.0-or-later
"""The direction of the layers, and rules that hold for every source file."""

import hashlib
import json
import os
import re
import sys

from lint import Checks, files, read

LIBC = r'(?:assert|ctype|errno|fcntl|limits|locale|math|signal|stdbool|stdint|stdio|stdlib|string|time|unistd)\.h|sys/.+\.h'
GLIB = r'glib\.h|glib-object\.h|glib/(?:gi18n-lib|gi18n|gstdio|gprintf)\.h|gio/.+\.h|glib-unix\.h'
JSON = r'json-glib/.+\.h'
CAIRO = r'cairo(?:-pdf|-svg|-ft)?\.h|pango/.+\.h'

# layer: (other layers it may include, system headers it may include)
LAYERS = {
    'core': ({'core'}, [LIBC, GLIB, JSON, r'unicode/.+\.h']),
    'store': ({'core', 'store'}, [LIBC, GLIB, JSON, r'sqlite3\.h']),
    'diagram': ({'core', 'diagram'}, [LIBC, GLIB, CAIRO]),
    'report': ({'core', 'diagram', 'report'}, [LIBC, GLIB, CAIRO, r'xlsxwriter\.h|xlsxwriter/.+\.h']),
    'workspace': ({'core', 'store', 'diagram', 'report', 'workspace'}, [LIBC, GLIB, JSON]),
    'cli': ({'core', 'workspace', 'cli'}, [LIBC, GLIB, JSON]),
    'ui': ({'core', 'diagram', 'workspace', 'ui'}, [LIBC, GLIB, CAIRO, r'gtk/.+\.h', r'gdk/.+\.h', r'gsk/.+\.h', r'graphene\.h', r'adwaita\.h']),
}

# Steps of the schema that are in somebody's database, and their SHA-256: what is to be otherwise is a new step. Add
# a step here when it is released.
RELEASED_STEPS = {'001-initial.sql': '95e9c5080058f7305c0c2560f3c7121a7a47986232f8059714878d45d1fb5ec5'}

GENERATED = {'config.h': None, 'styr-enum-types.h': 'core'}

# In pieces, so that this file doesn't hold the words it looks for.
UNFINISHED = re.compile(r'\b(TO' r'DO|FIX' r'ME|XX' r'X|HA' r'CK|st' r'ub|not imple' r'mented|unimple' r'mented|place' r'holder for)\b', re.I)
MUNICIPALITIES = re.compile(r'\b(norrk[oö]ping|sundsvall|timr[åa]|arboga|norrt[äa]lje)', re.I)
MACHINE = re.compile(r'/(?:wo' r'rk|ro' r'ot|ho' r'me)/\w')
INCLUDE = re.compile(r'^\s*#\s*include\s+([<"])([^>"]+)[>"]', re.M)
LONGEST = 600
# A comment, or a string: strings in comments are no strings, and the other way round.
LITERAL = re.compile(r'/\*.*?\*/|//[^\n]*|"((?:[^"\\\n]|\\.)*)"', re.S)
# Words that are spelt alike in English or name the program or a file's kind; and ids that the code has for things of its own.
ENGLISH = {'budget', 'dialog', 'plan', 'policy', 'process', 'program', 'styrmodell', 'svg', 'vision'}
OWN_IDS = {'internalControl', 'politicalDocuments', 'administrativeDocuments'}


def layer_of(path):
    part = path.split('/')[1]
    return 'ui' if part == 'main.c' else part


def bad_includes(root, sources):
    home = {path.rsplit('/', 1)[1]: layer_of(path) for path in sources if path.endswith('.h')}
    for path in sources:
        layers, systems = LAYERS[layer_of(path)]
        for mark, name in INCLUDE.findall(read(root, path)):
            if mark == '<':
                if not any(re.fullmatch(allowed, name) for allowed in systems):
                    yield f'{path}: <{name}> is not for the layer {layer_of(path)}'
            elif '/' in name:
                yield f'{path}: "{name}" includes through a path; headers are flat'
            elif name in GENERATED:
                if GENERATED[name] and GENERATED[name] not in layers:
                    yield f'{path}: "{name}" is of the layer {GENERATED[name]}'
            elif name not in home:
                # A resource header is made by the build beside its layer.
                if not name.endswith('-resources.h'):
                    yield f'{path}: "{name}" is in no layer'
            elif home[name] not in layers:
                yield f'{path}: "{name}" is of the layer {home[name]}'


def doubled_headers(sources):
    seen = {}
    for path in sources:
        name = path.rsplit('/', 1)[1]
        if name.endswith('.h') and name in seen:
            yield f'{path}: the name is taken by {seen[name]}'
        seen.setdefault(name, path)


def edited_steps(root):
    for name, known in RELEASED_STEPS.items():
        path = os.path.join(root, 'src/store/schema', name)
        with open(path, 'rb') as f:
            if hashlib.sha256(f.read()).hexdigest() != known:
                yield f'src/store/schema/{name} is released and was edited: put the change into a new step'


def matching(root, paths, pattern):
    for path in paths:
        for number, line in enumerate(read(root, path).splitlines(), 1):
            if pattern.search(line):
                yield f'{path}:{number}: {line.strip()[:120]}'


def without_licence(root, paths):
    for path in paths:
        head = read(root, path).splitlines()[:4]
        if not any('SPDX-License-Identifier: GPL-3.0-or-later' in line for line in head):
            yield f'{path}: no SPDX line at the top'


def too_long(root, paths):
    for path in paths:
        lines = read(root, path).count('\n')
        if lines > LONGEST:
            yield f'{path}: {lines} lines, {LONGEST} at most: split by concern'


def own_words(root):
    """What the packages call their own: word as written → whose. Of ids those that are names, not plain words."""
    words, ids, glossary = {}, {}, set()
    for path in files(root, ['data/models'], ('.json',)):
        model = json.loads(read(root, path))
        glossary |= set(model.get('terminology', {}))
        parts = {'municipality': [{'name': model['municipality']}], 'terminology': [{'name': word} for word in model.get('terminology', {}).values()]}
        for kind in ('bodyTypes', 'levels', 'blocks', 'documentTypes', 'goalTypes'):
            parts[kind] = model.get(kind, [])
        for kind, elements in parts.items():
            for element in elements:
                names = [element.get(key) for key in ('name', 'plural', 'definite', 'shortName')] + element.get('aliases', [])
                words.update({name: f'{path} {kind}' for name in names if name})
                if re.search('[A-Z]', element.get('id', '')) and element['id'] not in OWN_IDS:
                    ids[element['id']] = f'{path} {kind}'
    # Bodies and goals go by the glossary, which is everyone's; document types and blocks are each model's.
    return words, {one: whose for one, whose in ids.items() if one not in glossary or not whose.endswith(('bodyTypes', 'goalTypes'))}


def strings(text):
    """(line, string) of each string of a C source; adjacent ones are not joined."""
    for match in LITERAL.finditer(text):
        if match.group(1):
            yield text.count('\n', 0, match.start()) + 1, match.group(1)


def of_a_package(root, paths):
    words, ids = own_words(root)
    short = {word for word in words if word.isupper() and word.lower() not in ENGLISH}
    long = {word.lower(): word for word in words if not word.isupper() and word.lower() not in ENGLISH}
    exact = re.compile(r'(?<!\w)(?:' + '|'.join(map(re.escape, sorted(short, key=len, reverse=True))) + r')(?!\w)')
    loose = re.compile(r'(?<!\w)(?:' + '|'.join(map(re.escape, sorted(long, key=len, reverse=True))) + r')(?!\w)', re.I)
    for path in paths:
        for line, string in strings(read(root, path)):
            found = exact.search(string) or loose.search(string)
            if found:
                whose = words.get(found.group(0)) or words[long[found.group(0).lower()]]
                yield f'{path}:{line}: “{found.group(0)}” in "{string[:80]}" ({whose})'
            elif string in ids:
                yield f'{path}:{line}: the id "{string}" ({ids[string]})'


def main(root):
    checks = Checks()
    code = files(root, ['src'], ('.c', '.h'))
    tests = files(root, ['tests'], ('.c', '.h', '.py', '.sh'))
    shown = files(root, ['src'], ('.ui', '.css', '.sql', '.xml'))
    words = files(root, ['src', 'tests', 'data', 'help', 'build-aux', 'flatpak'],
                  ('.c', '.h', '.py', '.sh', '.ui', '.css', '.sql', '.xml', '.in', '.page', '.md', '.json', '.yml', 'meson.build'))

    checks.check('there are sources', [] if code else ['none below src'])
    checks.check('every folder of src is a known layer', sorted({f'src/{layer_of(p)}' for p in code if layer_of(p) not in LAYERS}))
    checks.check('includes follow the arrows', bad_includes(root, [p for p in code if layer_of(p) in LAYERS]))
    checks.check('header names are unique', doubled_headers(code))
    checks.check('tests include flat headers', matching(root, [p for p in tests if p.endswith(('.c', '.h'))], re.compile(r'#\s*include\s+"[^"]*/')))
    checks.check('a licence line in every source', without_licence(root, code + tests + shown))
    checks.check('no municipality in the code', matching(root, code + shown, MUNICIPALITIES))
    checks.check('no level, body, block, document type or term of a package in the code', of_a_package(root, code))
    checks.check('nothing is left unfinished', matching(root, words, UNFINISHED))
    checks.check('no path of one machine', matching(root, words, MACHINE))
    checks.check('no released step of the schema is edited', edited_steps(root))
    checks.check(f'no file above {LONGEST} lines', too_long(root, code + tests))
    checks.end()


main(sys.argv[1])
