import { expect, test } from 'vitest'
import { canonical } from '../../src/domain/operations/canonical.ts'
import { readOperation } from '../../src/domain/operations/read.ts'
import { checkRefs, runsOf } from '../../src/domain/operations/runs.ts'
import { clockAt } from './clock.ts'

const read = (...given: readonly object[]) => given.map((one, at) => readOperation(one, at + 1, clockAt()))

/** The lines of each run. */
const runs = (...given: readonly object[]) => [...runsOf(read(...given))].map((run) => run.map(({ line }) => line))

const done = (id: unknown, more: object = {}) => ({ op: 'done', id, ...more })

test('neighbours that do the same are one run, and order is kept', () => {
  expect(runs(done(1), done(2), { op: 'start', id: 3 }, done(4), { op: 'done', ids: [5, 6] })).toEqual([
    [1, 2],
    [3],
    [4, 5],
  ])
})

test('other switches are another run', () => {
  expect(runs(done(1), done(2, { force: true }), done(3, { force: true }), done(4, { cascade: true }))).toEqual([
    [1],
    [2, 3],
    [4],
  ])
})

test('a task that is named again begins a run of its own', () => {
  const edit = (id: unknown) => ({ op: 'edit', id, due: 'fri' })
  expect(runs(edit(1), edit(2), edit(1), { op: 'edit', ids: [3, 1], due: 'sat' })).toEqual([[1, 2], [3], [4]])
})

test('what a run adds is spoken of only by a later run', () => {
  const add = (more: object) => ({ op: 'add', title: 'x', ...more })
  expect(runs(add({ as: 'a' }), add({}), add({ parent_id: 'ref:a' }), add({ depends_on: ['ref:a'] }))).toEqual([
    [1, 2],
    [3, 4],
  ])
})

test('a reference must stand behind the line it means, and names are given once', () => {
  const add = (as: string) => ({ op: 'add', title: 'x', as })
  expect(() => {
    checkRefs(read(done('ref:home'), add('home')))
  }).toThrow('line 1: no earlier line is called "home"')
  expect(() => {
    checkRefs(read(add('home'), done('ref:hame')))
  }).toThrow(expect.objectContaining({ hint: 'did you mean "ref:home"?' }))
  expect(() => {
    checkRefs(read(add('a'), add('a')))
  }).toThrow('line 2: "as" is "a", which line 1 is called already')
})

test('what says the same has one spelling, whatever the order of its keys', () => {
  expect(canonical({ b: [{ d: 1, c: null }], a: 'x' })).toBe('{"a":"x","b":[{"c":null,"d":1}]}')
})
