import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

test('what is bundled has its licence beside it, and where its source is when that must be told', () => {
  const text = readFileSync('dist/LICENSES.txt', 'utf8')
  const packages = [...text.matchAll(/^={80}\n(\S+) \S+ \(/gm)].map(([, name]) => name)
  expect(packages).toEqual(expect.arrayContaining(['better-sqlite3', 'commander', 'ical.js', 'kysely', 're2js']))
  expect(text).toContain(
    'ical.js 2.2.1 (MPL-2.0)\nIts source: https://registry.npmjs.org/ical.js/-/ical.js-2.2.1.tgz\n',
  )
  expect(text).toContain('Mozilla Public License')
})
