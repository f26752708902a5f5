const bindings = require('bindings')

/**
 * Stands for better-sqlite3 in the bundle. Its ten JavaScript files take longer to find and compile than larry itself, so
 * they are bundled and only the addon is loaded from outside. Where another version is installed, as on Node 22, it is
 * taken as it is: the two belong together.
 */
module.exports = bindings.isUsable ? require('better-sqlite3/lib/index.js') : require('better-sqlite3')
