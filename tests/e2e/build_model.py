#!/usr/bin/python3 -u
# SPDX-License-Identifier: GPL-3.0-or-later
"""A municipality's model built in the real program from the empty one, by the forms of the page Model: what comes out is exported
and equals the shipped package but for ids.

    build_model.py PROGRAM CLI PACKAGE SOURCES [--whole] [--only=LIST,LIST…]

Without --whole a part of the package is built: fewer elements of each list. With --only the model begins with all but the lists that are named
and what refers to them; these are built, and only they are compared. Needs run-in-display.sh with the environment of the suite e2e.
"""
import json
import os
import re
import subprocess
import sys
import tempfile
import time

from bus import Hands
from build_model_forms import Forms
from build_model_words import Names, Words, part_of, without_ids
from driver import Program, run

# Made first, by name alone, so that others can refer to them; then filled in.
NAMED_FIRST = ('bodyTypes', 'levels', 'phases', 'scales', 'goalTypes', 'rollUps', 'blocks', 'documentTypes')
THEN = ('connectors', 'pictures', 'occasions', 'calendarRules', 'feedbackTypes', 'reportTemplates', 'terms', 'rules', 'pendingRules', 'roles',
        'statements', 'milestones', 'history')
PART = {'blocks': ('vision', 'directionGoals', 'operationalPlans', 'businessPlans', 'indicators', 'annualSummaries', 'annualReport'),
        'documentTypes': ('operationalPlan', 'annualSummary'), 'connectors': 4, 'calendarRules': ('operationalPlanDue', 'measuresReviewed'),
        'feedbackTypes': 1, 'rules': 8, 'pendingRules': 2, 'roles': 1, 'statements': 2, 'occasions': ('fullYear',), 'terms': 2}
SECTIONS = 2
# With the keyboard alone; the rest with the pointer.
BY_KEY = ('scales', 'roles', 'statements', 'terms')


def first_run(program, municipality):
    program.press('button', 'Tom modell')
    program.write('text', 'Kommunens namn', municipality)
    program.write('text', re.compile('^Nämnder, en på varje rad'), 'Kulturnämnden')
    program.press('button', 'Skapa')
    program.find('list item', 'Modell', timeout=15)


def place_window(program):
    """Where the places begin that the window tells of its nodes."""
    program.find('list item', 'Modell', timeout=15)
    top = next(program.windows())
    # as high as the screen: what the pointer is to reach isn't scrolled away
    window = program.window(top.name)
    _, height = run('xdotool', 'getdisplaygeometry').split()
    run('xdotool', 'windowsize', window, '1340', str(int(height) - 40))
    run('xdotool', 'windowmove', window, '0', '0')
    time.sleep(0.8)
    return program.corner(top)


def small(package):
    package = part_of(package, PART)
    for document_type in package['documentTypes']:
        document_type['sections'] = document_type['sections'][:SECTIONS]
    kept = {t['id']: {s['id'] for s in t['sections']} for t in package['documentTypes']}
    package['rules'] = [r for r in package['rules'] if all(
        all(part.split('.')[0] in kept[t] for part in s.split('|')) for s in r.get('sections', []) for t in r['documentTypes'])]
    for template in package['reportTemplates']:
        template['chapters'] = [c for c in template['chapters'] if c['section'] in kept[template['documentType']]]
    return package


class Builder:
    def __init__(self, forms, package):
        self.forms = forms
        self.package = package
        self.clock = time.monotonic()

    def told(self, what):
        now = time.monotonic()
        print(f'{what}: {now - self.clock:.1f} s')
        self.clock = now

    def build(self, keys=None):
        if keys is None:
            self.empty()
        self.name([key for key in NAMED_FIRST if keys is None or key in keys])
        for key in NAMED_FIRST + THEN:
            if self.package.get(key) and (keys is None or key in keys):
                self.build_list(key)
        if keys is None:
            self.forms.show_form('terminology')
            self.forms.fill_terminology(self.package['terminology'])
            self.told('terminology')
        self.forms.flush()

    def empty(self):
        self.forms.show_form('')
        self.forms.fill('', self.package)
        self.told('about the model')
        for key in ('connectors', 'pictures', 'blocks', 'levels', 'scales', 'phases', 'terms'):
            self.forms.keep(key, 1 if key in ('levels', 'pictures') else 0)
        self.told('the empty model emptied')

    def name(self, keys):
        for key in keys:
            self.forms.show_part(key)
            for element in self.package.get(key, [])[self.forms.count():]:
                self.forms.add(key, element)
        self.told('made by name')

    def build_list(self, key):
        self.forms.by_key = key in BY_KEY
        self.forms.show_part(key)
        there = self.forms.count()
        for index, element in enumerate(self.package[key]):
            if index < there:
                self.forms.select(index)
            else:
                self.forms.add(key, element)
            # a rule begins with what its kind can't do without
            self.forms.fill(key, element, overwrite=index < there or key == 'rules')
        self.forms.by_key = False
        self.told(key)


def compare(built, wanted):
    for key in sorted(set(built) | set(wanted)):
        mine, theirs = built.get(key), wanted.get(key)
        if mine == theirs:
            continue
        if isinstance(theirs, list) and isinstance(mine, list):
            for index in range(max(len(mine), len(theirs))):
                one, other = (x[index] if index < len(x) else None for x in (mine, theirs))
                if one != other:
                    yield f'{key} {index}: {differing(one, other)}'
        else:
            yield f'{key}: {differing(mine, theirs)}'


def differing(mine, theirs):
    if isinstance(mine, dict) and isinstance(theirs, dict):
        return '; '.join(f'{k}: {differing(mine.get(k), theirs.get(k))}' for k in sorted(set(mine) | set(theirs)) if mine.get(k) != theirs.get(k))
    if isinstance(mine, list) and isinstance(theirs, list) and len(mine) == len(theirs):
        return '; '.join(f'[{i}] {differing(a, b)}' for i, (a, b) in enumerate(zip(mine, theirs)) if a != b)
    return f'built {json.dumps(mine, ensure_ascii=False)}, wanted {json.dumps(theirs, ensure_ascii=False)}'


def export(cli, database, folder):
    out = os.path.join(folder, 'built.styrmodell')
    subprocess.run([cli, 'export', 'model', '--database', database, '--output', out], check=True)
    with open(out, encoding='utf-8') as file:
        return json.load(file)


def prepare(cli, database, folder, package, keys):
    """A database whose model lacks some lists, and what refers to them."""
    rest = os.path.join(folder, 'rest.styrmodell')
    with open(rest, 'w', encoding='utf-8') as file:
        json.dump(part_of(package, {key: 0 for key in keys}), file)
    subprocess.run([cli, 'new', '--database', database, '--model', rest], check=True)


def main(program_path, cli, package_path, sources, *options):
    with open(package_path, encoding='utf-8') as file:
        package = json.load(file)
    if '--whole' not in options:
        package = small(package)
    only = next((option.partition('=')[2].split(',') for option in options if option.startswith('--only=')), None)
    begun = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        database = os.path.join(folder, 'built.db')
        if only:
            prepare(cli, database, folder, package, only)
        program = Program([program_path, '--database=' + database])
        if only is None:
            first_run(program, package['municipality'])
        corner = place_window(program)
        words = Words(sources)
        names = Names(package, words.plain('The document’s own body'))
        forms = Forms(program.bus, Hands(), words, names, corner)
        try:
            Builder(forms, package).build(only)
        except BaseException:
            program.shot('build-model-failed')
            raise
        print(f'built in {time.monotonic() - begun:.0f} s')
        built, wanted = without_ids(export(cli, database, folder)), without_ids(package)
        if only:
            built, wanted = ({key: model.get(key) for key in only} for model in (built, wanted))
        differences = list(compare(built, wanted))
        for difference in differences:
            print(difference)
        assert not differences, f'{len(differences)} differences'
        print('the model equals the package')
        program.close()
    print(f'all in {time.monotonic() - begun:.0f} s')


main(*sys.argv[1:])
