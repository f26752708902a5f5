import { expect, test } from 'vitest'
import { bench } from '../support/larry.ts'

test('add understands words and says what it understood', async () => {
  const { larry, tasks } = bench()
  const ran = await larry('add', 'Pay rent tomorrow +home p:high', '--format', 'table')
  expect(ran).toEqual({
    code: 0,
    stderr: '',
    stdout: 'Added 1 "Pay rent" · due tomorrow (Tue 24 Nov) · +home · high\n',
  })
  expect(await tasks()).toMatchObject([
    { id: 1, title: 'Pay rent', due: '2026-11-24', tags: ['home'], priority: 'high' },
  ])
})
