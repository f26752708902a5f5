import type { Command } from 'commander'
import type { Run } from '../../cli/context.ts'
import { declareApply } from './declare-apply.ts'
import { declareExchange } from './declare-exchange.ts'
import { declareSchema } from './declare-schema.ts'
import { declareSql } from './declare-sql.ts'

/** The verbs of `larry data`, each a root word too. */
export function declare(data: Command, run: Run): void {
  declareExchange(data, run)
  declareApply(data, run)
  declareSql(data, run)
  declareSchema(data, run)
}
