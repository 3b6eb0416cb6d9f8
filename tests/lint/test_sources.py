# SPDX-License-Identifier: GPL-3.0-or-later
"""The direction of the layers, and rules that hold for every source file."""

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
GENERATED = {'config.h': None, 'styr-enum-types.h': 'core'}

# In pieces, so that this file doesn't hold the words it looks for.
UNFINISHED = re.compile(r'\b(TO' r'DO|FIX' r'ME|XX' r'X|HA' r'CK|st' r'ub|not imple' r'mented|unimple' r'mented|place' r'holder for)\b', re.I)
MUNICIPALITIES = re.compile(r'\b(norrk[oö]ping|sundsvall|timr[åa]|arboga|norrt[äa]lje)', re.I)
MACHINE = re.compile(r'/(?:wo' r'rk|ro' r'ot|ho' r'me)/\w')
INCLUDE = re.compile(r'^\s*#\s*include\s+([<"])([^>"]+)[>"]', re.M)
LONGEST = 600


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
    checks.check('nothing is left unfinished', matching(root, words, UNFINISHED))
    checks.check('no path of one machine', matching(root, words, MACHINE))
    checks.check(f'no file above {LONGEST} lines', too_long(root, code + tests))
    checks.end()


main(sys.argv[1])
