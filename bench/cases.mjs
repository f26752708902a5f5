import { copyFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'

/** Tasks in the files to list from. */
export const sizes = [1000, 10_000, 100_000, 1_000_000]
/** Beyond this Taskwarrior takes minutes a command. */
export const peerSizes = [1000, 10_000, 100_000]

const counted = (n) => n.toLocaleString('en')

/** Everything that is measured: `command` is made anew for each round, `goal` is a ratio to bare Node, `node` that memory can be asked of it. */
export function larryCases({ folder, program }) {
  const larry = (...args) => [process.execPath, program, ...args]
  const at = (name) => join(folder, name)
  const on = (count) => ['--db', at(`${count}.db`)]
  let next = 9901
  let flip = 0
  const fresh = (from, to) => {
    for (const end of ['', '-wal', '-shm']) rmSync(at(to + end), { force: true })
    copyFileSync(at(from), at(to))
  }
  return [
    { name: '--version', goal: 1.05, command: () => larry('--version') },
    { name: 'task --help', goal: 1.4, command: () => larry('task', '--help') },
    { name: 'add', goal: 1.35, command: () => larry('add', 'Pay rent tomorrow +home p:high', ...on(10_000)) },
    { name: 'done', goal: 1.35, command: () => larry('done', `${next++}`, ...on(10_000)) },
    { name: 'show', goal: 1.5, command: () => larry('show', '7', ...on(10_000)) },
    { name: 'undo', goal: 1.5, command: () => larry('undo', ...on(10_000)) },
    ...['json', 'table'].flatMap((format) =>
      sizes.map((count) => ({
        name: `list 50 of ${counted(count)}, ${format}`,
        goal: 1.35,
        command: () => larry('list', '-l', '50', '--format', format, ...on(count)),
      })),
    ),
    {
      name: 'add 10,000 lines from stdin',
      prepare: () => fresh('empty.db', 'added.db'),
      input: at('lines-10000'),
      command: () => larry('add', '-', '--literal', '-q', '--db', at('added.db')),
    },
    {
      name: 'add 100,000 lines from stdin',
      goal: 35,
      heavy: true,
      prepare: () => fresh('empty.db', 'added.db'),
      input: at('lines-100000'),
      command: () => larry('add', '-', '--literal', '-q', '--db', at('added.db')),
    },
    {
      name: 'change 10,000 rows',
      goal: 4.5,
      command: () =>
        larry(
          'edit',
          '--where',
          'customer',
          `p:${flip++ % 2 ? 'low' : 'high'}`,
          '--yes',
          '--format',
          'table',
          '--db',
          at('open-10000.db'),
        ),
    },
    {
      name: 'list 100,000 as NDJSON',
      goal: 7,
      command: () => larry('list', '--all', '--format', 'ndjson', ...on(100_000)),
    },
    { name: 'list 100,000 as JSON', command: () => larry('list', '--all', '--json', ...on(100_000)) },
    {
      name: '8 adds at once',
      node: false,
      command: () => [
        'bash',
        '-c',
        'for i in 1 2 3 4 5 6 7 8; do "$@" > /dev/null & done; wait',
        'bash',
        ...larry('add', 'Call back', ...on(10_000)),
      ],
    },
  ]
}

/** The same work by Taskwarrior, where it is installed. */
export function taskwarriorCases({ folder }) {
  const at = (name) => join(folder, name)
  const task = (count, ...args) => ['task', `rc:${at('taskrc')}`, `rc.data.location=${at(`tw-${count}`)}`, ...args]
  let flip = 0
  let next = 1
  return [
    { name: 'task add', command: () => task(10_000, 'add', 'Pay rent', 'due:tomorrow', '+home', 'priority:H') },
    { name: 'task done', command: () => task(10_000, `${next++}`, 'done') },
    ...peerSizes.map((count) => ({
      name: `task list of ${counted(count)}`,
      heavy: count > 10_000,
      command: () => task(count, 'rc.verbose=nothing', 'limit:50', 'next'),
    })),
    { name: 'task export of 100,000', heavy: true, command: () => task(100_000, 'export') },
    {
      name: 'task import of 10,000',
      heavy: true,
      prepare: () => rmSync(at('tw-added'), { recursive: true, force: true }),
      command: () => [
        'bash',
        '-c',
        `mkdir '${at('tw-added')}'; exec "$@"`,
        'bash',
        ...task('added', 'import', at('import-10000.json')),
      ],
    },
    {
      name: 'task modify of 10,000',
      heavy: true,
      command: () => task('open-10000', 'status:pending', 'modify', `priority:${flip++ % 2 ? 'L' : 'H'}`),
    },
    {
      name: '8 task adds at once',
      command: () => [
        'bash',
        '-c',
        'for i in 1 2 3 4 5 6 7 8; do "$@" > /dev/null & done; wait',
        'bash',
        ...task(10_000, 'add', 'Call back'),
      ],
    },
  ].map((one) => ({ ...one, node: false }))
}
