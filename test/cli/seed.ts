import { type Bench, bench } from '../support/larry.ts'

/** Adds tasks one after the other, each from one line of words, so that later lines may name earlier ones. */
export async function seed({ larry }: Bench, ...lines: readonly string[]): Promise<void> {
  for (const line of lines) {
    const ran = await larry('add', line)
    if (ran.code !== 0) throw new Error(`larry add '${line}' answered ${ran.code}: ${ran.stderr}`)
  }
}

/** Every task and every action: what a run without effect leaves as it was. */
export async function everything({ json }: Bench): Promise<readonly unknown[]> {
  return [await json('task', 'list', '--all', '--sort', 'id'), await json('history', 'list')]
}

/** The status of every task, by id. */
export async function statuses({ tasks }: Bench): Promise<string[]> {
  return (await tasks()).map(({ status }) => status)
}

/** The keys of a task in JSON, in their frozen order (spec part 6). */
export const taskKeys: readonly string[] = [
  'id',
  'uid',
  'title',
  'status',
  'priority',
  'due',
  'wait_until',
  'estimate_minutes',
  'progress',
  'tags',
  'project',
  'client',
  'project_id',
  'client_id',
  'parent_id',
  'depends_on',
  'notes',
  'recurrence',
  'recurrence_mode',
  'started_at',
  'completed_at',
  'created_at',
  'updated_at',
]

/** Four tasks: 3 is part of 1 and waits for 2, and 4 is done. */
export async function small(): Promise<Bench> {
  const b = bench()
  await seed(b, 'Pay rent +home p:high', 'Call Bob due:fri', 'Fix tap parent:1 depends:2', 'Old thing')
  await b.larry('done', '4')
  return b
}

/** Three tasks for lines that are about the line. */
export async function three(): Promise<Bench> {
  const b = bench()
  await seed(b, 'One +next due:fri', 'Two due:thu', 'Three --all')
  return b
}

/** 3 is part of 2, which is part of 1; 5 waits for 4. */
export async function tree() {
  const b = bench()
  await seed(b, 'Move house', 'Pack parent:1', 'Books parent:2', 'Rent van', 'Drive depends:4')
  return b
}
