import type { Command } from 'commander'
import type { Run } from '../../cli/context.ts'
import { declareEntries } from './declare-entries.ts'
import { declareTimer } from './declare-timer.ts'

/** The verbs of `larry time`. */
export function declare(time: Command, run: Run): void {
  declareTimer(time, run)
  declareEntries(time, run)
}
