# SPDX-License-Identifier: GPL-3.0-or-later
"""What the lint tests share: a walk over the sources and results as TAP, one line a check."""

import os
import subprocess
import sys


class Checks:
    """Collects checks and prints them; a check passes when its list of problems is empty."""

    def __init__(self):
        self.count = 0
        self.failed = 0

    def check(self, name, problems):
        self.count += 1
        problems = list(problems)
        for problem in problems:
            print(f'# {problem}')
        self.failed += bool(problems)
        print(f'{"not ok" if problems else "ok"} {self.count} - {name}', flush=True)

    def skip(self, name, why):
        self.count += 1
        print(f'ok {self.count} - {name} # SKIP {why}', flush=True)

    def end(self):
        print(f'1..{self.count}')
        sys.exit(1 if self.failed else 0)


def files(root, folders, endings):
    """Paths (relative to root) of the files below the folders whose names end so, in order."""
    found = []
    for folder in folders:
        for where, names, leaves in os.walk(os.path.join(root, folder)):
            names[:] = [n for n in names if n != '__pycache__' and not n.startswith('build')]
            found += [os.path.relpath(os.path.join(where, leaf), root) for leaf in leaves if leaf.endswith(endings)]
    return sorted(found)


def read(root, path):
    with open(os.path.join(root, path), encoding='utf-8') as f:
        return f.read()


def run(*command, cwd=None):
    """Problems of a checker: its output when it fails, nothing when it is content."""
    done = subprocess.run(command, cwd=cwd, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    if done.returncode == 0:
        return []
    return done.stdout.splitlines() or [f'{command[0]} ended with {done.returncode}']
