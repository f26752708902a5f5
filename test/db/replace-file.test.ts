import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { replaceFile } from '../../src/db/replace-file.ts'
import { bench } from '../support/larry.ts'
import { maker } from '../support/runtime.ts'

test('a file is replaced only while it holds what was read of it; otherwise it is left as somebody made it', () => {
  const { folder } = bench({ empty: true })
  const file = join(folder, 'config.toml')
  expect(replaceFile(file, 'one', undefined, maker)).toBe(true)
  expect(replaceFile(file, 'two', Buffer.from('one'), maker)).toBe(true)
  writeFileSync(file, 'three')
  expect(replaceFile(file, 'four', Buffer.from('two'), maker)).toBe(false)
  expect(replaceFile(file, 'four', undefined, maker)).toBe(false)
  expect(readFileSync(file, 'utf8')).toBe('three')
  expect(readdirSync(folder)).toEqual(['config.toml'])
})
