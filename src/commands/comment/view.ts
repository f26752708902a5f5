import type { Clock } from '../../domain/when/clock.ts'
import type { View } from '../../output/view.ts'
import type { Comment } from '../../repositories/comments.ts'

/** Comments in every format; a table shows when they were made in the user's zone. */
export function commentView(clock: Clock): View<Comment> {
  return {
    singular: 'comment',
    plural: 'comments',
    keys: ['id', 'uid', 'task_id', 'body', 'created_at', 'updated_at'],
    columns: ['id', 'task_id', 'created_at', 'body'],
    id: 'id',
    words: { created_at: ({ created_at }) => clock.zone.civilOf(created_at).replace('T', ' ') },
  }
}
