# SPDX-License-Identifier: GPL-3.0-or-later
"""The help is valid Mallard, the same pages in both languages, and each page can be reached."""

import os
import re
import subprocess
import sys

from lint import Checks, files, read, run


def pages(root, language):
    return [os.path.basename(p) for p in files(root, [f'help/{language}'], ('.page',))]


def misnamed(root, language):
    for name in pages(root, language):
        text = read(root, f'help/{language}/{name}')
        if f'id="{name[:-5]}"' not in text:
            yield f'help/{language}/{name}: the id is not the name of the file'


def unlinked(root, language):
    """Pages that nothing but the contents leads to are fine; those that not even the contents lead to are not."""
    index = read(root, f'help/{language}/index.page')
    sections = set(re.findall(r'<section id="([^"]+)"', index))
    for name in pages(root, language):
        if name != 'index.page':
            groups = re.findall(r'<link type="guide" xref="index#([^"]+)"', read(root, f'help/{language}/{name}'))
            if not any(group in sections for group in groups):
                yield f'help/{language}/{name}: in no group of the contents'


def opened(root):
    """Names of help pages in the window: those of its pages, and those it chooses itself."""
    names = set(re.findall(r'"([\w-]+)",\s*styr_\w+_page_new\b', read(root, 'src/ui/window/styr-pages.c')))
    for path in files(root, ['src/ui'], ('.c',)):
        text = read(root, path)
        if 'help:styrmodell/' in text:
            names |= set(re.findall(r'\bname = "([\w-]+)"', text)) | set(re.findall(r'help:styrmodell/([\w-]+)', text))
    return names or {'no names found in src/ui'}


def main(root):
    checks = Checks()
    for language in ('sv', 'C'):
        folder = os.path.join(root, 'help', language)
        names = pages(root, language)
        checks.check(f'{language}: there is a contents page', [] if 'index.page' in names else ['no index.page'])
        checks.check(f'{language}: well-formed', run('xmllint', '--noout', *names, cwd=folder))
        checks.check(f'{language}: ids are the names of the files', misnamed(root, language))
        checks.check(f'{language}: every page is in the contents', unlinked(root, language))
        for kind in ('validate', 'links', 'orphans'):
            # yelp-check tells faults by what it prints: its exit code is 0 for some of them.
            done = subprocess.run(['yelp-check', kind, folder], text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
            checks.check(f'{language}: yelp-check {kind}', done.stdout.splitlines() or ([] if done.returncode == 0 else ['failed']))
    checks.check('the same pages in both languages', sorted(set(pages(root, 'sv')) ^ set(pages(root, 'C'))))
    meson = read(root, 'help/meson.build')
    checks.check('every page is installed', [n for n in pages(root, 'sv') if f"'{n}'" not in meson])
    done = subprocess.run([sys.executable, '-B', 'build-aux/rules-help.py', '.'], cwd=root, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    wrong = [line.removeprefix('# ') for line in done.stdout.splitlines()] or ([] if done.returncode == 0 else ['failed'])
    checks.check('every numbered rule is in the table, as the packages have it', wrong)
    checks.check('pages that the program opens are there', sorted(n for n in opened(root) if f'{n}.page' not in pages(root, 'sv')))
    checks.end()


main(sys.argv[1])
