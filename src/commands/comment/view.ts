import { instant, integer, text, uid } from '../../output/types.ts'
import type { View } from '../../output/view.ts'
import type { Comment } from '../../repositories/comments.ts'

/** Comments in every format. */
export const commentView: View<Comment> = {
  singular: 'comment',
  plural: 'comments',
  types: {
    id: integer,
    uid,
    task_id: integer,
    body: text,
    created_at: instant,
    updated_at: instant,
  },
  columns: ['id', 'task_id', 'created_at', 'body'],
  id: 'id',
}
