import type { Stored, Suggestion } from '../../commands/completion/suggest-from.ts'

/** Something that can stand at the cursor, a whole word, and what it is. */
export type Candidate = Suggestion

/** These can stand at the cursor; or the name of a file can. */
export type Answer = readonly Candidate[] | 'files'

/** What a source of candidates is asked with. */
export interface Ask {
  /** What is typed of the value so far. */
  readonly typed: string
  readonly noun: string
  readonly verb: string
  /** The arguments before it. */
  readonly before: readonly string[]
  readonly stored: (what: Stored, beginning: string) => Promise<readonly Candidate[]>
  /** The verbs of a noun; none where there is no such. */
  readonly verbs: (noun: string) => Promise<readonly Candidate[]>
  /** The fields of the rows that the verb answers. */
  readonly fields: () => Promise<readonly string[]>
}

/** Answers what a value can be. It need not look at what is typed: what does not begin so is taken out at the end. */
export type Source = (ask: Ask) => Answer | Promise<Answer>

export const nothing: Source = () => []

export const files: Source = () => 'files'

/** Always the same values, each alone or with what it is. */
export function fixed(values: readonly (string | readonly [value: string, about: string])[]): Source {
  const candidates = values.map((value) =>
    typeof value === 'string' ? { value, about: '' } : { value: value[0], about: value[1] },
  )
  return () => candidates
}

/** What the file has of a kind. */
export function stored(what: Stored): Source {
  return ({ stored: find, typed }) => find(what, typed)
}

/** Whatever any of these offers. */
export function either(...sources: readonly Source[]): Source {
  return async (ask) => {
    const all: Candidate[] = []
    for (const source of sources) {
      const answer = await source(ask)
      if (answer === 'files') return answer
      all.push(...answer)
    }
    return all
  }
}

/** What a source offers for the rest of a word that begins with this. */
export async function behind(prefix: string, source: Source, ask: Ask): Promise<readonly Candidate[]> {
  const answer = await source({ ...ask, typed: ask.typed.slice(prefix.length) })
  return answer === 'files' ? [] : answer.map(({ value, about }) => ({ value: prefix + value, about }))
}

/** Several with commas between: the last is completed, those before it are not offered again. */
export function listOf(source: Source): Source {
  return async (ask) => {
    const prefix = ask.typed.slice(0, ask.typed.lastIndexOf(',') + 1)
    const taken = new Set(prefix.split(',').map((name) => prefix + name))
    return (await behind(prefix, source, ask)).filter(({ value }) => !taken.has(value))
  }
}

/** As `source`, without what stands among the arguments already. */
export function anew(source: Source): Source {
  return async (ask) => {
    const answer = await source(ask)
    const taken = new Set(ask.before.flatMap((word) => word.split(',')))
    return answer === 'files' ? answer : answer.filter(({ value }) => !taken.has(value))
  }
}
