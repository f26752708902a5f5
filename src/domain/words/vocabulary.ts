import { distance } from '../nearest.ts'

/** Where a key may stand: `set` in add and edit, `ask` in a filter. */
export type Use = 'set' | 'ask'

interface Key {
  readonly name: string
  readonly aliases: readonly string[]
  readonly uses: readonly Use[]
}

/** Every `key:` larry knows (spec part 3), the first spelling being its name. */
const keys: readonly Key[] = [
  { name: 'priority', aliases: ['p', 'pri', 'prio'], uses: ['set', 'ask'] },
  { name: 'due', aliases: [], uses: ['set', 'ask'] },
  { name: 'project', aliases: ['proj'], uses: ['set', 'ask'] },
  { name: 'client', aliases: [], uses: ['set', 'ask'] },
  { name: 'status', aliases: [], uses: ['set', 'ask'] },
  { name: 'est', aliases: ['estimate'], uses: ['set', 'ask'] },
  { name: 'wait', aliases: [], uses: ['set', 'ask'] },
  { name: 'parent', aliases: [], uses: ['set', 'ask'] },
  { name: 'depends', aliases: [], uses: ['set', 'ask'] },
  { name: 'created', aliases: [], uses: ['ask'] },
  { name: 'completed', aliases: [], uses: ['ask'] },
  { name: 'tag', aliases: [], uses: ['ask'] },
  { name: 'id', aliases: [], uses: ['ask'] },
  { name: 'urgency', aliases: [], uses: ['ask'] },
  { name: 'is', aliases: [], uses: ['ask'] },
  { name: 'has', aliases: [], uses: ['ask'] },
  { name: 'every', aliases: [], uses: ['set'] },
  { name: 'after', aliases: [], uses: ['set'] },
  { name: 'remind', aliases: [], uses: ['set'] },
]

const bySpelling = new Map(keys.flatMap((key) => [key.name, ...key.aliases].map((spelling) => [spelling, key])))

/** The name of the key `spelling` stands for where `use` allows it, else undefined. */
export function keyNamed(spelling: string, use: Use): string | undefined {
  const key = bySpelling.get(spelling)
  return key?.uses.includes(use) ? key.name : undefined
}

/** Every key that may stand there, by its name. */
export function keysFor(use: Use): string[] {
  return keys.filter(({ uses }) => uses.includes(use)).map(({ name }) => name)
}

/** Every way to spell a key that may stand there. */
export function spellingsFor(use: Use): string[] {
  return [...bySpelling].filter(([, { uses }]) => uses.includes(use)).map(([spelling]) => spelling)
}

/** True for a key that sets something and filters nothing. */
export function onlySets(spelling: string): boolean {
  return bySpelling.get(spelling)?.uses.join() === 'set'
}

/**
 * The known key a word was probably meant for (rule 1 of spec part 3): one edit away, two from seven letters on,
 * and both at least four letters long. `projct` -> `project`; `fix`, `https` -> undefined.
 */
export function meantKey(spelling: string, use: Use): string | undefined {
  if (!/^[a-z]{4,}$/.test(spelling) || bySpelling.has(spelling)) return undefined
  let best: string | undefined
  let least = (spelling.length >= 7 ? 2 : 1) + 1
  for (const [known, key] of bySpelling) {
    if (known.length < 4 || !key.uses.includes(use)) continue
    const far = distance(spelling, known)
    if (far < least) [best, least] = [known, far]
  }
  return best
}
