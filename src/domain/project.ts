import { readChoice } from './choice.ts'
import { clearable } from './clearable.ts'
import { readName, readNewName, readNotes } from './words/values.ts'

export const projectStatuses = ['active', 'archived'] as const
type ProjectStatus = (typeof projectStatuses)[number]

/** What options say of a project, as typed. */
export interface ProjectOptions {
  readonly name?: string
  readonly client?: string
  readonly status?: string
  readonly notes?: string
}

/** The same, read; an absent key was not given, null clears. `client` is a name. */
export interface ProjectAttributes {
  name?: string
  client?: string | null
  status?: ProjectStatus
  notes?: string | null
}

/** Reads what options say of a project; `none` clears what may be empty. */
export function readProject({ name, client, status, notes }: ProjectOptions): ProjectAttributes {
  const attributes: ProjectAttributes = {}
  if (name !== undefined) attributes.name = readNewName('project', name)
  if (client !== undefined) attributes.client = clearable(client, () => readName('client', client))
  if (status !== undefined) attributes.status = readChoice('status', status, projectStatuses)
  if (notes !== undefined) attributes.notes = clearable(notes, () => readNotes(notes))
  return attributes
}

/** The name a project below `from` has once `from` is `to`: `work/site/blog` becomes `web/site/blog`. */
export function renamedBelow(name: string, from: string, to: string): string {
  // By parts, not by letters: names that fold alike may differ in length ("Straße/a" lies below "STRASSE").
  return [to, ...name.split('/').slice(from.split('/').length)].join('/')
}
