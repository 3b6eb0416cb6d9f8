#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# run-all.sh IN_DISPLAY WORKBOOK WORKSPACE STRESS CLI WINDOW…: all measurements, one after the other.
set -euo pipefail
in_display=$1 workbook=$2 workspace=$3 stress=$4 cli=$5
shift 5

export LC_ALL=C.UTF-8 STYR_DATA_DIR=${MESON_SOURCE_ROOT:-$PWD}/data GSETTINGS_SCHEMA_DIR=${MESON_BUILD_ROOT:-$PWD/build}/data GSETTINGS_BACKEND=memory
"$workbook"
"$workspace"
python3 -B "${MESON_SOURCE_ROOT:-$PWD}/tests/bench/bench_stress.py" "${MESON_SOURCE_ROOT:-$PWD}/tests/exempelkoping/generate.py" "$cli" "$stress"
"$in_display" "$@" 7 "${MESON_SOURCE_ROOT:-$PWD}/tests/exempelkoping/generate.py" 8
