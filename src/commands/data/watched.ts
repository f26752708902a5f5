import type { BareContext } from '../../cli/context.ts'
import { Failure } from '../../domain/errors.ts'
import { reply } from '../../output/view.ts'
import { queryView } from './sql-view.ts'

/** Says to larry that it was started to answer a query, and is watched. */
const mark = 'LARRY_QUERY_WATCHED'

/** True in the process that asks the database. */
export function isWatched({ runtime }: BareContext): boolean {
  return runtime.env[mark] === '1'
}

/** KiB of memory a query may take, Node's own 1 GB of address space with it; where the system has no such limit, none. */
const memory = 4 << 20

/** The longest a timer of Node can wait, in milliseconds: that of the processor is the limit. */
const forever = 2 ** 31 - 1

/** Exit codes of a process the system ended, 128 and the signal (signal(7)): SIGXCPU, and those of one that found no memory. */
const outOfTime = 152
const outOfMemory = [132, 133, 134, 137, 139]

/**
 * Runs this line again in a process of its own: SQLite cannot be interrupted from within its own. It may compute for so
 * many milliseconds; time it waits for a reader of its rows does not count. Ctrl-C ends both. TZ is what SQLite takes for
 * 'localtime' (sqlite.org/lang_datefunc.html): the zone larry goes by.
 */
export async function watched({ runtime, typed, input, clock }: BareContext, time: number) {
  const [node, script] = runtime.self
  const seconds = Math.ceil(time / 1000)
  const limits = [`-c 0`, `-v ${memory}`, `-S -t ${seconds}`].map((limit) => `ulimit ${limit} 2>/dev/null; `).join('')
  const { code, output } = await runtime.run('/bin/sh', ['-c', `${limits}exec "$@"`, 'sh', node, script, ...typed], {
    input: input?.join('\n') ?? '',
    env: { [mark]: '1', TZ: clock.zone.name },
    limit: forever,
    output: 'passed',
  })
  if (code === outOfTime)
    throw new Failure(
      'unavailable',
      `the query took more than ${seconds}s of computing time`,
      `allow it more: --timeout ${2 * seconds}s`,
    )
  if (outOfMemory.includes(code))
    throw new Failure('unavailable', 'the query took more memory than it may', 'let it answer fewer or smaller rows')
  runtime.stderr.write(output)
  return reply(queryView(['row']), [], { written: true, profiled: true, code })
}
