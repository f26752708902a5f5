import type { View } from '../../output/view.ts'
import type { Comment } from '../../repositories/comments.ts'

/** Comments in every format. */
export const commentView: View<Comment> = {
  singular: 'comment',
  plural: 'comments',
  keys: ['id', 'uid', 'task_id', 'body', 'created_at', 'updated_at'],
  columns: ['id', 'task_id', 'created_at', 'body'],
  id: 'id',
}
