#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes Exempelköping of a size and measures over it: bench_stress.py GENERATOR CLI BENCH [ROUNDS [FACTOR]]"""

import os
import subprocess
import sys
import tempfile

generator, cli, bench = sys.argv[1:4]
rounds = sys.argv[4] if len(sys.argv) > 4 else "9"
factor = sys.argv[5] if len(sys.argv) > 5 else "8"
with tempfile.TemporaryDirectory() as folder:
    environment = dict(os.environ, STYR_DATA_DIR=folder, STYR_TODAY="2024-05-15")
    database = os.path.join(folder, "stress.db")
    subprocess.run([sys.executable, "-B", generator, folder, "--factor", factor], check=True, stdout=subprocess.DEVNULL)
    subprocess.run([cli, "new", "--model", "exempelkoping", "--example", "--database", database], env=environment, check=True, stdout=subprocess.DEVNULL)
    sys.exit(subprocess.run([bench, database, rounds], env=environment).returncode)
