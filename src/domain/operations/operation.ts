import type { Attributes, Draft } from '../task.ts'

/** A task as an operation names it: by id, by uid, or as an earlier line called it. */
export type Name = { readonly id: number } | { readonly uid: string } | { readonly ref: string }

/** A line of `apply`. */
export interface Operation {
  /** From 1. */
  readonly line: number
  /** Sent again with the same key, it is answered and not done again. */
  readonly key: string | undefined
  /** The operation as sent, in one spelling. */
  readonly text: string
  readonly deed: Deed
}

/** What an operation does. */
export type Deed =
  | ({ readonly op: 'add'; readonly draft: Draft; readonly as: string | undefined } & Links)
  | ({
      readonly op: 'edit'
      readonly attributes: Attributes
      /** The tags the tasks are to have and no others. */
      readonly allTags: readonly string[] | undefined
    } & Links &
      Target)
  | ({ readonly op: 'done'; readonly force: boolean; readonly cascade: boolean; readonly catchUp: boolean } & Target)
  | ({ readonly op: 'cancel'; readonly cascade: boolean } & Target)
  | ({ readonly op: 'remove'; readonly cascade: boolean } & Target)
  | ({ readonly op: 'reopen' } & Target)
  | ({ readonly op: 'start' } & Target)
  | ({ readonly op: 'comment'; readonly body: string } & Target)
  | ({ readonly op: 'log'; readonly work: LoggedWork } & Target)

export interface LoggedWork {
  /** UTC instants. */
  readonly started_at: string
  readonly ended_at: string
  readonly note: string | null
  readonly billable: boolean
  readonly allowOverlap: boolean
}

/** The tasks an operation is about, and when the one it names was last changed as far as the sender knows. */
export interface Target {
  readonly tasks: readonly Name[]
  /** UTC instant. */
  readonly ifUpdatedAt: string | undefined
}

/** Other tasks that attributes speak of; undefined was not given. */
export interface Links {
  readonly parent: Name | null | undefined
  readonly depends: readonly Name[] | undefined
}

export type Op = Deed['op']

/** What came of an operation for one task. */
export interface Outcome {
  readonly line: number
  readonly op: Op
  readonly result: 'added' | 'changed' | 'removed' | 'unchanged'
  /** The task, also one that is gone. */
  readonly id: number
  readonly uid: string
  /** What `comment` and `log` made. */
  readonly comment_id: number | null
  readonly entry_id: number | null
  readonly key: string | null
  /** It was done before, by the same key; this is what was answered then. */
  readonly replayed: boolean
}
