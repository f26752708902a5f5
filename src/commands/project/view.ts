import { showMinutes, showSeconds } from '../../domain/duration.ts'
import type { View } from '../../output/view.ts'
import type { Project } from '../../repositories/project-lists.ts'

/** Projects in every format. */
export const projectView: View<Project> = {
  singular: 'project',
  plural: 'projects',
  keys: [
    'id',
    'uid',
    'name',
    'status',
    'client',
    'client_id',
    'notes',
    'open_tasks',
    'done_tasks',
    'open_total',
    'done_total',
    'next_due',
    'estimate_total',
    'tracked_total',
    'created_at',
    'updated_at',
  ],
  columns: ['id', 'status', 'open_tasks', 'done_tasks', 'next_due', 'client', 'name'],
  id: 'id',
  words: {
    next_due: ({ next_due }) => next_due?.replace('T', ' ') ?? '',
    estimate_total: ({ estimate_total }) => (estimate_total === null ? '' : showMinutes(estimate_total)),
    tracked_total: ({ tracked_total }) => showSeconds(tracked_total),
  },
  tone: (project, key) => (project.status === 'archived' ? 'quiet' : key === 'name' ? 'strong' : undefined),
}
