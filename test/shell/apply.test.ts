import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { json, program, shellWith, succeed, titlesOf } from './kit.ts'

test('programs that apply the same keys at once store each operation once, and all are answered alike', async () => {
  const sh = await shellWith()
  const operations = Array.from({ length: 50 }, (_, at) =>
    JSON.stringify({ op: 'add', title: `Task ${at}`, key: `k${at}` }),
  )
  writeFileSync(join(sh.folder, 'ops.ndjson'), operations.join('\n'))
  await succeed(sh, `for i in 1 2 3 4; do ${program} apply ops.ndjson --json --fields line,id > $i.json & done; wait`)
  await succeed(sh, 'cmp 1.json 2.json && cmp 2.json 3.json && cmp 3.json 4.json')
  expect(await titlesOf(sh)).toHaveLength(50)
  expect(await json<unknown[]>(sh, 'history list')).toHaveLength(1)
})

test('ten thousand operations through a pipe are one step', async () => {
  const sh = await shellWith()
  await succeed(
    sh,
    `seq 10000 | sed 's/.*/{"op":"add","title":"Task &"}/' | larry apply - --ids | tail -1 | grep -x 10000`,
  )
  await succeed(sh, `larry list --ids | sed 's/.*/{"op":"done","id":&}/' | larry apply - -q`)
  expect(await succeed(sh, 'larry list --count --format tsv')).toBe('0\n')
  await succeed(sh, 'larry undo && larry undo')
  expect(await titlesOf(sh)).toEqual([])
})
