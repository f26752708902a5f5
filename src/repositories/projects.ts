import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Db } from '../db/handles.ts'
import { valuesOf } from '../db/values.ts'
import { Failure } from '../domain/errors.ts'
import { fold } from '../domain/fold.ts'
import { finderIn, type Named } from '../domain/named.ts'
import { nearest } from '../domain/nearest.ts'

/** The project of this name, whatever the case; not-found names the nearest. */
export async function requireProject(db: Db, name: string): Promise<{ id: number; name: string }> {
  const found = await db
    .selectFrom('projects')
    .select(['id', 'name'])
    .where('name_folded', '=', fold(name))
    .executeTakeFirst()
  return found ?? missing(db, name)
}

/** The projects these words name, whatever the case, or whose ids they are: in the order typed, each once. */
export async function requireProjects(db: Db, words: readonly string[]): Promise<Named[]> {
  const all = await db.selectFrom('projects').select(['id', 'name', 'name_folded']).execute()
  const find = finderIn(all)
  const found: Named[] = []
  for (const word of words) found.push(find(word) ?? (await missing(db, word, { above: false })))
  return [...new Set(found)].map(({ id, name }) => ({ id, name }))
}

/** SQL that the folded name of `below` is that of `above` or lies below it; the range, which also holds `work-2`, is what an index can find. */
export function isWithin(below: string, above: string): RawBuilder<SqlBool> {
  const [inner, outer] = [sql.ref(`${below}.name_folded`), sql.ref(`${above}.name_folded`)]
  return sql`${inner} >= ${outer} and ${inner} < ${outer} || '0'
    and (${inner} = ${outer} or substr(${inner}, 1, length(${outer}) + 1) = ${outer} || '/')`
}

/** The projects that are one of these or lie below one, the topmost first. */
export async function projectsWithin(db: Db, ids: readonly number[]): Promise<Named[]> {
  const { rows } = await sql<Named>`
    select distinct p.id, p.name from projects top cross join projects p
    where top.id in ${valuesOf(ids)} and ${isWithin('p', 'top')} order by p.name_folded`.execute(db)
  return rows
}

/** The ids of the project `name` and of all below it (`work` and `work/...`); not-found when there is none. */
export async function projectIdsBelow(db: Db, name: string): Promise<number[]> {
  const folded = fold(name)
  const rows = await db
    .selectFrom('projects')
    .select('id')
    .where((eb) =>
      eb.or([
        eb('name_folded', '=', folded),
        eb(sql`substr(name_folded, 1, length(${folded}) + 1)`, '=', `${folded}/`),
      ]),
    )
    .execute()
  return rows.length > 0 ? rows.map(({ id }) => id) : missing(db, name)
}

/** `above`: a path others lie below may be meant too, though no project has that name. */
async function missing(db: Db, name: string, { above = true } = {}): Promise<never> {
  const all = await db.selectFrom('projects').select('name').orderBy('name_folded').execute()
  const names = new Set(all.map((project) => project.name))
  const near = nearest(name, [...names, ...(above ? all.flatMap((project) => pathsAbove(project.name)) : [])])
  const some = [...names].slice(0, 5).join(', ')
  const known = some === '' ? 'there are no projects yet' : `projects: ${some}${names.size > 5 ? ', ...' : ''}`
  const hint = near === undefined ? known : `did you mean ${near}${names.has(near) ? '' : '/'}?`
  throw new Failure('not-found', `project "${name}" does not exist`, hint)
}

/** `work/site/blog` lies below `work` and `work/site`, which a filter can ask for with `work/` though no project has that name. */
function pathsAbove(name: string): string[] {
  const parts = name.split('/').slice(0, -1)
  return parts.map((_, i) => parts.slice(0, i + 1).join('/'))
}
