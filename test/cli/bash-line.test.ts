import { describe, expect, test } from 'vitest'
import { readBashLine, toBash } from '../../src/cli/completion/bash-line.ts'

/** COMP_WORDBREAKS as bash has it. */
const breaks = ' \t\n"\'@><=;|&(:'

const lines: readonly [line: string, words: string[], kept: string, quote?: string][] = [
  ['larry done ', ['larry', 'done', ''], ''],
  ['larry done 12', ['larry', 'done', '12'], ''],
  ['larry list project:We', ['larry', 'list', 'project:We'], 'project:'],
  ['larry list --format=j', ['larry', 'list', '--format=j'], '--format='],
  ['larry list "project:We', ['larry', 'list', 'project:We'], '', '"'],
  ['larry list project:"We b', ['larry', 'list', 'project:We b'], 'project:', '"'],
  ["larry add 'it is", ['larry', 'add', 'it is'], '', "'"],
  ['larry add "a b"c', ['larry', 'add', 'a bc'], ''],
  ['larry add a"b:c"d', ['larry', 'add', 'ab:cd'], ''],
  [String.raw`larry add a\ b\:c`, ['larry', 'add', 'a b:c'], ''],
  [String.raw`larry add "\$x\"y\z`, ['larry', 'add', String.raw`$x"y\z`], '', '"'],
  [String.raw`larry add 'a\'b`, ['larry', 'add', String.raw`a\b`], ''],
  ['larry add "" ', ['larry', 'add', '', ''], ''],
  ['larry list; larry done 1', ['larry', 'done', '1'], ''],
  ['larry list --ids | larry done ', ['larry', 'done', ''], ''],
  ['larry add höme 🍎', ['larry', 'add', 'höme', '🍎'], ''],
]

test.each(lines)('%s is read as bash reads it', (line, words, kept, quote) => {
  expect(readBashLine(line, breaks)).toEqual({ words, kept, quote, isRedirected: false })
})

test.each([
  ['larry list > fi', ['larry', 'list', 'fi']],
  ['larry list 2>> ', ['larry', 'list', '']],
  ['larry add - <fi', ['larry', 'add', '-', 'fi']],
])('the last word of %s is a file', (line, words) => {
  expect(readBashLine(line, breaks)).toMatchObject({ words, isRedirected: true })
})

test('a line goes on behind a redirection', () => {
  expect(readBashLine('larry list > file 2>&1 +ho', breaks)).toMatchObject({
    words: ['larry', 'list', '+ho'],
    isRedirected: false,
  })
})

test('where bash does not break words at a colon the whole word is replaced', () => {
  expect(readBashLine('larry list project:We', ' ')).toMatchObject({ kept: '' })
})

describe('what readline puts into the line', () => {
  const only = (line: string, value: string) => toBash([{ value, about: 'what' }], readBashLine(line, breaks), 9)

  test.each([
    ['larry done ', '12', '12 '],
    ['larry list pro', 'project:', 'project:'],
    ['larry list project:W', 'project:Web site', String.raw`Web\ site `],
    ['larry list "project:W', 'project:Web site', 'project:Web site'],
    ['larry list project:"W', 'project:Web site', 'Web site'],
    [
      'larry list ',
      `a$(id)\`x\`"'!~*?;&|<>(){}[]#\\`,
      String.raw`a\$\(id\)\`x\`\"\'\!\~\*\?\;\&\|\<\>\(\)\{\}\[\]\#\\` + ' ',
    ],
    ['larry list "', 'a$(id)`x`"!\\', String.raw`a\$(id)\`x\`\""\!"` + '\\\\'],
    ["larry list '", "it's $HOME", String.raw`it'\''s $HOME`],
    ['larry list ', '+höme🍎', '+höme🍎 '],
  ])('after %s the value %s is %s', (line, value, put) => {
    expect(only(line, value)).toEqual([put])
  })

  const two = [
    { value: '12', about: 'Pay rent' },
    { value: '7', about: '' },
  ]

  test('several are told with what they are, and none of that gets into the line', () => {
    expect(toBash(two, readBashLine('larry done ', breaks), 63)).toEqual(['12  (Pay rent)', '7'])
  })

  test.each([37, 42])('a menu (type %i) has the values alone', (type) => {
    expect(toBash(two, readBashLine('larry done ', breaks), type)).toEqual(['12', '7'])
  })

  test('what does not go on from the part that stays is left out', () => {
    expect(toBash([{ value: 'Project:x', about: '' }], readBashLine('larry list project:', breaks), 9)).toEqual([])
  })
})
