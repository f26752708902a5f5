import type { Database as Handle } from 'better-sqlite3'
import type {
  Kysely,
  KyselyPlugin,
  OperationNode,
  PluginTransformQueryArgs,
  PluginTransformResultArgs,
  QueryResult,
  RootOperationNode,
  TableNode,
  UnknownRow,
} from 'kysely'
import { imageOf, journaledTables, quoteName, type TableShape } from './journal.ts'
import type { Database } from './schema.ts'

/**
 * A handle whose next transaction records what it changes: row triggers write before and after images under the newest
 * action, cascades included. They are TEMP: readers pay nothing and the file holds none. Each is armed when a statement
 * first asks for it, for they go with a rollback, and a command that adds a task need not pay for those of deletions.
 */
export function journaling(kysely: Kysely<Database>, handle: Handle): Kysely<Database> {
  return kysely.withPlugin(new Arming(handle))
}

type Event = 'insert' | 'update' | 'delete'

class Arming implements KyselyPlugin {
  readonly #handle: Handle
  readonly #armed = new Set<string>()
  #tables: TableShape[] | undefined
  #foreign: boolean | undefined

  constructor(handle: Handle) {
    this.#handle = handle
  }

  transformQuery({ node }: PluginTransformQueryArgs): RootOperationNode {
    const change = changeOf(node)
    if (change !== undefined) this.#arm(this.#hasTriggers() ? {} : change)
    return node
  }

  async transformResult({ result }: PluginTransformResultArgs): Promise<QueryResult<UnknownRow>> {
    return result
  }

  /** Somebody's own triggers in the file may change anything on any occasion. */
  #hasTriggers(): boolean {
    this.#foreign ??=
      this.#handle.prepare("select 1 from main.sqlite_master where type = 'trigger'").get() !== undefined
    return this.#foreign
  }

  #arm({ table, event }: Change): void {
    this.#tables ??= journaledTables(this.#handle)
    const missing = this.#tables
      .filter(({ name }) => table === undefined || name === table)
      .flatMap((shape) =>
        triggersOf(shape)
          .filter((one) => event === undefined || one.event === event)
          .filter(({ name }) => !this.#armed.has(name)),
      )
    if (missing.length === 0) return
    this.#handle.exec(missing.map(({ sql }) => sql).join('\n'))
    for (const { name } of missing) this.#armed.add(name)
  }
}

/** What a statement changes; undefined for what it may be: any table, any event. */
interface Change {
  readonly table?: string | undefined
  readonly event?: Event
}

/** A plain insert or update touches rows of its own table alone (no key is ON UPDATE CASCADE); all else may touch any. */
function changeOf(node: RootOperationNode): Change | undefined {
  if (node.kind === 'SelectQueryNode') return undefined
  if (node.kind === 'RawNode') return /^\s*select\b/i.test(node.sqlFragments[0] ?? '') ? undefined : {}
  if (node.kind === 'UpdateQueryNode') return { table: nameOf(node.table), event: 'update' }
  const inserts = node.kind === 'InsertQueryNode' && node.replace !== true && !node.orAction
  const isPlain = inserts && (node.onConflict === undefined || node.onConflict.doNothing === true)
  return isPlain ? { table: nameOf(node.into), event: 'insert' } : {}
}

/** The name of a table, or undefined where it is no plain one. */
function nameOf(node: OperationNode | undefined): string | undefined {
  return node?.kind === 'TableNode' ? (node as TableNode).table.identifier.name : undefined
}

interface Trigger {
  readonly name: string
  readonly event: Event
  readonly sql: string
}

function triggersOf(table: TableShape): Trigger[] {
  const differs = (columns: readonly string[]) =>
    columns.map((c) => `old.${quoteName(c)} is not new.${quoteName(c)}`).join(' or ')
  const others = table.columns.filter((column) => !table.key.includes(column))
  const [was, is] = [imageOf(table, 'old'), imageOf(table, 'new')]
  const [came, went] = [record(table, 'new', 'null', is), record(table, 'old', was, 'null')]
  return [
    trigger(table, 'insert', 'insert', '', came),
    trigger(table, 'delete', 'delete', '', went),
    // A row given another key is one row gone and another come.
    trigger(table, 'rekey', 'update', `when ${differs(table.key)}`, went + came),
    ...(others.length === 0
      ? []
      : [
          trigger(
            table,
            'update',
            'update',
            `when not (${differs(table.key)}) and (${differs(others)})`,
            record(table, 'new', was, is),
          ),
        ]),
  ]
}

function record(table: TableShape, row: string, before: string, after: string): string {
  const key = `json_array(${table.key.map((column) => `${row}.${quoteName(column)}`).join(', ')})`
  return `insert into changes (action_id, table_name, row_key, before, after)
    values ((select max(id) from actions), '${table.name}', ${key}, ${before}, ${after});`
}

function trigger(table: TableShape, what: string, event: Event, when: string, body: string): Trigger {
  const name = `journal_${table.name}_${what}`
  const sql = `create temp trigger if not exists "${name}" after ${event} on main.${quoteName(table.name)} ${when} begin
    ${body}
  end;`
  return { name, event, sql }
}
