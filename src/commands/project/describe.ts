import type { Project } from '../../repositories/project-lists.ts'

/** What is known of a project, on one line: `project 3 "work/site" · client Acme · archived`. */
export function describeProject({ id, name, client, status }: Project): string {
  return [
    `project ${id} "${name}"`,
    ...(client === null ? [] : [`client ${client}`]),
    ...(status === 'active' ? [] : [status]),
  ].join(' · ')
}
