/** A text about what belongs to no one command. */
export interface Topic {
  readonly about: string
  readonly load: () => Promise<{ readonly text: string }>
}

/** What `larry help` knows besides the commands. */
export const topics: Readonly<Record<string, Topic>> = {
  filters: { about: 'What a filter can ask', load: () => import('./topics/filters.ts') },
  dates: { about: 'How dates can be said', load: () => import('./topics/dates.ts') },
  formats: { about: 'What larry writes and reads', load: () => import('./topics/formats.ts') },
  operations: { about: 'What a line of larry apply may say', load: () => import('./topics/operations.ts') },
  'exit-codes': { about: 'What an exit code means', load: () => import('./topics/exit-codes.ts') },
}
