import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type Shell, shell } from './support/shell.ts'
import { lacks } from './support/tools.ts'

const folder = 'test/transcripts'
const documents = ['README.md', ...readdirSync(folder).map((name) => join(folder, name))]

/** With RENEW=1 the documents are rewritten to say what the program answers; read the difference before committing it. */
const renew = process.env['RENEW'] === '1'

/** What a reader sees of a block: commands after `$ `, each followed by what it prints, both streams. */
async function replay(block: string, { bash, folder: home }: Shell): Promise<string> {
  const commands = block.split('\n').reduce<string[]>((all, line) => {
    if (line.startsWith('$ ')) all.push(line.slice(2))
    else if (line.startsWith('> ') && all.length > 0) all.push(`${all.pop()!}\n${line.slice(2)}`)
    return all
  }, [])
  const parts: string[] = []
  for (const command of commands) {
    const { stdout } = await bash(`exec 2>&1\n${command}`, { LARRY_NOW: '2026-11-23T09:00:00Z', LARRY_FORMAT: 'table' })
    parts.push(`$ ${command.replaceAll('\n', '\n> ')}\n${stdout.replaceAll(home, '~')}`)
  }
  return parts.join('')
}

describe.each(documents)('%s', (document) => {
  const needsJq = readFileSync(document, 'utf8').includes('| jq')
  test.skipIf(needsJq && lacks('jq'))('shows what the program really answers', async () => {
    const place = shell()
    const text = readFileSync(document, 'utf8')
    let actual = ''
    let rest = text
    for (const [fence, block] of text.matchAll(/^```console\n([^]*?)^```$/gm)) {
      const at = rest.indexOf(fence)
      actual += `${rest.slice(0, at)}\`\`\`console\n${await replay(block!, place)}\`\`\``
      rest = rest.slice(at + fence.length)
    }
    actual += rest
    if (renew) writeFileSync(document, actual)
    expect(actual).toBe(text)
  })
})
