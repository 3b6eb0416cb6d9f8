# SPDX-License-Identifier: GPL-3.0-or-later
"""Start to first complete frame against a bare window, repaint of the pyramid, opening of a document, change of page: of the real
program. With GENERATOR also changes of page in Exempelköping of a size.

bench_window.py BARE PROGRAM CLI FRAMES [ROUNDS [GENERATOR [FACTOR]]]      (run it in run-in-display.sh)
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time


PAGES = ('documents', 'review', 'decisions', 'model', 'models', 'organisation', 'history', 'wheel', 'pyramid')


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


def new_database(cli, folder, model, **extra):
    database = os.path.join(folder, model + '.db')
    subprocess.run([cli, 'new', '--database', database, '--model', model, '--example'], env={**os.environ, **extra}, check=True,
                   stdout=subprocess.DEVNULL)
    return database


def report_pages(frames, program, database, prefix, rounds, **extra):
    pages = median(frames, [program, '--database', database, '--example'], rounds, BENCH_SHOWS='StyrCanvas', BENCH_PAGES=' '.join(PAGES), **extra)
    for when in ('first', 'again'):
        for page in PAGES:
            report(f'{prefix}page {page}, {when} time', pages[f'{when}:{page}'], 50.0, 'budget')


def main(bare, program, cli, frames, rounds=5, generator=None, factor=8):
    rounds = int(rounds)
    with tempfile.TemporaryDirectory() as folder:
        database = new_database(cli, folder, 'norrkoping')
        listed = subprocess.run([cli, 'list', 'documents', '--database', database, '--format', 'json'], check=True,
                                stdout=subprocess.PIPE, text=True).stdout
        document = json.loads(listed)[0]['id']
        floor = median(frames, [bare], rounds)
        ours = median(frames, [program, '--database', database, '--example'], rounds,
                      BENCH_SHOWS='StyrCanvas', BENCH_REPAINTS=str(max(3, rounds * 4)), BENCH_DOCUMENT=document)
        report('start to first complete frame', ours['start'], floor['start'], 'bare window')
        report('pyramid, repaint of every shape', ours['repaint'], 16.7, 'frame')
        report('open a document in the window', ours['document'], 50.0, 'budget')
        report_pages(frames, program, database, '', min(rounds, 3))
        if generator is not None:
            large = {'STYR_DATA_DIR': folder, 'STYR_TODAY': '2024-05-15'}
            subprocess.run([sys.executable, '-B', generator, folder, '--factor', str(factor)], check=True, stdout=subprocess.DEVNULL)
            report_pages(frames, program, new_database(cli, folder, 'exempelkoping', **large), 'stress: ', min(rounds, 3), **large)


main(*sys.argv[1:])
