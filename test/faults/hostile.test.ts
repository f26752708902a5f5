import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { shell } from '../support/shell.ts'
import { drawFor } from './draw.ts'
import { longRun, rounds, roundsOf, tally } from './figures.ts'
import { asName, asTag, cellsOfCsv, hostileLine, hostileText, unescapeCell, unkeepable } from './hostile-texts.ts'
import { acting } from './judge.ts'
import { type Place, placeFrom, plainLine } from './place.ts'

let place: Place

beforeAll(() => {
  place = placeFrom(readFileSync(inject('template')))
})

afterAll(() => {
  place.remove()
})

async function stdoutOf(...argv: string[]): Promise<string> {
  const ran = await place.run(plainLine(...argv))
  expect(ran, `larry ${JSON.stringify(argv)}`).toMatchObject({ code: 0 })
  return ran.stdout
}

test('hostile text comes back exactly from JSON, NDJSON, CSV and TSV, however it was put in', longRun, async () => {
  for (let round = 0; round < rounds; round++) {
    const draw = drawFor(`kept ${round}`)
    const [title, line, notes] = [hostileText(draw).trim(), hostileLine(draw).trim(), hostileText(draw)]
    const [project, tag] = [asName(hostileText(draw)), asTag(hostileText(draw))]
    place.renew()
    await stdoutOf('add', '--notes', notes, '--project', project, '--tag', tag, '--', title)
    expect(await place.run({ ...plainLine('add', '-', '--literal'), stdin: `${line}\n` })).toMatchObject({ code: 0 })
    const kept = [
      { title, notes, project, tags: [tag] },
      { title: line, notes: null, project: null, tags: [] },
    ]
    const told = `round ${round}`
    const list = ['list', '--sort', 'id', '--fields', 'title,notes,project,tags', '--format']
    expect(JSON.parse(await stdoutOf(...list, 'json')), `at ${told}`).toEqual(kept)
    const lines = (await stdoutOf(...list, 'ndjson')).trimEnd().split('\n')
    expect(
      lines.map((row) => JSON.parse(row) as unknown),
      `at ${told}`,
    ).toEqual(kept)
    const cells = kept.map((task) => [task.title, task.notes ?? '', task.project ?? '', task.tags.join(' ')])
    expect(cellsOfCsv(await stdoutOf(...list, 'csv')).slice(1), `at ${told}`).toEqual(cells)
    const rows = (await stdoutOf(...list, 'tsv')).slice(0, -1).split('\n')
    expect(
      rows.map((row) => row.split('\t').map(unescapeCell)),
      `at ${told}`,
    ).toEqual(cells)
  }
  tally('hostile texts put in and got back', rounds)
})

test('text that could not be given back is refused wherever it stands, and changes nothing', longRun, async () => {
  place.renew()
  await stdoutOf('add', 'One')
  const before = place.content()
  for (let round = 0; round < roundsOf(1 / 4); round++) {
    const draw = drawFor(`unkeepable ${round}`)
    const text = unkeepable(draw)
    for (const argv of [
      ['add', '--', text],
      ['add', text],
      ['add', 'x', '--notes', text],
      ['add', 'x', '--project', text],
      ['add', 'x', '--tag', text],
      ['edit', '1', '--title', text],
      ['edit', '1', '--notes', text],
      ['edit', '1', `project:${text}`],
    ]) {
      const ran = await place.run(plainLine(...argv))
      expect({ round, argv, ...ran }).toMatchObject({
        code: 2,
        stdout: '',
        stderr: expect.stringMatching(/^larry: [^\n]+\n/),
      })
    }
    const stdin = Buffer.concat([
      Buffer.from('fine\n'),
      Buffer.from(draw.one(['ff', 'c0af', 'eda080', 'f4908080', 'e282']), 'hex'),
    ])
    const ran = await place.run({ ...plainLine('add', '-', '--literal'), stdin })
    expect({ round, ...ran }).toMatchObject({ code: 2, stderr: expect.stringContaining('line 2') })
  }
  expect(place.content()).toBe(before)
})

test('bytes that are no text, in an argument, are stored as text or refused, and act on nothing', longRun, async () => {
  const sh = shell()
  const draw = drawFor('bytes')
  for (let round = 0; round < roundsOf(1 / 8); round++) {
    const bytes = draw.many(1, 30, () => `\\x${(1 + draw.below(255)).toString(16).padStart(2, '0')}`).join('')
    const ran = await sh.bash(
      `larry add -- $'T${bytes}'; larry list --all --format table --no-color; larry show $'${bytes}'`,
    )
    expect(`${ran.stdout}${ran.stderr}`.replaceAll('\t', ''), `bytes ${bytes}`).not.toMatch(acting)
    const titles = await sh.bash('larry list --all --json')
    expect(titles.code, `bytes ${bytes}`).toBe(0)
    expect((JSON.parse(titles.stdout) as { title: string }[]).every(({ title }) => title.isWellFormed())).toBe(true)
  }
})
