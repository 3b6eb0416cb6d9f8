# SPDX-License-Identifier: GPL-3.0-or-later
"""The program driven by keys alone. Where the focus is, the accessibility bus tells, as it tells a screen reader."""
import time

import pyatspi
from gi.repository import GLib

from driver import Program, name_of, role_of


class KeyboardProgram(Program):
    def __init__(self, command, environment=None):
        self.focus = None
        pyatspi.Registry.registerEventListener(self.focused_cb, 'object:state-changed:focused')
        super().__init__(command, environment)

    def focused_cb(self, event):
        if event.detail1:
            self.focus = event.source

    def settle(self, seconds=0.05):
        """Lets the events in until none has come for a while."""
        context = GLib.MainContext.default()
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if context.iteration(False):
                end = time.monotonic() + seconds
            else:
                time.sleep(0.004)

    def key(self, *keys):
        super().key(*keys)
        self.settle()

    def at(self, name, role=None):
        if self.focus is None:
            return False
        try:
            here = name_of(self.focus)
            matches = name.search(here) if hasattr(name, 'search') else here == name
            return bool(matches) and (role is None or role_of(self.focus) == role)
        except Exception:  # the widget is gone
            return False

    def where(self):
        try:
            return f'{role_of(self.focus)} {name_of(self.focus)!r}'
        except Exception:
            return 'nowhere'

    def tab_to(self, name, role=None, most=320, back=False):
        self.settle(0.15)
        passed = []
        for _ in range(most):
            if self.at(name, role):
                return
            self.key('shift+Tab' if back else 'Tab')
            passed.append(self.where())
        raise AssertionError(f'Tab never came to {name!r}; it passed {passed[-40:]}')

    def arrow_to(self, name, key, most=40):
        self.settle(0.15)
        for _ in range(most):
            if self.at(name):
                return
            self.key(key)
        raise AssertionError(f'{key} never came to {name!r}; the focus is at {self.where()}')

    def wait_focus(self, name, timeout=5):
        end = time.monotonic() + timeout
        while not self.at(name):
            self.settle(0.05)
            if time.monotonic() > end:
                raise AssertionError(f'the focus did not come to {name!r}; it is at {self.where()}')
