import { describe, expect, test } from 'vitest'
import { shell } from '../support/shell.ts'
import { lacks } from '../support/tools.ts'
import { longRun } from './figures.ts'
import { sweep } from './kill-points.ts'
import { preparedBy } from './trial.ts'

describe.skipIf(lacks('strace'))('killed or failed at any of its system calls', longRun, () => {
  test('an add is there or not, and exit 0 means it is', async () => {
    const prepared = await preparedBy(40)
    expect(await sweep({ name: 'add', prepared, line: 'add "Pay rent tomorrow +home project:flat" -q' })).toEqual([])
  })

  test('a first add is there or not, and larry goes on', async () => {
    expect(await sweep({ name: 'first run', prepared: shell(), line: 'add first -q', via: 'list' })).toEqual([])
  })

  test('an add of many is there wholly or not at all', async () => {
    const prepared = await preparedBy(40)
    expect(await sweep({ name: 'add of many', prepared, line: 'add - --literal -q < many' })).toEqual([])
  })

  test('many are done or none', async () => {
    expect(
      await sweep({ name: 'done of many', prepared: await preparedBy(40), line: 'done --where id:1-30 --yes -q' }),
    ).toEqual([])
  })

  test('an undo is there wholly or not at all', async () => {
    expect(
      await sweep({ name: 'undo', prepared: await preparedBy(40, 'done 1-30 --yes -q'), line: 'undo -q' }),
    ).toEqual([])
  })
})
