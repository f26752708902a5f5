import type { Command } from 'commander'
import { type Role, roleOf } from './arguments.ts'
import type { Run } from './context.ts'
import type { Globals } from './globals.ts'
import type { Runtime } from './runtime.ts'
import { setExamples } from './tree.ts'

/** The line as typed, and the part of it after `--`. */
export interface Line {
  readonly typed: readonly string[]
  readonly literal: readonly string[]
}

export type Way = 'read' | 'write' | 'bare'

/** One command line as Commander understood it. */
export interface Call {
  readonly way: Way
  /** A config that cannot be read does not stop it: it mends that, or has no use for it. */
  readonly anyConfig: boolean
  /** Imports the file that acts. */
  readonly load: () => Promise<{ run: unknown; prepare?: unknown }>
  readonly kind: 'change' | 'undo' | 'redo'
  /** Noun and verb, `task add`. */
  readonly name: string
  readonly line: Line
  readonly words: readonly string[]
  readonly options: { readonly file?: string }
  readonly globals: Globals
  /** What the words are. */
  readonly role: Role
}

/** Makes the three ways to run a command; what runs them, and the database with it, is loaded when one is called. `done` is told the exit code. */
export function runner(runtime: Runtime, line: Line, done: (code: number) => void): Run {
  const calling =
    (way: Way) =>
    (load: Call['load'], { kind = 'change', anyConfig = false }: { kind?: Call['kind']; anyConfig?: boolean } = {}) =>
    async (...args: unknown[]): Promise<void> => {
      const command = args.at(-1) as Command
      const words = args.slice(0, -2).flat() as (string | undefined)[]
      const { execute } = await import('./execute.ts')
      const call: Call = {
        way,
        anyConfig,
        load,
        kind,
        name: `${command.parent!.name()} ${command.name()}`,
        line,
        words: words.filter((word) => word !== undefined),
        options: command.opts(),
        globals: command.optsWithGlobals(),
        role: roleOf(command),
      }
      done(await execute(call, runtime))
    }
  return {
    examples: (verb, ...lines) => setExamples(verb, lines),
    read: calling('read'),
    write: calling('write'),
    bare: calling('bare'),
  }
}
