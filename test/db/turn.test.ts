import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { beginImmediate } from '../../src/db/turn.ts'
import { bench } from '../support/larry.ts'
import { insertTasks, raw } from './stores.ts'

/** Begins a transaction that writes to the -wal before it commits, `times` a quarter of a second. */
async function holdWriting(file: string, times: number): Promise<void> {
  const holder = raw(file)
  holder.pragma('cache_size = 10')
  holder.exec('begin immediate')
  for (let time = 0; time < times; time++) {
    insertTasks(holder, ...Array.from({ length: 100 }, () => 'long '.repeat(1000)))
    await sleep(250)
  }
  holder.exec('commit')
  holder.close()
}

test('a writer waits for a long transaction as long as that writes', async () => {
  const { file } = bench()
  const held = holdWriting(file, 8)
  const waiter = raw(file)
  await beginImmediate(waiter, 700)
  expect(waiter.prepare('select count(*) from tasks').pluck().get()).toBe(800)
  waiter.close()
  await held
})

test('a writer gives up on one that holds the file and does nothing', async () => {
  const { file } = bench()
  const [holder, waiter] = [raw(file), raw(file)]
  holder.exec('begin immediate')
  await expect(beginImmediate(waiter, 300)).rejects.toThrow('database is locked')
  holder.close()
  waiter.close()
})
