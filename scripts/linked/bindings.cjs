const { readFileSync } = require('node:fs')
const { join } = require('node:path')

/** Where npm puts a dependency of larry: inside its folder or beside it. */
const places = ['../node_modules/better-sqlite3', '../../better-sqlite3']

/** The folder of the installed better-sqlite3, when it is the version whose JavaScript was bundled (BUNDLED, from the build). */
function findInstalled() {
  for (const place of places) {
    const folder = join(__dirname, place)
    try {
      if (JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version === BUNDLED) return folder
    } catch {
      // not here
    }
  }
  return undefined
}

const folder = findInstalled()

/** Stands for the package `bindings` in the bundle: better-sqlite3 asks it for its addon, which it would look for in a dozen places. */
module.exports = () => {
  const addon = { exports: {} }
  process.dlopen(addon, join(folder, 'build', 'Release', 'better_sqlite3.node'))
  return addon.exports
}
module.exports.isUsable = folder !== undefined
