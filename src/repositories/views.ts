import type { Db, Tx } from '../db/handles.ts'
import { insertRows } from '../db/insert-rows.ts'
import { newUid } from '../db/uid.ts'
import { valuesOf } from '../db/values.ts'
import { Failure } from '../domain/errors.ts'
import { fold } from '../domain/fold.ts'
import { nearest } from '../domain/nearest.ts'
import type { SavedView } from '../domain/saved-view.ts'

/** A view as every verb shows it. */
export type StoredView = Awaited<ReturnType<typeof listViews>>[number]

function selectViews(db: Db) {
  return db.selectFrom('views').select(['id', 'uid', 'name', 'filter', 'sort', 'columns', 'created_at', 'updated_at'])
}

/** Every view, by name. */
export function listViews(db: Db) {
  return selectViews(db).orderBy('name').execute()
}

/** The view of this name, else the one whose name differs only in case. */
export async function findView(db: Db, name: string): Promise<StoredView | undefined> {
  return named(await listViews(db), name)
}

/** The views of these names, each once, in the order named; one that does not exist is not-found, with the nearest name. */
export async function requireViews(db: Db, names: readonly string[]): Promise<StoredView[]> {
  const all = await listViews(db)
  const found = names.map((name) => named(all, name) ?? missing(all, name))
  return [...new Set(found)]
}

function named(views: readonly StoredView[], name: string): StoredView | undefined {
  return views.find((view) => view.name === name) ?? views.find((view) => fold(view.name) === fold(name))
}

function missing(views: readonly StoredView[], name: string): never {
  const near = nearest(
    name,
    views.map((view) => view.name),
  )
  const hint = near === undefined ? 'larry view list' : `did you mean ${near}?`
  throw new Failure('not-found', `view "${name}" does not exist`, hint)
}

/** Stores a view whose name nobody has. */
export async function insertView(tx: Tx, view: SavedView, now: string): Promise<void> {
  await insertRows(tx, 'views', [{ ...view, uid: newUid(now), created_at: now, updated_at: now }]).execute()
}

/** Replaces what a view is, and how its name is written. */
export async function updateView(tx: Tx, id: number, view: SavedView, now: string): Promise<void> {
  await tx
    .updateTable('views')
    .set({ ...view, updated_at: now })
    .where('id', '=', id)
    .execute()
}

/** Deletes views. */
export async function deleteViews(tx: Tx, ids: readonly number[]): Promise<void> {
  await tx.deleteFrom('views').where('id', 'in', valuesOf(ids)).execute()
}
