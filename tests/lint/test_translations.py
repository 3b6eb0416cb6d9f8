# SPDX-License-Identifier: GPL-3.0-or-later
"""Every text a user sees is listed for translation, and every one is in Swedish."""

import os
import re
import subprocess
import sys
import tempfile

from lint import Checks, files, read, run

MARKED = re.compile(r'(?<![\w_])(?:_|C_|N_|NC_|ngettext|g_dngettext|g_dpgettext2?)\s*\(\s*"')
MARKED_UI = re.compile(r'translatable="(?:yes|true|1)"')
# xgettext knows the marks of the glib preset; the same list as meson's.
KEYWORDS = ['_', 'N_', 'C_:1c,2', 'NC_:1c,2', 'g_dcgettext:2', 'g_dngettext:2,3', 'g_dpgettext2:2c,3', 'ngettext:1,2']


def listed(root, name):
    return [line.strip() for line in read(root, name).splitlines() if line.strip() and not line.startswith('#')]


def marked(root):
    for path in files(root, ['src'], ('.c', '.h', '.ui')):
        if (MARKED_UI if path.endswith('.ui') else MARKED).search(read(root, path)):
            yield path


def template(root, target):
    """Extracts the texts as they stand now, so that a sv.po that is merely complete in itself doesn't pass."""
    command = ['xgettext', '--from-code=UTF-8', '--add-comments', '--output', target, '--directory', root]
    command += [f'--keyword={word}' for word in KEYWORDS]
    return run(*command, *listed(root, 'po/POTFILES'))


def unready(root, name):
    done = subprocess.run(['msgfmt', '--check', '--check-accelerators=_', '--statistics', '-o', os.devnull, os.path.join(root, name)],
                          text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env={**os.environ, 'LC_ALL': 'C', 'LANGUAGE': 'C'})
    if done.returncode != 0:
        yield from done.stdout.splitlines()
    elif 'fuzzy' in done.stdout or 'untranslated' in done.stdout or done.stdout.startswith('0 '):
        yield f'{name}: {done.stdout.strip()}'


def main(root):
    checks = Checks()
    potfiles = listed(root, 'po/POTFILES')
    checks.check('POTFILES names files that are there', [p for p in potfiles if not os.path.exists(os.path.join(root, p))])
    checks.check('POTFILES is complete', [f'{p} has texts but is not listed' for p in marked(root) if p not in potfiles])
    checks.check('POTFILES is in order, each file once', [] if potfiles == sorted(set(potfiles)) else ['sort it: LC_ALL=C sort -u'])
    checks.check('LINGUAS has Swedish', [] if 'sv' in listed(root, 'po/LINGUAS') else ['sv is missing'])
    checks.check('sv.po is whole and sound', unready(root, 'po/sv.po'))
    with tempfile.TemporaryDirectory() as scratch:
        pot = os.path.join(scratch, 'styrmodell.pot')
        checks.check('the texts can be extracted', template(root, pot))
        checks.check('sv.po has every text of today', run('msgcmp', os.path.join(root, 'po/sv.po'), pot) if os.path.exists(pot) else ['no template'])
    checks.end()


main(sys.argv[1])
