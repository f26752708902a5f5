import { resolve } from 'node:path'
import type { PrepareContext } from '../../cli/context.ts'
import { atMost, checkFile, named, piecesOfSource } from '../../db/attachments/source.ts'
import { showBytes } from '../../domain/byte-size.ts'
import { Failure } from '../../domain/errors.ts'
import { safeFileName } from '../../domain/file-name.ts'

/** Where a file to attach comes from, and the name it gets. */
export interface Source {
  /** Absolute path; undefined for standard input. */
  readonly path: string | undefined
  readonly name: string
}

/** Reads the files named on the line; `-` is standard input. Another name can be given to one file only. */
export function readSources(files: readonly string[], cwd: string, name: string | undefined): Source[] {
  if (name?.trim() === '') throw new Failure('usage', '--name is empty', '--name contract.pdf')
  if (name !== undefined && files.length > 1)
    throw new Failure('usage', `"${name}" cannot be the name of ${files.length} files`, 'attach them one by one')
  if (files.filter((file) => file === '-').length > 1)
    throw new Failure('usage', '"-" is given twice: standard input is one file')
  if (files.includes('')) throw new Failure('usage', 'a file has an empty name')
  return files.map((file) =>
    file === '-'
      ? { path: undefined, name: safeFileName(name ?? 'stdin') }
      : { path: resolve(cwd, file), name: safeFileName(name ?? file) },
  )
}

/** Looks at a source before any is read, and refuses what cannot be attached; answers its bytes, as far as it tells. */
export function checkSource(source: Source, { settings, runtime }: PrepareContext): number {
  if (source.path === undefined) {
    if (!runtime.stdin.isTTY) return 0
    throw new Failure('usage', '"-" reads from a pipe, and there is none', 'such as: date | larry task attach 3 -')
  }
  const { size } = checkFile(
    source.path,
    settings.file,
    'as one file: tar -cz FOLDER | larry task attach 3 - --name x.tgz',
  )
  if (size > settings.config.attachment_limit) throw tooLarge(source, settings.config.attachment_limit)
  return size
}

/** The bytes of a source, until they are more than the limit. */
export function piecesIn(source: Source, { settings, runtime }: PrepareContext): Iterable<Uint8Array> {
  const { path } = source
  const limit = settings.config.attachment_limit
  const pieces = path === undefined ? runtime.stdin.pieces() : piecesOfSource(path)
  return atMost(named(pieces, path ?? 'standard input'), limit, () => tooLarge(source, limit))
}

function tooLarge({ path }: Source, limit: number): Failure {
  return new Failure(
    'usage',
    `${path ?? 'standard input'} is larger than ${showBytes(limit)}`,
    'attachment_limit in config.toml allows more: attachment_limit = "1GiB"',
  )
}
