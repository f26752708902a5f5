import type { PrepareContext, WriteContext } from '../../cli/context.ts'
import { counted } from '../../domain/counted.ts'
import { ops } from '../../domain/operations/keys.ts'
import type { Outcome } from '../../domain/operations/operation.ts'
import { readOperation } from '../../domain/operations/read.ts'
import { parseStrictly } from '../../interchange/json/strict.ts'
import { decoded, linesOf } from '../../interchange/text.ts'
import { rowsOf } from '../../output/answers.ts'
import { among, boolean, described, integer, nullable, text, uid } from '../../output/types.ts'
import { reply, type View } from '../../output/view.ts'
import { applyOperations } from '../../workflows/apply/apply-operations.ts'
import { closeSource, openSource, piecesFrom } from './input-file.ts'

const view: View<Outcome> = {
  singular: 'result',
  plural: 'results',
  types: {
    line: described(integer, 'of the operation, from 1'),
    op: among(ops),
    result: among(['added', 'changed', 'removed', 'unchanged']),
    id: described(integer, 'of the task, also one that is gone'),
    uid,
    comment_id: described(nullable(integer), 'of the comment that "comment" made'),
    entry_id: described(nullable(integer), 'of the time entry that "log" made'),
    key: nullable(text),
    replayed: described(boolean, 'done before under its key; this is what was answered then'),
  },
  columns: ['line', 'op', 'result', 'id', 'key', 'replayed'],
  id: 'id',
}

export const answers = rowsOf(view)

/** A line that is not blank, as JSON. */
interface Sent {
  readonly line: number
  readonly value: unknown
}

/** Reads the lines before anything is locked: a pipe may take its time. */
export async function prepare(context: PrepareContext, [file = '']: readonly string[]): Promise<Sent[]> {
  const source = openSource(file, `echo '{"op":"done","id":12}' | larry apply -`, context)
  try {
    const sent: Sent[] = []
    for (const { line, text: json } of linesOf(decoded(piecesFrom(source), source.name, 'larry apply -')))
      if (json.trim() !== '')
        sent.push({ line, value: parseStrictly(json, line, 'one operation a line: jq -c . makes lines of them') })
    return sent
  } finally {
    closeSource(source)
  }
}

/** Applies operations in their order, all or none, as one step; answers a row for each task of each. */
export async function run({ db, clock }: WriteContext, _: readonly string[], __: object, sent: readonly Sent[]) {
  const operations = sent.map(({ line, value }) => readOperation(value, line, clock))
  if (operations.length === 0) return reply(view, [], { sentences: ['No operations, nothing done'] })
  const { outcomes, createdProjects } = await applyOperations(db, operations, clock)
  const parts = [
    `Applied ${counted(operations.length, 'operation')}`,
    ...sums(outcomes),
    ...createdProjects.map((name) => `new project ${name}`),
  ]
  return reply(view, outcomes, { sentences: [parts.join(' · ')] })
}

/** How often each result came: `3 added`; what was done before counts only as that. */
function sums(outcomes: readonly Outcome[]): string[] {
  const counts = new Map<string, number>()
  for (const { result, replayed } of outcomes) {
    const name = replayed ? 'done before' : result
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return [...counts].map(([name, count]) => `${count} ${name}`)
}
