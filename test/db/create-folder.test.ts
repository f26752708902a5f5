import { mkdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createFolder } from '../../src/db/create-folder.ts'
import { bench } from '../support/larry.ts'

test('makes what is missing above it too, each for its owner alone, and leaves what is there', () => {
  const { folder } = bench({ empty: true })
  mkdirSync(join(folder, 'there'), { mode: 0o755 })
  createFolder(join(folder, 'there', 'a', 'b', 'c'))
  createFolder(join(folder, 'there', 'a', 'b', 'c'))
  const modes = ['there', 'there/a', 'there/a/b', 'there/a/b/c'].map(
    (name) => statSync(join(folder, name)).mode & 0o777,
  )
  expect(modes).toEqual([0o755, 0o700, 0o700, 0o700])
})

test('where no folder can be made it fails, and soon', () => {
  const { folder } = bench({ empty: true })
  writeFileSync(join(folder, 'file'), '')
  expect(() => createFolder(join(folder, 'file', 'below'))).toThrow(/ENOTDIR/)
  expect(() => createFolder('/proc/nowhere/below')).toThrow(/ENOENT/)
})
