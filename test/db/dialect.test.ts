import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { bench } from '../support/larry.ts'
import { inFile, insertInto, opened, raw } from './stores.ts'

test('a transaction takes the write lock when it begins, not when it first writes', async () => {
  const { file } = bench()
  const store = await opened(file)
  const other = raw(file, { timeout: 0 })
  const tx = await store.kysely.startTransaction().execute()
  expect(() => other.exec('begin immediate')).toThrow(expect.objectContaining({ code: 'SQLITE_BUSY' }))
  await tx.rollback().execute()
  other.exec('begin immediate; rollback')
})

test('a second writer waits for the first', async () => {
  const { file } = bench()
  const store = await opened(file)
  const script = `const db = require('better-sqlite3')(${JSON.stringify(file)})
    db.exec('begin immediate'); console.log('held'); setTimeout(() => { db.exec('commit'); db.close() }, 300)`
  const child = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] })
  const closed = once(child, 'close')
  await once(child.stdout, 'data')
  const start = performance.now()
  await store.kysely.transaction().execute((tx) => sql.raw(insertInto('tasks', { title: 'late' })).execute(tx))
  expect(performance.now() - start).toBeGreaterThan(150)
  await closed
})

test.each(['transaction', 'controlled'])('a full disk is told as such, and nothing is kept (%s)', async (way) => {
  const { file } = bench()
  const { kysely, handle } = await opened(file)
  const pages = handle.pragma('page_count', { simple: true }) as number
  handle.pragma(`max_page_count = ${pages + 2}`)
  const fill = sql.raw(insertInto('tasks', { title: 'full', notes: 'x'.repeat(100_000) }))
  const attempt = async () => {
    if (way === 'transaction') {
      await kysely.transaction().execute((tx) => fill.execute(tx))
      return
    }
    const tx = await kysely.startTransaction().execute()
    await fill.execute(tx).catch(async (error: unknown) => {
      await tx.rollback().execute()
      throw error
    })
  }
  await expect(attempt()).rejects.toMatchObject({ code: 'SQLITE_FULL' })
  handle.pragma('max_page_count = 1000000')
  expect(await kysely.selectFrom('tasks').select('id').execute()).toEqual([])
  await kysely.transaction().execute((tx) => fill.execute(tx))
  expect(await kysely.selectFrom('tasks').select('id').execute()).toHaveLength(1)
})

test('after SQLite rolled a full transaction back, its handle stores nothing more', async () => {
  const { file } = bench()
  const { kysely, handle } = await opened(file)
  handle.pragma(`max_page_count = ${(handle.pragma('page_count', { simple: true }) as number) + 2}`)
  const carryOn = kysely.transaction().execute(async (tx) => {
    const fill = sql.raw(insertInto('tasks', { title: 'full', notes: 'x'.repeat(100_000) }))
    await fill.execute(tx).catch(() => undefined)
    await sql.raw(insertInto('tasks', { title: 'half' })).execute(tx)
  })
  await expect(carryOn).rejects.toBeInstanceOf(Error)
  expect(inFile(file, (other) => other.prepare('select title from tasks').pluck().all())).toEqual([])
})

test('a commit that breaks a deferred key fails, and the handle is fit for the next transaction', async () => {
  const { file } = bench()
  const { kysely } = await opened(file)
  const broken = kysely.transaction().execute(async (tx) => {
    await sql`pragma defer_foreign_keys = on`.execute(tx)
    await sql.raw(insertInto('tasks', { title: 'orphan', parent_id: 99 })).execute(tx)
  })
  await expect(broken).rejects.toMatchObject({ code: 'SQLITE_CONSTRAINT_FOREIGNKEY' })
  await kysely.transaction().execute((tx) => sql.raw(insertInto('tasks', { title: 'next' })).execute(tx))
  expect(await kysely.selectFrom('tasks').select('title').execute()).toEqual([{ title: 'next' }])
})

test('the outer handle inside a transaction throws at once and nothing is written', async () => {
  const { file } = bench()
  const { kysely } = await opened(file)
  const wrong = kysely.transaction().execute(async (tx) => {
    await sql.raw(insertInto('tasks', { title: 'lost' })).execute(tx)
    return kysely.selectFrom('tasks').selectAll().execute()
  })
  await expect(wrong).rejects.toThrow('outer database handle was used inside a transaction')
  const nested = kysely.transaction().execute(() => kysely.transaction().execute(async () => 1))
  await expect(nested).rejects.toThrow('outer database handle was used inside a transaction')
  expect(await kysely.selectFrom('tasks').selectAll().execute()).toEqual([])
})

test('a statement of one text is prepared once', async () => {
  const { file } = bench()
  const { kysely, handle } = await opened(file)
  const prepare = handle.prepare.bind(handle)
  const prepared: string[] = []
  handle.prepare = (text: string) => {
    prepared.push(text)
    return prepare(text)
  }
  for (let id = 1; id <= 100; id++) await kysely.selectFrom('tasks').select('title').where('id', '=', id).execute()
  expect(prepared).toHaveLength(1)
})

test('a boolean or a date is refused; undefined leaves the default', async () => {
  const { file } = bench()
  const { kysely } = await opened(file)
  await expect(sql`select ${true}`.execute(kysely)).rejects.toThrow('can only bind')
  await expect(sql`select ${new Date(0)}`.execute(kysely)).rejects.toThrow('can only bind')
  const project = { uid: 'u'.repeat(36), created_at: '2026-11-23T09:00:00.000Z', name: 'a', name_folded: 'a' }
  const values = {
    ...project,
    updated_at: project.created_at,
    client_id: null,
    notes: null,
    status: undefined as never,
  }
  const row = await kysely.insertInto('projects').values(values).returning('status').executeTakeFirstOrThrow()
  expect(row).toEqual({ status: 'active' })
})
