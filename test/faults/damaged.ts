import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect } from 'vitest'
import { type Bench, bench } from '../support/larry.ts'
import { type Damage, damages } from './damages.ts'
import { randomFor, rounds, tally } from './figures.ts'
import { changedRows, parting, rowsIn, shown } from './shown.ts'
import { misbehaved } from './told.ts'
import { fillVaried, pick } from './varied.ts'

/** Every how many rounds the built program is asked too. */
const builtEvery = 20

const looks = [
  ['history', 'list'],
  ['show', '7'],
  ['db', 'info'],
  ['search', 'rent'],
  ['db', 'backup', 'copy.db'],
]
const writes = [['add', 'more', '+home'], ['undo'], ['edit', '9', 'p:low'], ['db', 'migrate'], ['rm', '5', '--yes']]

/** How `db check` answers by its exit code. */
const answers: Readonly<Record<number, string>> = {
  1: 'noticed by larry itself',
  2: 'noticed by SQLite',
  5: 'refused as no database of this larry',
}

interface Sound {
  readonly bytes: Buffer
  readonly rows: ReturnType<typeof rowsIn>
  readonly actions: readonly number[]
  readonly shown: string
}

let made: Sound | undefined

/** The file to damage, with all that larry shows of it, made once. */
async function sound(): Promise<Sound> {
  if (made !== undefined) return made
  const b = bench({ damaged: true })
  await fillVaried(b, randomFor('damage: the file'))
  expect(await b.larry('db', 'check')).toMatchObject({ code: 0 })
  const rows = rowsIn(b.file)
  const actions = rows['actions']!.map((row) => (JSON.parse(row) as [number])[0])
  return (made = { bytes: readFileSync(b.file), rows, actions, shown: await shown(b, actions) })
}

/** Lays a damaged file where the database is, with nothing beside it. */
function lay({ file, folder }: Bench, bytes: Buffer): void {
  for (const end of ['-wal', '-shm', '-journal']) rmSync(`${file}${end}`, { force: true })
  for (const end of ['', '.sha256']) rmSync(`${folder}/copy.db${end}`, { force: true })
  writeFileSync(file, bytes)
}

function untouched({ file }: Bench, bytes: Buffer): boolean {
  const wal = `${file}-wal`
  return readFileSync(file).equals(bytes) && !(existsSync(wal) && statSync(wal).size > 0)
}

/** Runs a few verbs on a damaged file; answers what they did that they must not. */
async function complaints(b: Bench, bytes: Buffer, random: () => number): Promise<string[]> {
  const wrong: string[] = []
  const lines = [['db', 'check'], ['list', '--all'], pick(random, looks), pick(random, writes)]
  for (const argv of lines) {
    const ran = await b.larry(...argv)
    const wrongly = argv[1] === 'check' ? undefined : misbehaved(ran)
    if (wrongly !== undefined) wrong.push(`larry ${argv.join(' ')}: ${wrongly}`)
    const mayWrite = writes.includes(argv) && ran.code === 0
    if (!mayWrite && !untouched(b, bytes)) wrong.push(`larry ${argv.join(' ')} answered ${ran.code}, changed the file`)
  }
  return wrong
}

/** What the built program answers to `db check`, where that is another code than in this process. */
function builtDiffers({ file, folder }: Bench, code: number): string[] {
  const args = [resolve('dist/larry.cjs'), '--db', file, 'db', 'check']
  const { status } = spawnSync(process.execPath, args, { cwd: folder, env: { HOME: folder } })
  return status === code ? [] : [`the built program answers ${status}, not ${code}`]
}

/**
 * What a damage `db check` says nothing of changed in all larry shows; undefined for nothing, and for the words of an
 * action (the line as typed, its time): nothing repeats them, so no check can miss a letter there.
 */
async function unnoticed(b: Bench, { rows, actions, shown: before }: Sound): Promise<string | undefined> {
  const changes = changedRows(rows, rowsIn(b.file))
  const isOfWords = changes.length > 0 && changes.every((change) => change.startsWith('actions: '))
  const after = await shown(b, actions)
  const effect = changes.length > 0 ? 'nothing shown changed' : 'no effect'
  tally(`damaged files: ${after === before ? effect : isOfWords ? 'a letter of a line as typed' : 'UNNOTICED'}`)
  return after === before || isOfWords ? undefined : [...changes, `shown: ${parting(before, after)}`].join('; ')
}

/** What went wrong with damaged files of one kind, by round and offset. */
export interface Outcome {
  readonly misbehaved: readonly string[]
  readonly unnoticed: readonly string[]
}

/** Damages the file `rounds` times in one way and asks larry about each. */
export async function damageOften(kind: string): Promise<Outcome> {
  const random = randomFor(`damage: ${kind}`)
  const whole = await sound()
  const damage: Damage = damages[kind]!
  const b = bench({ damaged: true })
  const outcome = { misbehaved: [] as string[], unnoticed: [] as string[] }
  for (let round = 0; round < rounds; round++) {
    const { bytes, at } = damage(whole.bytes, random)
    const where = (what: string) => `round ${round}, ${kind} at ${at}: ${what}`
    lay(b, bytes)
    const { code, stderr } = await b.larry('db', 'check', '--json')
    tally(`damaged files: ${kind}`)
    if (code !== 0) tally(`damaged files: ${answers[code] ?? `answered ${code}`}`)
    if (code !== 0 && answers[code] === undefined) outcome.misbehaved.push(where(`db check answers ${code}: ${stderr}`))
    const missed = code === 0 ? await unnoticed(b, whole) : undefined
    if (missed !== undefined) outcome.unnoticed.push(where(missed))
    const wrong = round % builtEvery === 0 ? builtDiffers(b, code) : []
    wrong.push(...(await complaints(b, bytes, random)))
    outcome.misbehaved.push(...wrong.map(where))
  }
  return outcome
}
