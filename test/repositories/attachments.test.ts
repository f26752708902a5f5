import { expect, test } from 'vitest'
import {
  attachmentsOf,
  describeAttachments,
  hashesAttached,
  hashesRecorded,
  insertAttachments,
  listAttachments,
} from '../../src/repositories/attachments.ts'
import { furnishedDesk, sha256 } from '../cli/attached.ts'
import { now, opened } from '../db/stores.ts'
import { bench } from '../support/larry.ts'

test('the files of a task, as it shows them', async () => {
  const d = await furnishedDesk()
  const { kysely } = await opened(d.file, 'read')
  expect(await attachmentsOf(kysely, 2)).toEqual([
    {
      id: 2,
      name: 'b.pdf',
      size: 9,
      media_type: 'application/pdf',
      description: 'signed by both',
      sha256: sha256('%PDF-1.7\n'),
      created_at: now,
    },
  ])
  expect(await attachmentsOf(kysely, 3)).toEqual([])
})

test('a removed file is one the history still knows', async () => {
  const d = await furnishedDesk()
  await d.json('attachment', 'remove', '1', '--yes')
  const { kysely } = await opened(d.file, 'read')
  expect([...(await hashesAttached(kysely))]).toEqual([sha256('%PDF-1.7\n')])
  expect([...(await hashesRecorded(kysely))].toSorted()).toEqual([sha256('hello\n'), sha256('%PDF-1.7\n')].toSorted())
})

test('ten thousand files are a few statements', async () => {
  const b = bench()
  await b.larry('add', 'one')
  const statements: string[] = []
  const { kysely } = await opened(b.file, 'write', { elapsed: () => 0, saw: (text) => statements.push(text) })
  const file = { task_id: 1, sha256: sha256(''), size: 0, media_type: null, description: null }
  const files = Array.from({ length: 10_000 }, (_, i) => ({ ...file, name: `file ${i}` }))
  const tx = await kysely.startTransaction().execute()
  const ids = await insertAttachments(tx, files, now)
  expect(await describeAttachments(tx, ids, 'one of many', now)).toHaveLength(10_000)
  await tx.commit().execute()
  expect(statements).toHaveLength(8)
  const all = await listAttachments(kysely)
  expect(all.map(({ name }) => name)).toEqual(files.map(({ name }) => name))
})
