import { type Stored, type Suggestion, suggestFrom } from '../../commands/completion/suggest-from.ts'
import { pathsOf } from '../paths.ts'
import type { Runtime } from '../runtime.ts'
import { isSet, place } from '../settings.ts'

/** What the database has to offer; nothing where there is none, or it cannot be asked: nobody is to be told so in the middle of a line. */
export function storedCandidates(
  what: Stored,
  beginning: string,
  db: string | undefined,
  runtime: Runtime,
): readonly Suggestion[] {
  try {
    const { file } = place(db === undefined ? {} : { db }, runtime, pathsOf(runtime))
    return suggestFrom(file, what, beginning)
  } catch (error) {
    if (isSet(runtime.env['LARRY_DEBUG'])) throw error
    return []
  }
}
