# SPDX-License-Identifier: GPL-3.0-or-later
"""The page Model by hand: its parts, its lists and its forms. Each control is worked with the pointer or, where `by_key`, with the keyboard."""
import re
import string
import time

from bus import WHOLE, Node
from build_model_words import reference_of, title_of
from driver import run
from driver import wait as wait_long

CHECKED, FOCUSED, SENSITIVE = 1 << 4, 1 << 12, 1 << 24
MONTHS = 12
# Where one looks for a list in a form there is no need to read its fields and its rows.
FRAMES = WHOLE + ('StyrMemberRow', 'list item')
# What the keyboard of the test has; other characters are pasted.
KEYS = set(string.ascii_letters + string.digits + ' .,:;-()!?/åäöÅÄÖ')
TEXTS = ('text', 'text box', 'entry', 'search box')
# What an element is without a name of its own.
NAMELESS = ('connectors', 'places', 'decisionRules', 'counts', 'strands', 'history')


def wait(condition, what, timeout=20):
    end = time.monotonic() + timeout
    pause = 0.002
    while True:
        try:
            result = condition()
            if result:
                return result
        except LookupError:  # nodes vanish while one looks
            pass
        if time.monotonic() > end:
            raise AssertionError(f'waited in vain for {what}')
        time.sleep(pause)
        pause = min(pause * 1.5, 0.04)


def window_shape(title):
    """(x, y, width, height) of the X window of a title."""
    shapes = []
    for window in run('xdotool', 'search', '--onlyvisible', '--name', f'^{re.escape(title)}$').split():
        shape = dict(line.split('=') for line in run('xdotool', 'getwindowgeometry', '--shell', window).split())
        shapes.append(tuple(int(shape[key]) for key in ('X', 'Y', 'WIDTH', 'HEIGHT')))
    # its frame has small windows of the same name
    return max(shapes, key=lambda shape: shape[2])


def reach_of(rule):
    """Which documents a rule looks at: one choice for two marks of the package."""
    return 'decided' if rule.get('decided') else 'drafts' if rule.get('draftsToo') else 'usual'


class Forms:
    def __init__(self, bus, hands, words, names, corner):
        self.bus = bus
        self.hands = hands
        self.words = words
        self.names = names
        self.corner = corner
        self.by_key = False
        self.window = self.bus.children(self.bus.root)[0]
        frame = self.bus.extents(Node(self.window))
        self.top, self.bottom = corner[1] + 60, corner[1] + frame[1] + frame[3] - 12
        self.show_page('Modell')
        wait_long(lambda: self.find_page(), 'the page Model')
        self.key = None

    # The window

    def tree(self):
        return self.bus.read(Node(self.bus.root))

    def show_page(self, name):
        item = wait(lambda: self.tree().find(['list'], 'Sidor').find(['list item'], name), f'the page {name}')
        self.click(item)

    def find_page(self):
        page = self.tree().find(['widget'], 'StyrModelPage')
        pane = page.find(['widget'], 'StyrModelPane')
        self.parts = {n.name: n for n in page.find(['list'], 'Modellens delar').children if n.role == 'list item'}
        self.elements = page.find(['widget'], 'StyrElementList')
        self.head = pane.children[0].children[0]
        self.clamp = pane.find(['widget'], 'StyrModelForm').parent
        return True

    # Pointer and keyboard

    def is_seen(self, node):
        return self.bus.extents(node)[2] > 0

    def centre(self, node):
        box = wait(lambda: (lambda e: e if e[2] > 0 and e[3] > 0 else None)(self.bus.extents(node)), f'{node.name!r} to be seen')
        return box[0] + box[2] // 2, box[1] + box[3] // 2

    def click(self, node, corner=None, top=None, bottom=None):
        """Turns the wheel until the node is between two heights of the screen, and clicks it; `corner` is where that window stands whose
        places the node tells."""
        left, above = corner or self.corner
        top, bottom = top or self.top, bottom or self.bottom
        for _ in range(120):
            x, y = self.centre(node)
            x, y = x + left, y + above
            if top < y < bottom:
                self.hands.click(x, y)
                return
            self.hands.wheel(x, (top + bottom) // 2, y >= bottom)
            time.sleep(0.02)
        raise AssertionError(f'{node.name!r} was not scrolled to')

    def has_focus(self, node):
        return bool(self.bus.states(node) & FOCUSED)

    def tab_to(self, node, back=False, most=80):
        for _ in range(most):
            if self.has_focus(node):
                return
            self.bus.settle()
            before = self.bus.focused
            self.hands.key(*(['Shift_L', 'Tab'] if back else ['Tab']))
            self.bus.wait_focus(before)
        where = [n.name for n in self.tree().walk() if n.role != 'label' and not self.is_gone(n) and self.has_focus(n)]
        raise AssertionError(f'Tab never came to {node.name!r}, but to {where}')

    def press(self, node, back=False):
        if self.by_key:
            self.tab_to(node, back)
            self.hands.key('space')
        else:
            self.click(node)

    def press_for(self, node, condition, what, back=False):
        """Presses until it has an effect: a click just when a list closes only closes it."""
        for _ in range(6):
            self.press(node, back)
            try:
                return wait(condition, what, 1)
            except AssertionError:
                # the form moved under the pointer, and another list opened
                if any(width > 1 for _, _, width, _ in self.hands.popups()):
                    self.hands.key('Escape')
                    time.sleep(0.1)
        return wait(condition, what)

    # Which form is shown

    def form_path(self):
        children = self.bus.children(self.clamp.path)
        return children[0] if children else None

    def after(self, act, what):
        """Does something that shows another form, and waits for it."""
        before = self.form_path()
        act()
        wait(lambda: self.form_path() not in (before, None), what)
        self.rows = {}
        self.in_form = True

    def read_form(self):
        self.rows = {}
        for node in self.bus.read(Node(self.form_path()), 6).walk():
            if node.name == 'StyrMemberRow' and node.children and node.children[0].children:
                self.rows.setdefault(node.children[0].children[0].name.removesuffix(' *'), node)

    def frames(self, key=None):
        """The form without its fields; with the list of a key, which a choice may just have brought there."""
        def found():
            tree = self.bus.read(Node(self.form_path()), 6, FRAMES)
            return tree if key is None or tree.find(['button'], self.words.lists[key]['add']) else None
        return wait(found, f'the list {key} in the form')

    def row(self, title):
        if title not in self.rows:
            # a choice brings other members into the form
            def found():
                self.read_form()
                return title in self.rows
            wait(found, f'{title!r} in the form with {sorted(self.rows)}')
        return self.rows[title]

    # Parts and lists of the page

    def show_part(self, key):
        self.key = key
        self.in_form = False
        words = self.words.lists[key]
        self.click(self.parts[words['title']])
        wait(lambda: self.page_list().find(['button'], words['add']), f'the part {key}')
        if self.by_key:
            # from the parts to the list
            self.bus.settle()
            before = self.bus.focused
            self.hands.key('Return')
            self.bus.wait_focus(before)

    def show_form(self, key):
        part = self.parts['Ord' if key == 'terminology' else self.words.lists[key]['title']]
        self.after(lambda: self.click(part), f'the form of {key!r}')

    def page_list(self):
        return self.bus.read(Node(self.elements.path), 8)

    def items(self):
        lists = [n for n in self.page_list().walk() if n.role == 'list']
        return [n for n in lists[0].children if n.role == 'list item'] if lists else []

    def count(self):
        return len(self.items())

    def shown_name(self):
        labels = self.bus.read(Node(self.head.path)).children
        return labels[-1].name if labels else None

    def select(self, index):
        item = self.items()[index]
        self.click(item)
        # a name begins with a capital letter in the list
        wait(lambda: (self.shown_name() or '').lower() == item.name.lower() and self.form_path(), f'the form of {item.name!r}')
        if self.by_key:
            self.hands.key('Return')

    def keep(self, key, most):
        """Takes away all but the first elements, with Delete; a question says what refers to them."""
        self.show_part(key)
        while self.count() > most:
            count = self.count()
            self.select(count - 1)
            self.hands.key('Delete')
            self.answer(lambda count=count: self.count() < count)

    def answer(self, done):
        """Waits for something to be taken away; presses the button of the question that may come first."""
        end = time.monotonic() + 8
        while not done():
            assert time.monotonic() < end, 'nothing was taken away'
            for path in self.dialogs():
                # the question has its buttons twice, for a wide and for a narrow window
                buttons = [n for n in self.bus.read(Node(path)).walk() if n.name == 'Ta bort även hänvisningarna' and self.is_seen(n)]
                if buttons:
                    self.bus.press(buttons[0])
                    wait(lambda: not self.dialogs(), 'the question to close')

    def dialogs(self):
        return [path for path in self.bus.children(self.bus.root) if path != self.window]

    # Adding

    def add(self, key, element):
        """Adds an element last in the list that is shown, on the page or in the form."""
        if key == 'rules':
            self.add_rule(element)
            return
        on_page = key in self.names.package or key == self.key
        # the form comes after the list
        back = on_page and self.in_form
        name = self.words.lists[key]['add']
        button = (self.page_list() if on_page else self.frames(key)).find(['button'], name)
        if key in NAMELESS:
            self.after(lambda: self.press(button, back), f'a new element of {key}')
            return
        box = button.parent

        def entries():
            # the button and the question are the children of the box
            children = self.bus.children(box.path)
            found = [n for n in self.bus.read(Node(children[-1]), 8).walk() if n.role in TEXTS] if len(children) > 1 else []
            return found if found and self.is_seen(found[-1]) else None
        found = self.press_for(button, entries, f'the question for a name of {key}', back)
        if len(found) > 1:
            self.enter(found[0], element['id'])
        self.enter(found[-1], title_of(element))
        self.after(lambda: self.hands.key('Return'), f'a new element of {key}: {title_of(element)}')

    def add_rule(self, element):
        self.click(self.page_list().find(['button'], self.words.lists['rules']['add']))

        def dialog():
            trees = [self.bus.read(Node(path), 40, FRAMES) for path in self.dialogs()]
            return next((tree for tree in trees if tree.find(['list'], 'Vad regeln granskar')), None)
        tree = wait(dialog, 'the kinds of rules')
        entries = [n for n in tree.walk() if n.role in ('text', 'text box', 'entry')]
        self.bus.write(entries[0], element['id'])
        self.bus.write(entries[1], element['title'])
        kind = self.words.kinds[element['kind']]
        self.bus.write(tree.find(['search box'], None), kind)
        item = tree.find(['list'], 'Vad regeln granskar').find(['list item'], kind)
        self.click_in(tree, item)
        button = next(n for n in tree.walk() if n.role == 'button' and n.name == 'Lägg till')
        wait(lambda: self.bus.states(button) & SENSITIVE, 'the rule to be complete')
        self.after(lambda: self.bus.press(button), f'the rule {element["id"]}')
        wait(lambda: not self.dialogs(), 'the dialog to close')

    def click_in(self, dialog, item):
        """Clicks in a window of its own."""
        box = self.bus.extents(dialog)
        shape = window_shape(self.bus.get(dialog.path, 'Name'))
        corner = (shape[0] + (shape[2] - box[2]) // 2 - box[0], shape[1] + (shape[3] - box[3]) // 2 - box[1])
        # what the search leaves out has gone when the item has come to its place
        time.sleep(0.25)
        self.click(item, corner, corner[1] + box[1] + 60, corner[1] + box[1] + box[3] - 12)

    # Filling in

    def fill(self, key, element, overwrite=False, path=None, above=None):
        path = path or key
        self.read_form()
        later = []
        for member, title, choices, is_month in self.words.members(key, element):
            value = reach_of(element) if choices == 'ruleReach' else element.get(member)
            if isinstance(value, list) and value and isinstance(value[0], dict):
                self.fill_list(member, value, f'{path}/{member}' if path else member, element)
                self.read_form()
                continue
            if overwrite and not value and member in self.words.lists:
                self.shorten(member, 0)
            if value in (None, False, [], '') and not (overwrite and title in self.rows):
                continue
            later.append((title, choices, is_month, member, value))
            self.set(path, element, member, title, choices, is_month, value, above)
        for title, choices, is_month, member, value in later:
            if self.differs(path, element, member, title, choices, is_month, value, above):
                self.set(path, element, member, title, choices, is_month, value, above)

    def label(self, path, element, member, choices, value, above):
        if choices is not None:
            return self.words.values[choices, value]
        if member == 'section':
            types = [t for t in self.names.package['documentTypes'] if t['id'] == above['documentType']]
            return self.names.section(types, value)
        if member == 'sections':
            return self.names.section(self.names.types_of(element), value, either=' eller ')
        reference = reference_of(path, member)
        return self.names.of(reference, value) if reference else value

    def kind_of(self, row):
        if row.find(['switch'], None):
            return 'switch'
        if row.find(['widget'], 'StyrChoiceButton'):
            return 'choice'
        return 'picks' if row.find(['widget'], 'StyrMemberPicks') else 'text'

    def set(self, path, element, member, title, choices, is_month, value, above):
        row = self.row(title)
        kind = self.kind_of(row)
        if kind == 'switch':
            self.switch(row, bool(value))
        elif kind == 'text':
            self.write(row, value)
        elif kind == 'choice':
            label = None if value is None else self.label(path, element, member, choices, value, above)
            self.choose(row, label, value if is_month else None)
        else:
            self.tick(row, [self.label(path, element, member, choices, v, above) for v in value or []])

    def differs(self, path, element, member, title, choices, is_month, value, above):
        if self.kind_of(self.row(title)) != 'choice' or is_month or value is None:
            return False
        button = self.row(title).find(['button'], None)
        return self.bus.description(button) != self.label(path, element, member, choices, value, above)

    def write(self, row, value):
        node = next(n for n in row.walk() if n.role in TEXTS)
        if isinstance(value, list):
            text = '\n'.join(value)
        elif isinstance(value, float):
            text = f'{value:g}'.replace('.', ',')
        else:
            text = '' if value is None else str(value)
        if self.bus.text(node) != text:
            if self.by_key:
                self.tab_to(node)
            self.enter(node, text)

    def enter(self, node, text):
        if not self.by_key or not set(text) <= KEYS:
            self.bus.write(node, text)
            return
        self.hands.key('Control_L', 'a')
        self.hands.key('BackSpace')
        run('xdotool', 'type', '--delay', '4', text)
        wait(lambda: self.bus.text(node) == text, f'{text!r} to be typed')

    def switch(self, row, on):
        node = row.find(['switch'], None)
        if bool(self.bus.states(node) & CHECKED) != on:
            self.press(node)
            wait(lambda: bool(self.bus.states(node) & CHECKED) == on, f'{node.name!r} to be switched')

    # Lists that open

    def open_list(self, control, role):
        """The options of a list, once it stands on the screen, and where its window's places begin."""
        button = control.children[0]

        def found():
            # the button and the list are the children of the control
            paths = [p for p in self.bus.children(control.path) if p != button.path]
            return self.read_list(Node(paths[0]), role) if paths else None
        what = f'the options of {button.name!r}'
        return found() or self.press_for(button, found, what)

    def read_list(self, popover, role):
        self.bus.read(popover)
        box = self.bus.extents(popover)
        options = [n for n in popover.walk() if n.role == role]
        places = [p for p in self.hands.popups() if p[2:] == tuple(box[2:])]
        if not options or not places or not self.is_seen(options[0]):
            return None
        return options, (places[-1][0] - box[0], places[-1][1] - box[1])

    def pick(self, option, options, corner):
        if not self.by_key:
            view = option.parent
            while all(sibling.role != 'scroll bar' for sibling in view.parent.children):
                view = view.parent
            box = self.bus.extents(view)
            self.click(option, corner, corner[1] + box[1], corner[1] + box[1] + box[3])
            return
        self.tab_to(option)
        self.hands.key('space')

    def close_list(self, control):
        def closed():
            return len(self.bus.children(control.path)) == 1
        if not closed():
            self.hands.key('Escape')
        wait(closed, 'the list to close')

    def choose(self, row, label, month):
        control = row.find(['widget'], 'StyrChoiceButton')
        button = control.children[0]
        before = self.bus.description(button)
        if label is not None and before == label or label is None and before == 'Ingen':
            return
        for attempt in range(3):
            options, corner = self.open_list(control, 'button')
            if month is not None:
                option = options[len(options) - MONTHS + month - 1]
            else:
                option = next((o for o in options if o.name == (label or 'Ingen')), None)
            assert option is not None, f'{button.name!r} doesn’t offer {label!r} but {[o.name for o in options]}'
            self.pick(option, options, corner)
            try:
                wait(lambda: self.bus.description(button) != before, f'{button.name!r} to become {label!r}', 2)
                break
            except AssertionError:
                if attempt == 2:
                    raise
        wait(lambda: len(self.bus.children(control.path)) == 1, 'the list to close')

    def tick(self, row, labels):
        control = row.find(['widget'], 'StyrMemberPicks')
        button = control.children[0]
        wanted = ', '.join(labels) or 'Ingen'

        def said():
            text = self.bus.description(button).replace(' → ', ', ')
            # where nothing chosen means all of them
            return 'Ingen' if text == 'Alla' else text
        for attempt in range(4):
            begun = said()
            if begun == wanted:
                break
            try:
                self.tick_in_list(control, labels if begun == 'Ingen' else None, labels)
                wait(lambda: said() == wanted, f'{button.name!r} to become {wanted!r}, it is {said()!r}', 2)
            except (AssertionError, LookupError):
                if attempt == 3:
                    raise
        self.close_list(control)

    def tick_in_list(self, control, missing, labels):
        """Ticks what is missing; when something else was there before, that is taken away first."""
        options, corner = self.open_list(control, 'checkbox')
        if missing is None:
            for name in [o.name for o in options if self.bus.states(o) & CHECKED]:
                options, corner = self.toggle(control, name, False, options, corner)
        for name in labels:
            options, corner = self.toggle(control, name, True, options, corner)

    def toggle(self, control, name, on, options, corner):
        option = next((o for o in options if o.name == name), None)
        assert option is not None, f'{control.children[0].name!r} doesn’t offer {name!r} but {[o.name for o in options]}'
        self.pick(option, options, corner)
        wait(lambda: self.is_gone(option) or bool(self.bus.states(option) & CHECKED) == on, f'{name!r} to be ticked', 2)
        # an ordered list is made anew
        return self.open_list(control, 'checkbox') if self.is_gone(option) else (options, corner)

    def is_gone(self, node):
        return self.bus.ask([(node.path, 'Accessible', 'GetState', None)])[0] is None

    # Lists in forms

    def fill_list(self, key, elements, path, above):
        """What stands in the list already becomes the first of the elements."""
        there = self.rows_of(key, self.frames(key))
        for index, element in enumerate(elements):
            if index < len(there):
                self.after(lambda: self.click(there[index]), f'an element of {key}')
            else:
                self.add(key, element)
            self.fill(key, element, index < len(there), path, above)
            self.go_back(key)
            if index < len(there):
                there = self.rows_of(key, self.frames(key))
        self.shorten(key, len(elements))

    def rows_of(self, key, form=None):
        box = (form or self.frames()).find(['list'], self.words.lists[key]['title'])
        rows = [n for n in box.children if n.role == 'list item'] if box else []
        return rows if rows and self.is_seen(rows[0]) else []

    def shorten(self, key, most):
        """Takes away what stands last in a list of the form."""
        while len(rows := self.rows_of(key)) > most:
            self.click(next(n for n in self.bus.read(Node(rows[-1].path)).walk() if n.role == 'button' and n.name.startswith('Ta bort')))
            self.answer(lambda: len(self.rows_of(key)) < len(rows))

    def go_back(self, key):
        """With the button above the form, or Escape."""
        def act():
            if self.by_key:
                self.hands.key('Escape')
            else:
                self.click(self.bus.read(Node(self.head.path)).find(['button'], 'Tillbaka'))
        self.after(act, f'the way back from {key}')

    def fill_terminology(self, words):
        for concept, word in words.items():
            self.write(self.row(self.words.concepts[concept]), word)

    def flush(self):
        """Leaves the form, so that what is typed is saved."""
        self.show_part('blocks')
        time.sleep(0.8)
