import { Failure } from '../domain/errors.ts'
import { nearest } from '../domain/nearest.ts'
import { keysOf, type View } from './view.ts'

/** The keys `--fields` picks, in its order; an unknown one is refused with the right ones, so a command that changes asks before it does. */
export function pickFields(view: View<object>, wanted: readonly string[] | undefined): readonly string[] | undefined {
  if (wanted === undefined) return undefined
  for (const field of wanted)
    if (!keysOf(view).includes(field)) {
      const near = nearest(field, keysOf(view))
      throw new Failure(
        'usage',
        `a ${view.singular} has no field "${field}"`,
        `${near === undefined ? '' : `did you mean ${near}? `}fields: ${keysOf(view).join(', ')}`,
      )
    }
  return wanted
}
