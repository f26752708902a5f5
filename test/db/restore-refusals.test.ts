import { readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { backedUp, tamper } from './backed-up.ts'

const refusals: [string, number, (backup: string) => void][] = [
  ['with a table more', 5, (backup) => tamper(backup, 'create table more (x text) strict')],
  ['with a table less', 5, (backup) => tamper(backup, 'drop table task_tags')],
  [
    'with a view in place of a table',
    5,
    (backup) => tamper(backup, 'drop table task_tags', "create view task_tags as select 1 as task_id, 'x' as tag"),
  ],
  ['with other columns', 5, (backup) => tamper(backup, 'alter table tasks add column colour text')],
  [
    'with a broken reference',
    5,
    (backup) => tamper(backup, 'pragma foreign_keys = off', "insert into task_tags values (99, 'x')"),
  ],
  ['newer than this larry', 5, (backup) => tamper(backup, 'pragma user_version = 99')],
  ['of another program', 5, (backup) => tamper(backup, 'pragma application_id = 42')],
  ['made by an edited migration', 5, (backup) => tamper(backup, "update migration_checksums set sha256 = 'e'")],
  [
    'of which one bit changed',
    5,
    (backup) => {
      const bytes = readFileSync(backup)
      bytes[bytes.length - 9]! ^= 4
      writeFileSync(backup, bytes)
    },
  ],
  [
    'cut short',
    5,
    (backup) => {
      truncateSync(backup, 8192)
    },
  ],
  [
    'cut short, without its hash',
    5,
    (backup) => {
      truncateSync(backup, 8192)
      writeFileSync(`${backup}.sha256`, '')
    },
  ],
  [
    'of words',
    5,
    (backup) => {
      writeFileSync(backup, 'words '.repeat(1000))
      writeFileSync(`${backup}.sha256`, '')
    },
  ],
  [
    'of nothing',
    3,
    (backup) => {
      writeFileSync(backup, '')
    },
  ],
]

test.each(refusals)('a backup %s is refused with exit %i, the live file untouched', async (_, code, damage) => {
  const { file, larry, backup } = await backedUp('one')
  damage(backup)
  const before = readFileSync(file)
  const ran = await larry('db', 'restore', 'b.db', '--yes')
  expect([ran.code, ran.stderr]).toEqual([code, expect.not.stringContaining('unforeseen')])
  expect(readFileSync(file).equals(before)).toBe(true)
})
