/** Stands for Kysely's schema builder, which only migrations use: it is a part of its own, evaluated when one does. */
exports.SchemaModule = function SchemaModule(executor) {
  const { SchemaModule: Real } = require('./kysely-schema.mjs')
  return new Real(executor)
}
