# SPDX-License-Identifier: GPL-3.0-or-later
"""The page Model by hand: its parts, its lists and its forms, with the pointer, the keyboard and what assistive technology may do."""
import time

from build_model_bus import Node
from build_model_words import reference_of, title_of
from driver import wait as wait_long

CHECKED = 1 << 4
MONTHS = 12
# What an element is without a name of its own.
NAMELESS = ('connectors', 'places', 'decisionRules', 'counts', 'strands', 'history')


def wait(condition, what, timeout=8):
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


class Forms:
    def __init__(self, program, bus, hands, words, names, corner):
        self.program = program
        self.bus = bus
        self.hands = hands
        self.words = words
        self.names = names
        self.corner = corner
        frame = self.bus.extents(Node(self.bus.children(self.bus.root)[0]))
        self.top, self.bottom = corner[1] + 60, corner[1] + frame[1] + frame[3] - 12
        self.show_page('Modell')
        wait_long(lambda: self.find_page(), 'the page Model')
        self.key = None
        self.ordered = next(title for member, title, *_ in words.lists['documentTypes']['members'] if member == 'chain')

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

    def is_seen(self, node):
        return self.bus.extents(node)[2] > 0

    def centre(self, node):
        box = wait(lambda: (lambda e: e if e[2] > 0 and e[3] > 0 else None)(self.bus.extents(node)), f'{node.name!r} to be seen')
        return self.corner[0] + box[0] + box[2] // 2, self.corner[1] + box[1] + box[3] // 2

    def click(self, node, top=None, bottom=None, across=None):
        """Turns the wheel until the node is between two heights of the screen, and clicks it; `across` is where, when its own word can't be
        trusted."""
        top, bottom = top or self.top, bottom or self.bottom
        for _ in range(80):
            x, y = self.centre(node)
            x = across or x
            if top < y < bottom:
                self.hands.click(x, y)
                return
            self.hands.wheel(x, (top + bottom) // 2, y >= bottom)
            time.sleep(0.03)
        raise AssertionError(f'{node.name!r} was not scrolled to')

    def click_for(self, node, condition, what):
        """Clicks until it has an effect: a click just when a popover closes only closes it."""
        for _ in range(6):
            self.click(node)
            try:
                return wait(condition, what, 1)
            except AssertionError:
                continue
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
        self.read_form()

    def read_form(self):
        self.form = self.bus.read(Node(self.form_path()), 6)
        self.rows = {}
        for node in self.form.walk():
            if node.name == 'StyrMemberRow' and node.children and node.children[0].children:
                self.rows.setdefault(node.children[0].children[0].name.removesuffix(' *'), node)

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
        words = self.words.lists[key]
        self.click(self.parts[words['title']])
        wait(lambda: self.bus.read(self.elements).find(['button'], words['add']), f'the part {key}')

    def show_form(self, key):
        part = self.parts['Ord' if key == 'terminology' else self.words.lists[key]['title']]
        self.after(lambda: self.click(part), f'the form of {key!r}')

    def items(self):
        lists = [n for n in self.bus.read(self.elements).walk() if n.role == 'list']
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
        self.read_form()

    def keep(self, key, most):
        """Takes away all but the first elements; a question says what refers to them."""
        self.show_part(key)
        while self.count() > most:
            count = self.count()
            self.select(count - 1)
            self.click(self.bus.read(Node(self.elements.path)).find(['button'], 'Ta bort (Delete)'))
            self.answer(lambda count=count: self.count() < count)
            self.dismiss_toasts()

    def dismiss_toasts(self):
        """They stand in the way of the buttons under a list."""
        def gone():
            toast = self.tree().find(['widget'], 'AdwToastWidget')
            if toast:
                self.bus.press([n for n in toast.walk() if n.role == 'button'][-1])
                time.sleep(0.3)
            return toast is None
        wait(gone, 'the toasts to go')

    def answer(self, done):
        """Waits for something to be taken away; presses the button of the question that may come first."""
        end = time.monotonic() + 8
        while not done():
            tree = self.tree()
            assert time.monotonic() < end, f'nothing was taken away; there is {[n.name for n in tree.walk() if n.role == "button"]}'
            button = next((n for n in tree.walk() if n.role == 'button' and n.name == 'Ta bort även hänvisningarna' and self.is_seen(n)), None)
            if button:
                self.bus.press(button)
                wait(lambda: len(self.bus.children(self.bus.root)) == 1, 'the question to close')

    # Adding

    def add(self, key, element):
        """Adds an element last in the list that is shown, on the page or in the form."""
        if key == 'rules':
            self.add_rule(element)
            return
        root = self.elements if key in self.names.package or key == self.key else self.form
        button = self.bus.read(Node(root.path), 8).find(['button'], self.words.lists[key]['add'])
        button.parent = self.parent_of(button, root)
        if key in NAMELESS:
            self.after(lambda: self.click(button), f'a new element of {key}')
            return
        texts = ['text', 'text box', 'entry']

        def entries():
            found = [n for n in self.bus.read(Node(button.parent), 8).walk() if n.role in texts]
            return found if found and self.bus.extents(found[-1])[2] > 0 else None
        self.bus.press(button)
        found = wait(entries, f'the question for a name of {key}')
        if len(found) > 1:
            self.bus.write(found[0], element['id'])
        self.bus.write(found[-1], title_of(element))
        self.after(lambda: self.hands.key('Return'), f'a new element of {key}: {title_of(element)}')

    def parent_of(self, button, root):
        for node in self.bus.read(Node(root.path), 8).walk():
            if any(child.path == button.path for child in node.children):
                return node.path
        return None

    def add_rule(self, element):
        self.click(self.bus.read(Node(self.elements.path)).find(['button'], self.words.lists['rules']['add']))
        wait(lambda: len(self.bus.children(self.bus.root)) > 1, 'the dialog of a new rule')
        windows = self.bus.children(self.bus.root)

        def dialog():
            for path in windows:
                tree = self.bus.read(Node(path))
                if tree.find(['list'], 'Vad regeln granskar'):
                    return tree
            return None
        tree = wait(dialog, 'the kinds of rules')
        entries = [n for n in tree.walk() if n.role in ('text', 'text box', 'entry')]
        self.bus.write(entries[0], element['id'])
        self.bus.write(entries[1], element['title'])
        kind = self.words.kinds[element['kind']]
        self.bus.write(tree.find(['search box'], None), kind)
        item = tree.find(['list'], 'Vad regeln granskar').find(['list item'], kind)
        self.program_click(item, tree)
        button = next(n for n in tree.walk() if n.role == 'button' and n.name == 'Lägg till')
        self.after(lambda: self.bus.press(button), f'the rule {element["id"]}')
        wait(lambda: len(self.bus.children(self.bus.root)) == 1, 'the dialog to close')

    def program_click(self, item, tree):
        """A row has no action of its own: the keyboard chooses it."""
        self.hands.key('Down')

    # Filling in

    def fill(self, key, element, overwrite=False, path=None, above=None):
        path = path or key
        later = []
        for member, title, choices, is_month in self.words.members(key, element):
            value = element.get(member)
            if isinstance(value, list) and value and isinstance(value[0], dict):
                self.fill_list(member, value, f'{path}/{member}' if path else member, element, overwrite)
                continue
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
        if self.kind_of(self.rows[title]) != 'choice' or is_month or value is None:
            return False
        button = self.rows[title].find(['button'], None)
        return self.bus.description(button) != self.label(path, element, member, choices, value, above)

    def write(self, row, value):
        node = next(n for n in row.walk() if n.role in ('text box', 'text', 'entry', 'search box'))
        if isinstance(value, list):
            text = '\n'.join(value)
        elif isinstance(value, float):
            text = f'{value:g}'.replace('.', ',')
        else:
            text = '' if value is None else str(value)
        if self.bus.text(node) != text:
            self.bus.write(node, text)

    def switch(self, row, on):
        node = row.find(['switch'], None)
        if bool(self.bus.states(node) & CHECKED) != on:
            self.click(node)
            wait(lambda: bool(self.bus.states(node) & CHECKED) == on, f'{node.name!r} to be switched')

    def options(self, control, role, opener=None):
        """What the open list offers, once it is laid out."""
        def found():
            nodes = [n for n in self.bus.read(Node(control.path)).walk() if n.role == role and n.path != control.children[0].path and n.name]
            return nodes if nodes and self.bus.extents(nodes[0])[2] > 0 else None
        what = f'the options of {control.children[0].name!r}'
        return self.click_for(opener, found, what) if opener else wait(found, what)

    def choose(self, row, label, month):
        control = row.find(['widget'], 'StyrChoiceButton')
        button = control.children[0]
        before = self.bus.description(button)
        if label is not None and before == label or label is None and before == 'Ingen':
            return
        options = self.options(control, 'button', button)
        if month is not None:
            option = options[len(options) - MONTHS + month - 1]
        else:
            option = next((o for o in options if o.name == (label or 'Ingen')), None)
        assert option is not None, f'{button.name!r} doesn’t offer {label!r} but {[o.name for o in options]}'
        self.bus.press(option)
        wait(lambda: self.bus.description(button) != before, f'{button.name!r} to become {label!r}')
        wait(lambda: len(self.bus.children(control.path)) == 1, 'the list to close')

    def tick(self, row, labels):
        control = row.find(['widget'], 'StyrMemberPicks')
        button = control.children[0]

        def said():
            return self.bus.description(button).replace(' → ', ', ')
        wanted = ', '.join(labels) or 'Ingen'
        for attempt in range(4):
            if said() == wanted:
                break
            try:
                self.tick_in_list(control, button, labels, said)
                wait(lambda: said() == wanted, f'{button.name!r} to become {wanted!r}, it is {said()!r}', 2)
            except (AssertionError, LookupError):
                if attempt == 3:
                    raise
        if len(self.bus.children(control.path)) > 1:
            self.hands.key('Escape')
            wait(lambda: len(self.bus.children(control.path)) == 1, 'the list to close')

    def tick_in_list(self, control, button, labels, said):
        options = self.options(control, 'checkbox', None if len(self.bus.children(control.path)) > 1 else button)
        # the list takes the pointer only when it stands where it is to be
        time.sleep(0.15)
        is_ordered = button.name == self.ordered
        ticked = [o.name for o in options if self.bus.states(o) & CHECKED]
        begun = [] if said() == 'Ingen' else said().split(', ')
        keep = labels[:len(begun)] == begun
        for name in ([] if keep else ticked):
            option = next(o for o in (self.options(control, 'checkbox') if is_ordered else options) if o.name == name)
            self.toggle(option, False, control)
        for label in labels[len(begun) if keep else 0:]:
            option = next((o for o in (self.options(control, 'checkbox') if is_ordered else options) if o.name == label), None)
            assert option is not None, f'{button.name!r} doesn’t offer {label!r} but {[o.name for o in options]}'
            self.toggle(option, True, control)

    def toggle(self, option, on, control):
        content = wait(lambda: self.bus.read(Node(control.path), 3).find(['widget'], 'GtkPopoverContent'), 'the open list', 1)
        box = self.bus.extents(content)
        # GTK 4.8 tells how high a popover stands, but not where across: it is centred at its button
        self.click(option, self.corner[1] + box[1] + 12, self.corner[1] + box[1] + box[3] - 12, self.centre(control.children[0])[0])
        wait(lambda: self.is_ticked(option, on), f'{option.name!r} to be ticked', 3)

    def is_ticked(self, option, on):
        try:
            return bool(self.bus.states(option) & CHECKED) == on
        except LookupError:  # an ordered list is made anew
            return True

    def fill_list(self, key, elements, path, above, overwrite=False):
        if overwrite:
            for node in [n for n in self.form.walk() if n.role == 'list' and n.name == self.words.lists[key]['title']]:
                self.empty_list(node)
        for element in elements:
            self.add(key, element)
            self.fill(key, element, path=path, above=above)
            self.go_back(key)

    def go_back(self, key):
        """With the button above the form."""
        back = self.bus.read(Node(self.head.path)).find(['button'], 'Tillbaka')
        self.after(lambda: self.click(back), f'the way back from {key}')

    def empty_list(self, node):
        """Takes away what stands in a list of the form."""
        for _ in range(20):
            items = [n for n in self.bus.read(Node(node.path)).children if n.role == 'list item']
            if not items or self.bus.extents(items[0])[2] == 0:
                return
            count = len(items)
            remove = next(n for n in items[-1].walk() if n.role == 'button' and n.name.startswith('Ta bort'))
            self.click(remove)
            self.answer(lambda: len([n for n in self.bus.read(Node(node.path)).children if n.role == 'list item']) < count)

    def fill_terminology(self, words):
        for concept, word in words.items():
            self.write(self.row(self.words.concepts[concept]), word)

    def flush(self):
        """Leaves the form, so that what is typed is saved."""
        self.show_part('blocks')
        time.sleep(0.8)
