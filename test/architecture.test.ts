import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, test } from 'vitest'

/** Which rooms a room may import from; `type` only for their types. The map in CONTRIBUTING.md draws the same. */
const rooms: Record<string, { readonly from: readonly string[]; readonly types?: readonly string[] }> = {
  bin: { from: ['src/cli'] },
  'src/cli': { from: ['src/commands', 'src/interchange', 'src/db', 'src/output', 'src/domain', 'migrations'] },
  'src/commands': {
    from: ['src/workflows', 'src/interchange', 'src/repositories', 'src/db', 'src/output', 'src/domain', 'migrations'],
    types: ['src/cli'],
  },
  'src/workflows': { from: ['src/repositories', 'src/db', 'src/domain'] },
  'src/repositories': { from: ['src/db', 'src/domain'] },
  'src/db': { from: ['src/domain', 'migrations'] },
  'src/interchange': { from: ['src/domain'] },
  'src/output': { from: ['src/domain'] },
  'src/domain': { from: [] },
  migrations: { from: [] },
}

/** Which packages a room may import; `node:` modules likewise. */
const packages: Record<string, readonly string[]> = {
  bin: ['node:fs', 'node:os', 'node:path', 'node:vm'],
  'src/cli': ['commander', 'node:fs', 'node:path'],
  'src/commands': ['commander', 'node:fs', 'node:os', 'node:path'],
  'src/workflows': ['kysely'],
  'src/repositories': ['kysely'],
  'src/db': ['kysely', 'better-sqlite3', 're2js', 'node:fs', 'node:os', 'node:path', 'node:crypto'],
  'src/interchange': ['smol-toml', 'csv-parse', 'csv-stringify/sync', 'ical.js', 'node:crypto', 'node:stream'],
  'src/output': ['chalk', 'cli-table3', 'string-width'],
  'src/domain': ['mime'],
  migrations: ['kysely'],
}

/** A file longer than this wants a better seam. */
const longest = 150

const files = ['bin', 'src', 'migrations'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name)),
)

function roomOf(file: string): string {
  return Object.keys(rooms).find((room) => file.startsWith(`${room}/`)) ?? 'outside'
}

function importsOf(file: string): { readonly target: string; readonly typeOnly: boolean }[] {
  const source = readFileSync(file, 'utf8')
  const fixed = [...source.matchAll(/^(?:import|export) (type )?[^'";]*?from '([^']+)'/gm)]
  const lazy = [...source.matchAll(/\bimport\('([^']+)'\)/g)]
  return [
    ...fixed.map((match) => ({ target: match[2]!, typeOnly: match[1] !== undefined })),
    ...lazy.map((match) => ({ target: match[1]!, typeOnly: false })),
  ]
}

describe.each(files)('%s', (file) => {
  const room = roomOf(file)

  test('imports only downwards', () => {
    const upward = importsOf(file)
      .filter(({ target }) => target.startsWith('.'))
      .map(({ target, typeOnly }) => ({ to: normalize(join(dirname(file), target)), typeOnly }))
      .filter(({ to }) => to !== 'package.json')
      .filter(({ to, typeOnly }) => {
        const other = roomOf(to)
        const allowed = [room, ...rooms[room]!.from, ...(typeOnly ? (rooms[room]!.types ?? []) : [])]
        return !allowed.includes(other)
      })
    expect(upward).toEqual([])
  })

  test('uses only the packages of its room', () => {
    const foreign = importsOf(file)
      .map(({ target }) => target)
      .filter((target) => !target.startsWith('.') && !packages[room]!.includes(target))
    expect(foreign).toEqual([])
  })

  test('leaves process, console and the clock to bin', () => {
    if (room === 'bin') return
    const code = readFileSync(file, 'utf8').replaceAll(/\/\*\*[^]*?\*\/|\/\/.*$/gm, '')
    expect(code.match(/\bprocess\.\w+|\bconsole\.\w+|\bDate\.now\(|\bnew Date\(\)/g) ?? []).toEqual([])
  })

  test(`has at most ${longest} lines`, () => {
    expect(readFileSync(file, 'utf8').split('\n').length - 1).toBeLessThanOrEqual(longest)
  })
})
