import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Kind } from '../../src/domain/errors.ts'
import { type Bench, bench } from '../support/larry.ts'
import { seed } from './seed.ts'

/** For a verb, by its full name: words with which it does what it is for in `furnished`, and words it refuses. */
interface Tried {
  readonly does: string
  readonly fails: string
  readonly kind: Kind
}

const tried = (does: string, fails: string, kind: Kind = 'not-found'): Tried => ({ does, fails, kind })

/** Words that answer rows without a change when --dry-run is beside them. A new verb wants its line here. */
export const verbLines: Readonly<Record<string, Tried>> = {
  'task add': tried('Again +home', 'Again due:someday', 'usage'),
  'task log': tried('Swept --time 20m --at 6:00', 'Swept --time soon', 'usage'),
  'task edit': tried('1 p:low', '99 p:low'),
  'task duplicate': tried('1', '99'),
  'task list': tried('--all', 'project:nowhere'),
  'task search': tried('rent', '', 'usage'),
  'task show': tried('1', '99'),
  'task next': tried('', 'project:nowhere'),
  'task pick': tried('--for 1h', '', 'usage'),
  'task today': tried('', 'more', 'usage'),
  'task done': tried('1', '2', 'conflict'),
  'task reopen': tried('4', '99'),
  'task start': tried('1', '99'),
  'task cancel': tried('1', '99'),
  'task remove': tried('1 -y', '1 99 -y'),
  'task tree': tried('', '99'),
  'task depend': tried('1 5', '1 3', 'conflict'),
  'task undepend': tried('3 1', '3 99'),
  'task graph': tried('', '--as png', 'usage'),
  'task comment': tried('1 Asked', '99 Asked'),
  'task comments': tried('1', '99'),
  'task assign': tried('1 acme', '1 nobody'),
  'task unassign': tried('2', '99'),
  'task attach': tried('1 b.txt', '1 no-such-file'),
  'client add': tried('Globex', 'Acme', 'conflict'),
  'client list': tried('', '--status nope', 'usage'),
  'client show': tried('acme', 'nobody'),
  'client edit': tried('acme --rate 90', 'nobody --rate 90'),
  'client archive': tried('acme', 'nobody'),
  'client remove': tried('acme -y', 'nobody -y'),
  'project add': tried('garden', 'work', 'conflict'),
  'project list': tried('', '--status nope', 'usage'),
  'project show': tried('work', 'nowhere'),
  'project edit': tried('work --notes n', 'nowhere --notes n'),
  'project archive': tried('work', 'nowhere'),
  'project remove': tried('work --cascade -y', 'nowhere -y'),
  'tag list': tried('', 'more', 'usage'),
  'tag rename': tried('home house', 'nope house'),
  'tag remove': tried('home -y', 'nope -y'),
  'time start': tried('5', '99'),
  'time stop': tried('', 'more', 'usage'),
  'time status': tried('', 'more', 'usage'),
  'time log': tried('1 1h --at 6:00', '99 1h'),
  'time list': tried('', 'project:nowhere'),
  'time edit': tried('1 --note n', '99 --note n'),
  'time split': tried('1 15m', '99 15m'),
  'time remove': tried('1 -y', '99 -y'),
  'time report': tried('', '--by moon', 'usage'),
  'remind add': tried('1 tomorrow', '99 tomorrow'),
  'remind list': tried('', '99'),
  'remind snooze': tried('1 1h', '99 1h'),
  'remind dismiss': tried('1', '99'),
  'remind edit': tried('1 tomorrow', '99 tomorrow'),
  'remind remove': tried('1 -y', '99 -y'),
  'remind due': tried('', '--timeout soon', 'usage'),
  'remind install': tried('--systemd', '', 'usage'),
  'recur preview': tried('daily', 'nonsense', 'usage'),
  'recur skip': tried('5', '99'),
  'recur pause': tried('5', '99'),
  'recur resume': tried('6', '99'),
  'recur except': tried('5 2026-12-07', '99 2026-12-07'),
  'habit add': tried('Read', 'Run', 'conflict'),
  'habit list': tried('', 'more', 'usage'),
  'habit show': tried('run', 'nope'),
  'habit edit': tried('run --target 2', 'nope --target 2'),
  'habit remove': tried('run -y', 'nope -y'),
  'habit done': tried('run --on yesterday', 'nope'),
  'habit skip': tried('run --on yesterday', 'nope'),
  'habit undo': tried('run', 'nope'),
  'habit stats': tried('run', 'nope'),
  'comment list': tried('', '99'),
  'comment edit': tried('1 Said', '99 Said'),
  'comment remove': tried('1 -y', '99 -y'),
  'attachment list': tried('', '99'),
  'attachment get': tried('1 -o copy.txt', '99 -o copy.txt'),
  'attachment describe': tried('1 signed', '99 signed'),
  'attachment remove': tried('1 -y', '99 -y'),
  'attachment verify': tried('', '99'),
  'attachment sweep': tried('--removed -y', 'more', 'usage'),
  'view save': tried('all status:todo', 'all due:someday', 'usage'),
  'view list': tried('', 'more', 'usage'),
  'view show': tried('home', 'nope'),
  'view remove': tried('home -y', 'nope -y'),
  'history list': tried('', '--limit x', 'usage'),
  'history show': tried('1', '999'),
  'history undo': tried('', '--to 999'),
  'history redo': tried('', 'more', 'usage'),
  'date parse': tried('tomorrow', 'someday', 'usage'),
  'data export': tried('-o out.json', 'project:nowhere'),
  'data import': tried('kept.json', 'nope.json'),
  'data apply': tried('changes.ndjson', 'nope.ndjson'),
  'data sql': tried('select id from v_tasks', 'nonsense', 'usage'),
  'data schema': tried('', 'nope', 'usage'),
  'config list': tried('', 'more', 'usage'),
  'config get': tried('week_start', 'nope', 'usage'),
  'config set': tried('week_start sunday', 'nope 1', 'usage'),
  'config unset': tried('auto_migrate', 'nope', 'usage'),
  'config path': tried('', 'more', 'usage'),
  'completion bash': tried('', 'more', 'usage'),
  'completion zsh': tried('', 'more', 'usage'),
  'completion fish': tried('', 'more', 'usage'),
  'db migrate': tried('--list', '--to nope'),
  'db status': tried('', 'more', 'usage'),
  'db info': tried('', 'more', 'usage'),
  'db backup': tried('copy.db', '--keep 0', 'usage'),
  'db restore': tried('kept.db -y', 'nope.db -y'),
  'db check': tried('', 'more', 'usage'),
  'db optimize': tried('', 'more', 'usage'),
  'db slow': tried('', '--limit x', 'usage'),
  'db path': tried('', 'more', 'usage'),
}

/** Verbs that have no line, and why. */
export const without: Readonly<Record<string, string>> = {
  'remind watch': 'it goes on until it is interrupted, and refuses --dry-run (test/shell/remind.test.ts)',
}

/** Verbs whose line answers no row: a dry run copies and restores nothing, and nothing here was slow. */
export const rowless: readonly string[] = ['db backup', 'db restore', 'db slow']

/** Verbs that do not open the database, and those that tell of a damaged one. */
export const fileless: readonly string[] = [
  'remind install',
  'recur preview',
  'date parse',
  'config list',
  'config get',
  'config set',
  'config unset',
  'config path',
  'completion bash',
  'completion zsh',
  'completion fish',
  'data schema',
  'db check',
  'db slow',
  'db path',
]

/** The words of a line. */
export const wordsOf = (name: string, line: string) => [...name.split(' '), ...line.split(' ').filter(Boolean)]

const steps: readonly (readonly string[])[] = [
  ['client', 'add', 'Acme', '--rate', '85'],
  ['project', 'add', 'work', '--client', 'acme'],
  ['edit', '2', 'project:work', 'client:acme'],
  ['task', 'comment', '1', 'Two quotes'],
  ['task', 'attach', '1', 'a.txt'],
  ['time', 'log', '2', '1h', '--at', '7:00'],
  ['time', 'start', '1'],
  ['remind', 'add', '1', '2026-11-23 08:30'],
  ['habit', 'add', 'Run', '--period', 'week'],
  ['habit', 'done', 'run'],
  ['view', 'save', 'home', '+home'],
  ['done', '4'],
  ['recur', 'pause', '6'],
  ['task', 'attach', '5', 'b.txt'],
  ['attachment', 'remove', '2', '-y'],
  ['config', 'set', 'auto_migrate', 'true'],
  ['export', '-o', 'kept.json'],
  ['db', 'backup', 'kept.db'],
  ['db', 'backup'],
  ['add', 'Undone'],
  ['undo'],
]

/** Half an hour before a reminder, and an hour before the runs of the tests. */
const early = '2026-11-23T08:00:00.000Z'

/** A file with something for every verb. */
export async function furnished(): Promise<Bench> {
  const b = bench()
  for (const name of ['a', 'b']) writeFileSync(join(b.folder, `${name}.txt`), name)
  writeFileSync(join(b.folder, 'changes.ndjson'), '{"op":"done","id":1}')
  const larry = b.with({ now: early })
  await seed(
    { ...b, larry },
    'Pay rent +home p:high due:fri est:30m',
    'Site due:2026-12-01',
    'Draft parent:2 depends:1',
    'Old thing',
    'Water due:2026-11-23 every:week',
    'Post due:2026-11-24 every:day',
  )
  for (const step of steps) {
    const { code, stderr } = await larry(...step)
    if (code !== 0) throw new Error(`larry ${step.join(' ')} answered ${code}: ${stderr}`)
  }
  return b
}
