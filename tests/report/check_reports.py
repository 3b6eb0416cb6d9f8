# SPDX-License-Identifier: GPL-3.0-or-later
"""check_reports.py WRITE-REPORTS: the sample quality report as PDF (with poppler's tools, where they are) and as HTML."""
import html.parser
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

WRITER = sys.argv.pop(1)


class Outline(html.parser.HTMLParser):
    """What a screen reader goes by."""

    def __init__(self):
        super().__init__()
        self.headings, self.problems, self.stack, self.tables = [], [], [], 0
        self.lang, self.title = None, ''
        self.in_caption = False

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        if tag in ('meta', 'br', 'img', 'link'):
            if tag == 'link' or 'src' in attrs:
                self.problems.append(f'{tag} outside the file')
            return
        self.stack.append(tag)
        if tag == 'html':
            self.lang = attrs.get('lang')
        if re.fullmatch('h[1-6]', tag):
            self.headings.append(int(tag[1]))
        if tag == 'table':
            self.tables += 1
        if tag == 'th' and attrs.get('scope') not in ('row', 'col'):
            self.problems.append('th without scope')
        if 'href' in attrs or 'src' in attrs or tag == 'script':
            self.problems.append(f'{tag} outside the file')

    def handle_endtag(self, tag):
        if self.stack.pop() != tag:
            self.problems.append(f'</{tag}> out of place')

    def handle_data(self, data):
        if self.stack and self.stack[-1] == 'title':
            self.title += data


class Reports(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        subprocess.run([WRITER, cls.folder.name], check=True)
        cls.pdf = os.path.join(cls.folder.name, 'report.pdf')
        with open(os.path.join(cls.folder.name, 'report.html'), encoding='utf-8') as f:
            cls.html = f.read()

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def run_tool(self, *command):
        if shutil.which(command[0]) is None:
            self.skipTest(f'{command[0]} is not installed')
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout

    def test_html(self):
        outline = Outline()
        outline.feed(self.html)
        self.assertEqual(outline.problems, [])
        self.assertEqual(outline.stack, [])
        self.assertEqual(outline.lang, 'sv')
        self.assertTrue(outline.title.startswith('Kvalitetsredovisning 2024'))
        self.assertEqual(outline.headings.count(1), 1)
        self.assertTrue(all(b <= a + 1 for a, b in zip(outline.headings, outline.headings[1:])), outline.headings)
        self.assertGreater(outline.tables, 10)
        self.assertIn('@media print', self.html)

    def test_pdf_card(self):
        facts = dict(re.findall(r'^(.*?): +(.*)$', self.run_tool('pdfinfo', self.pdf), re.M))
        self.assertEqual(facts['Title'], 'Kvalitetsredovisning 2024 <för> Kultur- & fritidsnämnden')
        self.assertEqual(facts['Author'], 'Provkommun')
        self.assertEqual(facts['Tagged'], 'yes')
        self.assertIn('A4', facts['Page size'])
        self.assertIn('2025', facts['CreationDate'])
        self.assertGreaterEqual(int(facts['Pages']), 6)

    def test_pdf_structure(self):
        tags = self.run_tool('pdfinfo', '-struct', self.pdf)
        for tag in ('Document', 'H1', 'H2', 'H3', 'P', 'Table', 'TR', 'TH', 'TD'):
            self.assertRegex(tags, rf'\b{tag}\b')

    def test_pdf_pages(self):
        pages = self.run_tool('pdftotext', '-layout', self.pdf, '-').split('\f')[:-1]
        total = len(pages)
        for number, page in enumerate(pages, 1):
            self.assertRegex(page, rf'{number} \w+ {total}\b')
            self.assertIn('2025-02-14', page)
        table = [p for p in pages if 'Område' in p]
        self.assertGreaterEqual(len(table), 2)
        for page in table:                          # the header stands on each page of a table
            header = re.search(r'Number +.*Handled', page)
            self.assertIsNotNone(header)
            self.assertLess(header.start(), page.index('Område'))
        whole = ' '.join(pages)
        self.assertEqual([int(n) for n in re.findall(r'Område (\d+)\b', whole)], list(range(1, 61)))
        words = re.sub(r'\s+', ' ', whole)
        self.assertIn('Fler barn läser <b>böcker</b> & serier', words)
        self.assertIn('−410,7', words)
        self.assertIn('4,4', words)

    def test_pdf_keeps_every_word(self):
        text = self.run_tool('pdftotext', self.pdf, '-')
        self.assertEqual(text.count('stadsdelarna'), 60 + 60 + 6)   # a paragraph, a cell, six analyses

    def test_pdf_fonts_are_inside(self):
        fonts = self.run_tool('pdffonts', self.pdf).splitlines()[2:]
        self.assertGreater(len(fonts), 0)
        for line in fonts:
            self.assertRegex(line, r'\byes yes yes\b')


if __name__ == '__main__':
    unittest.main()
