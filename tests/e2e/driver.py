# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives the real program by its accessible names, as somebody with a screen reader and a keyboard would.

GTK 4.8: `clicked` comes 250 ms after an accessible press, so wait for the effect; check buttons and rows have no accessible action and are
clicked; hidden pages keep their extents, so a page is told by what only it has."""
import os
import re
import subprocess
import time

from bus import Bus


def run(*command):
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def wait(condition, what, timeout=20):
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
        self.bus = wait(lambda: Bus(os.path.basename(command[0])), os.path.basename(command[0]), 30)

    def windows(self):
        """The last one opened first"""
        return reversed(self.bus.read_all().children)

    def is_shown(self, node):
        try:
            return self.bus.extents(node).width > 0
        except LookupError:  # gone, or without a place
            return False

    def search(self, role, name):
        matches = name.search if hasattr(name, 'search') else lambda n: name is None or n == name
        for window in self.windows():
            for node in window.walk():
                if role in (None, node.role) and matches(node.name) and self.is_shown(node):
                    return node
        return None

    def find(self, role, name, timeout=20):
        return wait(lambda: self.search(role, name), f'{role} {name!r}', timeout)

    def press(self, role, name):
        node = self.find(role, name)
        if not self.bus.actions(node):
            return self.click(node)
        self.bus.press(node)
        time.sleep(0.3)
        return node

    def window(self, title):
        """The X window of a title; its frame has smaller ones of the same name."""
        return wait(lambda: run('xdotool', 'search', '--onlyvisible', '--name', f'^{re.escape(title)}$').split(), f'X window {title!r}')[-1]

    def corner(self, top):
        """Where on the screen the places begin that a window tells of its nodes."""
        shape = dict(line.split('=') for line in run('xdotool', 'getwindowgeometry', '--shell', self.window(top.name)).split())
        outer = self.bus.extents(top)
        return int(shape['X']) + (int(shape['WIDTH']) - outer.width) // 2 - outer.x, int(shape['Y']) + (int(shape['HEIGHT']) - outer.height) // 2 - outer.y

    def click(self, node):
        top = node
        while top.parent.path != self.bus.root:
            top = top.parent
        left, above = self.corner(top)
        inner = self.bus.extents(node)
        run('xdotool', 'mousemove', str(left + inner.x + inner.width // 2), str(above + inner.y + inner.height // 2))
        time.sleep(0.06)
        run('xdotool', 'click', '1')
        time.sleep(0.2)
        return node

    def write(self, role, name, text):
        node = self.find(role, name)
        self.bus.write(node, text)
        return node

    def key(self, *keys):
        run('xdotool', 'key', '--clearmodifiers', *keys)
        time.sleep(0.12)

    def type(self, text):
        run('xdotool', 'type', '--delay', '10', text)
        time.sleep(0.15)

    def shot(self, name):
        folder = os.environ.get('STYR_SHOTS')
        if folder:
            run('import', '-window', 'root', os.path.join(folder, name + '.png'))

    def close(self):
        for node in list(self.windows())[-1].walk():
            actions = self.bus.actions(node)
            if 'window.close' in actions:
                try:
                    self.bus.press(node, actions.index('window.close'))
                except LookupError:
                    pass  # gone before it answered; how it went is what it ends with
                break
        code = self.process.wait(15)
        assert code == 0, f'the program ended with {code}'
