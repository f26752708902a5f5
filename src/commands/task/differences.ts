import { showMinutes } from '../../domain/duration.ts'
import type { Task } from '../../repositories/tasks.ts'
import { repetitionWords } from './repetition.ts'

/** What a person may change of a task, in words; lists word by word. */
const facts: Readonly<Record<string, (task: Task) => string>> = {
  title: ({ title }) => title,
  status: ({ status }) => status,
  priority: ({ priority }) => priority,
  due: ({ due }) => due?.replace('T', ' ') ?? '',
  wait: ({ wait_until }) => wait_until?.replace('T', ' ') ?? '',
  estimate: ({ estimate_minutes: minutes }) => (minutes === null ? '' : showMinutes(minutes)),
  repeats: repetitionWords,
  project: ({ project }) => project ?? '',
  client: ({ client }) => client ?? '',
  tags: ({ tags }) => tags.map((tag) => `+${tag}`).join(' '),
  parent: ({ parent_id }) => (parent_id === null ? '' : String(parent_id)),
  depends: ({ depends_on }) => depends_on.join(', '),
}

/** What changed between two readings of tasks, a line for each fact: `12 due: 2026-11-24 -> 2026-11-27`; of notes, the lines that went and came. */
export function differences(before: readonly Task[], after: readonly Task[]): string[] {
  const past = new Map(before.map((task) => [task.id, task]))
  return after.flatMap((task) => {
    const old = past.get(task.id)!
    const changed = Object.entries(facts).filter(([, fact]) => fact(old) !== fact(task))
    return [
      ...changed.map(([name, fact]) => `${task.id} ${name}: ${fact(old) || 'none'} -> ${fact(task) || 'none'}`),
      ...changedLines(old.notes ?? '', task.notes ?? '').map((line) => `${task.id} notes: ${line}`),
    ]
  })
}

/** The lines between what two texts begin and end with alike, as `- gone` and `+ come`. */
function changedLines(before: string, after: string): string[] {
  if (before === after) return []
  const [old, fresh] = [before.split('\n'), after.split('\n')]
  let start = 0
  while (start < old.length && start < fresh.length && old[start] === fresh[start]) start++
  let end = 0
  while (end < old.length - start && end < fresh.length - start && old.at(-1 - end) === fresh.at(-1 - end)) end++
  const middle = (lines: readonly string[]) => lines.slice(start, lines.length - end).filter((line) => line !== '')
  return [...middle(old).map((line) => `- ${line}`), ...middle(fresh).map((line) => `+ ${line}`)]
}
