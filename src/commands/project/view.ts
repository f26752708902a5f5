import { showMinutes, showSeconds } from '../../domain/duration.ts'
import { projectStatuses } from '../../domain/project.ts'
import { among, civil, instant, integer, minutes, nullable, seconds, text, uid } from '../../output/types.ts'
import type { View } from '../../output/view.ts'
import type { Project } from '../../repositories/project-lists.ts'

/** Projects in every format. */
export const projectView: View<Project> = {
  singular: 'project',
  plural: 'projects',
  types: {
    id: integer,
    uid,
    name: text,
    status: among(projectStatuses),
    client: nullable(text),
    client_id: nullable(integer),
    notes: nullable(text),
    open_tasks: integer,
    done_tasks: integer,
    open_total: integer,
    done_total: integer,
    next_due: nullable(civil),
    estimate_total: nullable(minutes),
    tracked_total: seconds,
    created_at: instant,
    updated_at: instant,
  },
  columns: ['id', 'status', 'open_tasks', 'done_tasks', 'next_due', 'client', 'name'],
  id: 'id',
  words: {
    next_due: ({ next_due }) => next_due?.replace('T', ' ') ?? '',
    estimate_total: ({ estimate_total }) => (estimate_total === null ? '' : showMinutes(estimate_total)),
    tracked_total: ({ tracked_total }) => showSeconds(tracked_total),
  },
  tone: (project, key) => (project.status === 'archived' ? 'quiet' : key === 'name' ? 'strong' : undefined),
}
