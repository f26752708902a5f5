import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { checkTitle } from '../../src/domain/title.ts'
import { readAttributes } from '../../src/domain/words/attributes.ts'
import { splitText, splitWords, type Token } from '../../src/domain/words/split.ts'
import { clockAt } from './clock.ts'

/** 10,000 real commit subjects of public projects (shared/cases/titles.txt). */
const titles = readFileSync(new URL('../fixtures/titles.txt', import.meta.url), 'utf8')
  .split('\n')
  .slice(0, -1)
const clock = clockAt()

/** The lines `read` refuses or leaves without a title, with what came. */
function failures(read: (line: string) => readonly Token[]): string[] {
  return titles.flatMap((line) => {
    try {
      const { title } = readAttributes(read(line), clock, 'add')
      return title === undefined || title.trim() === '' ? [`${line} => no title`] : []
    } catch (error) {
      return [`${line} => ${String(error)}`]
    }
  })
}

test('every real title can be added as a line of a pipe', () => {
  expect(titles).toHaveLength(10_000)
  expect(failures((line) => splitText(line, 'set'))).toEqual([])
})

test('every real title can be added as one argument', () => {
  expect(failures((line) => splitWords([line], [], 'set'))).toEqual([])
})

test('every real title given literally comes back unchanged', () => {
  const changed = titles.filter((line) => {
    const { title, ...rest } = readAttributes(splitWords([], [line], 'set'), clock, 'add')
    return checkTitle(title ?? '') !== line || Object.keys(rest).length > 0
  })
  expect(changed).toEqual([])
})
