import { migrations, type NumberedMigration } from '../../../migrations/index.ts'
import type { BareContext } from '../../cli/context.ts'
import { backupInto } from '../../db/backup.ts'
import { backupFolder } from '../../db/backup-folder.ts'
import { schemaVersion } from '../../db/identity.ts'
import { checkName } from '../../db/location.ts'
import { migrate, NO_MIGRATIONS } from '../../db/migrate.ts'
import { openToMigrate } from '../../db/open.ts'
import { versionOf } from '../../db/peek.ts'
import { makeDurable } from '../../db/pragmas.ts'
import { Failure } from '../../domain/errors.ts'
import { nearest } from '../../domain/nearest.ts'
import { rowsOf } from '../../output/answers.ts'
import { pickFields } from '../../output/fields.ts'
import { asView, reply } from '../../output/view.ts'
import { type MigrationRow, migrationsView } from './migrations-view.ts'

interface MigrateOptions {
  readonly to?: string
  readonly down?: true
  readonly list?: true
}

/** Where a run goes: from which schema version to which, and by which migrations. */
interface Plan {
  readonly target: number
  readonly direction: 'up' | 'down'
  readonly steps: readonly NumberedMigration[]
}

export const answers = rowsOf(migrationsView)

/** Brings the file to the newest schema or a given one; a file that holds anything is copied first. */
export async function run(context: BareContext, _: readonly string[], options: MigrateOptions) {
  const { settings, confirm } = context
  pickFields(asView(migrationsView), settings.fields)
  const file = checkName(settings.file)
  const before = versionOf(file)
  if (options.list === true)
    return reply(
      migrationsView,
      migrations.map(({ name }, i) => row(name, 'up', i < before)),
    )
  const plan = planOf(targetOf(options, before), before)
  const { target, direction, steps } = plan
  if (steps.length === 0) return reply(migrationsView, [], { sentences: [`Up to date: schema ${before}`] })
  if (settings.dryRun)
    return reply(
      migrationsView,
      steps.map(({ name }) => row(name, direction, false)),
      { sentences: steps.map(({ name }) => `Would migrate ${direction}: ${name}`) },
    )
  if (direction === 'down') confirm(`Migrate ${file} down to schema ${target}? What the steps hold is lost.`)
  return apply(context, plan)
}

function planOf(target: number, before: number): Plan {
  return target > before
    ? { target, direction: 'up', steps: migrations.slice(before, target) }
    : { target, direction: 'down', steps: migrations.slice(target, before).toReversed() }
}

async function apply({ settings, runtime, now, progress: stage }: BareContext, { target }: Plan) {
  const { file, makeFolder, paths } = settings
  const notes: string[] = []
  const copies = { now, occasion: 'before-migrate', maker: runtime.processes, stage } as const
  const keep = () => {
    notes.push(`backup: ${backupInto(file, backupFolder(paths.state), copies).file}`)
  }
  const store = await openToMigrate(file, makeFolder)
  try {
    makeDurable(store.handle)
    const name = target === migrations.length ? undefined : (migrations[target - 1]?.name ?? NO_MIGRATIONS)
    const done = await migrate(store.handle, name, keep)
    const sentences = done.map((one) => `Migrated ${one.direction.toLowerCase()}: ${one.name}`)
    return reply(
      migrationsView,
      done.map((one) => row(one.name, one.direction === 'Up' ? 'up' : 'down', one.direction === 'Up')),
      { sentences: done.length === 0 ? [`Up to date: schema ${schemaVersion(store.handle)}`] : sentences, notes },
    )
  } finally {
    store.close()
  }
}

function row(name: string, direction: 'up' | 'down', applied: boolean): MigrationRow {
  return { name, direction, status: applied ? 'applied' : 'pending' }
}

/** The schema version asked for: 0 for none, the list's length for the newest. */
function targetOf({ to, down }: MigrateOptions, before: number): number {
  if (to !== undefined && down === true) throw new Failure('usage', `--to ${to} and --down are both given`)
  if (down === true) return Math.max(before - 1, 0)
  if (to === undefined) return migrations.length
  const at = migrations.findIndex(({ name }) => name === to)
  if (at >= 0) return at + 1
  if (/^\d+$/.test(to) && Number(to) <= migrations.length) return Number(to)
  const names = migrations.map(({ name }) => name)
  const near = nearest(to, names)
  throw new Failure(
    'not-found',
    `there is no migration "${to}"`,
    near === undefined ? `one of ${names.join(', ')}, or 0` : `did you mean ${near}?`,
  )
}
