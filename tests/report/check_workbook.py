# SPDX-License-Identifier: GPL-3.0-or-later
"""check_workbook.py WRITE-WORKBOOK: what is in the sample workbook, in each unit of money."""
import datetime
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
import zipfile

import openpyxl

WRITER = sys.argv.pop(1)
KRONOR = {'kr': 1, 'tkr': 1000, 'mnkr': 1000000}


class Workbook(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.paths = {unit: os.path.join(cls.folder.name, unit + '.xlsx') for unit in KRONOR}
        for unit, path in cls.paths.items():
            subprocess.run([WRITER, path, unit], check=True)
        cls.book = openpyxl.load_workbook(cls.paths['tkr'])
        cls.values = openpyxl.load_workbook(cls.paths['tkr'], data_only=True)

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def test_sheets_and_tables(self):
        self.assertEqual(self.book.sheetnames, ['Läs mig', 'Mål', 'Drift & bidrag', 'Synpunkter', 'Avvikelser och åtgärder', 'Kontroll'])
        tables = {name: sheet.tables for name, sheet in ((s.title, s) for s in self.book)}
        self.assertEqual(len(tables['Läs mig']), 0)
        drift = tables['Drift & bidrag']['Drift']
        self.assertEqual((drift.ref, drift.totalsRowCount, drift.autoFilter.ref), ('A4:F9', 1, 'A4:F8'))
        self.assertEqual([c.name for c in drift.tableColumns],
                         ['Nämnd', 'Intäkter 2024', 'Kostnader 2024', 'Nettokostnad', 'Budget [netto]', 'Avvikelse mot budget'])
        self.assertEqual(drift.tableColumns[3].totalsRowFunction, 'sum')
        self.assertIn('Drift[[#This Row],[Kostnader 2024]]', drift.tableColumns[3].calculatedColumnFormula.attr_text)
        names = [t.displayName for sheet in self.book for t in sheet.tables.values()]
        self.assertEqual(len(names), len(set(names)))

    def test_kinds_of_cells(self):
        sheet = self.book['Mål']
        self.assertEqual((sheet['A5'].value, sheet['A5'].data_type, sheet['A5'].number_format), ('001', 's', '@'))
        self.assertEqual(sheet['B5'].data_type, 's')
        self.assertTrue(sheet['B5'].value.startswith('=Invånare'))
        self.assertTrue(sheet['B5'].alignment.wrap_text)
        self.assertEqual((sheet['D6'].value, sheet['D6'].number_format), (12.25, '#,##0.0'))
        self.assertIsNone(sheet['D7'].value)
        self.assertEqual((sheet['E6'].value, sheet['E6'].number_format), (0.125, '0.0%'))
        self.assertEqual((sheet['F5'].value, sheet['F5'].number_format), (datetime.datetime(2024, 12, 31), 'yyyy-mm-dd'))
        self.assertTrue(sheet['F5'].is_date)
        self.assertIsNone(sheet['F8'].value)
        self.assertEqual(self.book['Läs mig']['B5'].value, datetime.datetime(2025, 2, 14))

    def test_money_in_each_unit(self):
        for unit, kronor in KRONOR.items():
            sheet = openpyxl.load_workbook(self.paths[unit], data_only=True)['Drift & bidrag']
            self.assertEqual(sheet['B5'].value, 283100400 / kronor)
            self.assertAlmostEqual(sheet['F5'].value, (283100400 - 693800900 + 415100000) / kronor, 9)
            self.assertEqual(sheet['B5'].number_format, '#,##0.0' if unit == 'mnkr' else '#,##0')
            self.assertIn(f' {unit}.', sheet['A2'].value)
            self.assertAlmostEqual(sheet['D9'].value, (283100400 - 693800900 - 81250000 + 1234567 - 7654321) / kronor, 6)

    def test_formulas_have_values(self):
        for sheet in self.book:
            for row in sheet.iter_rows():
                for cell in row:
                    if cell.data_type != 'f':
                        continue
                    value = self.values[sheet.title][cell.coordinate].value
                    if not cell.value.startswith('=IF(COUNT('):
                        self.assertIsNotNone(value, f'{sheet.title}!{cell.coordinate}')
        self.assertEqual(self.book['Drift & bidrag']['D9'].value, '=SUBTOTAL(109,Drift[Nettokostnad])')
        self.assertIn(self.values['Drift & bidrag']['F7'].value, (None, ''))
        self.assertEqual([self.values['Kontroll'][f'E{row}'].value for row in (5, 6, 7)], ['ok', 'avviker', 'avviker'])
        self.assertEqual([self.values['Kontroll'][f'D{row}'].value for row in (5, 6, 7)], [0, -1500, -1])

    def test_header_and_print(self):
        for sheet in self.book:
            if not sheet.tables:
                continue
            self.assertEqual(sheet.freeze_panes, 'A5')
            self.assertEqual(sheet.print_title_rows, '$4:$4')
            self.assertTrue(sheet['A4'].font.bold)
            self.assertNotEqual(sheet['A4'].fill.fgColor.rgb, '00000000')
        for sheet in self.book:
            self.assertEqual((sheet.page_setup.orientation, int(sheet.page_setup.paperSize)), ('landscape', 9))
            self.assertTrue(sheet.sheet_properties.pageSetUpPr.fitToPage)
            self.assertEqual(int(sheet.page_setup.fitToWidth or 1), 1)
        with zipfile.ZipFile(self.paths['tkr']) as archive:
            xml = archive.read('xl/worksheets/sheet2.xml').decode()
        self.assertIn('&amp;P', re.search('<oddFooter>(.*?)</oddFooter>', xml).group(1))
        self.assertIn(' 2025-02-14', re.search('<oddFooter>(.*?)</oddFooter>', xml).group(1))
        self.assertIn('Provkommun &amp;&amp; Co', re.search('<oddHeader>(.*?)</oddHeader>', xml).group(1))

    def test_choices_and_tones(self):
        sheet = self.book['Mål']
        rules = {str(v.sqref): v for v in sheet.data_validations.dataValidation}
        self.assertEqual(rules['G5:G12'].formula1, '"● Uppfyllt,◐ Delvis,○ Ej uppfyllt,? Kan ej bedömas"')
        formulas = [r.formula[0] for ranges in sheet.conditional_formatting for r in ranges.rules]
        self.assertEqual(formulas, ['"● Uppfyllt"', '"◐ Delvis"', '"○ Ej uppfyllt"'])

    def test_empty_table(self):
        sheet = self.values['Avvikelser och åtgärder']
        self.assertEqual(sheet['A3'].value, 'Det finns inga åtgärder 2024.')
        self.assertEqual(self.book['Avvikelser och åtgärder'].tables['Atgarder'].ref, 'A4:C6')
        self.assertTrue(all(c.value in (None, '') for c in sheet[5]))
        self.assertEqual(sheet['B6'].value, 0)

    def test_charts_have_words(self):
        with zipfile.ZipFile(self.paths['tkr']) as archive:
            drawings = [archive.read(n).decode() for n in sorted(archive.namelist()) if re.match(r'xl/drawings/drawing\d', n)]
        self.assertEqual(len(drawings), 2)
        self.assertIn('descr="Staplar: nettokostnad och budget per nämnd"', drawings[0])
        self.assertIn('descr="Staplar: synpunkter per nämnd och typ"', drawings[1])

    def test_properties_and_links(self):
        properties = self.book.properties
        self.assertEqual((properties.title, properties.creator, properties.subject), ('Underlag till ekonomi 2024', 'Provkommun & Co', 'Kulturnämnden 2024'))
        self.assertEqual(properties.created, datetime.datetime(2025, 2, 14, 12))
        self.assertEqual(self.book['Läs mig']['A6'].hyperlink.location, "'Drift & bidrag'!A1")

    def test_same_bytes_with_decimal_comma(self):
        """A Swedish locale, made for the test: the numbers in the file must not follow it."""
        if shutil.which('localedef') is None or not os.path.exists('/usr/share/i18n/locales/sv_SE'):
            self.skipTest('no Swedish locale to make')
        locale = os.path.join(self.folder.name, 'sv_SE.UTF-8')
        subprocess.run(['localedef', '-i', 'sv_SE', '-f', 'UTF-8', locale], check=True)
        path = os.path.join(self.folder.name, 'sv.xlsx')
        swedish = dict(os.environ, LOCPATH=self.folder.name, LC_ALL='sv_SE.UTF-8')
        self.assertEqual(subprocess.run(['locale', 'decimal_point'], env=swedish, check=True, capture_output=True).stdout, b',\n')
        subprocess.run([WRITER, path, 'tkr'], check=True, env=swedish)
        with open(path, 'rb') as a, open(self.paths['tkr'], 'rb') as b:
            self.assertEqual(a.read(), b.read())


if __name__ == '__main__':
    unittest.main()
