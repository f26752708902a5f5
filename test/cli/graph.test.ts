import { expect, test } from 'vitest'
import { type Bench, bench } from '../support/larry.ts'
import { shell } from '../support/shell.ts'
import { lacks } from '../support/tools.ts'

async function plan(): Promise<Bench> {
  const b = bench()
  await b.larry('add', 'Design', 'est:4h')
  await b.larry('add', 'Build', 'est:8h', 'depends:1')
  await b.larry('add', 'Text', 'est:1h', 'depends:1')
  await b.larry('add', 'Launch', 'est:1h', 'depends:2,3')
  await b.larry('add', 'Mail', 'parent:4')
  return b
}

test('graph marks the chain that takes longest', async () => {
  const b = await plan()
  const rows = await b.json<{ id: number; critical: boolean }[]>('task', 'graph')
  expect(rows.map(({ id, critical }) => [id, critical])).toEqual([
    [1, true],
    [2, true],
    [3, false],
    [4, true],
  ])
  expect((await b.larry('task', 'graph', 'id:1,3', '--format', 'table')).stdout).toBe(
    [
      'id  status  due  estimate_minutes  depends_on  critical  title',
      '1   todo         240                           critical  Design',
      '3   todo         60                1           critical  Text',
      '',
    ].join('\n'),
  )
  await b.larry('done', '1')
  expect((await b.json<{ id: number }[]>('task', 'graph')).map(({ id }) => id)).toEqual([2, 3, 4])
})

test('dot and mermaid draw it, whatever the pipe, unless another format is asked for too', async () => {
  const b = await plan()
  expect((await b.larry('task', 'graph', 'id:1-5', '--as', 'dot')).stdout).toBe(`digraph tasks {
  rankdir=LR
  node [shape=box, style=rounded]
  1 [label="1 Design", color=red, penwidth=2]
  2 [label="2 Build", color=red, penwidth=2]
  3 [label="3 Text"]
  4 [label="4 Launch", color=red, penwidth=2]
  5 [label="5 Mail"]
  1 -> 2 [color=red, penwidth=2]
  1 -> 3
  2 -> 4 [color=red, penwidth=2]
  3 -> 4
  5 -> 4 [style=dashed, arrowhead=none]
}
`)
  await b.larry('done', '1')
  expect((await b.larry('task', 'graph', 'id:1-4', '--as', 'mermaid')).stdout).toBe(`flowchart LR
  t1["1 Design"]
  t2["2 Build"]
  t3["3 Text"]
  t4["4 Launch"]
  t1 --> t2
  t1 --> t3
  t2 ==> t4
  t3 --> t4
  classDef critical stroke:#c00,stroke-width:3px
  class t2,t4 critical
  classDef done color:#888
  class t1 done
`)
  expect(await b.larry('task', 'graph', '--as', 'dot', '--json')).toMatchObject({ code: 2 })
  expect(await b.larry('task', 'graph', '--as', 'svg')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('dot'),
  })
  expect((await b.with({ env: { LARRY_FORMAT: 'json' } })('task', 'graph', '--as', 'dot')).stdout).toMatch(/^digraph/)
})

test('no title breaks out of its box', async () => {
  const b = bench()
  await b.larry('add', '--', 'a"]; evil --> x\\ <b>#quot;\u001b[31m`')
  expect((await b.larry('task', 'graph', 'id:1', '--as', 'dot')).stdout).toContain(
    '1 [label="1 a\\"]; evil --> x\\\\ <b>#quot;\\\\x1b[31m`", color=red',
  )
  expect((await b.larry('task', 'graph', 'id:1', '--as', 'mermaid')).stdout).toContain(
    't1["1 a#34;]; evil --#62; x#92; #60;b#62;#35;quot;#92;x1b[31m#96;"]',
  )
})

test.skipIf(lacks('dot'))('Graphviz reads what larry writes', async () => {
  const { bash } = shell()
  await bash('larry add "a \\"quoted\\" \\\\ title"; larry add b depends:1')
  expect(await bash('larry task graph --as dot | dot -Tsvg')).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('<svg'),
  })
})

test('what is not shown counts where what is shown waits for it', async () => {
  const b = bench()
  for (const words of [
    ['a', '+g', 'est:1h'],
    ['b', 'depends:1', 'est:5h'],
    ['c', '+g', 'depends:2', 'est:1h'],
    ['d', '+g', 'est:3h'],
  ])
    await b.larry('add', ...words)
  const marked = async (...words: string[]) =>
    (await b.json<{ id: number; critical: boolean }[]>('task', 'graph', ...words))
      .filter(({ critical }) => critical)
      .map(({ id }) => id)
  expect(await marked('+g')).toEqual([1, 3])
  await b.larry('done', '1', '2')
  expect(await marked('+g')).toEqual([4])
})
