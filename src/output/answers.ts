import type { Clock } from '../domain/when/clock.ts'
import type { Schema } from './types.ts'
import type { View } from './view.ts'

/** What a verb answers in JSON, as its schema tells it. */
export interface Answer {
  readonly view: (clock: Clock) => View<object>
  /** One object instead of a list of them. */
  readonly one?: true
  /** Such an object on each line, for as long as it goes on. */
  readonly lines?: true
  /** Null where there is no such object. */
  readonly orNull?: true
  /** The options with which it is this and not the first that the verb answers. */
  readonly when?: string
  /** Keys that are there only when they are asked for. */
  readonly sometimes?: readonly string[]
  /** What JSON has in place of a row. */
  readonly item?: { readonly schema: Schema }
}

/** All that a verb may answer; the usual comes first. */
export type Answers = Answer | readonly Answer[]

type More = Omit<Answer, 'view' | 'one' | 'lines'>

/** A verb that answers a list of such rows. */
export function rowsOf<T extends object>(view: View<T> | ((clock: Clock) => View<T>), more: More = {}): Answer {
  return { view: (clock) => (typeof view === 'function' ? view(clock) : view) as unknown as View<object>, ...more }
}

/** A verb that answers such an object whenever there is one, a line each. */
export function linesOf<T extends object>(view: View<T> | ((clock: Clock) => View<T>)): Answer {
  return { ...rowsOf(view), lines: true }
}

/** A verb that answers one such object. */
export function oneOf<T extends object>(view: View<T> | ((clock: Clock) => View<T>), more: More = {}): Answer {
  return { ...rowsOf(view, more), one: true }
}
