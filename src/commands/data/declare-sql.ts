import type { Command } from 'commander'
import type { Run } from '../../cli/context.ts'

/** The verb that asks with SQL. */
export function declareSql(data: Command, { bare, examples }: Run): void {
  examples(
    data
      .command('sql [query...]')
      .description('Ask with one SELECT, read-only; without one, list the views')
      .option('--views', 'list the views to ask, whose columns stay; tables may change')
      .option('--file <file>', 'read the query from a file, or - for a pipe')
      .option('--param <name=value...>', 'stands for :name in the query; repeatable')
      .option('-l, --limit <count>', 'at most this many rows; 10000 unless told')
      .option('--timeout <time>', 'computing time it may take; 30s unless told')
      .action(bare(() => import('./sql.ts'))),
    'larry sql',
    `larry sql "select distinct date(started_at, 'localtime') from v_time"`,
    'larry sql "select client, sum(seconds) from v_time group by client"',
    `larry sql 'select * from v_time where client = :who' --param who=Acme`,
    'larry sql - < hours.sql',
  )
}
