# SPDX-License-Identifier: GPL-3.0-or-later
"""What the workbook tests share: reading a workbook, and having LibreOffice reckon it through."""
import math
import os
import shutil
import subprocess
import tempfile

import openpyxl

ALWAYS_RECALCULATE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""


def have_libreoffice():
    return shutil.which('soffice') is not None


def recalculate(path, folder):
    """LibreOffice opens the workbook, reckons every formula anew and saves it: the new file's path."""
    profile = os.path.join(folder, 'profile')
    os.makedirs(os.path.join(profile, 'user'))
    with open(os.path.join(profile, 'user', 'registrymodifications.xcu'), 'w', encoding='utf-8') as f:
        f.write(ALWAYS_RECALCULATE)
    out = os.path.join(folder, 'out')
    subprocess.run(['soffice', f'-env:UserInstallation=file://{profile}', '--headless', '--convert-to',
                    'xlsx:Calc MS Excel 2007 XML', '--outdir', out, path],
                   check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=180)
    return os.path.join(out, os.path.basename(path))


def same(a, b):
    if a in (None, '') and b in (None, ''):
        return True
    if isinstance(a, (int, float)) and isinstance(b, (int, float)):
        return math.isclose(a, b, rel_tol=1e-12, abs_tol=1e-9)
    return a == b


def compare_recalculated(path):
    """Every value of the file equals LibreOffice's own; returns how many formulas there were."""
    with tempfile.TemporaryDirectory() as folder:
        anew = openpyxl.load_workbook(recalculate(path, folder), data_only=True)
        cached = openpyxl.load_workbook(path, data_only=True)
        formulas = openpyxl.load_workbook(path)
        count = 0
        assert anew.sheetnames == cached.sheetnames, (anew.sheetnames, cached.sheetnames)
        for sheet in cached:
            for row in sheet.iter_rows():
                for cell in row:
                    other = anew[sheet.title][cell.coordinate].value
                    formula = formulas[sheet.title][cell.coordinate].value
                    assert same(cell.value, other), f'{sheet.title}!{cell.coordinate}: {cell.value!r}, LibreOffice {other!r}: {formula}'
                    if isinstance(formula, str) and formulas[sheet.title][cell.coordinate].data_type == 'f':
                        count += 1
        return count
