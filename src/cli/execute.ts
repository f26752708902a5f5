import { faultOf } from '../db/faults.ts'
import { openToRead, type Store } from '../db/open.ts'
import { makeDurable } from '../db/pragmas.ts'
import { Failure } from '../domain/errors.ts'
import { namedZone } from '../domain/when/zone.ts'
import { isJson } from '../output/formats.ts'
import { allOf, type Reply } from '../output/view.ts'
import { answer, showsRows, writeAnswer } from './answer.ts'
import { asked, beforehand } from './beforehand.ts'
import type { BareContext, Handler, ReadContext, WriteContext, Writer } from './context.ts'
import { inputFor } from './input.ts'
import { openingOf, openToChange } from './opening.ts'
import { progressOn } from './progress.ts'
import type { Call, Way } from './run.ts'
import { ReaderWaits, type Runtime } from './runtime.ts'
import { readSettings, type Settings } from './settings.ts'
import { Timing } from './timing.ts'
import { asking, transact } from './transact.ts'

/** How long a reader may take, in milliseconds, for what others have to wait for. */
const patience = 5000

/** How a call is run and its answer written; each answers the exit code. */
const ways: Record<Way, (execution: Execution) => Promise<number>> = { read, write, bare }

/** A call with what its settings and streams make of it. */
export interface Execution {
  readonly call: Call
  readonly runtime: Runtime
  readonly settings: Settings
  readonly timing: Timing
  readonly base: Pick<ReadContext, 'clock' | 'now' | 'literal' | 'input' | 'settings'>
}

/** Runs a call and writes its answer; answers the exit code. */
export async function execute(call: Call, runtime: Runtime): Promise<number> {
  const settings = await readSettings(call.globals, runtime, call)
  const timing = new Timing(runtime.elapsed)
  const input = inputFor(call, runtime)
  const { clock } = settings
  const base = { clock, now: clock.now, literal: call.line.literal, input, settings }
  const execution = { call, runtime, settings, timing, base }
  const code = await naming(settings.file, () => ways[call.way](execution)).finally(() => {
    if (settings.profile && !timing.isTold) runtime.stderr.write(timing.report(isJson(settings.format)))
  })
  const slow = timing.slowWarning(call.name, settings)
  if (slow !== undefined) runtime.stderr.write(slow)
  return code
}

async function read({ call, runtime, settings, timing, base }: Execution): Promise<number> {
  const { run } = (await call.load()) as { run: Handler<ReadContext, unknown> }
  const store = await timing.opening(() => openToRead(openingOf(settings, timing, runtime)))
  try {
    const reply = await timing.operation(() => run({ ...base, db: store.kysely }, call.words, call.options))
    return await answer(await flowing(reply, store, timing), settings, runtime)
  } finally {
    store.close()
  }
}

/**
 * A reply whose pages, read while it is written, count as part of the operation. Outside WAL mode all are read before the
 * first is written: who reads there keeps others from writing, and a pipe may take its time.
 */
async function flowing(reply: Reply, { handle }: Store, timing: Timing): Promise<Reply> {
  const { rows, jsonLines, ...rest } = reply
  if (!(Symbol.asyncIterator in rows)) return reply
  if (handle.pragma('journal_mode', { simple: true }) !== 'wal') return { ...rest, rows: await allOf(rows) }
  return {
    ...rest,
    rows: timing.pages(rows),
    ...(jsonLines && { jsonLines: (keys: readonly string[]) => timing.pages(jsonLines(keys)) }),
  }
}

async function write(execution: Execution): Promise<number> {
  const { call, runtime, settings, timing, base } = execution
  const { run, prepare } = (await call.load()) as Writer<unknown, unknown>
  const prepared = prepare && (await beforehand(execution, prepare))
  const store = await timing.opening(() => openToChange(openingOf(settings, timing, runtime), settings))
  const { line, name, kind } = call
  const shows: WriteContext['showsRows'] = ({ created }) => showsRows(settings, created)
  const { stage: progress, end } = progressOn(runtime)
  let reply: Reply
  try {
    if (settings.config.durability === 'full') makeDurable(store.handle)
    reply = await asking(runtime, settings, (confirm) =>
      timing.operation(() =>
        transact(store, { settings, name, kind, typed: line.typed }, (tx) =>
          run({ ...base, ...tx, ...confirm, showsRows: shows, progress }, call.words, call.options, prepared),
        ),
      ),
    )
  } finally {
    end()
    store.close()
  }
  return answer(reply, settings, runtime)
}

async function bare(execution: Execution): Promise<number> {
  const { call, runtime, settings, timing, base } = execution
  const { run } = (await call.load()) as { run: Handler<BareContext, unknown> }
  const confirm = (question: string) => {
    if (settings.yes || settings.dryRun) return
    asked(question, execution)
  }
  const { stage, end } = progressOn(runtime)
  const opening = openingOf(settings, timing, runtime)
  const tell = async (said: Reply, format = settings.format) => {
    try {
      await writeAnswer(said, { ...settings, format }, { ...runtime, stdout: runtime.stdout.within(patience) })
    } catch (error) {
      if (!(error instanceof ReaderWaits)) throw error
      throw new Failure('unavailable', `${error.message}; nothing was changed`, undefined, { cause: error })
    }
  }
  const outside: Runtime = { ...runtime, run: (...called) => timing.aside(() => runtime.run(...called)) }
  const verbs = async () => (await import('./verbs.ts')).declaredVerbs()
  const { typed } = call.line
  const place = { opening, runtime: outside, typed, progress: stage, zoneNamed: namedZone, verbs }
  const context = { ...base, ...place, confirm, tell }
  let reply: Reply
  try {
    reply = await timing.operation(() => run(context, call.words, call.options))
  } finally {
    end()
  }
  timing.isTold = reply.profiled === true
  return answer(reply, settings, runtime)
}

/** Gives faults of SQLite and the file system the name of the file they are about. */
async function naming<T>(file: string, run: () => Promise<T>): Promise<T> {
  try {
    return await run()
  } catch (error) {
    throw faultOf(error, file) ?? error
  }
}
