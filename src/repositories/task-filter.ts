import { type RawBuilder, sql } from 'kysely'
import { containsFolded, preparePattern } from '../db/functions.ts'
import type { Db } from '../db/handles.ts'
import { valuesOf } from '../db/values.ts'
import type { DateTest, Filter, NumberRange, Possession } from '../domain/filter/filter.ts'
import { readRefs } from '../domain/refs.ts'
import type { Clock } from '../domain/when/clock.ts'
import type { Interval } from '../domain/when/range.ts'
import { requireClient } from './clients.ts'
import { projectIdsBelow, requireProject } from './projects.ts'
import { resolveRefs } from './refs.ts'
import { hasClient, isForClient } from './task-clients.ts'
import { isOpen, stateCondition } from './task-states.ts'
import { urgencyOf } from './task-urgency.ts'
import type { Condition } from './tasks.ts'

const truth = sql<boolean>`true`
const falsehood = sql<boolean>`false`

/** All of the conditions; true when there are none. */
export function allOf(parts: readonly Condition[]): Condition {
  return parts.length === 0 ? truth : sql`(${sql.join(parts, sql` and `)})`
}

/** The condition is false, or cannot be told. */
export function notOf(part: Condition): Condition {
  return sql`not coalesce(${part}, false)`
}

/** Turns a filter into a condition over tasks `t`. A project, client or task it names that does not exist is not-found. */
export async function toCondition(db: Db, filter: Filter, clock: Clock): Promise<Condition> {
  switch (filter.kind) {
    case 'and':
    case 'or': {
      const parts: Condition[] = []
      for (const part of filter.parts) parts.push(await toCondition(db, part, clock))
      return filter.kind === 'and' ? allOf(parts) : sql`(${sql.join(parts, sql` or `)})`
    }
    case 'not':
      return notOf(await toCondition(db, filter.part, clock))
    case 'text':
      return sql`(${containsFolded(sql.ref('t.title'), filter.text)} or ${containsFolded(sql.ref('t.notes'), filter.text)})`
    case 'pattern':
      await preparePattern(filter.pattern)
      return sql`(matches(${filter.pattern}, t.title) or matches(${filter.pattern}, t.notes))`
    case 'tag':
      return sql`exists (select 1 from task_tags where task_id = t.id and tag in ${valuesOf(filter.anyOf)})`
    case 'priority':
    case 'status':
      return sql`${sql.ref(`t.${filter.kind}`)} in ${valuesOf(filter.anyOf)}`
    case 'due':
    case 'wait_until':
      return dateCondition(`t.${filter.kind}`, filter.test)
    case 'created_at':
    case 'completed_at':
      return dateCondition(`t.${filter.kind}`, instants(filter.test, clock))
    case 'estimate':
      return rangeCondition(sql.ref('t.estimate_minutes'), filter.range)
    case 'urgency':
      return allOf([isOpen, rangeCondition(urgencyOf(clock), filter.range)])
    case 'project': {
      if (filter.name === null) return sql`t.project_id is null`
      if (filter.below) return sql`t.project_id in ${valuesOf(await projectIdsBelow(db, filter.name))}`
      return sql`t.project_id = ${(await requireProject(db, filter.name)).id}`
    }
    case 'client':
      return filter.name === null ? notOf(hasClient) : isForClient((await requireClient(db, filter.name)).id)
    case 'parent':
      if (filter.refs === null) return sql`t.parent_id is null`
      return sql`t.parent_id in ${valuesOf(await resolveRefs(db, readRefs(filter.refs)))}`
    case 'depends': {
      const dependencies = sql`select 1 from task_dependencies where task_id = t.id`
      if (filter.refs === null) return sql`not exists (${dependencies})`
      const ids = await resolveRefs(db, readRefs(filter.refs))
      return sql`exists (${dependencies} and depends_on_id in ${valuesOf(ids)})`
    }
    case 'id':
      return sql`t.id in ${valuesOf(await resolveRefs(db, readRefs(filter.refs), { gaps: true }))}`
    case 'is':
      return stateCondition(filter.state, clock)
    case 'has':
      return possessionCondition(filter.possession)
  }
}

/** A civil interval as the UTC instants it spans in the user's zone. */
function instants(test: DateTest, { zone }: Clock): DateTest {
  if (test === 'none' || test === 'any') return test
  const { from, before } = test
  return {
    ...(from === undefined ? {} : { from: zone.instantOf(from) }),
    ...(before === undefined ? {} : { before: zone.instantOf(before) }),
  }
}

function dateCondition(column: string, test: DateTest): Condition {
  const ref = sql.ref(column)
  if (test === 'none') return sql`${ref} is null`
  if (test === 'any') return sql`${ref} is not null`
  return within(column, test)
}

/** `column` lies in the half-open interval; text order is time order. */
function within(column: string, { from, before }: Interval): Condition {
  const ref = sql.ref(column)
  const parts: Condition[] = [sql`${ref} is not null`]
  if (from !== undefined) parts.push(sql`${ref} >= ${from}`)
  if (before !== undefined) parts.push(sql`${ref} < ${before}`)
  return allOf(parts)
}

/** An estimate is there, and no longer than this. */
export function estimatedWithin(minutes: number): Condition {
  return rangeCondition(sql.ref('t.estimate_minutes'), { to: minutes })
}

function rangeCondition(value: RawBuilder<unknown>, range: NumberRange | 'none' | 'any'): Condition {
  if (range === 'none') return sql`${value} is null`
  if (range === 'any') return sql`${value} is not null`
  const parts: Condition[] = []
  if (range.from !== undefined) parts.push(sql`${value} >= ${range.from}`)
  if (range.to !== undefined) parts.push(sql`${value} <= ${range.to}`)
  return parts.length === 0 ? falsehood : allOf(parts)
}

function possessionCondition(possession: Possession): Condition {
  switch (possession) {
    case 'comments':
      return sql`exists (select 1 from task_comments where task_id = t.id)`
    case 'subtasks':
      return sql`exists (select 1 from tasks child where child.parent_id = t.id)`
    case 'tags':
      return sql`exists (select 1 from task_tags where task_id = t.id)`
    case 'time':
      return sql`exists (select 1 from time_entries where task_id = t.id)`
    case 'files':
      return sql`exists (select 1 from task_attachments where task_id = t.id)`
    case 'reminders':
      return sql`exists (select 1 from reminders where task_id = t.id and status = 'pending')`
    case 'notes':
      return sql`t.notes is not null`
    case 'due':
      return sql`t.due is not null`
    case 'client':
      return hasClient
    case 'project':
      return sql`t.project_id is not null`
  }
}
