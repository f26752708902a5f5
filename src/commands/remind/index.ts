import type { Command } from 'commander'
import type { Run } from '../../cli/context.ts'
import { declareFiring } from './declare-firing.ts'
import { declareKeeping } from './declare-keeping.ts'

/** The verbs of `larry remind`. */
export function declare(remind: Command, run: Run): void {
  declareKeeping(remind, run)
  declareFiring(remind, run)
}
