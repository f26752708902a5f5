import type { Command } from 'commander'
import type { Run } from '../../cli/context.ts'
import { declareSchema } from './declare-schema.ts'

/** The verbs of `larry data`, each a root word too. */
export function declare(data: Command, run: Run): void {
  declareSchema(data, run)
}
