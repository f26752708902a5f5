import type { Command } from 'commander'
import type { Run } from '../../cli/context.ts'
import { declareChecks } from './declare-checks.ts'
import { declareHabits } from './declare-habits.ts'

/** The verbs of `larry habit`. */
export function declare(habit: Command, run: Run): void {
  declareHabits(habit, run)
  declareChecks(habit, run)
}
