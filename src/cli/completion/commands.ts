import { groups, rootWords } from '../manifest.ts'
import type { Candidate } from './candidate.ts'

/** The words a line can begin with: those of every day, then the nouns. */
export function everyCommand(): Candidate[] {
  return [...Object.entries(rootWords), ...Object.entries(groups)]
    .filter(([, { about }]) => about !== '')
    .map(([value, { about }]) => ({ value, about }))
}
