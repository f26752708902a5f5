import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { contentsOf } from './contents.ts'
import type { Cut, Judge } from './power-cut.ts'

/** Which of the commands the file holds; -1 for something between two. */
const stateOf = ({ print, states, started }: Cut) => states.lastIndexOf(print, started.length)

/** The file is as some command left it: not before the last that had ended, not after the last begun. */
export const nothingLost: Judge = (cut) => {
  const at = stateOf(cut)
  return at < cut.acked.length
    ? `state ${at}, acknowledged ${cut.acked.length}, begun ${cut.started.length}`
    : undefined
}

/** The file is as some command left it, be it an earlier one than the last that had ended. */
export const somePrefix: Judge = (cut) => (stateOf(cut) < 0 ? 'a state no command left' : undefined)

/** Every acknowledged title is there, and none that was not begun. Titles are the names of the marks. */
export const titlesKept: Judge = ({ titles, acked, started }) => {
  const lost = acked.filter((name) => !titles.includes(name))
  const odd = titles.filter((title) => !started.includes(title))
  return lost.length + odd.length > 0 ? `lost ${lost.join()}; not begun ${odd.join()}` : undefined
}

/** Where larry's backups are below a home. */
export const backupsBelow = (home: string) => join(home, '.local/state/larry/backups')

/** Answers what is wrong with the backups that can be seen in a folder: fewer than `least`, or one of them bad. */
export function badBackups(folder: string, least: number, tasks: number): string | undefined {
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => /^larry-.*\.db$/.test(name)) : []
  if (names.length < least) return `${names.length} backups, ${least} were reported`
  return names.map((name) => badBackup(join(folder, name), [tasks])).find((told) => told !== undefined)
}

/** Answers what is wrong with a backup: unsound, of another count of tasks than these, or not as hashed. */
export function badBackup(file: string, tasks: readonly number[]): string | undefined {
  if (!existsSync(file)) return `${file} is not there`
  const hash = createHash('sha256').update(readFileSync(file)).digest('hex')
  if (existsSync(`${file}.sha256`) && !readFileSync(`${file}.sha256`, 'utf8').startsWith(`${hash} `))
    return `${file} is not as hashed`
  const { problems, titles } = contentsOf(file)
  return problems.length > 0 || !tasks.includes(titles.length)
    ? `${file}: ${titles.length} tasks, ${problems.join()}`
    : undefined
}
