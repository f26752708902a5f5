import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import type { Tree } from '../../src/cli/tree.ts'
import { wholeTree } from '../../src/cli/whole-tree.ts'
import { bench } from '../support/larry.ts'
import { runtimeIn } from '../support/runtime.ts'

let tree: Tree
let manual: string

beforeAll(async () => {
  const { runtime } = runtimeIn({ folder: '/nowhere', file: '/nowhere/larry.db' })
  tree = await wholeTree(runtime)
  const { manualPage } = await import('../../src/cli/manual.ts')
  manual = unescaped(await manualPage(runtime))
})

/** The manual as it is read, without what roff is told. */
function unescaped(roff: string): string {
  return roff
    .replaceAll(/\\f[BIR]/g, '')
    .replaceAll('\\(aq', "'")
    .replaceAll('\\(ga', '`')
    .replaceAll('\\(ha', '^')
    .replaceAll('\\(ti', '~')
    .replaceAll('\\&', '')
    .replaceAll('\\e', '\\')
    .replaceAll('\\-', '-')
}

/** What the manual says of a verb, on one line. */
function partOf(noun: string, verb: string): string {
  const begin = manual.search(new RegExp(`\n\\.TP 4\nlarry ${noun} ${verb}[ \n]`))
  expect({ noun, verb, begin }).not.toMatchObject({ begin: -1 })
  const rest = manual.slice(begin + 8)
  const end = /\n\.TP 4\nlarry |\n\.S[HS] /.exec(rest)?.index
  return rest.slice(0, end).replaceAll('\n', ' ')
}

test('the manual has every noun, verb, argument, option and example', () => {
  for (const { name, about, verbs } of tree.nouns) {
    expect(manual).toContain(`\n.SS ${name}\n${about}.\n`)
    for (const verb of verbs) {
      const part = partOf(name, verb.name)
      const flags = verb.options.flatMap(({ flags: shown, about: said }) => [shown, said])
      const shown = [verb.about, ...verb.arguments.map((argument) => argument.shown), ...flags]
      expect({ verb: verb.name, missing: shown.filter((text) => !part.includes(text)) }).toMatchObject({ missing: [] })
      const examples = verb.examples.filter((text) => !part.replaceAll(' .br ', ' ').includes(text))
      expect({ verb: verb.name, examples }).toMatchObject({ examples: [] })
    }
  }
  for (const { flags } of tree.options) expect(manual).toContain(`\n${flags}\n`)
})

test('the help of larry has every noun and global option, that of a noun its verbs, that of a verb its options', async () => {
  const { larry } = bench({ empty: true })
  const root = (await larry('--help')).stdout
  for (const { name, about } of tree.nouns) expect(root).toMatch(new RegExp(`^  ${name} +${about.slice(0, 20)}`, 'm'))
  for (const { flags } of tree.options) expect(root).toContain(`\n  ${flags}`)
  for (const { name, verbs } of tree.nouns) {
    const help = (await larry(name, '--help')).stdout
    for (const verb of verbs) expect(help).toMatch(new RegExp(`^  ${verb.name}( |$)`, 'm'))
    for (const verb of verbs) {
      const told = (await larry(name, verb.name, '--help')).stdout
      expect(verb.options.filter(({ flags }) => !told.includes(`\n  ${flags}`))).toEqual([])
    }
  }
})

test('the manual has every variable of the environment that larry looks at', () => {
  const code = ['bin', 'src'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => readFileSync(join(folder, name), 'utf8')),
  )
  const read = code.flatMap((text) => [...text.matchAll(/env\['([A-Z_]+)'\]|\('((?:XDG|LARRY)_[A-Z_]+)'/g)])
  const names = new Set(read.map(([, one, other]) => one ?? other!))
  expect([...names]).toEqual(expect.arrayContaining(['LARRY_DB', 'NO_COLOR', 'XDG_DATA_HOME']))
  const others = ['NODE_OPTIONS', 'PATH', 'PWD']
  const missing = [...names].filter((name) => !others.includes(name) && !manual.includes(name))
  expect(missing).toEqual([])
})

test('the README names every global option', () => {
  const readme = readFileSync('README.md', 'utf8')
  expect(tree.options.map(({ long }) => long).filter((long) => !readme.includes(`\`${long}`))).toEqual([])
})
