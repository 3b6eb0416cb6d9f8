#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What was planted in Exempelköping is what the check finds, nothing less and nothing more: test_findings.py CLI"""

import json
import os
import subprocess
import sys
import tempfile
import unittest

HERE = os.path.dirname(os.path.abspath(__file__))
CLI = sys.argv.pop(1)


class Findings(unittest.TestCase):
    def made(self, folder, *options):
        subprocess.run([sys.executable, "-B", os.path.join(HERE, "generate.py"), folder, *options], check=True, stdout=subprocess.DEVNULL)

    def found(self, folder):
        environment = dict(os.environ, STYR_DATA_DIR=folder, STYR_TODAY="2024-05-15")
        database = os.path.join(folder, "test.db")
        subprocess.run([CLI, "new", "--model", "exempelkoping", "--example", "--database", database], env=environment, check=True, stdout=subprocess.DEVNULL)
        result = subprocess.run([CLI, "check", "--format", "json", "--database", database], env=environment, stdout=subprocess.PIPE)
        self.assertEqual(result.returncode, 1)
        answer = json.loads(result.stdout)
        findings = answer if isinstance(answer, list) else answer["findings"]
        return sorted((f["rule"], f["severity"], f["objectKind"], f["objectId"]) for f in findings)

    def expected(self, folder):
        with open(os.path.join(folder, "expected.txt"), encoding="utf-8") as file:
            return sorted(tuple(line.split("\t")[:4]) for line in file if not line.startswith("#"))

    def check(self, *options):
        with tempfile.TemporaryDirectory() as folder:
            self.made(folder, *options)
            expected = self.expected(folder)
            self.assertGreaterEqual(len(expected), 40)
            self.assertEqual(self.found(folder), expected)

    def test_middle(self):
        self.check()

    def test_other_seed_and_size(self):
        self.check("--seed", "7", "--factor", "2")

    def test_same_seed_same_files(self):
        with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as other:
            for folder in (one, other):
                self.made(folder, "--seed", "3")
            for name in ("models/exempelkoping.json", "examples/exempelkoping.json", "expected.txt"):
                with open(os.path.join(one, name), "rb") as first, open(os.path.join(other, name), "rb") as second:
                    self.assertEqual(first.read(), second.read(), name)


if __name__ == "__main__":
    unittest.main()
