# SPDX-License-Identifier: GPL-3.0-or-later
"""Scripts can be read by their interpreters and can be run."""

import ast
import os
import sys

from lint import Checks, files, read, run


def shebang(root, path):
    return read(root, path).split('\n', 1)[0]


def unreadable_python(root, paths):
    for path in paths:
        try:
            ast.parse(read(root, path), path)
        except SyntaxError as error:
            yield f'{path}:{error.lineno}: {error.msg}'


def main(root):
    checks = Checks()
    scripts = files(root, ['build-aux', '.ci'], '') + files(root, ['tests'], ('.sh',))
    shell = [p for p in scripts if shebang(root, p).endswith('bash')]
    started = [p for p in scripts if shebang(root, p).startswith('#!')]
    for path in shell:
        checks.check(f'bash reads {path}', run('bash', '-n', path, cwd=root))
    checks.check('scripts can be run', [p for p in started if not os.access(os.path.join(root, p), os.X_OK)])
    checks.check('the two commands and the check of the whole are there',
                 [p for p in ('build-aux/run', 'build-aux/test', '.ci/run') if p not in shell])
    checks.check('Python reads its scripts', unreadable_python(root, files(root, ['tests', 'build-aux'], ('.py',))))
    checks.end()


main(sys.argv[1])
