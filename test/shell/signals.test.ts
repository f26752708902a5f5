import { expect, test } from 'vitest'
import { everything, expectHealthy, program, shellWith, succeed } from './kit.ts'

for (const [signal, code] of [
  ['INT', 130],
  ['TERM', 143],
] as const)
  test(`SIG${signal} in the middle of a large add leaves nothing and ends with ${code}`, async () => {
    const sh = await shellWith(['before'])
    await succeed(sh, 'seq 1 400000 > many')
    const before = await everything(sh)
    for (const seconds of [0.1, 0.6, 1.3]) {
      const started = Date.now()
      const add = `${program} add - --literal -q < many > out 2> err`
      const ran = await sh.bash(`${add} & sleep ${seconds}; kill -${signal} $! 2> /dev/null; wait $! 2> /dev/null`)
      expect(ran, `${seconds} s`).toMatchObject({ code })
      expect(Date.now() - started).toBeLessThan(seconds * 1000 + 5000)
    }
    expect(await everything(sh)).toBe(before)
    await expectHealthy(sh)
  })
