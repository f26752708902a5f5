import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type Bench, bench } from '../support/larry.ts'

interface SettingJson {
  readonly key: string
  readonly value: unknown
  readonly origin: string
  readonly source: string | null
}

const fileOf = ({ folder }: Bench) => join(folder, '.config', 'larry', 'config.toml')

function configure(b: Bench, text: string): void {
  mkdirSync(dirname(fileOf(b)), { recursive: true })
  writeFileSync(fileOf(b), text)
}

const configured = (b: Bench) => readFileSync(fileOf(b), 'utf8')

test('config list shows every key with what holds, in every format, and opens no database', async () => {
  const b = bench({ empty: true })
  writeFileSync(b.file, 'not a database')
  const values = (await b.json<SettingJson[]>('config', 'list')).map(({ key, value }) => [key, value])
  expect(values).toEqual([
    ['week_start', 'monday'],
    ['tz', 'UTC'],
    ['color', 'auto'],
    ['auto_migrate', true],
    ['durability', 'full'],
    ['attachment_limit', 104_857_600],
  ])
  expect((await b.larry('config', 'list', '--ids')).stdout).toBe(
    'week_start\ntz\ncolor\nauto_migrate\ndurability\nattachment_limit\n',
  )
  for (const format of ['table', 'ndjson', 'csv', 'tsv', 'md'])
    expect((await b.larry('config', 'list', '--format', format)).stdout).toContain('durability')
})

test('--origin tells the flag, the variable, the line or the default a setting comes from', async () => {
  const b = bench()
  configure(b, '# mine\nweek_start = "sunday"\ntz = "Asia/Tokyo"\ncolor = "never"\n')
  const env = { LARRY_TZ: 'Europe/Vienna', LARRY_PROFILE: '0', NO_COLOR: '1' }
  const ran = await b.with({ env })('config', 'list', '--origin', '--json', '--no-input')
  expect(
    (JSON.parse(ran.stdout) as SettingJson[]).map(({ key, value, origin, source }) => [key, value, origin, source]),
  ).toEqual([
    ['week_start', 'sunday', 'config', `${fileOf(b)}:2`],
    ['tz', 'Europe/Vienna', 'environment', 'LARRY_TZ'],
    ['color', 'never', 'environment', 'NO_COLOR'],
    ['auto_migrate', true, 'default', null],
    ['durability', 'full', 'default', null],
    ['attachment_limit', 104_857_600, 'default', null],
    ['db', b.file, 'environment', 'LARRY_DB'],
    ['format', 'json', 'flag', '--json'],
    ['no_input', true, 'flag', '--no-input'],
    ['profile', false, 'default', null],
  ])
  expect((await b.with({ columns: 80, env: { NO_COLOR: '1' } })('config', 'list', '--origin')).stdout).toMatch(
    /^key +value +origin +source\n/,
  )
})

test('the zone of the config is used, unless a flag, LARRY_TZ or TZ names another', async () => {
  const b = bench()
  configure(b, 'tz = "Asia/Tokyo"\n')
  const today = async (env: Record<string, string>, ...flags: string[]) =>
    JSON.parse((await b.with({ env, now: '2026-11-23T20:00:00Z' })('add', 'T today', '--json', ...flags)).stdout)[0].due
  expect(await today({ LARRY_TZ: '' })).toBe('2026-11-24')
  expect(await today({ LARRY_TZ: 'UTC' })).toBe('2026-11-23')
  expect(await today({ LARRY_TZ: '' }, '--tz', 'UTC')).toBe('2026-11-23')
  const zone = async (env: Record<string, string>) => (await b.with({ env })('config', 'get', 'tz', '--json')).stdout
  expect(JSON.parse(await zone({ LARRY_TZ: '' }))).toMatchObject({ value: 'Asia/Tokyo', origin: 'config' })
  expect(JSON.parse(await zone({ LARRY_TZ: '', TZ: 'UTC' }))).toMatchObject({ origin: 'environment', source: 'TZ' })
})

test('the colour of the config is used, unless a flag or the environment says otherwise', async () => {
  const b = bench()
  await b.larry('add', 'One')
  const isColoured = async (env: Record<string, string>, ...flags: string[]) =>
    (await b.with({ env, columns: 80 })('list', ...flags)).stdout.includes('\u001b[')
  expect(await isColoured({})).toBe(true)
  configure(b, 'color = "never"\n')
  expect([
    await isColoured({}),
    await isColoured({}, '--color', 'always'),
    await isColoured({ FORCE_COLOR: '1' }),
  ]).toEqual([false, true, true])
  configure(b, 'color = "always"\n')
  expect((await b.larry('list', '--format', 'table')).stdout).toContain('\u001b[')
  expect(await isColoured({ NO_COLOR: '1' })).toBe(false)
})

test('config get prints the bare value; an unknown key is refused with the nearest, exit 2', async () => {
  const b = bench()
  expect((await b.larry('config', 'get', 'week_start')).stdout).toBe('monday\n')
  expect((await b.larry('config', 'get', 'week_start', '--format', 'table')).stdout).toBe('monday\n')
  expect((await b.larry('config', 'get', 'db')).stdout).toBe(`${b.file}\n`)
  expect(await b.json('config', 'get', 'durability')).toMatchObject({ key: 'durability', value: 'full', source: null })
  const odd = await b.larry('config', 'get', 'week_strat')
  expect(odd).toMatchObject({
    code: 2,
    stdout: '',
    stderr: 'larry: unknown key "week_strat"\n  hint: did you mean week_start?\n',
  })
  expect(await b.larry('config', 'get', '__proto__')).toMatchObject({ code: 2 })
})

test('config set makes the file, for its owner alone, and says what it did', async () => {
  const b = bench()
  const ran = await b.larry('config', 'set', 'week_start', 'sunday', '--format', 'table')
  expect(ran).toEqual({ code: 0, stdout: `Set week_start to sunday in ${fileOf(b)}\n`, stderr: '' })
  expect(configured(b)).toBe('week_start = "sunday"\n')
  expect((statSync(fileOf(b)).mode & 0o777).toString(8)).toBe('600')
  expect((statSync(dirname(fileOf(b))).mode & 0o777).toString(8)).toBe('700')
  expect(readdirSync(dirname(fileOf(b)))).toEqual(['config.toml'])
  const again = await b.larry('config', 'set', 'week_start', 'sunday', '--format', 'table')
  expect(again.stdout).toBe('Nothing changed: week_start is sunday already\n')
  expect(await b.json('config', 'set', 'week_start', 'sunday')).toEqual([])
  expect(await b.json('config', 'set', 'auto_migrate', 'false')).toMatchObject([
    { key: 'auto_migrate', value: false, origin: 'config', source: `${fileOf(b)}:2` },
  ])
  expect(configured(b)).toBe('week_start = "sunday"\nauto_migrate = false\n')
})

test.each([
  ['week_start', 'sunday', '"sunday"'],
  ['week_start', '"Sunday"', '"Sunday"'],
  ['auto_migrate', 'false', 'false'],
  ['attachment_limit', '1GiB', '"1GiB"'],
  ['attachment_limit', '1_000', '1000'],
  ['tz', 'Europe/Vienna', '"Europe/Vienna"'],
  ['color', "'always'", '"always"'],
])('config set %s %s writes %s', async (key, typed, written) => {
  const b = bench()
  expect(await b.larry('config', 'set', key, typed)).toMatchObject({ code: 0, stderr: '' })
  expect(configured(b)).toBe(`${key} = ${written}\n`)
  expect((await b.larry('list')).code).toBe(0)
})

test.each([
  ['week_start', 'someday', 'week_start cannot be "someday"', 'monday to sunday'],
  ['week_start', '1', 'week_start cannot be 1', ''],
  ['auto_migrate', 'yes', 'auto_migrate cannot be "yes"', 'true or false'],
  ['tz', 'Mars/Crater', 'tz cannot be "Mars/Crater"', 'IANA'],
  ['tz', 'UTC"\ncolor = "never', 'tz cannot be', ''],
  ['color', '', 'color cannot be ""', ''],
  ['attachment_limit', '0', 'attachment_limit cannot be 0', '100MiB'],
  ['attachment_limit', '99999999999999999999', 'attachment_limit cannot be', ''],
  ['week_strat', 'monday', 'unknown key "week_strat"', 'week_start'],
  ['db', 'x.db', '"db" is no key of config.toml', '--db or LARRY_DB'],
  ['week_start.x', '1', 'unknown key "week_start.x"', ''],
])('config set %s %j is refused, exit 2, and nothing is written', async (key, typed, message, hint) => {
  const b = bench()
  const ran = await b.larry('config', 'set', key, typed)
  expect(ran).toMatchObject({ code: 2, stdout: '' })
  expect(ran.stderr).toContain(message)
  expect(ran.stderr).toContain(hint)
  expect(existsSync(fileOf(b))).toBe(false)
})

test('set says when a variable goes before the config', async () => {
  const b = bench()
  const ran = await b.with({ env: { LARRY_TZ: 'Europe/Vienna' } })('config', 'set', 'tz', 'UTC', '--format', 'table')
  expect(ran.stdout).toContain('LARRY_TZ goes before it: here tz is Europe/Vienna')
})

test('set and unset change one key and keep comments, order, blank lines and line ends', async () => {
  const b = bench()
  configure(b, '\ufeff# mine\r\n\r\nweek_start = "monday" # why\r\ndurability = "normal"\r\n# end\r\n')
  await b.larry('config', 'set', 'week_start', 'sunday')
  expect(configured(b)).toBe('# mine\r\n\r\nweek_start = "sunday" # why\r\ndurability = "normal"\r\n# end\r\n')
  const ran = await b.larry('config', 'unset', 'durability', '--format', 'table')
  expect(ran.stdout).toBe(`Unset durability in ${fileOf(b)}: it is full\n`)
  expect(configured(b)).toBe('# mine\r\n\r\nweek_start = "sunday" # why\r\n# end\r\n')
  expect((await b.larry('config', 'unset', 'durability', '--format', 'table')).stdout).toBe(
    'Nothing changed: durability was not set\n',
  )
})

test('a dry run writes nothing', async () => {
  const b = bench()
  const ran = await b.larry('config', 'set', 'week_start', 'sunday', '-n')
  expect(ran).toMatchObject({ code: 0, stderr: 'dry run: nothing was written\n' })
  expect(existsSync(fileOf(b))).toBe(false)
})

describe('a config that cannot be read', () => {
  test('stops other commands with file, line and the way out, and never path', async () => {
    const b = bench()
    configure(b, 'week_start = "monday"\ncolor = \n')
    for (const line of [['list'], ['config', 'set', 'color', 'auto'], ['config', 'unset', 'color']]) {
      const ran = await b.larry(...line)
      expect({ line, ...ran }).toMatchObject({ line, code: 2, stdout: '' })
      expect(ran.stderr).toContain(`${fileOf(b)} line 2: `)
      expect(ran.stderr).toContain('larry config path')
    }
    expect(await b.larry('config', 'path')).toEqual({ code: 0, stdout: `${fileOf(b)}\n`, stderr: '' })
    expect(await b.json('config', 'path')).toEqual({ path: fileOf(b) })
    expect(configured(b)).toBe('week_start = "monday"\ncolor = \n')
  })

  test('is shown as far as it can be meant, with a warning; scripts of completion are printed without one', async () => {
    const b = bench()
    configure(b, 'week_start = sunday\n')
    const at = `${fileOf(b)} line 1: `
    const quotes = 'text stands in quotes: week_start = "sunday"'
    expect((await b.larry('list')).stderr).toContain(`hint: ${quotes}; $EDITOR`)
    const get = await b.larry('config', 'get', 'week_start')
    expect(get).toMatchObject({ code: 0, stdout: 'monday\n', stderr: expect.stringContaining(`larry: warning: ${at}`) })
    expect(get.stderr).toContain(quotes)
    expect(await b.larry('completion', 'bash')).toMatchObject({ code: 0, stderr: '' })
    configure(b, 'week_start = "someday"\ncolor = "never"\n')
    const list = await b.larry('config', 'list', '--origin', '--json')
    expect(list.stderr).toContain(`larry: warning: ${at}week_start cannot be "someday"`)
    expect(JSON.parse(list.stdout)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ key: 'week_start', value: 'monday', origin: 'default' }),
        expect.objectContaining({ key: 'color', value: 'never', source: `${fileOf(b)}:2` }),
      ]),
    )
  })

  test('a wrong value is mended by set, an unknown key taken out by unset, and what else is wrong told', async () => {
    const b = bench()
    configure(b, 'week_start = "someday"\ncolour = "red"\n')
    expect((await b.larry('list')).stderr).toContain(`${fileOf(b)} line 1: week_start cannot be "someday"`)
    const set = await b.larry('config', 'set', 'week_start', 'monday')
    expect(set).toMatchObject({
      code: 0,
      stderr: `larry: warning: ${fileOf(b)} line 2: unknown key "colour": did you mean color?\n`,
    })
    const unset = await b.larry('config', 'unset', 'colour', '--format', 'table')
    expect(unset).toEqual({ code: 0, stdout: `Took colour out of ${fileOf(b)}\n`, stderr: '' })
    expect(configured(b)).toBe('week_start = "monday"\n')
    expect(await b.larry('config', 'unset', 'colour')).toMatchObject({ code: 2, stdout: '' })
  })

  test.each([
    ['week_start = "monday"\nweek_start = "sunday"\n', 'line 2'],
    ['[week_start]\nx = 1\n', 'line 1: week_start is said in a way'],
    ['week_start.x = 1\n', 'line 1: week_start is said in a way'],
    ['week_start = 1\u0000\n', 'line 1'],
  ])('%j is not rewritten by set', async (text, message) => {
    const b = bench()
    configure(b, text)
    const ran = await b.larry('config', 'set', 'week_start', 'sunday')
    expect(ran).toMatchObject({ code: 2, stdout: '' })
    expect(ran.stderr).toContain(message)
    expect(configured(b)).toBe(text)
  })

  test('bytes that are no UTF-8 are named by their line', async () => {
    const b = bench()
    configure(b, '')
    writeFileSync(fileOf(b), Buffer.from([0x23, 0x0a, 0x23, 0xff, 0x0a]))
    expect((await b.larry('list')).stderr).toContain(`${fileOf(b)} is not UTF-8 (line 2)`)
  })
})

test('a linked config stays a link, and the file it leads to is changed', async () => {
  const b = bench()
  mkdirSync(dirname(fileOf(b)), { recursive: true })
  mkdirSync(join(b.folder, 'dotfiles'))
  symlinkSync('../../dotfiles/larry.toml', fileOf(b))
  expect(await b.larry('config', 'set', 'color', 'never')).toMatchObject({ code: 0, stderr: '' })
  expect(readFileSync(join(b.folder, 'dotfiles', 'larry.toml'), 'utf8')).toBe('color = "never"\n')
  await b.larry('config', 'set', 'color', 'always')
  expect(readFileSync(join(b.folder, 'dotfiles', 'larry.toml'), 'utf8')).toBe('color = "always"\n')
  expect(readdirSync(join(b.folder, 'dotfiles'))).toEqual(['larry.toml'])
})

test('a folder in place of the file, a file in place of the folder and no home are told, exit 5', async () => {
  const b = bench()
  mkdirSync(fileOf(b), { recursive: true })
  for (const line of [['list'], ['config', 'list'], ['config', 'set', 'color', 'auto']])
    expect(await b.larry(...line)).toMatchObject({ code: 5, stdout: '', stderr: `larry: ${fileOf(b)} is a folder\n` })
  const other = bench()
  writeFileSync(join(other.folder, '.config'), '')
  expect(await other.larry('config', 'set', 'color', 'auto')).toMatchObject({ code: 5, stdout: '' })
  const nowhere = { env: { XDG_CONFIG_HOME: '/proc/none' } }
  expect(await other.with(nowhere)('config', 'set', 'color', 'auto')).toMatchObject({ code: 5, stdout: '' })
})
