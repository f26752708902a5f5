import { statSync } from 'node:fs'
import { expect, test } from 'vitest'
import { expectHealthy, numbered, shellWith, succeed, titlesOf } from '../shell/kit.ts'

test('a page that was half written when the log was emptied is read from the log', async () => {
  const sh = await shellWith(numbered(40))
  const blocks = statSync(sh.file).size / 1024 + 2
  await succeed(sh, `seq 1 60 > many; (ulimit -f ${blocks}; larry add - --literal -q < many > /dev/null)`)
  expect(statSync(sh.file).size % 4096).toBe(2048)
  expect(await titlesOf(sh)).toHaveLength(100)
  await expectHealthy(sh)
})
