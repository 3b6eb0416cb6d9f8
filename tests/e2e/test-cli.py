# SPDX-License-Identifier: GPL-3.0-or-later
"""The command line's contract: what each command writes, says and ends with. Run with the program's path as the argument."""

import json
import os
import sqlite3
import subprocess
import sys
import tempfile
import unittest
import zipfile

PROGRAM = os.path.abspath(sys.argv[1])
DONE, NEGATIVE, USAGE, BAD_INPUT, NO_ACCESS = range(5)
MODEL = 'norrkoping'


def run(*args, language=None, home=None):
    env = dict(os.environ, STYR_TODAY='2024-11-15')
    env.pop('STYR_LANGUAGE', None)
    if language:
        env['STYR_LANGUAGE'] = language
    if home:
        env['XDG_DATA_HOME'] = home
    return subprocess.run([PROGRAM, *args], capture_output=True, text=True, env=env, timeout=120)


class Cli(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.example = cls.path('example.db')
        made = run('new', '--model', MODEL, '--example', '--database', cls.example)
        assert made.returncode == DONE, made.stderr

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    @classmethod
    def path(cls, *names):
        return os.path.join(cls.folder.name, *names)

    def check(self, status, *args, **kwargs):
        done = run(*args, **kwargs)
        self.assertEqual(done.returncode, status, f'{args}: {done.stdout}{done.stderr}')
        if status != DONE:
            self.assertTrue(done.stderr.startswith('styrmodell-cli: '), done.stderr)
        return done

    def on(self, status, *args, **kwargs):
        return self.check(status, *args, '--database', self.example, **kwargs)

    def test_usage(self):
        for args in ([], ['fly'], ['render'], ['render', 'cube', '--output', 'x.svg'], ['export', 'dreams'], ['list', 'dreams'],
                     ['export', 'workbook', '--output', 'x.xlsx'], ['export', 'workbook', '--year', '2024'], ['backup'], ['new'],
                     ['list', 'units', '--format', 'xml'], ['history', '--colour'], ['undo', 'all'], ['import', 'model'],
                     ['list', 'units', '--year', '24']):
            done = run(*args, '--database', self.example) if args else run()
            self.assertEqual(done.returncode, USAGE, f'{args}: {done.stderr}')
            self.assertEqual(done.stdout, '')
            self.assertNotEqual(done.stderr, '')

    def test_help(self):
        for args in (['new'], ['render'], ['export', 'workbook'], ['export', 'report'], ['export', 'model'], ['import', 'model'], ['list'],
                     ['check'], ['history'], ['undo'], ['redo'], ['backup']):
            done = self.check(DONE, *args, '--help')
            self.assertIn('--database', done.stdout)
            self.assertIn(args[0], self.check(DONE, '--help').stdout)
        self.assertRegex(self.check(DONE, '--version').stdout, r'^styrmodell-cli \d+\.\d+')

    def test_language(self):
        english = self.on(NEGATIVE, 'undo', language='en').stderr
        swedish = self.on(NEGATIVE, 'undo').stderr
        self.assertIn('There is nothing to undo', english)
        self.assertIn('ngra', swedish)

    def test_new(self):
        own = self.path('own.db')
        self.check(DONE, 'new', '--model', MODEL, '--municipality', 'Exempelby', '--first-year', '2023', '--database', own)
        self.assertEqual(os.stat(own).st_mode & 0o777, 0o600)
        rows = sqlite3.connect(own).execute('SELECT name, first_year, is_example FROM municipality').fetchall()
        self.assertEqual(rows, [('Exempelby', 2023, 0)])
        self.check(BAD_INPUT, 'new', '--model', MODEL, '--database', own)
        missing = self.path('never.db')
        done = self.check(BAD_INPUT, 'new', '--model', 'atlantis', '--database', missing)
        self.assertIn(MODEL, done.stderr)
        self.assertFalse(os.path.exists(missing))

    def test_default_database(self):
        home = self.path('home')
        self.check(BAD_INPUT, 'history', home=home)
        self.check(DONE, 'new', '--model', MODEL, home=home)
        own = os.path.join(home, 'styrmodell', 'styrmodell.db')
        self.assertTrue(os.path.exists(own))
        self.assertEqual(os.stat(os.path.dirname(own)).st_mode & 0o777, 0o700)
        self.check(DONE, 'history', home=home)

    def test_lists(self):
        units = json.loads(self.on(DONE, 'list', 'units', '--format', 'json').stdout)
        self.assertGreater(len(units), 11)
        self.assertEqual({'id', 'type', 'shortName', 'name', 'validFrom', 'validTo', 'insideModel'}, set(units[0]))
        documents = json.loads(self.on(DONE, 'list', 'documents', '--year', '2023', '--unit', 'KFN', '--format', 'json').stdout)
        types = {d['type'] for d in documents}
        self.assertLessEqual({'assignmentPlan', 'qualityReport'}, types)
        self.assertTrue(all(isinstance(d['version'], int) for d in documents))
        goals = json.loads(self.on(DONE, 'list', 'goals', '--year', '2024', '--unit', 'kultur- och FRITIDSNÄMNDEN', '--format', 'json').stdout)
        self.assertTrue(goals)
        self.assertTrue(all(g['year'] == 2024 for g in goals))
        text = self.on(DONE, 'list', 'goals', '--year', '2024').stdout.splitlines()
        everybodys = json.loads(self.on(DONE, 'list', 'goals', '--year', '2024', '--format', 'json').stdout)
        self.assertEqual(len(text), len(everybodys) + 1)

    def test_check(self):
        """1 when something open is found, 0 when nothing is; a decided exception isn't open."""
        def found(*args):
            done = run('check', '--format', 'json', '--database', self.example, *args)
            self.assertEqual(done.stderr, '')
            return done.returncode, json.loads(done.stdout)

        status, findings = found()
        self.assertEqual(status, NEGATIVE)
        self.assertTrue(findings)
        self.assertEqual(list(findings[0]), ['rule', 'severity', 'objectKind', 'objectId', 'objectTitle', 'document', 'unit', 'text', 'remedy',
                                             'paragraph', 'waived', 'waiverReason', 'implicit', 'year'])
        order = ['error', 'warning', 'information']
        self.assertEqual([f['severity'] for f in findings], sorted((f['severity'] for f in findings), key=order.index))
        for rule in sorted({f['rule'] for f in findings})[:4]:
            status, of_rule = found('--rule', rule)
            self.assertEqual(of_rule, [f for f in findings if f['rule'] == rule])
            self.assertEqual(status, NEGATIVE if any(not f['waived'] for f in of_rule) else DONE)
        status, nothing = found('--year', '2190', '--rule', 'N13')
        self.assertEqual((status, nothing), (DONE, []))
        people = run('check', '--database', self.example)
        self.assertEqual(people.returncode, NEGATIVE)
        self.assertIn(findings[0]['text'], people.stdout)
        self.assertIn('X99', self.on(BAD_INPUT, 'check', '--rule', 'X99').stderr)

    def test_unknown_unit(self):
        done = self.on(BAD_INPUT, 'list', 'goals', '--unit', 'kulturnämnden')
        self.assertIn('Kultur- och fritidsnämnden', done.stderr)

    def test_render(self):
        marks = {'svg': b'<?xml', 'pdf': b'%PDF', 'png': b'\x89PNG'}
        for what in ('pyramid', 'wheel'):
            for ending, mark in marks.items():
                target = self.path(f'{what}.{ending}')
                self.on(DONE, 'render', what, '--output', target, '--unit', 'KFN', '--year', '2024')
                with open(target, 'rb') as file:
                    self.assertEqual(file.read(len(mark)), mark)
        self.on(BAD_INPUT, 'render', 'pyramid', '--output', self.path('pyramid.doc'))
        self.on(NO_ACCESS, 'render', 'pyramid', '--output', self.path('nowhere', 'pyramid.svg'))

    def test_workbook(self):
        target = self.path('book.xlsx')
        self.on(DONE, 'export', 'workbook', '--output', target, '--unit', 'KFN', '--year', '2024')
        with zipfile.ZipFile(target) as book:
            self.assertIn('xl/workbook.xml', book.namelist())
        self.on(NO_ACCESS, 'export', 'workbook', '--output', self.path('nowhere', 'book.xlsx'), '--year', '2024')

    def test_report(self):
        for ending, mark in (('pdf', b'%PDF'), ('html', b'<!')):
            target = self.path(f'report.{ending}')
            self.on(DONE, 'export', 'report', '--type', 'qualityReport', '--unit', 'KFN', '--year', '2023', '--output', target)
            with open(target, 'rb') as file:
                self.assertEqual(file.read(2), mark[:2])
        done = self.on(BAD_INPUT, 'export', 'report', '--type', 'qualityReport', '--unit', 'KFN', '--year', '1999', '--output', self.path('x.pdf'))
        self.assertIn('1999', done.stderr)
        self.on(BAD_INPUT, 'export', 'report', '--type', 'poem', '--unit', 'KFN', '--year', '2024', '--output', self.path('x.pdf'))

    def test_model_and_undo(self):
        own = self.path('undo.db')
        package = self.path('own.styrmodell')
        changed = self.path('changed.styrmodell')
        again = self.path('again.styrmodell')
        self.check(DONE, 'new', '--model', MODEL, '--database', own)
        self.check(DONE, 'export', 'model', '--output', package, '--database', own)
        with open(package, encoding='utf-8') as file:
            model = json.load(file)
        model['name'] = 'Annan modell'
        with open(changed, 'w', encoding='utf-8') as file:
            json.dump(model, file)
        self.check(NEGATIVE, 'undo', '--database', own)
        self.check(NEGATIVE, 'redo', '--database', own)
        self.check(DONE, 'import', 'model', changed, '--database', own)

        def name():
            self.check(DONE, 'export', 'model', '--output', again, '--database', own)
            with open(again, encoding='utf-8') as file:
                return json.load(file)['name']

        self.assertEqual(name(), 'Annan modell')
        self.assertIn('Annan modell', self.check(DONE, 'undo', '--database', own).stdout)
        self.assertNotEqual(name(), 'Annan modell')
        with open(package, 'rb') as first, open(again, 'rb') as second:
            self.assertEqual(first.read(), second.read())
        self.check(DONE, 'redo', '--database', own)
        self.assertEqual(name(), 'Annan modell')
        history = json.loads(self.check(DONE, 'history', '--format', 'json', '--database', own).stdout)
        self.assertEqual([entry['kind'] for entry in history], ['redo', 'undo', 'change', 'start'])
        self.assertEqual(len(self.check(DONE, 'history', '--database', own).stdout.splitlines()), 5)

        with open(changed, 'w', encoding='utf-8') as file:
            model['documentTypes'][0]['sections'][0]['kind'] = 'txt'
            json.dump(model, file)
        done = self.check(BAD_INPUT, 'import', 'model', changed, '--database', own)
        self.assertIn('documentTypes[0].sections[0].kind', done.stderr)
        self.assertEqual(name(), 'Annan modell')
        self.check(BAD_INPUT, 'import', 'model', self.path('gone.styrmodell'), '--database', own)
        self.check(NO_ACCESS, 'export', 'model', '--output', self.path('nowhere', 'm.styrmodell'), '--database', own)

    def test_backup(self):
        target = self.path('copy.db')
        self.on(DONE, 'backup', '--output', target)
        there, copied = (sqlite3.connect(name).execute('SELECT count(*) FROM goal').fetchone() for name in (self.example, target))
        self.assertEqual(there, copied)
        self.on(BAD_INPUT, 'backup', '--output', self.example)
        self.on(NO_ACCESS, 'backup', '--output', self.path('nowhere', 'copy.db'))

    def test_bad_databases(self):
        rubbish = self.path('rubbish.db')
        with open(rubbish, 'wb') as file:
            file.write(b'x' * 5000)
        self.check(BAD_INPUT, 'list', 'units', '--database', rubbish)
        other = self.path('other.db')
        connection = sqlite3.connect(other)
        connection.execute('CREATE TABLE t (a)')
        connection.commit()
        connection.close()
        self.check(BAD_INPUT, 'list', 'units', '--database', other)
        newer = self.path('newer.db')
        self.on(DONE, 'backup', '--output', newer)
        connection = sqlite3.connect(newer)
        connection.execute('PRAGMA user_version = 999')
        connection.commit()
        connection.close()
        with open(newer, 'rb') as file:
            before = file.read()
        self.check(BAD_INPUT, 'list', 'units', '--database', newer)
        with open(newer, 'rb') as file:
            self.assertEqual(file.read(), before)
        self.check(BAD_INPUT, 'list', 'units', '--database', self.path('missing.db'))

    def look_everywhere(self, database, **kwargs):
        """Every command that only looks."""
        out = self.path('looked')
        commands = (['list', 'documents'], ['list', 'goals'], ['list', 'units'], ['history'], ['model', 'list'], ['model', 'show', MODEL],
                    ['model', 'compare', MODEL, 'arboga'], ['check', '--format', 'json'], ['render', 'pyramid', '--output', out + '.svg'],
                    ['export', 'workbook', '--year', '2024', '--output', out + '.xlsx'], ['export', 'model', '--output', out + '.styrmodell'],
                    ['backup', '--output', out + '.db'])
        for command in commands:
            done = run(*command, '--database', database, **kwargs)
            self.assertIn(done.returncode, (DONE, NEGATIVE), f'{command}: {done.stderr}')

    def test_reading_writes_nothing(self):
        """Looking changes no byte of the database, also on a day when something has come due."""
        folder = self.path('read')
        os.mkdir(folder)
        own = os.path.join(folder, 'own.db')
        self.on(DONE, 'backup', '--output', own)
        connection = sqlite3.connect(own)
        due = connection.execute("SELECT id FROM document WHERE status IN ('decided', 'published') LIMIT 1").fetchone()[0]
        connection.execute("UPDATE document SET valid_to = '2024-06-30', revoked_on = '2024-07-01' WHERE id = ?", (due,))
        connection.commit()
        connection.close()

        def content():
            with open(own, 'rb') as file:
                return file.read(), os.listdir(folder), os.stat(own).st_mtime_ns

        before = content()
        self.look_everywhere(own)
        self.assertEqual(content(), before)
        self.check(NEGATIVE, 'undo', '--database', own)
        connection = sqlite3.connect(own)
        self.assertEqual(connection.execute('SELECT status FROM document WHERE id = ?', (due,)).fetchone()[0], 'revoked')
        connection.close()

    def test_failed_new(self):
        """What can't be made leaves nothing behind; what was there stays as it was."""
        folder = self.path('failed')
        os.mkdir(folder)
        self.check(BAD_INPUT, 'new', '--model', MODEL, '--first-year', '3024', '--database', os.path.join(folder, 'new.db'))
        self.check(BAD_INPUT, 'new', '--model', MODEL, '--municipality', ' ', '--database', os.path.join(folder, 'deep', 'deeper', 'new.db'))
        self.assertEqual(os.listdir(folder), [])
        text = os.path.join(folder, 'text.db')
        with open(text, 'w', encoding='utf-8') as file:
            file.write('Inte en databas')
        self.check(BAD_INPUT, 'new', '--model', MODEL, '--database', text)
        with open(text, encoding='utf-8') as file:
            self.assertEqual(file.read(), 'Inte en databas')
        kept = os.path.join(folder, 'kept.db')
        self.on(DONE, 'backup', '--output', kept)
        self.check(BAD_INPUT, 'new', '--model', MODEL, '--database', kept)
        self.check(DONE, 'list', 'units', '--database', kept)
        self.assertEqual(sorted(os.listdir(folder)), ['kept.db', 'text.db'])

    def test_busy(self):
        own = self.path('busy.db')
        self.on(DONE, 'backup', '--output', own)
        connection = sqlite3.connect(own, isolation_level=None)
        connection.execute('PRAGMA locking_mode = EXCLUSIVE')
        connection.execute('BEGIN EXCLUSIVE')
        done = self.check(NO_ACCESS, 'list', 'units', '--database', own)
        self.assertIn('busy.db', done.stderr)
        connection.execute('ROLLBACK')
        connection.close()
        self.check(DONE, 'list', 'units', '--database', own)


if __name__ == '__main__':
    unittest.main(argv=[sys.argv[0], *sys.argv[2:]])
