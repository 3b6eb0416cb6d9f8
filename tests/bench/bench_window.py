# SPDX-License-Identifier: GPL-3.0-or-later
"""Start to first complete frame against a bare window, repaint of the pyramid, opening of a document, change of page: of the real
program.

bench_window.py BARE PROGRAM CLI FRAMES [ROUNDS]      (run it in run-in-display.sh)
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time


PAGES = ('documents', 'decisions', 'model', 'organisation', 'history', 'wheel', 'pyramid')


def measure(frames, command, **extra):
    """The program's own figures: name → milliseconds."""
    env = {**os.environ, 'LD_PRELOAD': frames, 'G_DEBUG': 'fatal-warnings', 'BENCH_START_US': str(time.monotonic_ns() // 1000), **extra}
    done = subprocess.run(command, env=env, stdout=subprocess.PIPE, text=True, timeout=60)
    if done.returncode != 0:
        sys.exit(f'{command[0]} ended with {done.returncode}')
    figures = dict(line.split() for line in done.stdout.splitlines() if len(line.split()) == 2)
    return {name: float(value) for name, value in figures.items()}


def median(frames, command, rounds, **extra):
    runs = [measure(frames, command, **extra) for _ in range(rounds + 1)][1:]
    return {name: statistics.median(run[name] for run in runs) for name in runs[0]}


def report(what, value, reference, name):
    print(f'{what:<44} {value:9.3f} ms   {value / reference:6.2f} x {name} ({reference:.3f} ms)', flush=True)


def main(bare, program, cli, frames, rounds=5):
    rounds = int(rounds)
    with tempfile.TemporaryDirectory() as folder:
        database = os.path.join(folder, 'bench.db')
        subprocess.run([cli, 'new', '--database', database, '--model', 'norrkoping', '--example'], check=True, stdout=subprocess.DEVNULL)
        listed = subprocess.run([cli, 'list', 'documents', '--database', database, '--format', 'json'], check=True,
                                stdout=subprocess.PIPE, text=True).stdout
        document = json.loads(listed)[0]['id']
        floor = median(frames, [bare], rounds)
        ours = median(frames, [program, '--database', database, '--example'], rounds,
                      BENCH_SHOWS='StyrCanvas', BENCH_REPAINTS=str(max(3, rounds * 4)), BENCH_DOCUMENT=document)
        pages = measure(frames, [program, '--database', database, '--example'], BENCH_SHOWS='StyrCanvas', BENCH_PAGES=' '.join(PAGES))
    report('start to first complete frame', ours['start'], floor['start'], 'bare window')
    report('pyramid, repaint of every shape', ours['repaint'], 16.7, 'frame')
    report('open a document in the window', ours['document'], 50.0, 'budget')
    for when in ('first', 'again'):
        for page in PAGES:
            report(f'page {page}, {when} time', pages[f'{when}:{page}'], 50.0, 'budget')


main(*sys.argv[1:])
