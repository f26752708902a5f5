import type { Command } from 'commander'
import type { Db, Handle, Tx } from '../db/handles.ts'
import type { OpenOptions } from '../db/open.ts'
import type { Clock, Zone } from '../domain/when/clock.ts'
import type { Answers } from '../output/answers.ts'
import type { Format } from '../output/formats.ts'
import type { Reply } from '../output/view.ts'
import type { Progress } from './progress.ts'
import type { Runtime } from './runtime.ts'
import type { Settings } from './settings.ts'

/** What every command is given. */
interface Base {
  readonly clock: Clock
  /** UTC instant of this run. */
  readonly now: string
  /** Arguments after `--`: text, whatever they look like. */
  readonly literal: readonly string[]
  /** The lines of standard input, when an argument was `-`; read before any lock is taken. */
  readonly input: readonly string[] | undefined
  readonly settings: Settings
}

/** A command that reads: its handle cannot write. */
export interface ReadContext extends Base {
  readonly db: Db
}

/** A command that changes: it runs wholly inside one journaled transaction, one undo step. */
export interface WriteContext extends Base {
  readonly db: Tx
  /** False when only sentences or ids will be told of the rows, which need then not be read; `created` as the reply will say it. */
  readonly showsRows: (how: { readonly created: boolean }) => boolean
  readonly journal: { readonly action: number; readonly handle: Handle }
  /** Says on a terminal what long work is at. */
  readonly progress: Progress['stage']
  /** Goes on only if the user agrees; with nobody to ask and no --yes it is a usage failure. Asked with nothing locked, after which the command runs anew. */
  readonly confirm: (question: string) => void
  /** As `confirm`, where scripts need no --yes: goes on when nobody can be asked. */
  readonly confirmOnTerminal: (question: string) => void
}

/** What a changing command does before anything is locked: talk to a person or another program, move what is large. */
export interface PrepareContext extends Base {
  readonly runtime: Runtime
  /** Says on a terminal what long work is at. */
  readonly progress: Progress['stage']
  /** True when there is somebody to ask, and a terminal an editor can have. */
  readonly canAsk: boolean
  /** Goes on only if the user agrees. */
  readonly confirm: (question: string) => void
  /** Reads the database, which is open no longer than that. */
  readonly reading: <T>(use: (db: Db) => Promise<T>) => Promise<T>
}

/** A command about the file itself: it opens what it needs, with `opening`. */
export interface BareContext extends Base {
  readonly opening: OpenOptions
  readonly runtime: Runtime
  /** The line as typed, with which larry can be started again. */
  readonly typed: readonly string[]
  /** Says on a terminal what long work is at. */
  readonly progress: Progress['stage']
  readonly confirm: (question: string) => void
  /** A time zone by its IANA name. */
  readonly zoneNamed: (name: string) => Zone
  /** Every verb there is, in the order of help. */
  readonly verbs: () => Promise<readonly DeclaredVerb[]>
  /** Writes a reply at once, for what must have been seen before the command goes on; fails when nobody takes it in time. */
  readonly tell: (reply: Reply, format?: Format) => Promise<void>
}

export type Handler<C, O> = (context: C, words: readonly string[], options: O) => Promise<Reply>

/** A verb's file: how it runs, and what it answers, for `larry schema`. */
interface Verb<R> {
  readonly run: R
  readonly answers: Answers
}

/** A changing command; what its `prepare` answered, before the transaction began, is handed to `run`, however often that begins anew. */
export interface Writer<O, P>
  extends Verb<(context: WriteContext, words: readonly string[], options: O, prepared: P) => Promise<Reply>> {
  readonly prepare?: (context: PrepareContext, words: readonly string[], options: O) => Promise<P>
}

/** What Commander calls: the arguments, the options, the command. */
type Action = (...args: any[]) => Promise<void>

/** A verb as its noun declares it. */
export interface DeclaredVerb {
  /** Its full name, `task list`. */
  readonly name: string
  /** Every way it is typed: `task list`, `task ls`, `list`, `ls`. */
  readonly names: readonly string[]
  readonly about: string
  /** Imports what it answers, and with it the file that acts. */
  readonly answers: () => Promise<Answers>
}

/** The three ways to run a command; each loads the handler only when it is called. */
export interface Run {
  readonly read: <O>(load: () => Promise<Verb<Handler<ReadContext, O>>>) => Action
  readonly write: <O, P>(load: () => Promise<Writer<O, P>>, how?: { kind: 'undo' | 'redo' }) => Action
  /** With `anyConfig` a config that cannot be read does not stop it. */
  readonly bare: <O>(load: () => Promise<Verb<Handler<BareContext, O>>>, how?: { anyConfig: true }) => Action
  /** Gives a verb the examples its help shows. */
  readonly examples: (verb: Command, ...lines: readonly string[]) => Command
}
