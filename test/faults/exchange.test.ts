import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { everything, expectHealthy, expectRefusal, numbered, shellWith, succeed } from '../shell/kit.ts'
import { lacks } from '../support/tools.ts'
import { longRun, rounds } from './figures.ts'
import { killing } from './kill.ts'
import { preparedBy, swept } from './trial.ts'

/** Lines of the file that is imported under fire. */
const lines = rounds >= 1000 ? 100_000 : 5000

const many = `seq 1 ${lines} | sed 's/.*/{"title":"task &","source":"many:&","tags":["a","b"],"parent_uid":"many:1&","project":"p"}/' > many.ndjson`

describe('killed at any moment', longRun, () => {
  test('an import of many is there wholly or not at all, from a file and from a pipe', async () => {
    const prepared = await preparedBy(100)
    await succeed(prepared, many)
    for (const line of ['import many.ndjson -q', 'import - --as ndjson -q < many.ndjson'])
      expect(
        await killing(0.06, { name: 'import of many', prepared, line, goOn: [swept('export -o all.json'), 'undo'] }),
      ).toEqual([])
  })

  test('an export leaves its file whole or none, and the next one sweeps', async () => {
    const prepared = await preparedBy(4000, 'export -o whole.json')
    const hash = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex')
    const whole = hash(join(prepared.folder, 'whole.json'))
    expect(
      await killing(0.06, {
        name: 'export',
        prepared,
        line: 'export -o new.json',
        also: ({ sh, code }) => {
          const file = join(sh.folder, 'new.json')
          if (existsSync(file)) return hash(file) === whole ? undefined : 'a file that is not whole'
          return code === 0 ? 'exit 0, but no file' : undefined
        },
        goOn: [swept('export -o other.json')],
      }),
    ).toEqual([])
  })
})

describe('an export that cannot be written', () => {
  test('to a full device is one line and exit 1; a reader that leaves is quiet', async () => {
    const sh = await shellWith(numbered(2000))
    expectRefusal(await sh.bash('larry export > /dev/full'), 1, /^larry: the output could not be written \(ENOSPC\)/)
    expect(await sh.bash('larry export | head -c 10 | wc -c')).toMatchObject({ code: 0, stdout: '10\n', stderr: '' })
    expectRefusal(await sh.bash('(ulimit -f 40; larry export -o out.json)'), 5, /out\.json/)
    expect(await succeed(sh, `find . -name 'out*' -o -name '*.tmp*'`)).toBe('')
  })

  test.skipIf(lacks('jq'))('in whole is what jq and sort make of it, and comes in again', async () => {
    const sh = await shellWith(numbered(300))
    await succeed(sh, 'larry export > a.json; larry export --as ndjson | sort -r > b.ndjson; jq -S . a.json > c.json')
    for (const file of ['a.json', 'b.ndjson', 'c.json'])
      expect(await succeed(sh, `larry import ${file} --json | jq -c '.[] | [.kind, .unchanged]'`)).toBe(
        '["task",300]\n',
      )
    expect(await succeed(sh, `jq -r '.tasks[].title' a.json | tail -1`)).toBe('task 300\n')
  })
})

test('a pipe that takes its time locks nobody out, and its private copy is gone', async () => {
  const sh = await shellWith(['one'])
  await succeed(sh, 'mkdir tmp')
  const slow = `(echo '{"title":"two"}'; sleep 1; echo '{"title":"three"}') | TMPDIR=$PWD/tmp larry import - --as ndjson > /dev/null & sleep 0.5
    larry add between -q > /dev/null; wait; ls -A tmp`
  expect(await succeed(sh, slow)).toBe('')
  expect((JSON.parse(await everything(sh)) as { title: string }[]).map(({ title }) => title)).toEqual([
    'one',
    'between',
    'two',
    'three',
  ])
  await expectHealthy(sh)
})

test('a fifo and a pipe by its name are read like standard input', async () => {
  const sh = await shellWith()
  const script = `mkfifo pipe; echo '{"title":"a"}' > pipe & larry import pipe --as ndjson -q; larry import <(echo '[{"title":"b"}]') --as json -q`
  await succeed(sh, script)
  expect((JSON.parse(await everything(sh)) as { title: string }[]).map(({ title }) => title)).toEqual(['a', 'b'])
})
