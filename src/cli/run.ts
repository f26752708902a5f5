import type { Command } from 'commander'
import { faultOf } from '../db/faults.ts'
import { armJournal } from '../db/journal.ts'
import { type OpenOptions, openToRead, openToWrite, type Store } from '../db/open.ts'
import { makeDurable } from '../db/pragmas.ts'
import { openToRehearse } from '../db/rehearsal.ts'
import { isJson } from '../output/formats.ts'
import type { Reply } from '../output/view.ts'
import { answer } from './answer.ts'
import { ask, canAsk, needsYes } from './ask.ts'
import type { BareContext, Handler, ReadContext, Run, WriteContext } from './context.ts'
import type { Globals } from './globals.ts'
import { setExamples } from './help.ts'
import { inputFor } from './input.ts'
import { progressOn } from './progress.ts'
import type { Runtime } from './runtime.ts'
import { readSettings, type Settings } from './settings.ts'
import { Timing } from './timing.ts'
import { asking, transact } from './transact.ts'
import { beforeUpgrade } from './upgrade.ts'

/** The line as typed, and the part of it after `--`. */
export interface Line {
  readonly typed: readonly string[]
  readonly literal: readonly string[]
}

interface Call<O> {
  readonly settings: Settings
  readonly words: readonly string[]
  readonly options: O
  readonly name: string
  readonly input: readonly string[] | undefined
  readonly timing: Timing
}

/** Makes the three ways to run a command. `done` is told the exit code of an answered run. */
export function runner(runtime: Runtime, line: Line, done: (code: number) => void): Run {
  const call = async <O>(args: unknown[], body: (call: Call<O>) => Promise<Reply>): Promise<void> => {
    const command = args.at(-1) as Command
    const globals = command.optsWithGlobals<Globals>()
    const settings = await readSettings(globals, runtime)
    const words = args
      .slice(0, -2)
      .flat()
      .filter((word) => word !== undefined) as string[]
    const name = `${command.parent!.name()} ${command.name()}`
    const timing = new Timing()
    const input = inputFor(command, words, runtime)
    const reply = await naming(settings.file, () =>
      body({ settings, words, options: args.at(-2) as O, name, input, timing }),
    )
    await answer(reply, settings, runtime)
    if (settings.profile) runtime.stderr.write(timing.report(isJson(settings.format)))
    const slow = timing.slowWarning(name, settings)
    if (slow !== undefined) runtime.stderr.write(slow)
    done(reply.code ?? 0)
  }
  const base = ({ settings, input }: Call<unknown>) => ({
    clock: settings.clock,
    now: settings.clock.now,
    literal: line.literal,
    input,
    settings,
  })
  const openingOf = ({ settings, timing }: Call<unknown>): OpenOptions => ({
    file: settings.file,
    makeFolder: settings.makeFolder,
    observe: timing.profile.observe,
    maker: runtime.processes,
    beforeUpgrade: (file) => beforeUpgrade(file, settings, runtime),
  })
  const opened = <O>(c: Call<O>, open: typeof openToRead): Promise<Store> => c.timing.opening(() => open(openingOf(c)))

  return {
    examples: (verb, ...lines) => setExamples(verb, lines),
    read:
      (load) =>
      (...args) =>
        call(args, async (c) => {
          const [{ run }, store] = await Promise.all([load(), opened(c, openToRead)])
          try {
            const context: ReadContext = { ...base(c), db: store.kysely }
            return await c.timing.operation(() => (run as Handler<ReadContext, unknown>)(context, c.words, c.options))
          } finally {
            store.close()
          }
        }),
    write:
      (load, how) =>
      (...args) =>
        call(args, async (c) => {
          const [{ run }, store] = await Promise.all([
            load(),
            opened(c, c.settings.dryRun ? openToRehearse : openToWrite),
          ])
          try {
            if (c.settings.config.durability === 'full') makeDurable(store.handle)
            armJournal(store.handle)
            const kind = how?.kind ?? 'change'
            return await asking(runtime, c.settings, (confirm) =>
              c.timing.operation(() =>
                transact(store, { ...c, kind, typed: line.typed }, (tx) =>
                  (run as Handler<WriteContext, unknown>)({ ...base(c), ...tx, ...confirm }, c.words, c.options),
                ),
              ),
            )
          } finally {
            store.close()
          }
        }),
    bare:
      (load) =>
      (...args) =>
        call(args, async (c) => {
          const { run } = await load()
          const confirm = (question: string) => {
            if (c.settings.yes || c.settings.dryRun) return
            if (!canAsk(c.settings, runtime)) throw needsYes(question)
            c.timing.waiting(() => {
              ask(question, runtime)
            })
          }
          const { stage, end } = progressOn(runtime.stderr)
          const context: BareContext = { ...base(c), opening: openingOf(c), runtime, confirm, progress: stage }
          try {
            return await c.timing.operation(() => (run as Handler<BareContext, unknown>)(context, c.words, c.options))
          } finally {
            end()
          }
        }),
  }
}

/** Gives faults of SQLite and the file system the name of the file they are about. */
async function naming<T>(file: string, run: () => Promise<T>): Promise<T> {
  try {
    return await run()
  } catch (error) {
    throw faultOf(error, file) ?? error
  }
}
