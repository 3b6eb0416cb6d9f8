# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives the real program by its accessible names, as somebody with a screen reader and a keyboard would.

GTK 4.8: `clicked` comes 250 ms after an accessible press, so wait for the effect; check buttons and rows have no accessible action and are
clicked; hidden pages keep their extents, so a page is told by what only it has."""
import os
import re
import subprocess
import time

import pyatspi
from gi.repository import GLib

SAME_ROLE = {'push button': 'button', 'panel': 'grouping'}
WINDOW = pyatspi.WINDOW_COORDS


def run(*command):
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def role_of(node):
    return SAME_ROLE.get(node.getRoleName(), node.getRoleName())


def extents(node):
    return node.queryComponent().getExtents(WINDOW)


def is_shown(node):
    try:
        return extents(node).width > 0
    except NotImplementedError:
        return False


def name_of(node):
    """'_Save Save' -> 'Save'"""
    name = (node.name or '').replace('_', '')
    half = len(name) // 2
    return name[:half] if len(name) % 2 and name[half] == ' ' and name[:half] == name[half + 1:] else name


def actions_of(node):
    try:
        action = node.queryAction()
    except NotImplementedError:
        return []
    return [action.getName(i) for i in range(action.nActions)]


def text_of(node):
    text = node.queryText()
    return text.getText(0, text.characterCount)


def states_of(node):
    return {pyatspi.stateToString(s) for s in node.getState().getStates()}


def wait(condition, what, timeout=8):
    end = time.monotonic() + timeout
    trouble = ''
    while True:
        try:
            result = condition()
            if result:
                return result
        except Exception as error:  # nodes vanish while one walks
            trouble = repr(error)
        if time.monotonic() > end:
            raise AssertionError(f'waited in vain for {what} {trouble}')
        time.sleep(0.04)


class Program:
    def __init__(self, command, environment=None):
        self.process = subprocess.Popen(command, env={**os.environ, 'G_DEBUG': 'fatal-warnings', **(environment or {})})
        name = os.path.basename(command[0])
        self.app = wait(lambda: next((a for a in pyatspi.Registry.getDesktop(0) if a and a.name == name and a.childCount), None), name, 30)

    def walk(self, node=None, cap=80):
        if node is None:
            for i in reversed(range(self.app.childCount)):
                yield from self.walk(self.app.getChildAtIndex(i), cap)
            return
        yield node
        if node.getRoleName() == 'label':
            return
        for i in range(min(node.childCount, cap)):
            child = node.getChildAtIndex(i)
            if child is not None:
                yield from self.walk(child, cap)

    def search(self, role, name, root=None):
        matches = name.search if hasattr(name, 'search') else lambda n: name is None or n == name
        for node in self.walk(root):
            if (role is None or role_of(node) == role) and matches(name_of(node)) and is_shown(node):
                return node
        return None

    def find(self, role, name, root=None, timeout=8):
        return wait(lambda: self.search(role, name, root), f'{role} {name!r}', timeout)

    def is_gone(self, role, name, timeout=8):
        return wait(lambda: self.search(role, name) is None, f'{role} {name!r} to go', timeout)

    def press(self, role, name, action=None):
        node = self.find(role, name)
        names = actions_of(node)
        if not names:
            return self.click(node)
        node.queryAction().doAction(names.index(action) if action else 0)
        time.sleep(0.3)
        return node

    def click(self, node):
        top = node
        while top.parent is not None and top.parent != self.app:
            top = top.parent
        windows = wait(lambda: run('xdotool', 'search', '--onlyvisible', '--name', f'^{re.escape(top.name)}$').split(), f'X window {top.name!r}')
        shape = dict(line.split('=') for line in run('xdotool', 'getwindowgeometry', '--shell', windows[-1]).split())
        outer, inner = extents(top), extents(node)
        x = int(shape['X']) + (int(shape['WIDTH']) - outer.width) // 2 - outer.x + inner.x + inner.width // 2
        y = int(shape['Y']) + (int(shape['HEIGHT']) - outer.height) // 2 - outer.y + inner.y + inner.height // 2
        run('xdotool', 'mousemove', str(x), str(y))
        time.sleep(0.06)
        run('xdotool', 'click', '1')
        time.sleep(0.2)
        return node

    def write(self, role, name, text):
        node = self.find(role, name)
        assert node.queryEditableText().setTextContents(text), f'{name!r} takes no text'
        return node

    def key(self, *keys):
        run('xdotool', 'key', '--clearmodifiers', *keys)
        time.sleep(0.12)

    def type(self, text):
        run('xdotool', 'type', '--delay', '10', text)
        time.sleep(0.15)

    def focused(self):
        for node in self.walk():
            if 'focused' in states_of(node):
                yield node

    def shot(self, name):
        folder = os.environ.get('STYR_SHOTS')
        if folder:
            run('import', '-window', 'root', os.path.join(folder, name + '.png'))

    def tree(self, node=None, depth=0):
        if node is None:
            for i in range(self.app.childCount):
                self.tree(self.app.getChildAtIndex(i))
            return
        print('  ' * depth + f'[{role_of(node)}] {name_of(node)!r} {actions_of(node)}' + ('' if is_shown(node) else ' not shown'))
        for i in range(min(node.childCount, 80)):
            child = node.getChildAtIndex(i)
            if child is not None:
                self.tree(child, depth + 1)

    def close(self):
        for node in self.walk():
            if 'window.close' in actions_of(node):
                try:
                    node.queryAction().doAction(actions_of(node).index('window.close'))
                except GLib.GError:
                    pass  # gone before it answered; how it went is what it ends with
                break
        code = self.process.wait(15)
        assert code == 0, f'the program ended with {code}'
