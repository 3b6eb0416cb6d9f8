#!/usr/bin/python3 -u
# SPDX-License-Identifier: GPL-3.0-or-later
"""The main job in the real program: first run, the example, a goal with two criteria and a link in an uppdragsplan, its assessment and a
measure in the kvalitetsredovisning, the wheel's counts, undo all and redo all, and the workbook that holds what was typed.

    main_job.py PROGRAM            with the pointer and the screen reader's actions
    main_job.py PROGRAM keyboard   with the keyboard alone
"""
import glob
import os
import re
import sqlite3
import sys
import tempfile
import time

import openpyxl

from driver import Program, wait
from keyboard import KeyboardProgram

GOAL = 'Fler unga spelar teater'
NUMBER_CRITERION = 'Antal föreställningar under året'
TEXT_CRITERION = 'Deltagarna säger att de vuxit'
ANALYSIS = 'Salongen var stängd under våren, så hälften av föreställningarna ställdes in.'
MEASURE = 'Hyr en reservsalong'
PLAN = 'Uppdragsplan 2024 – Kultur- och fritidsnämnden'
REPORT = 'Kvalitetsredovisning – Kultur- och fritidsnämnden'


class Job:
    """The steps, as a person says them; how a thing is reached is the subclass's."""

    def __init__(self, program, folder):
        self.p = program
        self.folder = folder

    def database(self):
        return glob.glob(os.path.join(self.folder, '*.db'))[0]

    def rows(self):
        """Every row a person made, without what only tells of how they were made."""
        db = sqlite3.connect(f'file:{self.database()}?mode=ro', uri=True)
        tables = [r[0] for r in db.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'search%' AND name <> 'journal' "
                                           "AND name NOT LIKE 'sqlite_%' ORDER BY name")]
        rows = {t: sorted(map(repr, db.execute(f'SELECT * FROM {t}'))) for t in tables}
        db.close()
        return rows

    def scalar(self, sql, *values):
        db = sqlite3.connect(f'file:{self.database()}?mode=ro', uri=True)
        row = db.execute(sql, values).fetchone()
        db.close()
        return row[0] if row else None

    def wheel(self):
        """The figures of the wheel as a screen reader hears them."""
        self.p.key('alt+2')
        time.sleep(0.6)
        phases = {}
        for name in ('Planera', 'Genomföra', 'Följa upp', 'Åtgärda'):
            node = self.p.find('list item', re.compile(f'^{name}'))
            phases[name] = tuple(map(int, re.search(r'(\d+) av (\d+) klara', node.name + ' ' + node.description).groups()))
        return phases

    def check_workbook(self):
        path = os.path.join(self.folder, 'arbetsbok.xlsx')
        self.export_workbook(path)
        wait(lambda: os.path.exists(path) and os.path.getsize(path) > 1000, 'the workbook', 15)
        time.sleep(0.5)
        book = openpyxl.load_workbook(path)
        cells = {str(c.value) for sheet in book for row in sheet.iter_rows() for c in row if c.value is not None}
        for text in (GOAL, NUMBER_CRITERION, TEXT_CRITERION, ANALYSIS, MEASURE):
            assert any(text in c for c in cells), f'the workbook lacks {text!r}'
        numbers = {c.value for sheet in book for row in sheet.iter_rows() for c in row if isinstance(c.value, (int, float))}
        assert 12 in numbers and 6 in numbers, 'the target and the outcome are not numbers'
        print('workbook ok')

    def undo_all_redo_all(self, before):
        after = self.rows()
        assert before != after
        changes = self.scalar("SELECT count(*) FROM journal WHERE kind = 'change' AND state = 'done'")
        assert changes > 8, changes
        for i in range(changes):
            self.p.key('ctrl+z')
        wait(lambda: self.scalar("SELECT count(*) FROM journal WHERE kind = 'change' AND state = 'done'") == 0, 'all to be undone', 20)
        undone = self.rows()
        for table in before:
            assert undone[table] == before[table], f'undo left something in {table}'
        for i in range(changes):
            self.p.key('ctrl+shift+z')
        wait(lambda: self.scalar("SELECT count(*) FROM journal WHERE kind = 'change' AND state = 'undone'") == 0, 'all to be redone', 20)
        redone = self.rows()
        for table in after:
            assert redone[table] == after[table], f'redo lost something in {table}'
        print(f'{changes} changes undone and redone')

    def run(self):
        self.first_run()
        before = self.rows()
        wheel_before = self.wheel()
        self.p.shot('wheel-before')
        self.open_plan()
        self.write_goal()
        wait(lambda: self.scalar('SELECT count(*) FROM criterion c JOIN goal g ON g.id = c.goal_id WHERE g.text = ? AND c.text <> ""', GOAL) == 2,
             'two criteria in the database')
        assert self.scalar('SELECT kind FROM goal_link l JOIN goal g ON g.id = l.goal_id WHERE g.text = ?', GOAL) == 'direct'
        self.p.shot('goal')
        self.open_report()
        self.write_report()
        wait(lambda: self.scalar('SELECT analysis FROM assessment a JOIN goal g ON g.id = a.goal_id WHERE g.text = ? AND analysis IS NOT NULL', GOAL)
             == ANALYSIS, 'the analysis in the database')
        grade = self.scalar('SELECT grade FROM assessment a JOIN goal g ON g.id = a.goal_id WHERE g.text = ? AND grade IS NOT NULL', GOAL)
        assert grade == 'partly', grade
        wait(lambda: self.scalar('SELECT count(*) FROM measure m JOIN goal g ON g.id = m.goal_id WHERE g.text = ? AND m.text = ?', GOAL, MEASURE) == 1,
             'the measure in the database')
        self.p.shot('report')
        wheel_after = self.wheel()
        self.p.shot('wheel-after')
        print(wheel_before, wheel_after)
        assert wheel_after['Planera'] == (wheel_before['Planera'][0] + 1, wheel_before['Planera'][1] + 1)
        assert wheel_after['Följa upp'] == (wheel_before['Följa upp'][0] + 1, wheel_before['Följa upp'][1] + 1)
        assert wheel_after['Åtgärda'] == (wheel_before['Åtgärda'][0], wheel_before['Åtgärda'][1] + 1)
        self.undo_all_redo_all(before)
        self.check_workbook()
        self.p.shot('end')
        self.p.close()


class PointerJob(Job):
    def first_run(self):
        self.p.press('button', 'Prova med exempel')
        self.p.find('list item', 'Uppdragsplaner', timeout=20)

    def open_plan(self):
        self.p.key('alt+1')
        self.p.press('list item', 'Uppdragsplaner')
        self.p.press('list item', re.compile('^' + PLAN))
        self.p.find('button', 'Lägg till mål')

    def write_goal(self):
        p = self.p
        p.press('button', 'Lägg till mål')
        p.write('text', 'Mål 8', GOAL)
        p.press('button', 'Lägg till kriterium, mål 8')
        p.write('text', 'Kriterium A, mål 8', NUMBER_CRITERION)
        p.press('button', 'Sorts kriterium, kriterium A, mål 8')
        time.sleep(0.4)
        p.key('Down', 'Return')
        p.write('text', re.compile('^Målvärde, kriterium A, mål 8'), '12')
        p.press('button', 'Lägg till kriterium, mål 8')
        p.write('text', 'Kriterium B, mål 8', TEXT_CRITERION)
        p.press('button', 'Lägg till koppling, mål 8')
        p.press('button', '3. Eleverna når längre')

    def open_report(self):
        # the list that was just chosen from may still be closing, and takes the key
        for timeout in (5, 20):
            self.p.key('alt+1')
            try:
                self.p.find('list item', 'Kvalitetsredovisning', timeout=timeout)
                break
            except AssertionError:
                if timeout == 20:
                    raise
        self.p.press('list item', 'Kvalitetsredovisning')
        self.p.press('button', 'Skapa ' + REPORT)
        self.p.find('text', 'Analys, mål 8', timeout=15)

    def write_report(self):
        p = self.p
        p.write('text', 'Utfall, kriterium A, mål 8', '6')
        p.press('button', 'Delvis uppfyllt, beslut, mål 8')
        p.write('text', 'Analys, mål 8', ANALYSIS)
        p.press('button', 'Lägg till åtgärd, mål 8')
        p.write('text', 'Åtgärd, åtgärd 1', MEASURE)

    def export_workbook(self, path):
        self.p.key('ctrl+e')
        self.p.write('text', re.compile('^Namn'), path)
        self.p.press('button', 'Spara')


class KeyboardJob(PointerJob):
    """The same, and nothing but keys: Tab, arrows, Return, letters and the shortcuts that the program tells of."""

    def first_run(self):
        self.p.tab_to('Prova med exempel')
        self.p.key('Return')
        self.p.find('list item', 'Uppdragsplaner', timeout=20)

    def open_plan(self):
        p = self.p
        p.key('alt+1')
        p.tab_to(re.compile('^(Vision|Uppdragsplaner)'), role='list item')
        p.arrow_to('Uppdragsplaner', 'Down')
        p.key('Return')
        p.tab_to(re.compile('^Uppdragsplan 2024 – '))
        p.arrow_to(re.compile('^' + PLAN), 'Down')
        p.key('Return')
        p.find('button', 'Lägg till mål')

    def section(self, name):
        """To a section's first field by the outline."""
        self.p.tab_to(name, role='button', back=True)
        self.p.key('Return')
        time.sleep(0.4)
        self.p.settle(0.2)

    def write_goal(self):
        p = self.p
        self.section('Mål')
        p.key('ctrl+Return')  # adds to the list that the focus is in
        p.wait_focus('Mål 8')
        p.type(GOAL)
        p.tab_to('Lägg till kriterium, mål 8')
        p.key('Return')
        p.wait_focus('Kriterium A, mål 8')
        p.type(NUMBER_CRITERION)
        p.tab_to('Sorts kriterium, kriterium A, mål 8', back=True)
        p.key('space')
        time.sleep(0.4)
        p.key('Down', 'Return')
        p.tab_to(re.compile('^Målvärde, kriterium A, mål 8'))
        p.type('12')
        p.tab_to('Lägg till kriterium, mål 8')
        p.key('Return')
        p.wait_focus('Kriterium B, mål 8')
        p.type(TEXT_CRITERION)
        p.tab_to('Lägg till koppling, mål 8')
        p.key('Return')
        p.tab_to('3. Eleverna når längre')
        p.key('Return')

    def open_report(self):
        p = self.p
        p.key('alt+1')
        p.tab_to(re.compile('^(Vision|Uppdragsplaner|Kvalitetsredovisning)'), role='list item')
        p.arrow_to('Uppdragsplaner', 'Down')
        p.arrow_to('Kvalitetsredovisning', 'Right')
        p.key('Return')
        p.tab_to('Skapa ' + REPORT)
        p.key('Return')
        p.find('text', 'Analys, mål 8', timeout=15)

    def write_report(self):
        p = self.p
        p.tab_to('Utfall, kriterium A, mål 8')
        p.type('6')
        p.tab_to('Delvis uppfyllt, beslut, mål 8')
        p.key('space')
        p.tab_to('Analys, mål 8')
        p.type(ANALYSIS)
        p.tab_to('Lägg till åtgärd, mål 8')
        p.key('Return')
        p.wait_focus(re.compile(', åtgärd 1$'))
        p.tab_to('Åtgärd, åtgärd 1')
        p.type(MEASURE)

    def export_workbook(self, path):
        self.p.key('ctrl+e')
        time.sleep(1)
        self.p.key('ctrl+a')
        self.p.type(path)
        self.p.key('Return')


def main():
    by_keyboard = sys.argv[2:] == ['keyboard']
    folder = tempfile.mkdtemp(prefix='styr-e2e-')
    command = [sys.argv[1], '--database', os.path.join(folder, 'styrmodell.db')]
    program = (KeyboardProgram if by_keyboard else Program)(command, {'STYR_TODAY': '2025-02-10'})
    job = (KeyboardJob if by_keyboard else PointerJob)(program, folder)
    try:
        job.run()
    except BaseException:
        program.shot('failed')
        raise
    finally:
        if program.process.poll() is None:
            program.process.terminate()
            program.process.wait(10)
    print('the main job is done' + (' by keyboard alone' if by_keyboard else ''))


main()
