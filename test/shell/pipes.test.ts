import { statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { shell } from '../support/shell.ts'
import { lacks } from '../support/tools.ts'
import { expectHealthy, expectRefusal, numbered, program, shellWith, succeed, titles, titlesOf } from './kit.ts'

test('a reader that leaves early is no failure, in any format', async () => {
  const sh = shell()
  await succeed(sh, `larry add - --literal -q < ${titles} > ids`)
  for (const format of ['table', 'tsv', 'json', 'ndjson', 'csv', 'ids', 'md']) {
    const ran = await sh.bash(`larry list --format ${format} | head -c 10 > /dev/null; echo "\${PIPESTATUS[0]}"`)
    expect({ format, ...ran }).toEqual({ format, code: 0, stdout: '0\n', stderr: '' })
  }
})

test('a reader that leaves does not take back what was added', async () => {
  const sh = shell()
  const ran = await sh.bash(`larry add - --literal --json < ${titles} | true; echo "\${PIPESTATUS[0]}"`)
  expect(ran).toMatchObject({ stdout: '0\n', stderr: expect.not.stringContaining('EPIPE') })
  expect(await succeed(sh, 'larry list --count')).toBe('10000\n')
})

test.skipIf(lacks('jq', 'python3'))('more than 5 MiB arrive whole in a file, a pipe and at a slow reader', async () => {
  const sh = shell()
  const long = 'z'.repeat(1000)
  await succeed(sh, `for i in {1..5600}; do echo "$i ${long}"; done | larry add - --literal -q > ids`)
  await succeed(sh, 'larry list --json > file')
  expect(statSync(join(sh.folder, 'file')).size).toBeGreaterThan(5 * 2 ** 20)
  await succeed(sh, 'larry list --json | cmp - file')
  await succeed(sh, 'larry list --json | (sleep 1; cat) | cmp - file')
  const slowly = `python3 -c 'import os,sys,time\nwhile (b := os.read(0, 300000)): sys.stdout.buffer.write(b); time.sleep(0.01)'`
  await succeed(sh, `larry list --json | ${slowly} | cmp - file`)
  expect(await succeed(sh, 'larry list --json | jq length')).toBe('5600\n')
})

test.skipIf(lacks('python3'))('a pipe that others have made non-blocking still gets every byte', async () => {
  const sh = shell()
  await succeed(sh, `larry add - --literal -q < ${titles} > ids; larry list --json > file`)
  const unblock = `python3 -c 'import fcntl,os; fcntl.fcntl(1,fcntl.F_SETFL,fcntl.fcntl(1,fcntl.F_GETFL)|os.O_NONBLOCK)'`
  expect(await succeed(sh, `(${unblock}; larry list --json) | (sleep 0.5; cat) | cmp - file`)).toBe('')
})

test('output that cannot be written is one line and exit 1', async () => {
  const sh = await shellWith(['one'])
  for (const line of [
    'list',
    'list --format csv',
    'show 1',
    'add two',
    'db info',
    '--help',
    '--version',
    'db backup -',
  ])
    expectRefusal(await sh.bash(`larry ${line} > /dev/full`), 1, /^larry: [^\n]+\n$/)
  const told = await sh.bash('larry list --json > /dev/full')
  expect(told).toMatchObject({ code: 1, stdout: '' })
  expect(JSON.parse(told.stderr)).toMatchObject({ error: { kind: 'failed' } })
})

test('messages nobody can read do not change what was done', async () => {
  const sh = await shellWith()
  expect(await sh.bash('larry add one --profile 2> /dev/full')).toMatchObject({ code: 0 })
  expect(await sh.bash('larry show 99 2> /dev/full')).toMatchObject({ code: 3 })
  await succeed(sh, 'larry db migrate --to 1 --yes')
  const ran = await sh.bash('exec 2> >(exec true); sleep 0.3; larry add two')
  expect(ran).toMatchObject({ code: 0, stdout: expect.stringContaining('two') })
  expect(await succeed(sh, 'larry list --count')).toBe('2\n')
})

test('closed standard streams hurt neither the run nor the file', async () => {
  const sh = await shellWith(['one'])
  const codes = await sh.bash(`
    larry add a >&-; echo $?; larry add b 2>&- >/dev/null; echo $?; larry add c <&- >/dev/null; echo $?
    larry list <&- >&- 2>&-; echo $?; larry done - <&- >/dev/null; echo $?; larry nonsense 2>&-; echo $?`)
  expect(codes.stdout).toBe('0\n0\n0\n0\n0\n2\n')
  expect(await succeed(sh, 'larry list --count')).toBe('4\n')
  await expectHealthy(sh)
})

test.skipIf(lacks('jq'))('ids go from list through jq to done', async () => {
  const sh = await shellWith(numbered(50))
  await succeed(sh, `larry task list --json | jq '.[].id' | larry task done -`)
  expect(await succeed(sh, 'larry list is:closed --count; larry list --count; larry list --ids | larry done -')).toBe(
    '50\n0\n',
  )
  await succeed(sh, `larry task reopen 7 8; larry list -0 --ids | xargs -0 ${program} done`)
  expect(await succeed(sh, 'larry list is:closed --count')).toBe('50\n')
})

test('an unknown id in a pipe changes nothing', async () => {
  const sh = await shellWith(numbered(3))
  expectRefusal(await sh.bash('printf "1\\n2\\n99\\n" | larry done -'), 3, /99/)
  expect(await succeed(sh, 'larry list --count')).toBe('3\n')
})

test.skipIf(lacks('jq'))(
  'ten thousand titles come back byte for byte, go with undo and return under the same ids with redo',
  async () => {
    const sh = shell()
    await succeed(sh, `larry task add - --literal -q < ${titles} > ids; larry list --all --sort id --json > before`)
    await succeed(
      sh,
      `jq -r '.[].title' before | cmp - ${titles}; jq '.[].id' before | cmp - ids; larry list --sort id --ids | cmp - ids`,
    )
    await succeed(sh, 'larry undo')
    expect(await succeed(sh, 'larry list --all --json')).toBe('[]\n')
    await succeed(sh, 'larry redo; larry list --all --sort id --json | cmp - before')
    await expectHealthy(sh)
  },
)

test('the same titles without --literal are refused for none', async () => {
  const sh = shell()
  await succeed(sh, `larry task add - -q < ${titles} | wc -l | grep -qx 10000`)
  expect(await succeed(sh, 'larry list --all --count')).toBe('10000\n')
})

test.skipIf(lacks('jq'))('a pipe may have a BOM, CRLF and no last newline', async () => {
  const sh = await shellWith()
  await succeed(sh, `printf '\\xef\\xbb\\xbffirst\\r\\n\\r\\nsecond\\r\\nthird' | larry add - --literal`)
  expect(await succeed(sh, `larry list --json | jq -c '[.[].title]'`)).toBe('["first","second","third"]\n')
})

test('bytes that are not text are refused with their line, and nothing is added', async () => {
  const sh = await shellWith()
  expectRefusal(await sh.bash(`printf 'good\\nbad \\xff\\n' | larry add -`), 2, /UTF-8.*line 2/)
  expectRefusal(await sh.bash(`printf 'good\\n\\xed\\xa0\\x80\\n' | larry add -`), 2, /UTF-8.*line 2/)
  expectRefusal(await sh.bash(`printf 'good\\nfine\\nbad\\0\\n' | larry add - --literal`), 2, /line 3.*NUL/)
  expectRefusal(await sh.bash(`head -c 1000000 /dev/zero | tr '\\0' a | larry add -`), 2, /line 1.*10000/)
  expect(await succeed(sh, 'larry list --all --count')).toBe('0\n')
})

test('an empty pipe is nothing to do, and no words without a terminal are a question unasked', async () => {
  const sh = await shellWith(['one'])
  await succeed(sh, 'larry add - < /dev/null; larry done - < /dev/null')
  expectRefusal(await sh.bash('larry add < /dev/null'), 2, /title/)
  expect(await succeed(sh, 'larry list --count')).toBe('1\n')
})

test('standard input that is not asked for is not waited for', async () => {
  const sh = await shellWith(['one'])
  const ran = await sh.bash('mkfifo never; exec 9<>never; larry list --ids <&9; larry add two -q <&9')
  expect(ran).toMatchObject({ code: 0, stdout: expect.stringMatching(/^1\n/) })
})

test('an argument that is not UTF-8 is refused, not altered, and a pipe may hold the character Node puts for it', async () => {
  const sh = await shellWith()
  expectRefusal(await sh.bash(`larry add $'caf\\xe9'`), 2, /"caf\ufffd" is not UTF-8/)
  await succeed(sh, `printf 'caf\\xef\\xbf\\xbd\\n' | larry add - --literal`)
  expect(await titlesOf(sh)).toEqual(['caf\ufffd'])
})
