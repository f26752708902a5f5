import type { Command } from 'commander'
import type { Run } from './context.ts'

/** A noun: its line in the help, and the file that declares its verbs, read only when the noun is typed. */
export interface Group {
  readonly about: string
  readonly load: () => Promise<{ declare: (group: Command, run: Run) => void }>
}

/** Every noun. */
export const groups: Readonly<Record<string, Group>> = {
  task: { about: 'Add, list, change and finish tasks', load: () => import('../commands/task/index.ts') },
  client: { about: 'Whom you work for: rates, hours, money', load: () => import('../commands/client/index.ts') },
  project: { about: 'What tasks belong to, one below another', load: () => import('../commands/project/index.ts') },
  tag: { about: 'See, rename and remove tags', load: () => import('../commands/tag/index.ts') },
  time: { about: 'Track and report the time tasks take', load: () => import('../commands/time/index.ts') },
  remind: { about: 'Be reminded of tasks and messages', load: () => import('../commands/remind/index.ts') },
  recur: {
    about: 'Preview a rule; skip, pause or leave out dates of one',
    load: () => import('../commands/recur/index.ts'),
  },
  habit: { about: 'Keep habits: checks, streaks, a map of the year', load: () => import('../commands/habit/index.ts') },
  comment: { about: 'Read and correct what was said on tasks', load: () => import('../commands/comment/index.ts') },
  attachment: { about: 'Get, check and remove attached files', load: () => import('../commands/attachment/index.ts') },
  view: { about: 'Save a filter, an order and columns under a name', load: () => import('../commands/view/index.ts') },
  history: { about: 'See what was done, and take it back', load: () => import('../commands/history/index.ts') },
  date: { about: 'See how larry reads a date phrase', load: () => import('../commands/date/index.ts') },
  data: { about: 'Export, import, apply changes, ask with SQL', load: () => import('../commands/data/index.ts') },
  completion: {
    about: 'Complete with TAB in bash, zsh and fish',
    load: () => import('../commands/completion/index.ts'),
  },
  config: { about: 'See and change what config.toml says', load: () => import('../commands/config/index.ts') },
  db: { about: 'Migrate, back up, restore and check the file', load: () => import('../commands/db/index.ts') },
}

interface RootWord {
  readonly path: readonly [noun: string, verb: string]
  readonly about: string
}

/** Verbs people type all day, without their noun. */
export const rootWords: Readonly<Record<string, RootWord>> = {
  add: { path: ['task', 'add'], about: 'Add a task: words, +tags, p:high, due:fri' },
  list: { path: ['task', 'list'], about: 'List tasks that match a filter' },
  ls: { path: ['task', 'list'], about: '' },
  show: { path: ['task', 'show'], about: 'Show all of one task' },
  edit: { path: ['task', 'edit'], about: 'Change tasks, with the words of add' },
  start: { path: ['task', 'start'], about: 'Mark tasks as in progress' },
  done: { path: ['task', 'done'], about: 'Complete tasks' },
  rm: { path: ['task', 'remove'], about: 'Delete tasks' },
  search: { path: ['task', 'search'], about: 'Find tasks, finished ones too, by their text' },
  today: { path: ['task', 'today'], about: 'One screen: the timer, overdue, due today, habits, next' },
  next: { path: ['task', 'next'], about: 'Suggest what to do now, and why' },
  export: { path: ['data', 'export'], about: 'Write everything, or what a filter finds, to a file' },
  import: { path: ['data', 'import'], about: 'Take in what another file or program has' },
  sql: { path: ['data', 'sql'], about: 'Ask with a read-only SELECT' },
  apply: { path: ['data', 'apply'], about: 'Apply operations, a line of JSON each, all or none' },
  undo: { path: ['history', 'undo'], about: 'Take back the last change' },
  redo: { path: ['history', 'redo'], about: 'Do again what was undone' },
  schema: { path: ['data', 'schema'], about: 'What a command answers, as JSON Schema' },
}

/** Verbs that are not root words but are often typed as if they were; the hint names their full form. */
export const taskVerbs = [
  'remove',
  'reopen',
  'cancel',
  'duplicate',
  'comments',
  'attach',
  'assign',
  'unassign',
  'pick',
  'tree',
  'depend',
  'undepend',
  'graph',
]
