import type { ReminderRecord, Stamped, TaskRecord } from './task-record.ts'

/** Anything larry's own files tell of; other formats tell of tasks alone. Records come in this order of kinds, those of a kind by id. */
export type FileRecord = ClientRecord | ProjectRecord | TaskRecord | LooseReminder | HabitRecord | ViewRecord

export const recordKinds = ['client', 'project', 'task', 'reminder', 'habit', 'view'] as const
export type RecordKind = (typeof recordKinds)[number]

/** A record, where in its file it stands, and what of it had to be said otherwise to be taken. */
export interface Told<R extends FileRecord = FileRecord> {
  readonly record: R
  /** From 1: the line on which it begins. */
  readonly line: number
  /** Such as `priority "X" became low`; the line is added by whoever tells it. */
  readonly adapted?: readonly string[]
  /** The civil day a task was completed on, where the file tells no more: `completed_at` is the first moment of it. */
  readonly completedOn?: string
}

export interface ClientRecord extends Stamped {
  readonly kind: 'client'
  readonly name: string
  readonly status?: 'prospect' | 'active' | 'inactive' | 'archived'
  readonly email?: string | null
  readonly phone?: string | null
  /** Cents of `currency`, an ISO 4217 code, for an hour. */
  readonly rate_cents?: number | null
  readonly currency?: string | null
  readonly notes?: string | null
}

export interface ProjectRecord extends Stamped {
  readonly kind: 'project'
  /** A path, `work/site`. */
  readonly name: string
  /** By name. */
  readonly client?: string | null
  readonly status?: 'active' | 'archived'
  readonly notes?: string | null
}

/** A reminder of a message, of no task. */
export interface LooseReminder extends ReminderRecord {
  readonly kind: 'reminder'
  readonly message: string
}

export interface HabitRecord extends Stamped {
  readonly kind: 'habit'
  readonly name: string
  readonly period?: 'day' | 'week' | 'month'
  readonly target?: number
  readonly unit?: string | null
  /** Civil dates. */
  readonly starts_on?: string
  readonly ends_on?: string | null
  readonly archived_at?: string | null
  readonly checks?: readonly HabitCheckRecord[]
}

export interface HabitCheckRecord {
  /** A civil date. */
  readonly on: string
  readonly amount?: number | null
  readonly note?: string | null
  readonly skipped?: boolean
  readonly created_at?: string
  readonly updated_at?: string
}

/** A saved list: words as they would be typed. */
export interface ViewRecord extends Stamped {
  readonly kind: 'view'
  readonly name: string
  readonly filter: string
  readonly sort: string
  readonly columns: string
}
