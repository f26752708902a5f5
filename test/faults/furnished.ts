import { readFileSync } from 'node:fs'
import { type Place, placeFrom, plainLine } from './place.ts'

const titles = [
  'Pay rent +home p:high due:2026-11-24',
  'Garden project:home/garden est:2h',
  'Beds project:home/garden/bed +errand',
  'Call Bob due:2026-11-20T14:00 wait:2027-01-01',
  'Send it p:urgent',
  'Once +work p:urgent project:work/site',
  '日本語 +🎉 due:2026-11-27',
  ...Array.from({ length: 16 }, (_, i) => `Task ${i} +t${i % 3} due:2026-12-${i + 10} project:p${i % 4}`),
]

const lines = [
  ['edit', '1', 'status:review', '--notes', 'two\nlines'],
  ['edit', '3', 'parent:2'],
  ['edit', '5', 'depends:2,4'],
  ['done', '6'],
  ['start', '4'],
  ['task', 'cancel', '20'],
  ['undo'],
  ['edit', '9-12', '+more', 'p:low'],
]

/** A place with some tasks of every kind, and something to undo and to redo. */
export async function furnishedPlace(template: string): Promise<Place> {
  const place = placeFrom(readFileSync(template))
  const all = [{ ...plainLine('add', '-'), stdin: titles.join('\n') }, ...lines.map((words) => plainLine(...words))]
  for (const line of all) {
    const { code, stderr } = await place.run(line)
    if (code !== 0) throw new Error(`larry ${line.argv.join(' ')} answered ${code}: ${stderr}`)
  }
  const furnished = readFileSync(place.file)
  place.remove()
  return placeFrom(furnished)
}
