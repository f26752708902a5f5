import { glance } from '../../db/glance.ts'
import { type Stored, type Suggestion, suggest } from '../../repositories/suggestions.ts'

export type { Stored, Suggestion } from '../../repositories/suggestions.ts'

/** What a database has of a kind that begins like that; throws where it cannot be asked at once. */
export function suggestFrom(file: string, what: Stored, beginning: string): readonly Suggestion[] {
  return glance(file, (handle) => suggest(handle, what, beginning))
}
