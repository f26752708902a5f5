import { Worker } from 'node:worker_threads'

/** A line that runs this long will not end, in milliseconds. */
const limit = 60_000

/** Runs beside this process: ends it, naming the line, when the number stays the same too long. */
const watching = `
const { workerData: cell } = require('node:worker_threads')
for (;;) {
  const at = Atomics.load(cell, 0)
  Atomics.wait(cell, 1, 0, ${limit})
  if (at < 0 || Atomics.load(cell, 0) !== at) continue
  require('node:fs').writeSync(2, 'line ' + at + ' has not ended in ${limit} ms\\n')
  process.kill(process.pid, 'SIGKILL')
}`

/** Watches over code that may never come back; `at` is told each number, -1 when there is nothing to watch. */
export function watch(): { readonly at: (line: number) => void; readonly end: () => Promise<number> } {
  const cell = new Int32Array(new SharedArrayBuffer(8))
  cell[0] = -1
  const worker = new Worker(watching, { eval: true, workerData: cell })
  return {
    at: (line) => {
      Atomics.store(cell, 0, line)
    },
    end: () => worker.terminate(),
  }
}
