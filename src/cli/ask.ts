import { Failure } from '../domain/errors.ts'
import { safe } from '../output/safe.ts'
import type { Runtime } from './runtime.ts'
import type { Settings } from './settings.ts'

/** Thrown by a question inside a transaction: the run goes back, asks with nothing locked, and starts anew. */
export class Unanswered extends Error {
  readonly question: string

  constructor(question: string) {
    super(question)
    this.question = question
  }
}

/** True when there is somebody to ask. */
export function canAsk(settings: Settings, { stdin, stderr }: Runtime): boolean {
  return !settings.noInput && stdin.isTTY && stderr.isTTY
}

/** Refuses what only a person or --yes may allow. */
export function needsYes(question: string): Failure {
  return new Failure('usage', `this needs a yes, and there is nobody to ask: ${question}`, '--yes')
}

/** Asks once; Enter and the end of input mean no, which changes nothing. */
export function ask(question: string, { stdin, stderr }: Runtime): void {
  stderr.write(`${safe(question)} [y/N] `)
  const answer = stdin.readLine()
  if (answer === null) stderr.write('\n')
  if (!/^y(es)?$/i.test(answer?.trim() ?? '')) throw new Failure('failed', 'nothing was changed')
}
