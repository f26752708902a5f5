import { describe, expect, test } from 'vitest'
import { readAttributes } from '../../src/domain/words/attributes.ts'
import { splitWords } from '../../src/domain/words/split.ts'
import { clockAt } from './clock.ts'
import { refusal } from './refusal.ts'

const add = (words: string[], literal: string[] = []) =>
  readAttributes(splitWords(words, literal, 'set'), clockAt(), 'add')
const edit = (words: string[], literal: string[] = []) =>
  readAttributes(splitWords(words, literal, 'set'), clockAt(), 'edit')

describe('the words of add', () => {
  test.each([
    ['Pay rent tomorrow +home p:high', { title: 'Pay rent', due: '2026-11-24', tags: ['home'], priority: 'high' }],
    ['Pay   rent', { title: 'Pay rent' }],
    ['due:fri', { due: '2026-11-27' }],
    ['Fix p:1 status:rev est:1h30m', { title: 'Fix', priority: 'low', status: 'review', estimate_minutes: 90 }],
    ['Fix pri:u', { title: 'Fix', priority: 'urgent' }],
    ['Do proj:work/site client:acme', { title: 'Do', project: 'work/site', client: 'acme' }],
    [
      'Do wait:monday parent:12 depends:3,4',
      { title: 'Do', wait_until: '2026-11-30', parent: '12', depends: ['3', '4'] },
    ],
    ['Do due:"next monday 14:00" now', { title: 'Do now', due: '2026-11-30T14:00' }],
    ['+a Buy +b milk +a', { title: 'Buy milk', tags: ['a', 'b'] }],
    ['Buy +日本語 +café +🎉 +naïve/2', { title: 'Buy', tags: ['日本語', 'café', '🎉', 'naïve/2'] }],
    ['Party +🇦🇹', { title: 'Party', tags: ['🇦🇹'] }],
    ['Study C++ and -x -5 + +, +( ++i', { title: 'Study C++ and -x -5 + +, +( ++i' }],
    ['tomorrow', { title: 'tomorrow' }],
    ['tomorrow +home', { title: 'tomorrow', tags: ['home'] }],
    ['rent and (food or not)', { title: 'rent and (food or not)' }],
    ['See https://x Re: hello fix: typo', { title: 'See https://x Re: hello fix: typo' }],
    ['Setting wait on status:completed', { title: 'Setting wait on status:completed' }],
    ['Write id:3 is:open tag:x', { title: 'Write id:3 is:open tag:x' }],
    ['Move due:none', { title: 'Move', due: null }],
    ['Pay est:NONE', { title: 'Pay', estimate_minutes: null }],
    ['Pay est:"half an hour" soon', { title: 'Pay soon', estimate_minutes: 30 }],
    ['Pay remind:"an hour before" soon', { title: 'Pay soon', remind: { before: 60 } }],
  ])('%j is understood', (line, attributes) => {
    expect(add([line])).toEqual(attributes)
  })

  test('arguments mean what the words of a line mean', () => {
    expect(add(['Pay', 'rent', 'tomorrow', '+home', 'client:Acme Corp'])).toEqual({
      title: 'Pay rent',
      due: '2026-11-24',
      tags: ['home'],
      client: 'Acme Corp',
    })
  })

  test('text after -- keeps its spacing and is never a date, key or tag', () => {
    expect(add(['p:high'], ['  Pay   due:fri +x tomorrow'])).toEqual({
      priority: 'high',
      title: '  Pay   due:fri +x tomorrow',
    })
    expect(add(['Pay'], ['rent', 'tomorrow'])).toEqual({ title: 'Pay rent tomorrow' })
  })

  test.each([
    ['due:none', { due: null }],
    ['due:None', { due: null }],
    ['wait:none', { wait_until: null }],
    ['est:none', { estimate_minutes: null }],
    ['project:none', { project: null }],
    ['client:none', { client: null }],
    ['parent:none', { parent: null }],
    ['depends:none', { depends: [] }],
  ])('%s clears', (word, attributes) => {
    expect(add([word])).toEqual(attributes)
    expect(edit([word])).toEqual(attributes)
  })

  test.each([
    [['due:fri', 'due:sat'], 'due is given twice: due:fri and due:sat'],
    [['Pay due:fri due:fri'], 'due is given twice'],
    [['p:high', 'priority:low'], 'priority is given twice: p:high and priority:low'],
    [['project:a', 'proj:b'], 'project is given twice'],
    [['due:none', 'due:fri'], 'due is given twice'],
    [['depends:3', 'depends:4'], 'depends is given twice'],
  ])('%j is a value given twice', (words, message) => {
    expect(() => add(words)).toThrow(refusal(message))
    expect(() => edit(words)).toThrow(refusal(message))
  })

  test.each([
    ['Pay due:someday', 'cannot read "someday" as a date'],
    ['due:2027-02-29', 'not a date that exists'],
    ['due:""', 'cannot read "" as a date'],
    ['p:hihg', 'unknown priority "hihg"'],
    ['Fix p:hihg', 'unknown priority "hihg"'],
    ['p:6', 'unknown priority "6"'],
    ['status:d0ne', 'unknown status "d0ne"'],
    ['est:soon', 'as a length of time'],
    ['project:a//b', 'cannot name a project'],
    ['project:""', 'cannot name a project'],
    ['client:" "', 'cannot name a client'],
    ['depends:,', ''],
  ])('%j is refused', (line, message) => {
    expect(() => add([line])).toThrow(refusal(message))
  })
})

describe('the words of edit', () => {
  test.each([
    ['-home +work', { tags: ['work'], untags: ['home'] }],
    ['-日本語 -🎉', { untags: ['日本語', '🎉'] }],
    ['p:low', { priority: 'low' }],
    ['Call due:fri p:low', { title: 'Call', due: '2026-11-27', priority: 'low' }],
    ['New title', { title: 'New title' }],
    ['New title tomorrow', { title: 'New title', due: '2026-11-24' }],
    ['- --', { title: '- --' }],
  ])('%j is understood', (line, attributes) => {
    expect(edit([line])).toEqual(attributes)
  })

  test('a tag both added and taken away is refused', () => {
    expect(() => edit(['+home', '-home'])).toThrow(refusal('tag is given twice: +home and -home'))
  })

  test.each(['tomorrow', 'in 3 days', 'next friday', 'tomorrow at 14:00'])('the date %j alone is no title', (line) => {
    expect(() => edit([line])).toThrow(refusal(`"${line}" alone would become the title`, `due:"${line}"`))
    expect(edit([], [line])).toEqual({ title: line })
  })

  test('a value that cannot be read is refused inside a sentence too', () => {
    expect(() => edit(['Wait on status:completed'])).toThrow(refusal('unknown status "completed"'))
  })
})
