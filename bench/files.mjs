import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'

/** Of so many tasks one is open, as after years of use. */
const openShare = 100

const uuid = (n) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`

/** A migrated database of `count` tasks, `open` of them open; rows are written as larry has them, without their history. */
export function makeDatabase(file, program, count, open = Math.ceil(count / openShare)) {
  spawnSync(process.execPath, [program, 'list', '--db', file])
  const handle = new Sqlite(file)
  const numbers = (upTo) =>
    `with recursive numbers (n) as (select 1 union all select n + 1 from numbers where n < ${upTo})`
  const isOpen = `n > ${count - open}`
  handle.exec(`
    insert into projects (id, uid, name, name_folded, status, created_at, updated_at) ${numbers(10)}
      select n, printf('00000000-0000-7000-9000-%012d', n), 'client ' || n, 'client ' || n, 'active',
        '2018-01-01T09:00:00.000Z', '2018-01-01T09:00:00.000Z' from numbers;
    insert into tasks (id, uid, title, status, priority, due, project_id, progress, completed_at, created_at, updated_at)
      ${numbers(count)}
      select n, printf('00000000-0000-7000-8000-%012d', n), 'Write to customer number ' || n, iif(${isOpen}, 'todo', 'done'),
        iif(n % 7, 'medium', 'high'), iif(n % 3, date('2026-11-01', '+' || (n % 60) || ' days'), null), 1 + n % 10,
        iif(${isOpen}, 0, 100), iif(${isOpen}, null, '2025-05-05T09:00:00.000Z'),
        '2018-01-01T09:00:00.000Z', '2025-05-05T09:00:00.000Z' from numbers;
    insert into task_tags select id, 'home' from tasks where id % 5 = 0;`)
  handle.close()
}

/** The same tasks as Taskwarrior 2 keeps them: a line of text each, finished ones in a file of their own. */
export function makeTaskwarrior(folder, count, open = Math.ceil(count / openShare)) {
  mkdirSync(folder)
  const lines = { pending: [], completed: [] }
  for (let n = 1; n <= count; n++) {
    const status = n > count - open ? 'pending' : 'completed'
    const end = status === 'pending' ? '' : ' end:"1746435600"'
    const due = n % 3 ? ` due:"${1793491200 + (n % 60) * 86_400}"` : ''
    const tags = n % 5 ? '' : ' tags:"home"'
    lines[status].push(
      `[description:"Write to customer number ${n}"${due}${end} entry:"1514797200" modified:"1746435600" project:"client ${1 + (n % 10)}" status:"${status}"${tags} uuid:"${uuid(n)}"]`,
    )
  }
  for (const [name, text] of Object.entries(lines)) writeFileSync(join(folder, `${name}.data`), `${text.join('\n')}\n`)
}
