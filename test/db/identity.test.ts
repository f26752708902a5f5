import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { migrations } from '../../migrations/index.ts'
import { identify } from '../../src/db/identity.ts'
import { bench } from '../support/larry.ts'
import { inFile, raw } from './stores.ts'

const next = { ...migrations[0]!, name: '9999_next' }

test('what a file is: new, older or current; newer, foreign and edited are refused', () => {
  const empty = raw(':memory:')
  expect(identify(empty, 'f')).toBe('new')
  empty.exec('create table theirs (x)')
  expect(() => identify(empty, 'f')).toThrow('f is not a larry database')
  const handle = raw(bench().file)
  expect(identify(handle, 'f')).toBe('current')
  expect(identify(handle, 'f', [...migrations, next])).toBe('older')
  expect(() => identify(handle, 'f', migrations.slice(0, 1))).toThrow(
    `made by a newer larry (schema ${migrations.length}; this one knows 1)`,
  )
  const edited = migrations.map((one, i) => (i === 0 ? { ...one, sha256: 'e'.repeat(64) } : one))
  expect(() => identify(handle, 'f', edited)).toThrow('0001_tasks was applied to f in another form')
  handle.pragma('application_id = 42')
  expect(() => identify(handle, 'f')).toThrow(expect.objectContaining({ kind: 'unavailable' }))
})

test.each([
  ['newer', 'pragma user_version = 99'],
  ['foreign', 'pragma application_id = 42'],
  ['edited', "update migration_checksums set sha256 = 'e'"],
])('a %s file is refused by every verb with exit 5 and not one byte of it changes', async (_, damage) => {
  const { file, larry } = bench()
  inFile(file, (handle) => {
    handle.exec(damage)
  })
  const bytes = readFileSync(file)
  for (const verb of [
    'list',
    'add a',
    'undo',
    'db migrate',
    'db migrate --down --yes',
    'db info',
    'db backup b.db',
    'db check',
  ])
    expect([verb, (await larry(...verb.split(' '))).code]).toEqual([verb, 5])
  expect(readFileSync(file).equals(bytes)).toBe(true)
})
