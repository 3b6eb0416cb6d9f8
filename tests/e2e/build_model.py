#!/usr/bin/python3 -u
# SPDX-License-Identifier: GPL-3.0-or-later
"""A municipality's model built in the real program from the empty one: levels, blocks, connectors, a scale, statements and the picture's words of
a shipped package, by the forms. What comes out equals the package but for ids.

    build_model.py PROGRAM CLI PACKAGE SOURCES
"""
import gettext
import json
import os
import re
import subprocess
import sys
import tempfile
import time

from driver import Program, is_shown, name_of, role_of, run, states_of, wait

LISTS = ('levels', 'blocks', 'connectors', 'scales', 'statements')
# So many connectors are enough to show that any can be made.
MOST = {'connectors': 6}


class Words:
    """What the forms call the members of the format, read from the tables of the program."""

    def __init__(self, sources):
        folder = os.path.join(os.environ['STYR_LOCALE_DIR'], 'sv', 'LC_MESSAGES', 'styrmodell.mo')
        with open(folder, 'rb') as f:
            self.swedish = gettext.GNUTranslations(f)
        text = open(os.path.join(sources, 'src/core/styr-model-words.c'), encoding='utf-8').read()
        choices = open(os.path.join(sources, 'src/core/styr-model-choices.c'), encoding='utf-8').read()
        self.lists = {}
        for key, title, item, add, about, table in re.findall(
                r'\{ "(\w*)", (NC_ \(.*?"\)|NULL), (NC_ \(.*?"\)|NULL), (NC_ \(.*?"\)|NULL),\s*(NC_ \(.*?"\)|NULL), (\w+) \}', text):
            rows = re.search(r'StyrMemberWords %s\[\] = \{(.*?)END' % table, text, re.S).group(1)
            members = [(m.group(1), self.word(m.group(2)), re.search(r'choices = "(\w+)"', m.group(0)), 'HIDDEN' in m.group(0))
                       for m in re.finditer(r'\{ "(\w+)", (NC_ \("model", ".*?"\)).*?\},?\n', rows)]
            self.lists[key] = {'title': self.word(title), 'add': self.word(add),
                               'members': [(k, t, c.group(1) if c else None) for k, t, c, hidden in members if not hidden]}
        self.values = {(c, v): self.word(t) for c, v, t in re.findall(r'\{ "(\w+)", "([\w-]+)", (NC_ \(.*?"\)) \}', choices)}

    def word(self, source):
        found = re.search(r'NC_ \("model", "(.*)"\)', source)
        return self.swedish.pgettext('model', found.group(1).replace('\\"', '"')) if found else None


class Builder:
    def __init__(self, program, words, package):
        self.p = program
        self.words = words
        self.package = package
        self.names = {key: {e['id']: e.get('name') or e.get('title') for e in package[key]} for key in ('levels', 'blocks')}

    # First run

    def first_run(self):
        p = self.p
        p.press('button', 'Tom modell')
        p.write('text', 'Kommunens namn', self.package['municipality'])
        p.write('text', re.compile('^Nämnder, en på varje rad'), 'Kulturnämnden')
        p.press('button', 'Skapa')
        p.click(p.find('list item', 'Modell', timeout=15))
        p.find('button', 'Nytt block')
        # as high as the screen: what the pointer is to reach isn't scrolled away
        window = run('xdotool', 'search', '--onlyvisible', '--name', '^' + re.escape(p.app.getChildAtIndex(0).name) + '$').split()[-1]
        run('xdotool', 'windowsize', window, '1340', '1560')
        run('xdotool', 'windowmove', window, '0', '0')
        time.sleep(0.8)

    # The page

    def show_part(self, key):
        title = self.words.lists[key]['title']
        self.p.click(self.p.find('list item', title))
        self.p.find('button', self.words.lists[key]['add'])
        time.sleep(0.2)

    def rows(self, title):
        box = self.p.find('list', title)
        return [box.getChildAtIndex(i) for i in range(box.childCount)]

    def empty_part(self, key):
        """Takes away what the empty model begins with; a question says what refers to it."""
        title = self.words.lists[key]['title']
        for _ in range(40):
            box = self.p.search('list', title)
            if box is None or not box.childCount or not is_shown(box.getChildAtIndex(0)):
                return
            count = box.childCount
            self.p.click(box.getChildAtIndex(0))
            self.p.press('button', 'Ta bort (Delete)')
            time.sleep(0.2)
            answer = self.p.search('button', 'Ta bort även hänvisningarna')
            if answer is not None:
                self.p.press('button', 'Ta bort även hänvisningarna')
            wait(lambda: self.gone(title, count), f'an element of {title} to go')
        raise AssertionError(f'{title} never became empty')

    def gone(self, title, count):
        box = self.p.search('list', title)
        return box is None or box.childCount < count

    def add(self, key, name):
        self.p.press('button', self.words.lists[key]['add'])
        if name is not None:
            time.sleep(0.25)
            self.p.type(name)
            self.p.key('Return')
        time.sleep(0.45)

    # Forms: controls by the member's title

    def form(self):
        """The controls of the shown form by name, the last ones of each name: those of the page's head come first."""
        found = {}
        for node in self.p.walk():
            role = role_of(node)
            if role in ('text', 'entry', 'button', 'toggle button', 'switch', 'check box') and name_of(node):
                found.setdefault(name_of(node), []).append(node)
        return found

    def control(self, form, title):
        for node in reversed(form.get(title, [])):
            if is_shown(node):
                return node
        raise AssertionError(f'the form has no {title!r}; it has {sorted(form)}')

    def press_node(self, node):
        node.queryAction().doAction(0)
        time.sleep(0.34)

    def choose(self, node, name):
        """The list that the button opens stands beside it in the tree."""
        if node.description == name:
            return
        self.press_node(node)
        wait(lambda: self.press_option(node, name), f'the choice {name!r}')

    def press_option(self, button, name):
        for node in self.p.walk(button.parent):
            if node != button and role_of(node) == 'button' and name_of(node) == name:
                self.press_node(node)
                return True
        return False

    def fill_member(self, form, key, title, choices, value):
        node = self.control(form, title)
        if isinstance(value, bool):
            if value != ('checked' in states_of(node) or 'pressed' in states_of(node)):
                self.p.click(node)
        elif choices is not None:
            self.choose(node, self.words.values[choices, value])
        elif key in ('from', 'to', 'block'):
            self.choose(node, self.names['blocks'][value])
        elif key == 'level':
            self.choose(node, self.names['levels'][value])
        else:
            text = str(value).replace('.', ',') if isinstance(value, float) else str(value)
            assert node.queryEditableText().setTextContents(text), f'{title!r} takes no text'

    def fill(self, key, element, skip=()):
        form = self.form()
        for member, title, choices in self.words.lists[key]['members']:
            value = element.get(member)
            if value is None or value is False or member in skip:
                continue
            if isinstance(value, list) and value and isinstance(value[0], dict):
                self.fill_list(member, value)
                form = self.form()
                continue
            try:
                self.fill_member(form, member, title, choices, value)
            except Exception:
                # a choice may bring other members into the form
                form = self.form()
                self.fill_member(form, member, title, choices, value)
        self.p.key('Tab')
        time.sleep(0.1)

    def fill_list(self, key, elements):
        for element in elements:
            name = element.get('label') or element.get('title') or element.get('name')
            self.add(key, name if key != 'places' else None)
            self.fill(key, element)
            self.p.press('button', 'Tillbaka')
            time.sleep(0.2)

    def build_list(self, key):
        begun = time.monotonic()
        self.show_part(key)
        for element in self.package[key][:MOST.get(key)]:
            self.add(key, None if key == 'connectors' else element.get('name') or element.get('title'))
            self.fill(key, element, skip=('phases', 'blocks'))
        self.p.shot('model-' + key)
        print(f'{key}: built in {time.monotonic() - begun:.0f} s')

    # The picture

    def build_picture(self):
        self.show_part('pictures')
        picture = self.package['pictures'][0]
        self.add('pictures', picture['title'])
        self.fill('pictures', picture, skip=('places',))
        self.p.shot('model-picture')


def without_ids(package):
    """The lists that were built, with names where ids were, in an order that doesn't depend on how they were made."""
    names = {e['id']: e.get('name') or e.get('title') for key in ('levels', 'blocks') for e in package[key]}

    def plain(value, member=None):
        if isinstance(value, dict):
            return {k: plain(v, k) for k, v in value.items() if k not in ('id', 'phases', 'blocks', 'places') and v not in (None, False, [], '')}
        if isinstance(value, list):
            return [plain(v, member) for v in value]
        if isinstance(value, (int, float)) and not isinstance(value, bool):
            return float(value)
        return names.get(value, value) if member in ('from', 'to', 'block', 'blocks', 'level') else value

    return {key: [plain(e) for e in package[key]][:MOST.get(key)] for key in LISTS + ('pictures',)}


def compare(built, wanted):
    for key in LISTS:
        assert len(built[key]) == len(wanted[key]), f'{key}: {len(built[key])} built, {len(wanted[key])} wanted'
        for mine, theirs in zip(built[key], wanted[key]):
            assert mine == theirs, f'{key}:\n{json.dumps(mine, ensure_ascii=False)}\n{json.dumps(theirs, ensure_ascii=False)}'


def main(program_path, cli, package_path, sources):
    package = json.load(open(package_path, encoding='utf-8'))
    with tempfile.TemporaryDirectory() as folder:
        database = os.path.join(folder, 'built.db')
        program = Program([program_path, '--database=' + database])
        builder = Builder(program, Words(sources), package)
        builder.first_run()
        for key in ('statements', 'connectors', 'blocks', 'scales', 'levels'):
            builder.show_part(key)
            builder.empty_part(key)
        for key in LISTS:
            builder.build_list(key)
        builder.build_picture()
        program.close()
        out = os.path.join(folder, 'built.styrmodell')
        subprocess.run([cli, 'export', 'model', '--database', database, '--output', out], check=True)
        built = without_ids(json.load(open(out, encoding='utf-8')))
    wanted = without_ids(package)
    compare(built, wanted)
    shown = next(p for p in built['pictures'] if p['title'] == wanted['pictures'][0]['title'])
    assert shown == wanted['pictures'][0], f'{shown}\n{wanted["pictures"][0]}'
    print('the model equals the package')


main(*sys.argv[1:])
