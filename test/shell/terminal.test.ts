import stringWidth from 'string-width'
import { expect, test } from 'vitest'
import type { Shell } from '../support/shell.ts'
import { lacks } from '../support/tools.ts'
import { program, shellWith, succeed } from './kit.ts'

interface Terminal {
  readonly env?: Record<string, string>
  /** What is typed, as printf takes it; otherwise the end of input comes at once. */
  readonly typed?: string
}

/** Runs a line on a pseudo-terminal, which joins stdout and stderr; carriage returns are taken out. */
async function onTerminal(sh: Shell, line: string, { env = {}, typed }: Terminal = {}) {
  const type = typed === undefined ? '' : `(printf '${typed}'; sleep 0.6) |`
  const { stdout } = await sh.bash(
    `${type} script -qec "${program} ${line}; echo \\$? > code" /dev/null ${typed === undefined ? '< /dev/null' : ''} > text; cat code text`,
    { TERM: 'xterm', ...env },
  )
  const [code, ...text] = stdout.replaceAll('\r', '').split('\n')
  return { code: Number(code), text: text.join('\n') }
}

const wide = [
  'Buy 🍎🍏 for 漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字 👩‍👩‍👧‍👦 family 🇦🇹🇯🇵',
  'ｆｕｌｌ ｗｉｄｔｈ ｗｏｒｄｓ そしてとても長いタイトルがここにあります',
  'e\u0301'.repeat(80),
  'plain',
]
const hostile = [
  '\u001b[31mred\u001b[0m',
  '\u001b]0;title\u0007',
  '\u001b]52;c;ZXZpbA==\u001b\\',
  '\u009b31m csi',
  'back\u0008\u0008space',
  'over\rwrite',
  'bidi \u202Egnp.exe',
]

test.skipIf(lacks('script'))('a terminal gets colour unless NO_COLOR, TERM=dumb or a flag says no', async () => {
  const sh = await shellWith(['one'])
  await succeed(sh, 'larry edit 1 due:2020-01-01 p:urgent')
  const colour = async (env: Record<string, string>, line = 'list') =>
    (await onTerminal(sh, line, { env: { COLUMNS: '80', ...env } })).text.includes('\u001b[')
  expect(await colour({})).toBe(true)
  expect(await colour({ NO_COLOR: '' })).toBe(true)
  expect(await colour({ NO_COLOR: '1', FORCE_COLOR: '1' })).toBe(false)
  expect(await colour({ TERM: 'dumb' })).toBe(false)
  expect(await colour({ CLICOLOR: '0' })).toBe(false)
  expect(await colour({}, 'list --no-color')).toBe(false)
  expect(await colour({ NO_COLOR: '1' }, 'list --color=always')).toBe(true)
  expect(await colour({ FORCE_COLOR: '1' }, 'list --json')).toBe(false)
})

test.skipIf(lacks('script'))('a pipe gets colour only when forced, and then only in a table', async () => {
  const sh = await shellWith(['one'])
  expect(await succeed(sh, 'larry list; larry list --format table; larry --help')).not.toContain('\u001b')
  expect(await succeed(sh, 'larry list --format table', { FORCE_COLOR: '1' })).toContain('\u001b[')
  expect(await succeed(sh, 'larry list --format table', { CLICOLOR_FORCE: '1' })).toContain('\u001b[')
  expect(JSON.parse(await succeed(sh, 'larry list --json', { FORCE_COLOR: '1' }))).toHaveLength(1)
})

test.skipIf(lacks('script'))(
  'no line is wider than COLUMNS, whatever the letters, and a pipe gets all of them',
  async () => {
    const sh = await shellWith(wide)
    for (const columns of ['60', '80', '40']) {
      const { text } = await onTerminal(sh, 'list --no-color', { env: { COLUMNS: columns } })
      const lines = text.trimEnd().split('\n')
      expect(lines).toHaveLength(wide.length + 1)
      expect(lines.filter((line) => stringWidth(line) > Number(columns))).toEqual([])
      expect(text).toContain('plain')
    }
    const piped = await succeed(sh, 'larry list --format table', { COLUMNS: '60' })
    for (const title of wide) expect(piped).toContain(title)
  },
)

test.skipIf(lacks('script'))(
  'a terminal that does not tell its size, or tells nonsense, still shows the tasks',
  async () => {
    const sh = await shellWith(['plain'])
    for (const env of [{}, { COLUMNS: 'abc' }, { COLUMNS: '-5' }, { COLUMNS: '0' }, { TERM: '' }, { LANG: 'C' }])
      expect({ env, ...(await onTerminal(sh, 'list --no-color', { env })) }).toMatchObject({
        env,
        text: expect.stringContaining('plain'),
      })
  },
)

test.skipIf(lacks('script'))('control characters in titles reach no terminal, and JSON keeps them', async () => {
  const sh = await shellWith(hostile)
  const controls = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/u
  for (const line of [
    'list',
    'show 2',
    'show 3',
    'history show 1',
    'add \\"$TITLE\\"',
    'done 1',
    'show \\"$TITLE\\"',
    'list project:\\"$TITLE\\"',
    '\\"$TITLE\\"',
  ]) {
    const { text } = await onTerminal(sh, line, { env: { NO_COLOR: '1', COLUMNS: '120', TITLE: hostile.join(' ') } })
    expect(`${line}: ${text.replaceAll('\n', '')}`).not.toMatch(controls)
  }
  expect(await succeed(sh, 'larry list --format tsv; larry list --format table')).not.toMatch(
    /[\u001b\u0007\u009b\u202e]/,
  )
  const kept = JSON.parse(await succeed(sh, 'larry list --all --sort id -l 7 --json')) as { title: string }[]
  expect(kept.map(({ title }) => title)).toEqual(hostile)
})

test.skipIf(lacks('script'))('a question is answered by y alone; n, Enter and the end of input are no', async () => {
  const sh = await shellWith(['one', 'two'])
  for (const typed of ['n\\n', '\\n', 'maybe\\n', '\\004', undefined]) {
    const { code, text } = await onTerminal(sh, 'task remove 1', typed === undefined ? {} : { typed })
    expect({ typed, code, asked: text.match(/\[y\/N\]/g)?.length }).toEqual({ typed, code: 1, asked: 1 })
    expect(text).toContain('nothing was changed')
  }
  expect(await succeed(sh, 'larry list --count')).toBe('2\n')
  expect(await onTerminal(sh, 'task remove 1', { typed: 'y\\n' })).toMatchObject({
    code: 0,
    text: expect.stringContaining('Removed'),
  })
  expect(await succeed(sh, 'larry list --count')).toBe('1\n')
})

test.skipIf(lacks('script'))('nothing is locked while a question waits', async () => {
  const sh = await shellWith(['one'])
  const ran =
    await sh.bash(`mkfifo answer; script -qec "${program} task remove 1" /dev/null < answer > asked & exec 3> answer
    for i in $(seq 100); do grep -q 'y/N' asked && break; sleep 0.1; done
    timeout 10 ${program} add two -q; echo "add $?"; echo n >&3; wait`)
  expect(ran.stdout).toBe('2\nadd 0\n')
})

test.skipIf(lacks('script'))(
  '--no-input, LARRY_NO_INPUT and a pipe refuse what needs a yes and name the flag',
  async () => {
    const sh = await shellWith(['one'])
    for (const ran of [
      await onTerminal(sh, 'task remove 1 --no-input'),
      await onTerminal(sh, 'task remove 1', { env: { LARRY_NO_INPUT: '1' } }),
    ]) {
      expect(ran.code).toBe(2)
      expect(ran.text).toContain('--yes')
    }
    for (const stdin of ['< /dev/null', '<<< y', '<&-'])
      expect(await sh.bash(`larry rm 1 ${stdin}`)).toMatchObject({ code: 2 })
    expect(await succeed(sh, 'larry list --count; larry rm 1 --yes -q; larry list --all --count')).toMatch(
      /^1\n[^]*0\n$/,
    )
  },
)

test.skipIf(lacks('script'))('a verb that reads a pipe does not wait at a terminal', async () => {
  const sh = await shellWith(['one'])
  for (const line of ['add -', 'done -', 'add --file -'])
    expect({ line, ...(await onTerminal(sh, line, { typed: 'x\\n' })) }).toMatchObject({ line, code: 2 })
})
