import { expect, test } from 'vitest'
import { tree } from './seed.ts'

test('edit status:done completes, and any open status goes to any other', async () => {
  const b = await tree()
  for (const status of ['in-progress', 'review', 'blocked', 'todo'])
    expect(await b.json('edit', '4', `status:${status}`)).toMatchObject([{ status }])
  const ran = await b.larry('edit', '4', 'status:done', '--format', 'table')
  expect(ran.stdout).toContain('Now ready: 5 "Drive"\n')
  expect((await b.tasks())[3]).toMatchObject({ status: 'done', progress: 100 })
})

test('a closed task must be reopened before it goes on, and the hint is a command that does it', async () => {
  const b = await tree()
  await b.json('done', '4')
  for (const line of [
    ['start', '4'],
    ['edit', '4', 'status:todo'],
    ['task', 'cancel', '4'],
  ]) {
    const ran = await b.larry(...line)
    expect({ line, ...ran }).toMatchObject({ line, code: 4 })
    const hint = /hint: larry (.*)\n/.exec(ran.stderr)?.[1] ?? ''
    expect({ hint, ...(await b.larry(...hint.split(' '), '-n')) }).toMatchObject({ hint, code: 0 })
  }
})
