import { sql } from 'kysely'
import type { Db } from '../db/handles.ts'
import type { GroupField } from '../domain/sort.ts'
import { groupColumns } from './task-order.ts'
import { type Condition, clientOfTask } from './tasks.ts'

/** How many tasks that meet the condition each group has, in the order of the groups; null is the group of those without. */
export async function countTasksByGroup(
  db: Db,
  group: GroupField,
  where: Condition | undefined,
): Promise<{ group: string | null; count: number }[]> {
  const { name, order } = groupColumns[group]
  return db
    .selectFrom('tasks as t')
    .leftJoin('projects as p', 'p.id', 't.project_id')
    .leftJoin('clients as c', (join) => join.on('c.id', '=', clientOfTask))
    .select((eb) => [sql.raw<string | null>(name).as('group'), eb.fn.countAll<number>().as('count')])
    .$if(where !== undefined, (q) => q.where(where!))
    .groupBy([sql.raw(order), sql.raw(name)])
    .orderBy(sql`${sql.raw(order)} is null`)
    .orderBy(sql.raw(order))
    .execute()
}
