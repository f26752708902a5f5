import { expect, test } from 'vitest'
import type { Status } from '../../src/domain/task.ts'
import { type Node, rollUp } from '../../src/domain/tree.ts'

const node = (id: number, parent_id: number | null, more: Partial<Node> = {}): Node => ({
  id,
  parent_id,
  status: 'todo',
  estimate_minutes: null,
  tracked_seconds: 0,
  ...more,
})

test('each task stands after its parent and before its next sibling, siblings in the order given', () => {
  const rows = rollUp([node(5, 1), node(2, null), node(1, null), node(3, 1), node(4, 5), node(6, 99)])
  expect(rows.map(({ id, depth }) => [id, depth])).toEqual([
    [2, 0],
    [1, 0],
    [5, 1],
    [4, 2],
    [3, 1],
    [6, 0],
  ])
})

test('estimates and hours add up; progress is the share of the ends that are done', () => {
  const [top, left, ...rest] = rollUp([
    node(1, null, { estimate_minutes: 60, tracked_seconds: 10 }),
    node(2, 1, { tracked_seconds: 5 }),
    node(3, 2, { status: 'done', estimate_minutes: 30, tracked_seconds: 100 }),
    node(4, 2, { estimate_minutes: 15 }),
    node(5, 1, { status: 'done' }),
  ])
  expect(top).toMatchObject({ estimate_total: 105, tracked_total: 115, leaves: 3, leaves_done: 2, progress_total: 66 })
  expect(left).toMatchObject({ estimate_total: 45, tracked_total: 105, leaves: 2, leaves_done: 1, progress_total: 50 })
  expect(rest.map(({ estimate_total, progress_total }) => [estimate_total, progress_total])).toEqual([
    [30, 100],
    [15, 0],
    [null, 100],
  ])
})

test.each<[Status, number, number, number | null]>([
  ['cancelled', 1, 100, 20],
  ['todo', 2, 50, 50],
  ['done', 2, 100, 50],
])('a subtask that is %s counts so', (status, leaves, progress, estimate) => {
  const [top] = rollUp([
    node(1, null),
    node(2, 1, { status: 'done', estimate_minutes: 20 }),
    node(3, 1, { status, estimate_minutes: 30 }),
  ])
  expect(top).toMatchObject({ leaves, progress_total: progress, estimate_total: estimate })
})

test('a task whose subtasks are all cancelled is judged by itself', () => {
  const [top] = rollUp([node(1, null, { status: 'done' }), node(2, 1, { status: 'cancelled' })])
  expect(top).toMatchObject({ leaves: 1, leaves_done: 1, progress_total: 100 })
})

test('a chain of a hundred thousand is no deeper than the stack', () => {
  const chain = Array.from({ length: 100_000 }, (_, i) => node(i + 1, i || null, { estimate_minutes: 1 }))
  const rows = rollUp(chain)
  expect(rows[0]).toMatchObject({ depth: 0, estimate_total: 100_000, leaves: 1 })
  expect(rows.at(-1)).toMatchObject({ depth: 99_999 })
})
