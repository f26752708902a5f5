import { expect, test } from 'vitest'
import { bench } from '../support/larry.ts'
import { agency, rows } from './agency.ts'

test('a client is stored as it was told', async () => {
  const b = bench()
  await b.json('client', 'add', 'Zoë', 'GmbH', '--rate', '85.5', '--currency', 'eur', '--email', ' z@x.example ')
  await b.json('client', 'edit', 'zoë gmbh', '--phone', '+49 30 12', '--notes', 'two\nlines', '--status', 'ina')
  expect(await b.json('client', 'list')).toMatchObject([
    {
      id: 1,
      name: 'Zoë GmbH',
      status: 'inactive',
      rate_cents: 8550,
      currency: 'EUR',
      email: 'z@x.example',
      phone: '+49 30 12',
      notes: 'two\nlines',
      open_tasks: 0,
      done_tasks: 0,
      created_at: '2026-11-23T09:00:00.000Z',
    },
  ])
})

test('none clears what may be empty', async () => {
  const b = bench()
  await b.json(
    'client',
    'add',
    'A',
    '--rate',
    '1',
    '--currency',
    'EUR',
    '--email',
    'a@b',
    '--phone',
    '1',
    '--notes',
    'x',
  )
  expect(
    await b.json('client', 'edit', 'a', '--rate', 'none', '--currency', 'none', '--email', 'NONE', '--phone', 'none'),
  ).toMatchObject([{ rate_cents: null, currency: null, email: null, phone: null, notes: 'x' }])
})

test.each([
  ['STRASSE', 'straße', true],
  ['Σίσυφος', 'ΣΊΣΥΦΟΣ', true],
  ['Cafe\u0301', 'CAFÉ', true],
  ['İstanbul', 'istanbul', false],
  ['Acme', 'Acme Corp', false],
])('clients %s and %s are one: %s', async (first, second, same) => {
  const b = bench()
  await b.json('client', 'add', first)
  const ran = await b.larry('client', 'add', second)
  expect(ran.code).toBe(same ? 4 : 0)
  expect(ran.stderr).toBe(
    same ? `larry: client "${first.normalize('NFC')}" exists already\n  hint: larry client show 1\n` : '',
  )
})

test('a client may be given its own name in another case, not that of another', async () => {
  const b = await agency()
  expect(await b.json('client', 'edit', 'acme', '--name', 'ACME corp')).toMatchObject([{ name: 'ACME corp' }])
  const ran = await b.larry('client', 'edit', 'globex', '--name', 'acme CORP')
  expect(ran).toMatchObject({ code: 4, stdout: '' })
  expect(ran.stderr).toContain('client "ACME corp" exists already')
})

test('an archived client is hidden, found by name, and comes back by edit', async () => {
  const b = await agency()
  await b.json('client', 'archive', 'acme')
  expect(await b.json('client', 'list')).toMatchObject([{ name: 'Globex' }])
  expect(await b.json('client', 'list', '--all')).toMatchObject([{ name: 'Acme Corp' }, { name: 'Globex' }])
  expect(await b.json('client', 'list', '--status', 'archived,prospect')).toHaveLength(2)
  expect(await b.json('add', 'More', 'client:acme')).toMatchObject([{ client: 'Acme Corp' }])
  expect((await b.larry('client', 'add', 'Acme Corp')).stderr).toBe(
    'larry: client "Acme Corp" exists already, archived\n  hint: larry client edit 1 --status active\n',
  )
  expect(await b.larry('client', 'archive', 'acme', 'globex', '--format', 'table')).toEqual({
    code: 0,
    stdout: 'Archived Globex\nAcme Corp was already archived\n',
    stderr: '',
  })
  expect(await b.json('client', 'edit', 'acme', '--status', 'active')).toMatchObject([{ status: 'active' }])
})

test('a client is named by its id, by its name unless that is an id, and by a beginning only it has', async () => {
  const b = bench()
  for (const name of ['Acme', 'Acme Corp', '1', '3M']) await b.json('client', 'add', name)
  const shown = async (...words: string[]) => (await b.json<{ id: number }>('client', 'show', ...words)).id
  expect(await shown('ACME')).toBe(1)
  expect(await shown('acme', 'corp')).toBe(2)
  expect(await shown('1')).toBe(1)
  expect(await shown('3')).toBe(3)
  expect(await shown('2')).toBe(2)
  expect(await shown('3m')).toBe(4)
  expect(await b.larry('client', 'show', 'ac')).toMatchObject({
    code: 4,
    stderr: 'larry: several clients begin with "ac"\n  hint: Acme, Acme Corp\n',
  })
})

test('of words that are one name without quotes the hint says so', async () => {
  const b = await agency()
  expect((await b.larry('client', 'archive', 'Acme', 'Corp')).stderr).toBe(
    'larry: client "Corp" does not exist\n  hint: quote a name of several words: "Acme Corp"\n',
  )
})

test.each<[string[], number, string, string]>([
  [['add'], 2, 'a client needs a name', 'larry client add'],
  [['add', ' '], 2, '" " cannot name a client', ''],
  [['add', 'a\u001bb'], 2, 'cannot name a client', ''],
  [['add', 'x'.repeat(201)], 2, 'cannot name a client', ''],
  [['add', 'None'], 2, '"None" cannot name a client: it means no client', ''],
  [['add', 'X', '--rate', '-5'], 2, '--rate "-5" is not an amount of money', 'such as 85 or 85.50'],
  [['add', 'X', '--rate', '1,5'], 2, '"1,5" is not an amount', ''],
  [['add', 'X', '--rate', '1e3'], 2, '"1e3" is not an amount', ''],
  [['add', 'X', '--rate', '9999999999'], 2, 'is not an amount', ''],
  [['add', 'X', '--rate', '1', '--rate', '2'], 2, 'are both given', ''],
  [['add', 'X', '--currency', 'EURO'], 2, '"EURO" is not a currency', 'did you mean EUR?'],
  [['add', 'X', '--currency', '€'], 2, '"€" is not a currency', 'ISO 4217'],
  [['add', 'X', '--email', 'nobody'], 2, '"nobody" is not an email address', ''],
  [['add', 'X', '--phone', 'call me'], 2, '"call me" is not a phone number', ''],
  [['add', 'X', '--notes', ' '], 2, 'the notes are empty', ''],
  [['add', 'X', '--status', 'actve'], 2, 'unknown status "actve"', 'did you mean active?'],
  [['list', '--status', 'a'], 2, 'unknown status "a"', 'one of prospect, active'],
  [['list', '--all', '--status', 'active'], 2, 'are both given', ''],
  [['show'], 2, 'no client is named', 'larry client list'],
  [['show', ''], 2, 'cannot name a client', ''],
  [['show', 'Globx'], 3, 'client "Globx" does not exist', 'did you mean Globex?'],
  [['edit', 'acme'], 2, 'nothing to change', ''],
  [['edit', 'acme', 'globex', '--name', 'Both'], 2, '"Both" cannot be the name of 2 clients', ''],
  [['edit', 'acme', 'nobody', '--rate', '1'], 3, 'client "nobody" does not exist', ''],
  [['archive'], 2, 'no client is named', ''],
  [['remove', 'acme'], 2, 'Remove Acme Corp? 2 tasks and 1 project live on without it.', '--yes'],
  [['remove', '99'], 3, 'client "99" does not exist', ''],
])('larry client %j answers %i: %s', async (line, code, message, hint) => {
  const b = await agency()
  const before = rows(b)
  const ran = await b.larry('client', ...line)
  expect(ran).toMatchObject({ code, stdout: '' })
  expect(ran.stderr).toContain(message)
  expect(ran.stderr).toContain(hint)
  expect(rows(b)).toEqual(before)
})

test('a name that begins with a dash goes after --', async () => {
  const b = bench()
  expect(await b.larry('client', 'add', '-q', '--', '-dash', '--rate')).toMatchObject({ code: 0, stdout: '1\n' })
  expect(await b.json('client', 'list')).toMatchObject([{ name: '-dash --rate' }])
})

test('removing asks, and no is no', async () => {
  const b = await agency()
  const before = rows(b)
  const no = await b.with({ answers: ['n'] })('client', 'remove', 'globex', 'acme')
  expect(no).toMatchObject({ code: 1, stdout: '' })
  expect(no.stderr).toMatch(/^Remove Acme Corp, Globex\? 2 tasks and 1 project live on without them\. \[y\/N\] /)
  expect(rows(b)).toEqual(before)
  expect(await b.with({ answers: ['y'] })('client', 'remove', 'acme')).toMatchObject({ code: 0 })
  expect(await b.json('client', 'list', '--all')).toMatchObject([{ name: 'Globex' }])
  expect(await b.tasks()).toMatchObject([{ client: null }, {}, {}, { client: null }, {}])
})

test('names that could drive a terminal are shown, not obeyed', async () => {
  const b = bench()
  const name = 'evil\u202Eknow'
  await b.json('client', 'add', name)
  await b.json('project', 'add', name)
  for (const noun of ['client', 'project']) {
    expect((await b.larry(noun, 'list', '--format', 'table')).stdout).toContain('evil\\u202eknow')
    expect(await b.json(noun, 'list')).toMatchObject([{ name }])
  }
})
