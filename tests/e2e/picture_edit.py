#!/usr/bin/python3 -u
# SPDX-License-Identifier: GPL-3.0-or-later
"""A model changed in its picture, with the pointer and with keys. After each change the exported model says what came of it, and Ctrl+Z brings
both the model and the picture back to what they were.

    picture_edit.py PROGRAM CLI PACKAGE [PICTURE]

With a picture of the package only the order in its shape is changed: round a wheel, up a spiral.
"""
import json
import os
import re
import subprocess
import sys
import tempfile
import time

from driver import Program, run, wait

# What the canvas leaves free around a picture that is fitted into it, and how large such a picture may become
MARGIN = 12
LARGEST = 1.6


class Picture:
    def __init__(self, program, cli, database, folder):
        self.p = program
        self.cli = cli
        self.database = database
        self.package = os.path.join(folder, 'now.styrmodell')
        self.top = next(program.windows())
        window = program.window(self.top.name)
        run('xdotool', 'windowsize', window, '1240', '900', 'windowmove', window, '0', '0')
        time.sleep(0.6)
        svg = os.path.join(folder, 'picture.svg')
        subprocess.run([cli, 'render', 'pyramid', '--database', database, '--output', svg], check=True, capture_output=True)
        head = open(svg, encoding='utf-8').read(1000)
        # in points, of which three are four of the scene's
        self.size = tuple(float(n) * 4 / 3 for n in re.search(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', head).groups())
        self.first = self.model()
        self.names = {b['id']: b['name'] for b in self.first['blocks']}

    # What there is

    def model(self):
        subprocess.run([self.cli, 'export', 'model', '--database', self.database, '--output', self.package], check=True, capture_output=True)
        return json.load(open(self.package, encoding='utf-8'))

    def place(self, block, model=None):
        for place in (model or self.model())['pictures'][0]['places']:
            if place['block'] == block:
                return place['axis'], place.get('level')
        return None

    def canvas(self):
        return self.p.find('list', 'Blocken i styrmodellen')

    def nodes(self):
        return {n.name: tuple(self.p.bus.extents(n)) for n in self.canvas().children if n.role == 'list item'}

    def at(self, block, across=0.5, down=0.5):
        """Where a share of a block's width and height is on the screen. The bus tells a node's place as it is shown, its size as it was laid out."""
        canvas = self.p.bus.extents(self.canvas())
        scale = min((canvas.width - 2 * MARGIN) / self.size[0], (canvas.height - 2 * MARGIN) / self.size[1], LARGEST)
        x, y, width, height = next(v for k, v in self.nodes().items() if k == self.names[block] or k.startswith(self.names[block]))
        left, top = self.p.corner(self.top)
        return int(left + x + across * width * scale), int(top + y + down * height * scale)

    # What is done

    def carry(self, start, to, drop=True):
        run('xdotool', 'mousemove', *map(str, start), 'mousedown', '1')
        for step in range(1, 6):
            x, y = (start[i] + (to[i] - start[i]) * step // 5 for i in (0, 1))
            run('xdotool', 'mousemove', str(x), str(y))
            time.sleep(0.03)
        time.sleep(0.15)
        if drop:
            run('xdotool', 'mouseup', '1')

    def press(self, *keys):
        """Not the driver's: clearing the modifiers would let go of the pointer's button."""
        run('xdotool', 'key', *keys)
        time.sleep(0.15)

    def becomes(self, condition, what):
        return wait(lambda: condition(self.model()), what)

    def is_unchanged(self, what):
        time.sleep(0.3)
        assert self.model() == self.first, f'{what} changed the model'
        wait(lambda: self.nodes() == self.picture, f'the picture after {what}')

    def undo(self, what):
        self.press('ctrl+z')
        wait(lambda: self.model() == self.first, f'the model after undoing {what}')
        wait(lambda: self.nodes() == self.picture, f'the picture after undoing {what}')
        print(f'{what}: done and undone')

    def moves(self, what, block, wanted):
        self.becomes(lambda m: self.place(block, m) == wanted, f'{what}: {block} at {wanted}')
        self.p.shot('edit-' + what.replace(' ', '-'))

    # The parts

    def begin(self):
        self.press('ctrl+m')
        self.p.find('button', 'Nytt block')
        time.sleep(0.5)
        self.picture = self.nodes()

    def with_pointer(self, ids):
        middle, above, left, right, base = (ids[k] for k in ('last', 'middle', 'left', 'right', 'base'))
        for what, to in (('drag to a level', above), ('drag to the left', left), ('drag to the right', right), ('drag to the base', base)):
            wanted = self.place(to, self.first)
            self.carry(self.at(middle), self.at(to, 0.7, 0.5))
            self.moves(what, middle, wanted)
            self.undo(what)
        self.press('ctrl+shift+z')
        self.becomes(lambda m: self.place(middle, m) == self.place(base, self.first), 'the last drag done anew')
        self.undo('drag done anew')

    def let_go(self, ids):
        block = ids['last']
        self.carry(self.at(block), self.at(ids['middle']), drop=False)
        wait(lambda: self.nodes() != self.picture, 'the picture to show where the block would come')
        self.press('Escape')
        wait(lambda: self.nodes() == self.picture, 'the picture as it was')
        run('xdotool', 'mouseup', '1')
        self.is_unchanged('Escape in a drag')
        self.carry(self.at(block), (self.p.corner(self.top)[0] + 40, self.p.corner(self.top)[1] + 500))
        self.is_unchanged('a drag out of the picture')
        x, y = self.at(block)
        self.carry((x, y), (x + 14, y + 4))
        self.is_unchanged('a hand that trembles')
        print('let go: nothing changed')

    def connectors(self, ids):
        first, last = ids['first'], ids['last']

        def has(model, start, end):
            return any(c['from'] == start and c['to'] == end for c in model['connectors'])

        # the handle is at the block that the keyboard is at: that is the one that was dragged last
        self.carry(self.at(last, 0.5, 1), self.at(first), drop=False)
        self.p.shot('edit-handle')
        run('xdotool', 'mouseup', '1')
        self.becomes(lambda m: has(m, last, first), 'a connector drawn by its handle')
        self.undo('connector by the handle')
        # Ctrl+Z leaves the keyboard where it was
        self.press('c')
        time.sleep(0.2)
        self.press('Home', 'Return')
        self.becomes(lambda m: has(m, last, first), 'a connector drawn by keys')
        self.undo('connector by keys')

    def with_keys(self, ids):
        first, last = ids['first'], ids['last']
        levels = [level['id'] for level in self.first['levels']]
        # the keyboard is at the first block, where the connector led
        self.press('F2')
        self.p.find('text', 'Blockets namn')
        self.p.key('ctrl+a')
        self.p.type('Omdöpt')
        self.press('Return')
        self.becomes(lambda m: next(b for b in m['blocks'] if b['id'] == first)['name'] == 'Omdöpt', 'the new name')
        self.undo('rename')
        self.press('alt+Down')
        self.moves('a level down', first, ('middle', levels[levels.index(self.place(first, self.first)[1]) + 1]))
        self.undo('a level down')
        self.press('alt+Down', 'alt+Left')
        self.becomes(lambda m: [p['block'] for p in sorted((p for p in m['pictures'][0]['places'] if p['axis'] == 'middle' and p['level'] == levels[1]),
                                                           key=lambda p: p['order'])][0] == first, 'the block earlier in its row')
        self.press('ctrl+z')
        self.undo('a place earlier')
        self.press('Insert')
        self.p.find('text', 'Det nya blockets namn')
        self.p.type('Nyhet')
        self.press('Return')
        self.becomes(lambda m: any(b['name'] == 'Nyhet' for b in m['blocks']), 'the new block')
        wait(lambda: 'Nyhet' in self.nodes(), 'the new block in the picture')
        self.press('Delete')
        # its place in the picture is its own: nothing is asked
        self.becomes(lambda m: m['blocks'] == self.first['blocks'], 'the new block removed')
        self.press('ctrl+z')
        self.becomes(lambda m: any(b['name'] == 'Nyhet' for b in m['blocks']), 'the block back')
        self.undo('new block')

    def in_order(self, template):
        """The first block past the second, whichever levels they have, which they keep."""
        levels = [level['id'] for level in self.first['levels']]
        shape = [p for p in self.first['pictures'][0]['places'] if p['axis'] == 'middle' and p['level'] != levels[0]]
        first, second, third = (p['block'] for p in shape[:3])
        # an arrow's name stands low in what it takes of the picture, for it hangs down in the middle
        share = (0.45, 0.72) if template == 'spiral' else (0.5, 0.5)

        def order(model):
            found = {p['block']: p for p in model['pictures'][0]['places']}
            assert all(found[p['block']]['level'] == p['level'] for p in shape), 'a level was changed'
            return sorted((p['block'] for p in shape), key=lambda block: found[block]['order'])

        wanted = [second, first] + order(self.first)[2:]
        ahead = tuple((3 * a + b) // 4 for a, b in zip(self.at(second, *share), self.at(third, *share)))
        self.carry(self.at(first, *share), ahead)
        self.becomes(lambda m: order(m) == wanted, f'the block dragged on in the {template}')
        self.p.shot(f'edit-{template}')
        self.undo(f'drag in the {template}')
        self.press('alt+Right')
        self.becomes(lambda m: order(m) == wanted, f'the block a step on in the {template}')
        self.press('alt+Left')
        self.becomes(lambda m: order(m) == order(self.first), f'the block a step back in the {template}')
        self.press('ctrl+z')
        self.undo(f'step in the {template}')

    def end(self):
        self.press('ctrl+m')
        # the button that was the way out is the way in again
        self.p.find(None, 'Ändra')


def choose(package):
    """Blocks of the shape, both sides and the base by what the package says."""
    places = package['pictures'][0]['places']
    levels = [level['id'] for level in package['levels']]
    middle = sorted((p for p in places if p['axis'] == 'middle'), key=lambda p: levels.index(p['level']))
    ids = {axis: next(p['block'] for p in places if p['axis'] == axis) for axis in ('left', 'right', 'base')}
    return {**ids, 'first': middle[0]['block'], 'middle': middle[2]['block'], 'last': middle[-1]['block']}


def only(package_path, picture, folder):
    """A copy of the package with one picture."""
    package = json.load(open(package_path, encoding='utf-8'))
    package['pictures'] = [p for p in package['pictures'] if p['id'] == picture]
    path = os.path.join(folder, 'only.styrmodell')
    with open(path, 'w', encoding='utf-8') as file:
        json.dump(package, file)
    return path


def main(program_path, cli, package_path, only_picture=None):
    with tempfile.TemporaryDirectory() as folder:
        database = os.path.join(folder, 'picture.db')
        if only_picture:
            package_path = only(package_path, only_picture, folder)
        subprocess.run([cli, 'new', '--model', package_path, '--database', database], check=True, capture_output=True)
        program = Program([program_path, '--database=' + database])
        picture = Picture(program, cli, database, folder)
        picture.begin()
        if only_picture:
            picture.in_order(picture.first['pictures'][0]['template'])
        else:
            ids = choose(picture.first)
            picture.with_pointer(ids)
            picture.let_go(ids)
            picture.connectors(ids)
            picture.with_keys(ids)
        picture.end()
        program.close()
    print('the picture was changed and is as it was')


main(*sys.argv[1:])
