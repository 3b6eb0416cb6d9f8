# SPDX-License-Identifier: GPL-3.0-or-later
"""The program driven by keys alone. Where the focus is, the accessibility bus tells, as it tells a screen reader."""
import time

from bus import plain_name, role_name
from driver import Program, run


class KeyboardProgram(Program):
    def settle(self, seconds=0.05):
        """Lets the events in until none has come for a while."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if self.bus.context.iteration(False):
                end = time.monotonic() + seconds
            else:
                time.sleep(0.004)

    def here(self):
        """Role and name of what has the focus; of nothing when that is gone."""
        if self.bus.focus is None:
            return None, ''
        role, name = self.bus.ask([(self.bus.focus, 'Accessible', 'GetRole', None), self.bus.property_of(self.bus.focus, 'Name')])
        return (role_name(role[0]), plain_name(name[0])) if role and name else (None, '')

    def key(self, *keys):
        super().key(*keys)
        self.settle()

    def step(self, key):
        """A key that takes the focus somewhere else."""
        self.bus.settle()
        before = self.bus.focused
        run('xdotool', 'key', '--clearmodifiers', key)
        self.bus.wait_focus(before)
        self.settle(0.02)

    def at(self, name, role=None):
        role_here, name_here = self.here()
        matches = name.search(name_here) if hasattr(name, 'search') else name_here == name
        return bool(matches) and role in (None, role_here)

    def step_to(self, name, role, key, most):
        self.settle(0.15)
        passed = []
        for _ in range(most):
            if self.at(name, role):
                return
            passed.append(self.here())
            self.step(key)
        raise AssertionError(f'{key} never came to {name!r}; it passed {passed[-40:]}')

    def tab_to(self, name, role=None, most=320, back=False):
        self.step_to(name, role, 'shift+Tab' if back else 'Tab', most)

    def arrow_to(self, name, key, most=40):
        self.step_to(name, None, key, most)

    def wait_focus(self, name, timeout=5):
        end = time.monotonic() + timeout
        while not self.at(name):
            self.settle(0.05)
            if time.monotonic() > end:
                raise AssertionError(f'the focus did not come to {name!r}; it is at {self.here()}')
