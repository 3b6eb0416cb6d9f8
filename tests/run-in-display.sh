#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs a command with a private X server, session bus and home, and leaves nothing behind.
#   run-in-display.sh COMMAND…      (GEOM=1280x1024x24, UI_FONT='Cantarell 11', WM=no to go without a window manager)
# Everything that varies from desktop to desktop is pinned: renderer, font, animations, settings.
set -u

for tool in Xvfb dbus-run-session; do
  command -v "$tool" >/dev/null || { echo "$tool is needed" >&2; exit 77; }
done

scratch=$(mktemp -d)
server=
manager=
stop() {
  [ -z "$manager" ] || kill "$manager" 2>/dev/null
  [ -z "$server" ] || { kill "$server" 2>/dev/null; wait "$server" 2>/dev/null; }
  rm -rf "$scratch"
}
trap stop EXIT
trap 'exit 143' TERM INT

mkfifo "$scratch/number"
Xvfb -displayfd 9 -screen 0 "${GEOM:-1280x1024x24}" -nolisten tcp -noreset 9>"$scratch/number" >"$scratch/log" 2>&1 &
server=$!
# Waits until the server is ready and tells the number it picked: no races, any number side by side.
if ! read -r number <"$scratch/number" || [ -z "$number" ]; then
  cat "$scratch/log" >&2
  exit 99
fi

mkdir -m700 "$scratch/run"
mkdir -p "$scratch/home" "$scratch/config/gtk-4.0" "$scratch/data" "$scratch/cache" "$scratch/state"
cat >"$scratch/config/gtk-4.0/settings.ini" <<END
[Settings]
gtk-font-name=${UI_FONT:-Cantarell 11}
gtk-enable-animations=false
gtk-xft-antialias=1
gtk-xft-hinting=1
gtk-xft-hintstyle=hintslight
gtk-xft-rgba=none
END

# Two renderer switches: the first is GTK 4.8's, the second that of later GTK.
export DISPLAY=:$number GDK_BACKEND=x11 GSK_RENDERER=cairo
export GDK_DEBUG=${GDK_DEBUG:-gl-disable} GDK_DISABLE=gl,vulkan ADW_DISABLE_PORTAL=1
export GSETTINGS_BACKEND=${GSETTINGS_BACKEND:-memory} GIO_USE_VFS=local
export LC_ALL=${LC_ALL:-C.UTF-8} LANGUAGE=${LANGUAGE:-sv}
export XDG_RUNTIME_DIR=$scratch/run XDG_CONFIG_HOME=$scratch/config XDG_DATA_HOME=$scratch/data
export XDG_CACHE_HOME=$scratch/cache XDG_STATE_HOME=$scratch/state HOME=$scratch/home
unset WAYLAND_DISPLAY DBUS_SESSION_BUS_ADDRESS AT_SPI_BUS_ADDRESS XAUTHORITY

# Without a window manager the keyboard follows the pointer, which is wrong as soon as a dialog is typed into.
if [ "${WM:-yes}" = yes ] && command -v openbox >/dev/null; then
  openbox >/dev/null 2>&1 &
  manager=$!
fi
# Å, ä and ö can be typed by synthetic keys only if the layout has them.
! command -v setxkbmap >/dev/null || setxkbmap se >/dev/null 2>&1

# What the bus and its services say goes elsewhere: the command's own output must be clean TAP.
exec 3>&1
# shellcheck disable=SC2016
dbus-run-session -- bash -c 'exec "$@" >&3 3>&-' command "$@" \
  >/dev/null 2> >(grep -v -e '^dbus-daemon' -e '^SpiRegistry' -e 'dbind-WARNING' -e '^X connection to' >&2)
