import type { Line } from './lines.ts'
import type { Place, Ran } from './place.ts'
import { plainLine } from './place.ts'

/** A line that needs longer than this hangs, in milliseconds. */
const patience = 2000

/** What must never be seen: a bug's own words, a stack, the words of SQLite. No generator makes them. */
const leaks =
  /something unforeseen|\bundefined\b|\[object|\bNaN\b|SQLITE_|SqliteError|syntax error|no such (column|table|function|module)|unrecognized token|^ {4}at .+:\d+|TypeError|RangeError/m

/** What could drive a terminal, or reorder what it shows. */
export const acting = /[\0-\t\v-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/

const failure = /^larry: [^\n]+\n( {2}hint: [^\n]+\n)?$/

const kinds = ['failed', 'usage', 'not-found', 'conflict', 'unavailable']

/** Questions, the line that tells of an upgrade and the profile come before what a line has to say. */
function verdictOf(stderr: string): string {
  return stderr
    .replace(/^[^\n]*\[y\/N\] \n?/, '')
    .replace(/^larry: [^\n]+ was brought to the newest schema[^\n]+\n/, '')
    .replace(/^profile: opened[^]*?\nprofile: \d+ statements[^\n]*\n/, '')
    .replace(/^(\{"(open_ms|sql|total_ms)"[^\n]*\n)+/, '')
}

function isErrorObject(text: string): boolean {
  try {
    const { error } = JSON.parse(text) as { error: { kind: string; message: string; hint: string | null } }
    return kinds.indexOf(error.kind) >= 0 && error.message !== '' && text.indexOf('\n') === text.length - 1
  } catch {
    return false
  }
}

/** True for lines whose stdout is not the answer in the format asked for: help, the version, a backup on stdout. */
function answersOtherwise({ argv }: Line, stdout: string): boolean {
  return /^Usage: larry|^Exit codes|^larry \d/m.test(stdout) || (argv.includes('backup') && argv.includes('-'))
}

/** What is wrong with how a line ended and what it said; undefined when nothing is. */
export function complaintAbout(line: Line, { code, stdout, stderr, ms }: Ran): string | undefined {
  if (ms > patience) return `it took ${ms.toFixed(0)} ms`
  if (!Number.isInteger(code) || code < 0 || code > 5) return `exit code ${code}`
  const debug = line.argv.includes('--debug')
  // Against a query of the user's own SQLite may speak in its words.
  const said = stderr.replace(/the query cannot be answered: .*/, '')
  const leak = debug ? null : (leaks.exec(said) ?? leaks.exec(stdout))
  if (leak !== null) return `it says "${leak[0]}"`
  const told = verdictOf(stderr)
  const asJson = told.startsWith('{')
  if (acting.test(stderr)) return 'stderr could drive a terminal'
  const isCheck = line.argv.includes('check')
  const asked = line.argv.some((word) => word.startsWith('--exit-c'))
  if (code !== 0 && !isCheck && !(code === 1 && asked) && !debug) {
    if (!(asJson ? isErrorObject(told) : failure.test(told))) return 'a failure that is not one line and a hint'
    if (line.argv[0] === '--json' && !asJson) return 'a failure under --json that is not JSON'
    if (stdout !== '' && code > 1) return 'a refusal with something on stdout'
  }
  if (code === 0 && line.argv[0] === '--json' && !answersOtherwise(line, stdout)) {
    try {
      JSON.parse(stdout)
    } catch {
      return 'under --json stdout is no JSON'
    }
  }
  return undefined
}

/** Runs a line and tells what is wrong with what it did; with `thenUndo` a change is taken back and done again too. */
export async function complaintIn(place: Place, line: Line, thenUndo: boolean): Promise<string | undefined> {
  const [version, content, action] = [place.version(), place.content(), place.lastAction()]
  const before = thenUndo ? await place.tasks() : ''
  const ran = await place.run(line).catch((error: unknown) => `it threw ${String(error)}`)
  if (typeof ran === 'string') return ran
  const complaint = complaintAbout(line, ran)
  if (complaint !== undefined) return `${complaint}: ${JSON.stringify(ran).slice(0, 2000)}`
  if (place.version() === version) return undefined
  const last = place.lastAction()
  if ((ran.code !== 0 || line.argv[0] === '--dry-run') && place.content() !== content)
    return `exit ${ran.code}, and yet it changed something`
  if (!thenUndo || last.id <= action.id || last.kind !== 'change') return undefined
  const after = await place.tasks()
  const undone = await place.run(plainLine('undo', '-q'))
  if (undone.code !== 0) return `it cannot be undone: ${undone.stderr}`
  if ((await place.tasks()) !== before) return 'undo does not give back what was there'
  const redone = await place.run(plainLine('redo', '-q'))
  if (redone.code !== 0) return `it cannot be redone: ${redone.stderr}`
  return (await place.tasks()) === after ? undefined : 'redo does not give back the change'
}
