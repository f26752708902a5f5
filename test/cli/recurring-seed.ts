import type { Bench } from '../support/larry.ts'

/** The tasks as they are told in a line each: `2 todo 2026-11-30`, by id. */
export async function lines({ tasks }: Bench): Promise<string[]> {
  return (await tasks()).map(({ id, status, due }) => [id, status, due ?? '-'].join(' '))
}

/** Runs a command in a table, at another time where one is given (a civil one in UTC), and answers what a person reads. */
export async function told(b: Bench, line: readonly string[], at = '2026-11-23T09:00'): Promise<string> {
  const ran = await b.with({ now: `${at}:00.000Z` })(...line, '--format', 'table')
  return `${ran.stdout}${ran.stderr}`
}
