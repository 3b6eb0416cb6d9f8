# SPDX-License-Identifier: GPL-3.0-or-later
"""The accessibility bus and the X server without detours: all that the program shows comes in one answer, questions to it are sent many at a
time, and the pointer and the keyboard are those of the X server's test extension."""
import ast
import collections
import ctypes
import re
import time

import gi

gi.require_version('Atspi', '2.0')
gi.require_version('Gio', '2.0')
from gi.repository import Atspi, Gio, GLib  # noqa: E402

A11Y = 'org.a11y.atspi.'
ROOT = '/org/a11y/atspi/accessible/root'
WINDOW = 1
# Answers of thousands of nodes are read as text: path, parent, index, number of children, interfaces, name, role, description.
REFERENCE = r"\('[^']*', '([^']*)'\)"
STRING = r"""('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")"""
ITEM = re.compile(rf"\({REFERENCE}, \('[^']*', '[^']*'\), {REFERENCE}, (-?\d+), (-?\d+), (?:@as )?\[([^\]]*)\], {STRING}, (\d+), {STRING}, ")
CHILD = re.compile(REFERENCE)
SAME_ROLE = {'push button': 'button', 'panel': 'grouping'}
# What is under these is never asked for: a button says itself what stands on it.
WHOLE = ('label', 'button', 'checkbox', 'switch', 'text', 'text box', 'entry', 'image', 'scroll bar')


def plain_name(name):
    """'_Save Save' -> 'Save'"""
    name = name.replace('_', '')
    half = len(name) // 2
    return name[:half] if len(name) % 2 and name[half] == ' ' and name[:half] == name[half + 1:] else name


Box = collections.namedtuple('Box', 'x y width height')


def role_name(role):
    name = Atspi.role_get_name(Atspi.Role(role))
    return SAME_ROLE.get(name, name)


def text_of(quoted):
    return ast.literal_eval(quoted) if '\\' in quoted else quoted[1:-1]


class Node:
    """One accessible; what was asked of it once is kept."""

    def __init__(self, path, parent=None):
        self.path = path
        self.parent = parent
        self.name = ''
        self.role = ''
        self.description = ''
        self.interfaces = []
        self.children = []

    def walk(self):
        yield self
        for child in self.children:
            yield from child.walk()

    def find(self, role, name):
        return next((n for n in self.walk() if n.role in role and (name is None or n.name == name)), None)


class Bus:
    def __init__(self, program):
        session = Gio.bus_get_sync(Gio.BusType.SESSION)
        address = session.call_sync('org.a11y.Bus', '/org/a11y/bus', 'org.a11y.Bus', 'GetAddress', None, None, 0, -1).unpack()[0]
        flags = Gio.DBusConnectionFlags
        self.bus = Gio.DBusConnection.new_for_address_sync(address, flags.AUTHENTICATION_CLIENT | flags.MESSAGE_BUS_CONNECTION)
        # a context of its own: nothing else is dispatched while answers are waited for
        self.context = GLib.MainContext.default()
        # how many times the keyboard has come to another widget, and which it is at
        self.focused = 0
        self.focus = None
        self.bus.signal_subscribe(None, A11Y + 'Event.Object', 'StateChanged', None, 'focused', 0, self.state_changed_cb)
        self.to = 'org.a11y.atspi.Registry'
        apps = self.ask([(ROOT, 'Accessible', 'GetChildren', None)])[0][0]
        for name, path in apps:
            self.to = name
            if self.get(path, 'Name') == program:
                self.root = path
                return
        raise LookupError(f'{program} is not on the accessibility bus')

    def state_changed_cb(self, bus, sender, path, interface, signal, arguments):
        if arguments.unpack()[1]:
            self.focused += 1
            self.focus = path

    def settle(self):
        """Lets in what the program has told without being asked."""
        while self.context.iteration(False):
            pass

    def wait_focus(self, before):
        """Waits for the keyboard to come to another widget, for as long as it may take when there is one."""
        end = time.monotonic() + 0.5
        while self.focused == before and time.monotonic() < end:
            time.sleep(0.003)
            self.settle()

    def ask(self, questions, read=None):
        """Sends all the questions and then waits for the answers, or for what `read` makes of their text; None for what went wrong."""
        answers = [None] * len(questions)
        left = [len(questions)]

        def answered_cb(bus, result, index):
            left[0] -= 1
            try:
                answer = bus.call_finish(result)
                answers[index] = read(answer.print_(False)) if read else answer.unpack()
            except GLib.Error:  # the node is gone, or has no such interface
                pass

        for index, (path, interface, method, arguments) in enumerate(questions):
            full = interface if '.' in interface else A11Y + interface
            self.bus.call(self.to, path, full, method, arguments, None, 0, 20000, None, answered_cb, index)
        while left[0]:
            self.context.iteration(True)
        return answers

    def call(self, path, interface, method, arguments=None):
        answer = self.ask([(path, interface, method, arguments)])[0]
        if answer is None:
            raise LookupError(f'{path} did not answer {method}')
        return answer[0] if answer else None

    @staticmethod
    def property_of(path, name):
        return (path, 'org.freedesktop.DBus.Properties', 'Get', GLib.Variant('(ss)', (A11Y + 'Accessible', name)))

    def get(self, path, name):
        return self.call(*self.property_of(path, name))

    def read_all(self):
        """Everything there is. The program's list of accessibles tells all of it in one answer, but only of those that somebody has come to as a
        child: where it knows fewer children than there are, they are asked for first."""
        while True:
            nodes, fewer = self.known()
            if not fewer:
                return nodes[self.root]
            while fewer:
                answers = self.ask([(path, 'Accessible', 'GetChildren', None) for path in fewer], CHILD.findall)
                fewer = [path for answer in answers for path in answer or [] if path not in nodes]

    def known(self):
        """The nodes of the program's list by their paths, and the paths of those whose children it doesn't know."""
        items = self.ask([('/org/a11y/atspi/cache', 'Cache', 'GetItems', None)], ITEM.findall)[0]
        nodes = {path: Node(path) for path, *_ in items}
        # what has been taken out of its window, and isn't gone, has the root above it too
        root = nodes[self.root] = Node(self.root)
        windows = self.children(self.root)
        counts = {self.root: len(windows)}
        for path, above, index, count, interfaces, name, role, description in sorted(items, key=lambda item: int(item[2])):
            node = nodes[path]
            node.name, node.description, node.role, node.interfaces = plain_name(text_of(name)), text_of(description), role_name(int(role)), interfaces
            counts.setdefault(path, int(count))
            if above in nodes and node is not root and (above != self.root or path in windows):
                node.parent = nodes[above]
                node.parent.children.append(node)
        return nodes, [path for path, node in nodes.items() if len(node.children) < counts[path]]

    def read(self, node, depth=40, whole=WHOLE):
        """Reads what is under a node, level by level, but not under those of the roles or names `whole`."""
        level = [node]
        while level and depth:
            depth -= 1
            answers = self.ask([(n.path, 'Accessible', 'GetChildren', None) for n in level])
            following = []
            for parent, answer in zip(level, answers):
                parent.children = [Node(path, parent) for _, path in (answer[0] if answer else [])]
                following += parent.children
            answers = self.ask([q for n in following for q in (self.property_of(n.path, 'Name'), (n.path, 'Accessible', 'GetRoleName', None))])
            for index, child in enumerate(following):
                name, role = answers[2 * index:2 * index + 2]
                child.name = plain_name(name[0]) if name else ''
                child.role = role[0] if role else ''
            level = [n for n in following if n.role not in whole and n.name not in whole]
        return node

    def children(self, path):
        return [child for _, child in self.call(path, 'Accessible', 'GetChildren')]

    def description(self, node):
        return self.get(node.path, 'Description')

    def states(self, node):
        low, high = self.call(node.path, 'Accessible', 'GetState')
        return low | high << 32

    def extents(self, node):
        return Box(*self.call(node.path, 'Component', 'GetExtents', GLib.Variant('(u)', (WINDOW,))))

    def actions(self, node):
        return [name for name, _, _ in self.call(node.path, 'Action', 'GetActions')] if A11Y + 'Action' in node.interfaces else []

    def press(self, node, action=0):
        self.call(node.path, 'Action', 'DoAction', GLib.Variant('(i)', (action,)))

    def text(self, node):
        count = self.call(node.path, 'org.freedesktop.DBus.Properties', 'Get', GLib.Variant('(ss)', (A11Y + 'Text', 'CharacterCount')))
        return self.call(node.path, 'Text', 'GetText', GLib.Variant('(ii)', (0, count)))

    def write(self, node, text):
        assert self.call(node.path, 'EditableText', 'SetTextContents', GLib.Variant('(s)', (text,))), f'{node.name!r} takes no text'


class Attributes(ctypes.Structure):
    """XWindowAttributes, as far as it matters here."""
    _fields_ = [(n, ctypes.c_int) for n in ('x', 'y', 'width', 'height', 'border', 'depth')] + [
        ('visual', ctypes.c_void_p), ('root', ctypes.c_ulong)] + [
        (n, ctypes.c_int) for n in ('kind', 'bit_gravity', 'win_gravity', 'backing_store')] + [
        ('planes', ctypes.c_ulong), ('pixel', ctypes.c_ulong), ('save_under', ctypes.c_int), ('colormap', ctypes.c_ulong),
        ('map_installed', ctypes.c_int), ('map_state', ctypes.c_int), ('masks', ctypes.c_long * 3), ('override_redirect', ctypes.c_int),
        ('screen', ctypes.c_void_p)]


ERROR_HANDLER = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p)
VIEWABLE = 2


class Hands:
    """Pointer and keyboard, of the XTEST extension."""

    def __init__(self):
        self.x11 = ctypes.CDLL('libX11.so.6')
        self.xtest = ctypes.CDLL('libXtst.so.6')
        self.x11.XOpenDisplay.restype = ctypes.c_void_p
        self.x11.XStringToKeysym.restype = ctypes.c_ulong
        self.display = ctypes.c_void_p(self.x11.XOpenDisplay(None))
        assert self.display, 'no X server'
        self.x11.XDefaultRootWindow.restype = ctypes.c_ulong
        self.root = ctypes.c_ulong(self.x11.XDefaultRootWindow(self.display))
        # a window that is gone is no reason to give up
        self.on_error = ERROR_HANDLER(lambda display, event: 0)
        self.x11.XSetErrorHandler(self.on_error)

    def flush(self):
        self.x11.XSync(self.display, 0)

    def popups(self):
        """(x, y, width, height) of the windows that no window manager has placed: open lists and questions."""
        root, parent, count = ctypes.c_ulong(), ctypes.c_ulong(), ctypes.c_uint()
        windows = ctypes.POINTER(ctypes.c_ulong)()
        self.x11.XQueryTree(self.display, self.root, ctypes.byref(root), ctypes.byref(parent), ctypes.byref(windows), ctypes.byref(count))
        found = []
        for index in range(count.value):
            shape = Attributes()
            if (self.x11.XGetWindowAttributes(self.display, ctypes.c_ulong(windows[index]), ctypes.byref(shape)) and
                    shape.override_redirect and shape.map_state == VIEWABLE):
                found.append((shape.x, shape.y, shape.width, shape.height))
        self.x11.XFree(windows)
        return found

    def move(self, x, y):
        self.xtest.XTestFakeMotionEvent(self.display, -1, int(x), int(y), ctypes.c_ulong(0))
        self.flush()

    def button(self, down, number=1):
        self.xtest.XTestFakeButtonEvent(self.display, number, int(down), ctypes.c_ulong(0))
        self.flush()

    def wheel(self, x, y, down):
        self.move(x, y)
        self.button(True, 5 if down else 4)
        self.button(False, 5 if down else 4)

    def click(self, x, y):
        # a program that just closed a list learns what is under the pointer when it moves
        self.move(x - 1, y)
        self.move(x, y)
        self.button(True)
        self.button(False)

    def drag(self, start, end, steps=8):
        self.move(*start)
        self.button(True)
        for step in range(1, steps + 1):
            time.sleep(0.03)
            self.move(start[0] + (end[0] - start[0]) * step / steps, start[1] + (end[1] - start[1]) * step / steps)
        time.sleep(0.12)
        self.button(False)

    def key(self, *names):
        """The keys together, the last one being what the others modify."""
        codes = [self.x11.XKeysymToKeycode(self.display, ctypes.c_ulong(self.x11.XStringToKeysym(n.encode()))) for n in names]
        for code in codes:
            self.xtest.XTestFakeKeyEvent(self.display, code, 1, ctypes.c_ulong(0))
        for code in reversed(codes):
            self.xtest.XTestFakeKeyEvent(self.display, code, 0, ctypes.c_ulong(0))
        self.flush()
