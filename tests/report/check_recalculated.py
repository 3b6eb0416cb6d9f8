# SPDX-License-Identifier: GPL-3.0-or-later
"""check_recalculated.py WRITER [ARGUMENT ...]: the values in the workbook that WRITER FILE ARGUMENT ... makes are LibreOffice's own.
Exit 77 (skipped) without LibreOffice."""
import os
import re
import subprocess
import sys
import tempfile
import zipfile

from workbook_tools import compare_recalculated, have_libreoffice


def tamper(path, copy):
    """One cached value of a formula made wrong: the comparison has to see it."""
    done = False
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(copy, 'w') as target:
        for name in source.namelist():
            data = source.read(name)
            if name.startswith('xl/worksheets/sheet') and not done:
                changed = re.sub(rb'(</f><v>)-?[1-9][0-9.]*(</v>)', rb'\g<1>987654321\g<2>', data, count=1)
                done = changed != data
                data = changed
            target.writestr(name, data)
    assert done


def main():
    if not have_libreoffice():
        print('LibreOffice is not installed')
        return 77
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, 'a.xlsx')
        subprocess.run([sys.argv[1], path, *sys.argv[2:]], check=True)
        count = compare_recalculated(path)
        assert count > 10, count
        wrong = os.path.join(folder, 'b.xlsx')
        tamper(path, wrong)
        try:
            compare_recalculated(wrong)
        except AssertionError:
            pass
        else:
            raise AssertionError('a wrong value was not seen')
        print(f'{count} formulas agree')
    return 0


if __name__ == '__main__':
    sys.exit(main())
