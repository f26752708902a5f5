#!/bin/sh
# npm ci, and where SQLite has to be compiled (Node 20), against the headers that came with this Node, if they did,
# so that none need be downloaded.
set -eu
cd "$(dirname "$0")/.."
home=$(node -p "require('node:path').resolve(process.execPath, '..', '..')")
if [ -f "$home/include/node/node.h" ]; then
  npm_config_nodedir=$home
  export npm_config_nodedir
fi
exec npm ci
