/** A text about what belongs to no one command. */
export interface Topic {
  readonly about: string
  /** What else it is asked by: words it explains. */
  readonly also?: readonly string[]
  readonly load: () => Promise<{ readonly text: string }>
}

/** What `larry help` knows besides the commands. */
export const topics: Readonly<Record<string, Topic>> = {
  filters: { about: 'What a filter can ask', load: () => import('./topics/filters.ts') },
  dates: { about: 'How dates can be said', load: () => import('./topics/dates.ts') },
  formats: {
    about: 'What larry writes',
    also: ['template', 'fields', 'table', 'tsv', 'ids'],
    load: () => import('./topics/formats.ts'),
  },
  exchange: {
    about: 'What larry exports and imports',
    also: ['json', 'ndjson', 'csv', 'todotxt', 'taskwarrior', 'ics', 'md', 'markdown'],
    load: () => import('./topics/exchange.ts'),
  },
  operations: { about: 'What a line of larry apply may say', load: () => import('./topics/operations.ts') },
  'exit-codes': { about: 'What an exit code means', load: () => import('./topics/exit-codes.ts') },
}

/** The topic of this name, or the one that explains the word. */
export function topicOf(word: string): Topic | undefined {
  if (Object.hasOwn(topics, word)) return topics[word]
  return Object.values(topics).find(({ also }) => also?.includes(word))
}
