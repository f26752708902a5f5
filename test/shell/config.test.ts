import { expect, test } from 'vitest'
import { lacks } from '../support/tools.ts'
import { asNobody, expectRefusal, program, shellWith, succeed } from './kit.ts'

test('two that set the config at once never tear it: the last one wins', async () => {
  const sh = await shellWith()
  await succeed(
    sh,
    `for i in 1 2 3; do ${program} config set week_start sunday >/dev/null & ${program} config set week_start monday >/dev/null & wait; cat .config/larry/config.toml; done > seen`,
  )
  expect(await succeed(sh, 'sort -u seen; ls -A .config/larry')).toMatch(
    /^(week_start = "(sun|mon)day"\n){1,2}config\.toml\n$/,
  )
})

test('without a home the config has no place, and nothing is configured', async () => {
  const sh = await shellWith()
  expect(await succeed(sh, 'HOME= larry config get week_start')).toBe('monday\n')
  expectRefusal(await sh.bash('HOME= larry config path'), 5, /no home folder to keep the config in/)
  expectRefusal(await sh.bash('HOME= larry config set color never'), 5, /no home folder to keep the config in/)
})

test.skipIf(lacks('setpriv'))('a config nobody may write is left alone, and its file is named', async () => {
  const sh = await shellWith()
  await succeed(
    sh,
    'larry config set color never && chmod 755 . .config .config/larry && chmod 644 .config/larry/config.toml',
  )
  const ran = await sh.bash(`${asNobody} ${program} config set color always`)
  expectRefusal(ran, 5, /config\.toml cannot be changed: permission denied/)
  expect(await succeed(sh, 'larry config get color; ls -A .config/larry')).toBe('never\nconfig.toml\n')
})
