import { spawn } from 'node:child_process'
import { resolve } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Shell } from '../support/shell.ts'

const holder = `
  const Sqlite = require(${JSON.stringify(resolve('node_modules/better-sqlite3'))})
  const handle = new Sqlite(process.argv[1])
  handle.prepare('select count(*) from tasks').get()
  process.stdout.write('held')
  setInterval(() => handle.name, 60000)`

/** Another program keeps the database open to the end of the test, so that no larry is the last to close it and empties the -wal. */
export async function holdOpen(sh: Shell): Promise<void> {
  const other = spawn(process.execPath, ['-e', holder, sh.file], { stdio: ['ignore', 'pipe', 'inherit'] })
  onTestFinished(() => {
    other.kill('SIGKILL')
  })
  await new Promise((held) => other.stdout.once('data', held))
}
