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
    'estimate_minutes',
    'tracked_seconds',
    'created_at',
    'updated_at',
  ],
  columns: ['id', 'status', 'open_tasks', 'done_tasks', 'next_due', 'client', 'name'],
  id: 'id',
  words: {
    next_due: ({ next_due }) => next_due?.replace('T', ' ') ?? '',
    estimate_minutes: ({ estimate_minutes }) => (estimate_minutes === null ? '' : showMinutes(estimate_minutes)),
    tracked_seconds: ({ tracked_seconds }) => showSeconds(tracked_seconds),
  },
  tone: (project, key) => (project.status === 'archived' ? 'quiet' : key === 'name' ? 'strong' : undefined),
}
