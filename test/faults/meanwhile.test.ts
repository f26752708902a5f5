import { expect, test } from 'vitest'
import { expectHealthy, program, shellWith, succeed } from '../shell/kit.ts'
import { lacks } from '../support/tools.ts'

test.skipIf(lacks('script'))(
  'a schema that changed while a question waited is told of, and nothing is changed',
  async () => {
    const sh = await shellWith(['one'])
    const ran = await sh.bash(`mkfifo keys; script -qec "${program} rm 1; echo code \\$?" /dev/null < keys > asked &
    exec 3> keys; until grep -q y/N asked; do sleep 0.05; done
    larry db migrate --to 1 --yes > /dev/null; echo y >&3; wait; cat asked`)
    expect(ran.stdout).toMatch(/larry: [^\n]*larry\.db was migrated meanwhile; nothing was changed\r\n[^]*code 5\r\n/)
    expect(await succeed(sh, 'larry list --ids')).toBe('1\n')
    await expectHealthy(sh)
  },
)
