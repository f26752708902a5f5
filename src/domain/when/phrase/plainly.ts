import { isPart } from './day-parts.ts'
import type { Words } from './split.ts'

/** The words of a phrase without those that add nothing to it, and with the day that a part of the day is of. */
export function plainly(words: Words): Words {
  return named(bare(words))
}

/** A leading `on` or `by` adds nothing, nor does `about`, alone or after `at` or `in`: the moment it is about is meant. */
function bare(words: Words): Words {
  const exact = words.filter(
    (word, i) => !(isAbout(word) && (i === 0 || (i === 1 && /^(at|in|on|by)$/.test(words[0]!)))),
  )
  return exact.length > 1 && (exact[0] === 'on' || exact[0] === 'by') ? exact.slice(1) : exact
}

function isAbout(word: string): boolean {
  return ['about', 'around', 'approximately'].includes(word)
}

/** `this evening` is today's, `last night` yesterday's. */
function named(words: Words): Words {
  return words.map((word, i) => {
    const after = words[i + 1]
    if (word === 'this' && isPart(after)) return 'today'
    return word === 'last' && after === 'night' ? 'yesterday' : word
  })
}
