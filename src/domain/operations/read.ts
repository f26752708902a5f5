import { checkComment } from '../comment.ts'
import { Failure } from '../errors.ts'
import { quoted } from '../quoted.ts'
import { checkNote, readSpan } from '../time-span.ts'
import { checkTitle } from '../title.ts'
import type { Clock } from '../when/clock.ts'
import { allTagsOf, attributesOf, linksOf } from './attributes.ts'
import { canonical } from './canonical.ts'
import { readOp, refuseOtherKeys } from './keys.ts'
import type { Deed, LoggedWork, Name, Op, Operation, Target } from './operation.ts'
import { refusedAt } from './refused.ts'
import { type Given, handleAt, instantAt, nameFrom, namesAt, switchAt, textAt, uidAt } from './values.ts'

/** Reads one line of `apply`, a JSON value; anything it cannot mean is a usage failure that names it. */
export function readOperation(value: unknown, line: number, clock: Clock): Operation {
  try {
    return operationOf(value, line, clock)
  } catch (error) {
    throw refusedAt(error, line)
  }
}

function operationOf(value: unknown, line: number, clock: Clock): Operation {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    const hint = Array.isArray(value) ? `one operation a line: jq -c '.[]'` : 'such as {"op":"done","id":12}'
    throw new Failure('usage', `${quoted(value)} is no operation`, hint)
  }
  const given = value as Given
  const op = readOp(given['op'])
  refuseOtherKeys(op, Object.keys(given))
  return { line, key: handleAt(given, 'key'), text: canonical(given), deed: deedOf(op, given, clock) }
}

function deedOf(op: Op, given: Given, clock: Clock): Deed {
  switch (op) {
    case 'add': {
      const attributes = attributesOf(given, clock, 'add')
      const draft = { ...attributes, title: attributes.title ?? checkTitle('') }
      return { op, draft, as: handleAt(given, 'as'), ...linksOf(given) }
    }
    case 'edit':
      return editOf(given, clock)
    case 'done': {
      const [force, cascade] = [switchAt(given, 'force'), switchAt(given, 'cascade')]
      return { op, force, cascade, catchUp: switchAt(given, 'catch_up'), ...targetOf(given) }
    }
    case 'cancel':
    case 'remove':
      return { op, cascade: switchAt(given, 'cascade'), ...targetOf(given) }
    case 'comment':
      return { op, body: checkComment(textAt(given, 'body') ?? ''), ...targetOf(given) }
    case 'log':
      return { op, work: workOf(given, clock), ...targetOf(given) }
    case 'reopen':
    case 'start':
    default:
      return { op, ...targetOf(given) }
  }
}

function editOf(given: Given, clock: Clock): Deed {
  const attributes = attributesOf(given, clock, 'edit')
  const links = linksOf(given)
  const allTags = allTagsOf(given)
  if (allTags !== undefined) delete attributes.tags
  const target = targetOf(given)
  const isNothing = Object.keys(attributes).length === 0 && allTags === undefined
  if (isNothing && links.parent === undefined && links.depends === undefined)
    throw new Failure('usage', 'nothing to change', 'such as {"op":"edit","id":12,"due":"fri","add_tags":["work"]}')
  if (attributes.title !== undefined && target.tasks.length > 1)
    throw new Failure('usage', `${quoted(attributes.title)} cannot be the title of ${target.tasks.length} tasks`)
  return { op: 'edit', attributes, allTags, ...links, ...target }
}

function workOf(given: Given, clock: Clock): LoggedWork {
  const note = textAt(given, 'note')
  return {
    ...readSpan({ length: textAt(given, 'time'), from: textAt(given, 'from'), to: textAt(given, 'to') }, clock),
    note: note === undefined ? null : checkNote(note),
    billable: switchAt(given, 'billable', true),
    allowOverlap: switchAt(given, 'allow_overlap'),
  }
}

/** The tasks an operation names, in one of three ways, and what it expects of the one it names. */
function targetOf(given: Given): Target {
  const ways = ['id', 'ids', 'uid'].filter((key) => given[key] !== undefined)
  if (ways.length === 0)
    throw new Failure('usage', 'no task is named', '"id":12, "id":"ref:a", "ids":[3,4] or "uid":"..."')
  if (ways.length > 1) throw new Failure('usage', `"${ways[0]}" and "${ways[1]}" are both given`, 'give one of them')
  const tasks = namedBy(ways[0]!, given)
  const ifUpdatedAt = instantAt(given, 'if_updated_at')
  if (ifUpdatedAt !== undefined && (given['ids'] !== undefined || 'ref' in tasks[0]!))
    throw new Failure('usage', '"if_updated_at" is about one task that is there already', '"id":12 or "uid":"..."')
  return { tasks, ifUpdatedAt }
}

function namedBy(way: string, given: Given): readonly Name[] {
  if (way === 'id') return [nameFrom('id', given['id'])]
  if (way === 'uid') return [uidAt(given, 'uid')]
  const tasks = namesAt(given, 'ids')!
  if (tasks.length === 0) throw new Failure('usage', '"ids" names no task', '"ids":[3,4]')
  return tasks
}
