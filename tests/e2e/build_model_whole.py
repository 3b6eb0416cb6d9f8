#!/usr/bin/python3 -u
# SPDX-License-Identifier: GPL-3.0-or-later
"""A municipality's model built in the real program from the empty one, by the forms of the page Model: what comes out is exported
and equals the shipped package but for ids.

    build_model_whole.py PROGRAM CLI PACKAGE SOURCES [--whole]

Run by hand, in run-in-display.sh with the environment of the suite e2e. Without --whole a part of the package is built: fewer elements of each list.
"""
import json
import os
import re
import subprocess
import sys
import tempfile
import time

from build_model_bus import Bus, Hands
from build_model_forms import Forms
from build_model_words import Names, Words, part_of, without_ids
from driver import Program, extents, run

# Made first, by name alone, so that others can refer to them; then filled in.
NAMED_FIRST = ('bodyTypes', 'levels', 'phases', 'scales', 'goalTypes', 'rollUps', 'blocks', 'documentTypes')
THEN = ('connectors', 'pictures', 'occasions', 'calendarRules', 'feedbackTypes', 'reportTemplates', 'terms', 'rules', 'pendingRules', 'roles',
        'statements', 'milestones', 'history')
PART = {'documentTypes': 3, 'connectors': 3, 'calendarRules': 2, 'feedbackTypes': 1, 'rules': 5, 'pendingRules': 2, 'roles': 1, 'statements': 2,
        'occasions': 1, 'terms': 2}
SECTIONS = 2


def first_run(program, municipality):
    program.press('button', 'Tom modell')
    program.write('text', 'Kommunens namn', municipality)
    program.write('text', re.compile('^Nämnder, en på varje rad'), 'Kulturnämnden')
    program.press('button', 'Skapa')
    program.find('list item', 'Modell', timeout=15)
    # as high as the screen: what the pointer is to reach isn't scrolled away
    window = run('xdotool', 'search', '--onlyvisible', '--name', '^' + re.escape(program.app.getChildAtIndex(0).name) + '$').split()[-1]
    _, height = run('xdotool', 'getdisplaygeometry').split()
    run('xdotool', 'windowsize', window, '1340', str(int(height) - 40))
    run('xdotool', 'windowmove', window, '0', '0')
    time.sleep(0.8)
    shape = dict(line.split('=') for line in run('xdotool', 'getwindowgeometry', '--shell', window).split())
    outer = extents(program.app.getChildAtIndex(0))
    return (int(shape['X']) + (int(shape['WIDTH']) - outer.width) // 2 - outer.x,
            int(shape['Y']) + (int(shape['HEIGHT']) - outer.height) // 2 - outer.y)


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


def build(forms, package):
    clock = time.monotonic()

    def told(what):
        nonlocal clock
        now = time.monotonic()
        print(f'{what}: {now - clock:.1f} s')
        clock = now

    forms.show_form('')
    forms.fill('', package)
    told('about the model')
    for key in ('connectors', 'pictures', 'blocks', 'levels', 'scales', 'phases', 'terms'):
        forms.keep(key, 1 if key in ('levels', 'pictures') else 0)
    told('the empty model emptied')
    for key in NAMED_FIRST:
        forms.show_part(key)
        for element in package.get(key, [])[forms.count():]:
            forms.add(key, element)
    told('made by name')
    for key in NAMED_FIRST:
        forms.show_part(key)
        for index, element in enumerate(package.get(key, [])):
            forms.select(index)
            forms.fill(key, element, overwrite=True)
        told(key)
    for key in THEN:
        if not package.get(key):
            continue
        forms.show_part(key)
        there = forms.count()
        for index, element in enumerate(package[key]):
            if index < there:
                forms.select(index)
            else:
                forms.add(key, element)
            forms.fill(key, element, overwrite=index < there)
        told(key)
    forms.show_form('terminology')
    forms.fill_terminology(package['terminology'])
    told('terminology')


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


def main(program_path, cli, package_path, sources, *options):
    with open(package_path, encoding='utf-8') as file:
        package = json.load(file)
    if '--whole' not in options:
        package = small(package)
    begun = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        database = os.path.join(folder, 'built.db')
        program = Program([program_path, '--database=' + database])
        corner = first_run(program, package['municipality'])
        words = Words(sources)
        names = Names(package, words.plain('The document’s own body'))
        forms = Forms(program, Bus(os.path.basename(program_path)), Hands(), words, names, corner)
        try:
            build(forms, package)
        except BaseException:
            program.shot('build-model-failed')
            raise
        print(f'built in {time.monotonic() - begun:.0f} s')
        forms.flush()
        out = os.path.join(folder, 'built.styrmodell')
        subprocess.run([cli, 'export', 'model', '--database', database, '--output', out], check=True)
        with open(out, encoding='utf-8') as file:
            built = without_ids(json.load(file))
        differences = list(compare(built, without_ids(package)))
        for difference in differences:
            print(difference)
        assert not differences, f'{len(differences)} differences'
        print('the model equals the package')
        program.close()
    print(f'all in {time.monotonic() - begun:.0f} s')


main(*sys.argv[1:])
