import { describe, expect, test } from 'vitest'
import { findCycle } from '../../src/domain/cycle.ts'

type Edges = [number, number[]][]

describe('cycles', () => {
  test.each<[string, Edges, number[], number[] | undefined]>([
    ['no edges', [], [1], undefined],
    [
      'a chain',
      [
        [1, [2]],
        [2, [3]],
      ],
      [1],
      undefined,
    ],
    [
      'a diamond',
      [
        [1, [2, 3]],
        [2, [4]],
        [3, [4]],
      ],
      [1],
      undefined,
    ],
    ['a task that waits for itself', [[1, [1]]], [1], [1, 1]],
    [
      'three in a ring',
      [
        [3, [2]],
        [2, [1]],
        [1, [3]],
      ],
      [3],
      [3, 2, 1, 3],
    ],
    [
      'a ring reached by a way in',
      [
        [9, [3]],
        [3, [2]],
        [2, [3]],
      ],
      [9],
      [3, 2, 3],
    ],
    [
      'a ring reached by the second start',
      [
        [1, []],
        [2, [3]],
        [3, [2]],
      ],
      [1, 2],
      [2, 3, 2],
    ],
    [
      'a ring no start reaches',
      [
        [1, []],
        [2, [3]],
        [3, [2]],
      ],
      [1],
      undefined,
    ],
    [
      'a ring behind a diamond',
      [
        [1, [2, 3]],
        [2, [4]],
        [3, [4]],
        [4, [1]],
      ],
      [1],
      [1, 3, 4, 1],
    ],
    ['no starts', [[1, [1]]], [], undefined],
  ])('%s', (_, edges, starts, cycle) => {
    expect(findCycle(new Map(edges), starts)).toEqual(cycle)
  })

  test('a chain of 10,000 has none until its last edge closes it', () => {
    const edges = new Map(Array.from({ length: 9_999 }, (_, i) => [i + 1, [i + 2]]))
    expect(findCycle(edges, edges.keys())).toBeUndefined()
    edges.set(10_000, [1])
    expect(findCycle(edges, [1])).toEqual([...Array.from({ length: 10_000 }, (_, i) => i + 1), 1])
  })

  test('a wide graph with many ways to each node is walked once', () => {
    const layers = Array.from({ length: 100 }, (_, layer) => Array.from({ length: 30 }, (_node, i) => layer * 30 + i))
    const edges = new Map(layers.flatMap((layer, at) => layer.map((id) => [id, layers[at + 1] ?? []] as const)))
    expect(findCycle(edges, layers[0]!)).toBeUndefined()
  })
})
