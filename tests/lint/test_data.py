# SPDX-License-Identifier: GPL-3.0-or-later
"""What the desktop reads: desktop file, metainfo, schema, type of the package files, icons, Flatpak manifest."""

import json
import os
import shutil
import sys
import tempfile

from lint import Checks, files, read, run

APP = 'se.styrmodell.Styrmodell'


def manifest_problems(manifest):
    if manifest['app-id'] != APP:
        yield f'app-id is {manifest["app-id"]}'
    for argument in manifest['finish-args']:
        if argument.startswith(('--filesystem', '--share=network', '--socket=session-bus', '--socket=system-bus')):
            yield f'{argument}: files come through the portals, and nothing goes over the net'
    for module in manifest['modules']:
        for source in module['sources']:
            if source['type'] == 'archive' and len(source.get('sha256', '')) != 64:
                yield f'{module["name"]}: an archive without its sha256'
            if source['type'] == 'git' and len(source.get('commit', '')) != 40:
                yield f'{module["name"]}: a git source without its commit'


def main(root, build):
    checks = Checks()
    data = os.path.join(root, 'data')
    checks.check('desktop file', run('desktop-file-validate', os.path.join(build, 'data', f'{APP}.desktop')))
    checks.check('metainfo', run('appstreamcli', 'validate', '--no-net', '--no-color', os.path.join(build, 'data', f'{APP}.metainfo.xml')))
    checks.check('schema', run('glib-compile-schemas', '--strict', '--dry-run', data))
    xml = files(root, ['data', 'src'], ('.xml', '.svg', '.ui'))
    checks.check('well-formed XML', run('xmllint', '--noout', *xml, cwd=root))

    manifest = os.path.join(root, 'flatpak', f'{APP}.json')
    with open(manifest, encoding='utf-8') as f:
        checks.check('Flatpak manifest keeps to portals and pinned sources', manifest_problems(json.load(f)))
    if shutil.which('flatpak-builder'):
        with tempfile.TemporaryDirectory() as scratch:
            # It leaves its state where it stands.
            checks.check('Flatpak manifest is read by flatpak-builder', run('flatpak-builder', '--show-manifest', manifest, cwd=scratch))
    else:
        checks.skip('Flatpak manifest is read by flatpak-builder', 'flatpak-builder is not installed')

    meson = read(root, 'data/meson.build')
    packages = {os.path.basename(p)[:-5] for p in files(root, ['data/models', 'data/examples'], ('.json',))}
    checks.check('every package is installed', [f'{name}: not in data/meson.build' for name in sorted(packages) if f"'{name}'" not in meson])
    checks.end()


main(sys.argv[1], sys.argv[2])
