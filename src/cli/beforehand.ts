import type { Db } from '../db/handles.ts'
import { reading } from '../db/open.ts'
import { ask, canAsk, needsYes } from './ask.ts'
import type { Writer } from './context.ts'
import type { Execution } from './execute.ts'
import { openingOf } from './opening.ts'
import { progressOn } from './progress.ts'

/** Runs what a command does before it changes anything. Time spent with a person or another program is not the operation's. */
export async function beforehand(
  execution: Execution,
  prepare: NonNullable<Writer<unknown, unknown>['prepare']>,
): Promise<unknown> {
  const { call, runtime, settings, timing, base } = execution
  const { stage, end } = progressOn(runtime)
  const outside = {
    runtime,
    progress: stage,
    canAsk: canAsk(settings, runtime),
    confirm: (question: string) => {
      asked(question, execution)
    },
    reading: <T>(use: (db: Db) => Promise<T>) => reading(openingOf(settings, timing, runtime), use),
  }
  try {
    return await prepare({ ...base, ...outside }, call.words, call.options)
  } finally {
    end()
  }
}

/** Asks the one question, if there is somebody to ask. */
export function asked(question: string, { runtime, settings, timing }: Execution): void {
  if (!canAsk(settings, runtime)) throw needsYes(question)
  timing.waiting(() => {
    ask(question, runtime)
  })
}
