# SPDX-License-Identifier: GPL-3.0-or-later
"""Adds up what meson's logs say: count-tests.py LABEL=testlog.json… prints a line each and the totals."""

import json
import re
import sys

LINE = re.compile(r'^(not )?ok\b(?!.*# SKIP)', re.M)
GOOD = {'OK', 'EXPECTEDFAIL'}
SKIPPED = {'SKIP', 'IGNORED'}


def count(test):
    """Passed and failed of one test: its TAP lines when it has any, else itself."""
    lines = LINE.findall(test.get('stdout') or '')
    failed = sum(1 for line in lines if line)
    passed = len(lines) - failed
    if test['result'] in SKIPPED:
        return 0, 0
    if test['result'] not in GOOD:
        return passed, max(failed, 1)
    return (passed or 1), failed


def main(logs):
    passed = failed = 0
    for log in logs:
        label, path = log.split('=', 1)
        here = [0, 0]
        with open(path, encoding='utf-8') as f:
            for line in f:
                test = json.loads(line)
                good, bad = count(test)
                here[0] += good
                here[1] += bad
                if bad:
                    print(f'{label}: {test["name"]}: {test["result"]}')
        print(f'{label}: {here[0]} passed, {here[1]} failed')
        passed += here[0]
        failed += here[1]
    print(f'{passed} passed, {failed} failed')
    return 1 if failed or not passed else 0


sys.exit(main(sys.argv[1:]))
