import type { Command } from 'commander'
import type { Run } from '../../cli/context.ts'
import { declareClients } from './declare-clients.ts'
import { declareComments } from './declare-comments.ts'
import { declareFiles } from './declare-files.ts'
import { declareFinding } from './declare-finding.ts'
import { declareStatus } from './declare-status.ts'
import { declareStructure } from './declare-structure.ts'
import { declareWords } from './declare-words.ts'

/** The verbs of `larry task`. */
export function declare(task: Command, run: Run): void {
  declareWords(task, run)
  declareFinding(task, run)
  declareStatus(task, run)
  declareStructure(task, run)
  declareComments(task, run)
  declareClients(task, run)
  declareFiles(task, run)
}
