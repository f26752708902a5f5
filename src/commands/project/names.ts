import type { Db } from '../../db/handles.ts'
import { Failure } from '../../domain/errors.ts'
import type { Named } from '../../domain/named.ts'
import { readName } from '../../domain/words/values.ts'
import { requireProjects } from '../../repositories/projects.ts'

/** The projects a verb is about, each argument one; a slash at the end means nothing more. */
export function projectsNamed(db: Db, words: readonly string[]): Promise<Named[]> {
  if (words.length === 0) throw new Failure('usage', 'no project is named', 'larry project list')
  return requireProjects(
    db,
    words.map((word) => readName('project', word.replace(/\/$/, ''))),
  )
}
