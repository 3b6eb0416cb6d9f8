# SPDX-License-Identifier: GPL-3.0-or-later
"""The C code is formatted as .clang-format says."""

import sys

from lint import Checks, files, run


def main(root):
    checks = Checks()
    for folder in ('src', 'tests'):
        sources = files(root, [folder], ('.c', '.h'))
        checks.check(f'{folder} is formatted', run('clang-format', '--dry-run', '-Werror', *sources, cwd=root) if sources else ['no sources'])
    checks.end()


main(sys.argv[1])
