import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createFile } from '../../src/db/location.ts'
import { openToMigrate, openToRead, openToWrite } from '../../src/db/open.ts'
import { bench } from '../support/larry.ts'
import { maker } from '../support/runtime.ts'

const badNames = ['', ' ', '\t\n', ':memory:', 'file:x.db', 'file:x.db?mode=memory', '/tmp/x.db ', '/tmp/x.db\0']

test.each(badNames)('the name %j is refused before SQLite sees it', async (file) => {
  const options = { file, makeFolder: false, maker, beforeUpgrade: async () => undefined }
  for (const open of [openToRead, openToWrite])
    await expect(open(options)).rejects.toMatchObject({ kind: 'unavailable' })
  await expect(openToMigrate(file, false)).rejects.toMatchObject({ kind: 'unavailable' })
})

test.each(['', '  ', ':memory:', 'file:x.db', 'x.db '])('larry --db %j stores nothing and exits 5', async (name) => {
  const { larry, with: using, folder } = bench({ empty: true })
  expect((await larry('add', 'a', '--db', name)).code).toBe(5)
  expect((await larry('list', '--db', name)).code).toBe(5)
  expect((await using({ env: { LARRY_DB: name } })('add', 'a')).code).toBe(5)
  expect(existsSync(join(folder, 'x.db'))).toBe(false)
})

test.each([undefined, ''])('a -wal with content beside no database (%j) is refused and kept', async (content) => {
  const { larry, file } = bench({ empty: true })
  writeFileSync(`${file}-wal`, 'somebody needs this')
  if (content !== undefined) writeFileSync(file, content)
  for (const verb of ['list', 'add a', 'db migrate', 'db info'])
    expect([verb, (await larry(...verb.split(' '))).code]).toEqual([verb, 5])
  expect(readFileSync(`${file}-wal`, 'utf8')).toBe('somebody needs this')
  expect(existsSync(file)).toBe(content !== undefined)
})

test('a file that another larry has made meanwhile is left as it is', () => {
  const { file } = bench()
  const bytes = readFileSync(file)
  createFile(file, false)
  expect(readFileSync(file).equals(bytes)).toBe(true)
})
