import { expect, test } from 'vitest'
import { keysIn, readTemplate } from '../../src/output/template.ts'
import { seed } from '../cli/seed.ts'
import { type Bench, bench } from '../support/larry.ts'

async function two(): Promise<Bench> {
  const b = bench()
  await seed(b, 'Call Bob due:fri +b +a project:work/site', 'Rest p:low')
  return b
}

test.each([
  ['{{id}} {{title}}', '1 Call Bob\n2 Rest\n'],
  ['{{ id }}\\t{{due}}', '1\t2026-11-27\n2\t\n'],
  ['{{tags}}|{{depends_on}}', 'a b|\n|\n'],
  ['- [ ] {{title}} ({{project}})\\n', '- [ ] Call Bob (work/site)\n\n- [ ] Rest ()\n\n'],
  ['{{{id}}}', '{1}\n{2}\n'],
  ['{"id": {{id}}, "a": {"b": 1}}', '{"id": 1, "a": {"b": 1}}\n{"id": 2, "a": {"b": 1}}\n'],
  ['\\{\\{{{id}}}} \\\\n', '{{1}} \\n\n{{2}} \\n\n'],
  ['{{id}}{{id}}', '11\n22\n'],
  ['}}{{id}}{', '}}1{\n}}2{\n'],
  ['Größe {{id}} 😀', 'Größe 1 😀\nGröße 2 😀\n'],
])('--template %j writes %j', async (template, stdout) => {
  const b = await two()
  expect(await b.larry('list', '--sort', 'id', '--template', template)).toEqual({ code: 0, stdout, stderr: '' })
})

test.each([
  ['', 'names no field'],
  ['{id} {title}', '--template "{id} {title}" names no field\n  hint: such as --template \'{{id}} {{title}}\''],
  ['{{}}', '--template "{{}}" names no field'],
  ['{{ }} {{id}}', 'names no field'],
  ['{{id', '"{{" is not closed in --template "{{id"'],
  ['{{id} {{title}}', '"{{" is not closed'],
  ['{{{{', '"{{" is not closed'],
  ['{{id}} \\x', 'unknown escape "\\x" in --template'],
  ['{{id}} \\', 'unknown escape "\\" in --template'],
  ['{{titel}}', 'a task has no field "titel"\n  hint: did you mean title? fields: id, uid, title'],
  ['{{urgency.total}}', 'a task has no field "urgency.total"'],
])('--template %j is refused before anything is changed: %s', async (template, message) => {
  const b = await two()
  const before = await b.tasks()
  for (const line of [['list'], ['add', 'Three'], ['done', '1'], ['rm', '1', '-y']]) {
    const ran = await b.larry(...line, '--template', template)
    expect({ line, ...ran }).toMatchObject({ line, code: 2, stdout: '' })
    expect(ran.stderr).toContain(message)
  }
  expect(await b.tasks()).toEqual(before)
})

test('what changes and what is shown alone answer in the words of a template too', async () => {
  const b = await two()
  const as = async (template: string, ...line: string[]) => (await b.larry(...line, '--template', template)).stdout
  expect(await as('{{title}}: {{subtasks}} {{comments}}', 'show', '2')).toBe('Rest:  \n')
  expect(await as('{{id}}', 'add', 'Three', '-q')).toBe('3\n')
  expect(await as('{{id}} {{status}}', 'done', '1', '3')).toBe('1 done\n3 done\n')
  expect(await as('{{path}}', 'db', 'path')).toBe(`${b.file}\n`)
  expect(await as('{{tag}}={{open}}', 'tag', 'list')).toBe('a=0\nb=0\n')
  expect(await as('{{id}} is gone', 'rm', '3', '-y')).toBe('3 is gone\n')
  expect(await b.larry('list', 'p:urgent', '--template', '{{id}}')).toEqual({
    code: 0,
    stdout: '',
    stderr: 'No tasks.\n',
  })
})

test('-0 ends each with NUL, and LARRY_FORMAT gives way', async () => {
  const b = await two()
  const list = ['list', '--sort', 'id', '--template', '{{id}} {{title}}']
  expect((await b.larry(...list, '-0')).stdout).toBe('1 Call Bob\u00002 Rest\u0000')
  const json = b.with({ env: { LARRY_FORMAT: 'json' } })
  expect((await json(...list)).stdout).toBe('1 Call Bob\n2 Rest\n')
  expect((await json('list', '--template', '{{nope}}')).stderr).toMatch(/^larry: a task has no field "nope"\n/)
})

test('stored text is data: it cannot end a line or move the cursor, and its backslashes stay', async () => {
  const b = bench()
  await b.larry('add', '--literal', '--notes', 'a\nb\tc\\n{{id}}', '--', 'A \u001b[31m \u202E B')
  expect((await b.larry('list', '--template', '{{title}} {{notes}}')).stdout).toBe(
    'A \\x1b[31m \\u202e B a\\nb\\tc\\n{{id}}\n',
  )
})

test.each([
  [['--json'], 'two formats are asked for: json and template'],
  [['--format', 'csv'], 'two formats are asked for: csv and template'],
  [['--ids'], 'two formats are asked for: ids and template'],
  [['--fields', 'id'], '--template and --fields are both given'],
  [['--template', '{{title}}'], 'are both given'],
])('a template beside %j is refused: %s', async (flags, message) => {
  const ran = await bench().larry('list', '--template', '{{id}}', ...flags)
  expect(ran).toMatchObject({ code: 2, stdout: '' })
  expect(ran.stderr).toContain(message)
})

test('what draws or writes bytes takes no template', async () => {
  const b = await two()
  expect((await b.larry('task', 'graph', '--as', 'dot', '--template', '{{id}}')).stderr).toContain('two formats')
})

test('a template is read in linear time, whatever it is', () => {
  expect(keysIn(readTemplate(`${'{'.repeat(100_000)}{{id}}`))).toEqual(['id'])
  expect(keysIn(readTemplate('{{id}} '.repeat(100_000)))).toEqual(['id'])
  expect(() => readTemplate('{{'.repeat(50_000))).toThrow('is not closed')
})
