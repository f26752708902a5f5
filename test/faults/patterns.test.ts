import { expect, test } from 'vitest'
import { program, shellWith, succeed } from '../shell/kit.ts'

test.each(['^(a+)+$', '(a|aa)+$', '^(([a-z])+.)+[A-Z]([a-z])+$', '(.*a){25}'])(
  'the pattern %s takes no longer than its text is long',
  async (pattern) => {
    const sh = await shellWith([`${'a'.repeat(5000)}!`, 'b'])
    expect(await succeed(sh, `timeout 30 ${program} list --ids '/${pattern}/'`)).toBe(
      pattern.startsWith('(.*a)') ? '1\n' : '',
    )
  },
)
