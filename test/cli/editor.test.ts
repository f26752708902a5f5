import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { type Bench, bench } from '../support/larry.ts'

/** Runs larry on a terminal with a shell command as the editor; it finds the text's name in `$1`. */
function editing(b: Bench, script: string, answers: readonly string[] = []) {
  const editor = join(b.folder, 'editor.sh')
  writeFileSync(editor, script)
  return b.with({ answers, columns: 100, env: { EDITOR: `sh '${editor}'` } })
}

const texts = (b: Bench) => join(b.folder, '.local/state/larry/texts')

const textOf = (b: Bench) => readFileSync(join(texts(b), readdirSync(texts(b))[0]!, 'edit.toml'), 'utf8')

async function two(): Promise<Bench> {
  const b = bench()
  await b.larry('add', 'Pay rent', '+home', 'due:tomorrow', 'est:30m', '--notes', 'line "1"\nline \\2\n')
  await b.larry('add', 'Call Bob', 'depends:1', 'project:work/site')
  return b
}

test('add without words opens the editor: a title line with words, the rest notes', async () => {
  const b = bench()
  const script = `printf 'Buy milk +home tomorrow p:high\\n\\nskimmed\\n# two bottles\\n' | cat - "$1" > x; mv x "$1"`
  expect(await editing(b, script)('add')).toMatchObject({
    code: 0,
    stdout: 'Added 1 "Buy milk" · due tomorrow (Tue 24 Nov) · +home · high\n',
  })
  expect((await b.tasks())[0]).toMatchObject({ title: 'Buy milk', notes: 'skimmed\n# two bottles' })
})

test('a text left empty adds nothing, and options count beside it', async () => {
  const b = bench()
  expect(await editing(b, 'true')('add')).toMatchObject({ code: 1, stderr: expect.stringContaining('is empty') })
  await editing(b, 'echo Milk > "$1"')('add', '--tag', 'shop', '--literal')
  expect(await editing(b, 'printf "Milk\\n\\nnotes\\n" > "$1"')('add', '--notes', 'others')).toMatchObject({ code: 2 })
  expect(await b.tasks()).toMatchObject([{ title: 'Milk', tags: ['shop'], notes: null }])
})

test('edit shows the tasks as TOML, and untouched changes nothing', async () => {
  const b = await two()
  const ran = await editing(b, 'cp "$1" seen')('edit', '1', '2')
  expect(ran).toMatchObject({ code: 0, stdout: 'Nothing changed: it was so already\n' })
  expect(
    readFileSync(join(b.folder, 'seen'), 'utf8'),
  ).toBe(`# Change what you like, save and close. A key left out stays as it is, an empty
# value clears. All of it happens, or nothing.

[1]
title = "Pay rent"
status = "todo"
priority = "medium"
due = "2026-11-24"
wait = ""
estimate = "30m"
every = ""
after = ""
project = ""
client = ""
tags = ["home"]
parent = ""
depends = []
notes = """
line \\"1\\"
line \\\\2
"""

[2]
title = "Call Bob"
status = "todo"
priority = "medium"
due = ""
wait = ""
estimate = ""
every = ""
after = ""
project = "work/site"
client = ""
tags = []
parent = ""
depends = ["1"]
notes = ""
`)
  expect(await b.json<unknown[]>('history', 'list')).toHaveLength(2)
})

test('what was changed is applied to all, told, and one step to undo', async () => {
  const b = await two()
  const before = await b.tasks()
  writeFileSync(
    join(b.folder, 'new.toml'),
    `[1]
title = "Pay the rent"
due = 2026-12-01
estimate = "1h"
tags = ["money", "home"]
notes = """
line "1"
line three
"""
[2]
status = "done"
project = ""
depends = []
notes = "called"
`,
  )
  const ran = await editing(b, 'cat new.toml > "$1"')('edit', '1-2')
  expect(ran).toMatchObject({ code: 0, stderr: '' })
  expect(ran.stdout).toBe(`1 title: Pay rent -> Pay the rent
1 due: 2026-11-24 -> 2026-12-01
1 estimate: 30m -> 1h
1 tags: +home -> +home +money
1 notes: - line \\2
1 notes: + line three
2 status: todo -> done
2 project: work/site -> none
2 depends: 1 -> none
2 notes: + called
`)
  expect(await b.tasks()).toMatchObject([
    {
      title: 'Pay the rent',
      due: '2026-12-01',
      estimate_minutes: 60,
      tags: ['home', 'money'],
      notes: 'line "1"\nline three\n',
    },
    { status: 'done', project: null, depends_on: [], notes: 'called' },
  ])
  await b.larry('undo')
  expect(await b.tasks()).toEqual(before)
})

test.each([
  ['sed -i \'s/due = .*/due = "2027-02-29"/\' "$1"', 2, '"2027-02-29" is not a date that exists'],
  ['sed -i \'s/due = .*/duee = ""/\' "$1"', 2, '[1] has an unknown key "duee"'],
  ['sed -i \'s/title = .*/title = " "/\' "$1"', 2, 'a task needs a title'],
  ['sed -i \'s/tags = .*/tags = "home"/\' "$1"', 2, '[1] tags is not a list'],
  ['sed -i \'s/tags = .*/tags = ["a b"]/\' "$1"', 2, '"a b" cannot be a tag'],
  ['sed -i \'s/status = .*/status = true/\' "$1"', 2, '[1] status is not text'],
  ['sed -i \'s/title = .*/title = "open/\' "$1"', 2, 'line 5 of the text cannot be read'],
  ['sed -i \'s/client = .*/client = "nobody"/\' "$1"', 3, 'client "nobody" does not exist'],
  ['sed -i \'s/parent = .*/parent = "1"/\' "$1"', 4, 'task 1 would be its own subtask'],
  ['printf "[9]\\ntitle = \\"x\\"\\n" >> "$1"', 2, '[9] is none of the tasks in this text'],
  ['sed -i \'1i title = "x"\' "$1"', 2, '"title" stands outside of any task'],
  ['printf "\\377" >> "$1"', 2, 'the text is not UTF-8'],
  ['exit 3', 1, 'ended with code 3; nothing was changed'],
])('after %s nothing is changed, and the text is kept', async (script, code, message) => {
  const b = await two()
  const before = await b.tasks()
  const ran = await editing(b, script)('edit', '1', '2')
  expect(ran).toMatchObject({ code, stdout: '' })
  expect(ran.stderr).toContain(message)
  const [, file] = /your text is kept in (\S+)/.exec(ran.stderr)!
  expect(statSync(file!).mode & 0o777).toBe(0o600)
  expect(await b.tasks()).toEqual(before)
})

test('a text that cannot be read may be edited again', async () => {
  const b = await two()
  const script =
    'if [ -e once ]; then sed -i s/soonish/friday/ "$1"; else touch once; sed -i \'0,/due = .*/s//due = "soonish"/\' "$1"; fi'
  const ran = await editing(b, script, ['y'])('edit', '1')
  expect(ran).toMatchObject({ code: 0, stdout: '1 due: 2026-11-24 -> 2026-11-27\n' })
  expect(ran.stderr).toContain('cannot read "soonish" as a date. Edit it again? [y/N]')
})

test('what somebody else changed or removed meanwhile is a conflict, and the text is kept', async () => {
  const b = await two()
  const other = (...words: string[]) =>
    `'${process.execPath}' '${resolve('dist/larry.cjs')}' ${words.join(' ')} --db '${b.file}' -q`
  const change = `${other('edit', '2', 'p:low')}; sed -i 's/Pay rent/Mine/' "$1"`
  const conflict = await editing(b, change)('edit', '1', '2')
  expect(conflict).toMatchObject({ code: 4, stdout: '' })
  expect(conflict.stderr).toMatch(
    /^larry: task 2 was changed while you edited it; nothing was changed\n {2}hint: your text is kept in/,
  )
  expect(textOf(b)).toContain('title = "Mine"')
  const gone = await editing(b, `${other('rm', '2', '--yes')}; sed -i 's/Pay rent/Mine/' "$1"`)('edit', '1', '2')
  expect(gone).toMatchObject({ code: 4, stderr: expect.stringContaining('task 2 was removed while you edited it') })
  expect(await b.tasks()).toMatchObject([{ title: 'Pay rent' }])
})

test('the text is one change: what only fits together is taken together, and what it brings is told', async () => {
  const b = bench()
  for (const words of [['Move'], ['Pack', 'parent:1'], ['Rest', 'depends:1'], ['Other']]) await b.larry('add', ...words)
  await b.larry('time', 'start', '1')
  const swap = `sed -i '/^.1.$/,/^.2.$/ s/parent = .*/parent = "2"/; /^.2.$/,$ s/parent = .*/parent = ""/' "$1"`
  expect(await editing(b, swap)('edit', '1', '2')).toMatchObject({ code: 0 })
  expect((await b.tasks()).map(({ parent_id }) => parent_id)).toEqual([2, null, null, null])
  const done = await editing(b, `sed -i 's/status = .*/status = "done"/' "$1"`)('edit', '1', '2')
  expect(done).toMatchObject({ code: 0, stderr: '' })
  expect(done.stdout).toBe(
    '1 status: todo -> done\n2 status: todo -> done\nStopped 1 "Move" after 0s\nNow ready: 3 "Rest"\n',
  )
})

test('without a terminal, or told not to ask, no editor is opened', async () => {
  const b = await two()
  const env = { EDITOR: 'touch opened; false' }
  expect(await b.with({ env })('edit', '1')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('nothing to change'),
  })
  expect(await b.with({ env })('add')).toMatchObject({ code: 2 })
  expect(await b.with({ env, answers: [] })('edit', '1', '--no-input')).toMatchObject({ code: 2 })
  expect(readdirSync(b.folder)).not.toContain('opened')
})

test('LARRY_EDITOR comes before VISUAL, VISUAL before EDITOR, and each may have arguments', async () => {
  const b = await two()
  const names = ['LARRY_EDITOR', 'VISUAL', 'EDITOR']
  for (const [at, name] of names.entries()) {
    const env = Object.fromEntries(names.slice(at).map((one) => [one, `f() { echo "$1" > ${one}; }; f argument`]))
    await b.with({ answers: [], env })('edit', '1')
    expect(readFileSync(join(b.folder, name), 'utf8')).toBe('argument\n')
  }
  expect(await b.with({ answers: [], env: { EDITOR: 'no-such-editor' } })('edit', '1')).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('the editor no-such-editor ended with code 127'),
  })
})

test('edit with a dry run says what would change and writes nothing', async () => {
  const b = await two()
  const ran = await editing(b, 'sed -i \'s/Pay rent/Mine/\' "$1"')('edit', '1', '--dry-run')
  expect(ran).toMatchObject({ code: 0, stdout: '1 title: Pay rent -> Mine\n' })
  expect(await b.tasks()).toMatchObject([{ title: 'Pay rent' }, {}])
})

test('twenty texts are kept, the oldest go', async () => {
  const b = await two()
  for (let i = 10; i < 35; i++) await editing(b, 'true')('edit', '1', '--tz', 'UTC')
  expect(readdirSync(texts(b)).length).toBeLessThanOrEqual(20)
})

test('how a task repeats is in the text in words, and can be changed there', async () => {
  const b = bench()
  await b.larry('add', 'Water', 'due:2026-11-23', 'every:"2 weeks on mon,thu"')
  await editing(b, 'cp "$1" seen')('edit', '1')
  expect(readFileSync(join(b.folder, 'seen'), 'utf8')).toContain('\nevery = "2 weeks on Mon and Thu"\nafter = ""\n')
  const script = `sed -i 's/^every = .*/every = ""/; s/^after = .*/after = "10 days"/' "$1"`
  expect(await editing(b, script)('edit', '1')).toMatchObject({
    code: 0,
    stdout: '1 repeats: every 2 weeks on Mon and Thu -> 10 days after completion\n',
  })
  const bad = await editing(b, `sed -i 's/^after = .*/after = "blue moon"/' "$1"`, ['n'])('edit', '1')
  expect(bad).toMatchObject({ code: 2, stderr: expect.stringContaining('"blue moon" is no length of time') })
  expect(await b.tasks()).toMatchObject([{ recurrence: 'FREQ=DAILY;INTERVAL=10', recurrence_mode: 'completion' }])
})
