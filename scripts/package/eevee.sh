#!/bin/sh
# Without a command: opens the window. With one (eevee play, eevee doctor, eevee --help): the command line.
here=$(dirname "$(dirname "$(readlink -f "$0")")")
case "${1-}" in
  '' | eevee:* | *.gb | *.gbc | *.GB | *.GBC)
    if [ "$(id -u)" = 0 ]; then
      echo "Running as root: Chromium cannot use its sandbox, so the window opens without it." >&2
      exec "$here/eevee" --no-sandbox "$@"
    fi
    exec "$here/eevee" "$@"
    ;;
esac
unset NODE_OPTIONS
if [ -x "$here/resources/runtime/bin/node" ]; then
  exec "$here/resources/runtime/bin/node" "$here/resources/runtime/engine/cli/main.js" "$@"
fi
ELECTRON_RUN_AS_NODE=1 exec "$here/eevee" "$here/resources/runtime/engine/cli/main.js" "$@"
