import { spawn } from 'node:child_process'
import { resolve } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { inFile, insertInto } from '../db/stores.ts'
import { program, shellWith, succeed, titlesOf } from '../shell/kit.ts'

const writer = `
  const Sqlite = require(${JSON.stringify(resolve('node_modules/better-sqlite3'))})
  const handle = new Sqlite(process.argv[1], { timeout: 30000 })
  handle.pragma('synchronous = OFF')
  const write = handle.prepare("update tasks set progress = (progress + 1) % 100 where id = 1")
  setInterval(() => write.run(), 1)
  process.stdout.write('writing')`

test('a backup of a large file that another program writes to all the time is one moment of it, and ends', async () => {
  const sh = await shellWith(['one'])
  inFile(sh.file, (handle) => {
    for (let i = 0; i < 60; i++) handle.exec(insertInto('tasks', { title: `big ${i}`, notes: 'n'.repeat(1_000_000) }))
  })
  const other = spawn(process.execPath, ['-e', writer, sh.file], { stdio: ['ignore', 'pipe', 'inherit'] })
  onTestFinished(() => {
    other.kill('SIGKILL')
  })
  await new Promise((writing) => other.stdout.once('data', writing))
  await succeed(sh, `timeout 20 ${program} db backup copy.db > /dev/null`)
  expect(other.exitCode).toBeNull()
  expect(await titlesOf(sh, { LARRY_DB: 'copy.db' })).toHaveLength(61)
})
