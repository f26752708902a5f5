// Imports a million lines and writes them out again; tells how long each took and how much memory at the most.
// node bench/million.mjs [LINES]
import { spawnSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const lines = Number(process.argv[2] ?? 1_000_000)
const folder = mkdtempSync(join(tmpdir(), 'larry-million-'))

/** Runs larry with a hook that tells, when it ends, the most memory it had (getrusage(2)). */
function larry(...words) {
  const telling = `data:text/javascript,process.on('exit',()=>console.error('peak',process.resourceUsage().maxRSS))`
  const start = performance.now()
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--import', telling, resolve('dist/larry.cjs'), '--db', join(folder, 'larry.db'), ...words],
    { encoding: 'utf8', cwd: folder, env: { ...process.env, HOME: folder }, stdio: ['ignore', 'ignore', 'pipe'] },
  )
  const seconds = ((performance.now() - start) / 1000).toFixed(1)
  const peak = Math.round(Number(/peak (\d+)/.exec(stderr)?.[1]) / 1024)
  console.log(`${words.join(' ').padEnd(32)} exit ${status}  ${seconds.padStart(6)} s  ${peak} MiB at the most`)
}

try {
  const fd = openSync(join(folder, 'many.ndjson'), 'wx')
  for (let n = 0; n < lines; n++) {
    const task = {
      title: `Task number ${n}`,
      source: `bench:${n}`,
      due: n % 5 ? null : '2026-12-01',
      tags: n % 4 ? [] : ['a', 'b'],
    }
    writeSync(
      fd,
      `${JSON.stringify({ ...task, parent_uid: n % 10 ? null : `bench:${n + 5}`, project: `p${n % 20}` })}\n`,
    )
  }
  closeSync(fd)
  console.log(`${lines} lines, ${Math.round(statSync(join(folder, 'many.ndjson')).size / 2 ** 20)} MiB`)
  larry('import', 'many.ndjson')
  larry('import', 'many.ndjson')
  larry('export', '--as', 'ndjson', '-o', 'out.ndjson')
  larry('export', '-o', 'out.json')
} finally {
  rmSync(folder, { recursive: true, force: true })
}
