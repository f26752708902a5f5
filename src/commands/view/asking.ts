import type { Db } from '../../db/handles.ts'
import { Failure } from '../../domain/errors.ts'
import { type Filter, mentions } from '../../domain/filter/filter.ts'
import { parseFilterText } from '../../domain/filter/parse.ts'
import { fold } from '../../domain/fold.ts'
import type { Clock } from '../../domain/when/clock.ts'
import { listViews } from '../../repositories/views.ts'

/** Something a view may ask for by a name that is gone or means something else now. */
interface Gone {
  readonly kind: 'tag' | 'project' | 'client'
  readonly names: readonly string[]
}

/** Says which saved views still ask for such a name: what they find changes without a word else. */
export async function viewsAsking(db: Db, { kind, names }: Gone, clock: Clock): Promise<string[]> {
  if (names.length === 0) return []
  const folded = new Set(names.map(fold))
  const asks = (part: Filter): boolean => {
    if (part.kind !== kind) return false
    if (part.kind === 'tag') return part.anyOf.some((tag) => names.includes(tag))
    return part.name !== null && folded.has(fold(part.name))
  }
  const views = (await listViews(db)).filter(({ filter }) => {
    const parsed = parsedOrNot(filter, clock)
    return parsed !== undefined && mentions(parsed, asks)
  })
  return views.map(
    ({ name, filter }) => `view "${name}" still asks for ${filter}; larry view save "${name}" replaces it`,
  )
}

/** A view whose words cannot be read any more tells so itself when it is listed. */
function parsedOrNot(text: string, clock: Clock): Filter | undefined {
  try {
    return parseFilterText(text, clock)
  } catch (error) {
    if (error instanceof Failure) return undefined
    throw error
  }
}
