import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Bench } from '../support/larry.ts'

/** The furnished file and its attached files, by name: made once, for it takes a while. */
const made = new Map<string, Buffer>()

/** Furnishes a file with something of every kind, each in several states; the timer of task 5 runs. */
export async function furnish(place: Bench): Promise<void> {
  if (made.size === 0) {
    await furnishAnew(place)
    const files = readdirSync(place.folder, { recursive: true, encoding: 'utf8' })
    for (const name of files.filter((one) => one === 'larry.db' || /^larry\.db\.attachments\/..\/./.test(one)))
      made.set(name, readFileSync(join(place.folder, name)))
  }
  for (const [name, bytes] of made) {
    mkdirSync(dirname(join(place.folder, name)), { recursive: true })
    writeFileSync(join(place.folder, name), bytes)
  }
}

async function furnishAnew({ larry, folder, with: using }: Bench): Promise<void> {
  const lines: string[][] = [
    [
      'client',
      'add',
      'Acme',
      '--rate',
      '80',
      '--currency',
      'EUR',
      '--email',
      'a@acme.example',
      '--notes',
      'two\nlines',
    ],
    ['client', 'add', 'Globex', '--status', 'prospect'],
    ['project', 'add', 'work/site', '--client', 'Acme'],
    ['project', 'add', 'old'],
    ['project', 'archive', 'old'],
    ['add', 'Pay rent', '+home', '+🎉', 'p:high', 'due:2026-12-01', 'notes:"quoted, and ünïcode 日本"'],
    ['add', 'Build', 'project:work/site', 'est:2h', 'due:2026-12-24T14:30', 'wait:2026-12-01'],
    ['add', 'Beds', 'project:garden', 'client:Globex', 'every:week', 'due:2026-12-07'],
    ['add', '--literal', 'Escapes \u001b[31m and a "quote" \\ backslash'],
    ['add', 'Sub', 'parent:2', 'depends:1,3'],
    ['edit', '1', 'depends:4'],
    ['done', '3'],
    ['task', 'cancel', '4'],
    ['task', 'comment', '1', 'first'],
    ['task', 'comment', '2', 'second, with\na line'],
    ['task', 'comment', '1', 'third'],
    ['time', 'log', '2', '45m', '--note', 'drew it', '--no-billable'],
    ['time', 'start', '5'],
    ['remind', 'add', '1', '-1d'],
    ['remind', 'add', '2', '2026-12-02T08:00'],
    ['remind', 'add', '--message', 'Water the plants', 'tomorrow'],
    ['habit', 'add', 'Run', '--period', 'week', '--target', '2.5', '--unit', 'km', '--starts', '2026-11-01'],
    ['habit', 'done', 'Run', '--amount', '1.5', '--on', '2026-11-02', '--note', 'wet'],
    ['habit', 'skip', 'Run', '--on', '2026-11-03'],
    ['view', 'save', 'work', 'project:work/', '--sort', '-due', '--columns', 'id,title'],
  ]
  for (const line of lines) {
    const { code, stderr } = await larry(...line)
    if (code !== 0) throw new Error(`larry ${line.join(' ')} answered ${code}: ${stderr}`)
  }
  writeFileSync(join(folder, 'contract.txt'), 'signed\n')
  await using({ now: '2026-11-23T10:00:00.000Z' })('task', 'attach', '2', 'contract.txt', '--describe', 'by both')
  await using({ now: '2026-11-23T11:00:00.000Z' })('remind', 'dismiss', '1')
}

/** Puts a text into the folder of a bench under a name. */
export function put({ folder }: Bench, name: string, content: string | Uint8Array): void {
  writeFileSync(join(folder, name), content)
}

/** The text of a file in the folder of a bench. */
export function text({ folder }: Bench, name: string): string {
  return readFileSync(join(folder, name), 'utf8')
}

/** What an import answers for a kind of record. */
export interface Row {
  readonly kind: string
  readonly added: number
  readonly updated: number
  readonly unchanged: number
  readonly kept: number
  readonly adapted: number
  readonly notes: readonly string[]
}

/** Imports records as lines and answers the row of the kind. */
export async function take(b: Bench, records: readonly object[], ...more: string[]): Promise<Row> {
  put(b, 'a.ndjson', records.map((record) => JSON.stringify(record)).join('\n'))
  const rows = await b.json<Row[]>('import', 'a.ndjson', ...more)
  return rows.find(({ kind }) => kind === ((records[0] as { kind?: string }).kind ?? 'task'))!
}
