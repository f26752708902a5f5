import type { TaskAttachmentsTable, TaskCommentsTable, TimeEntriesTable } from './tables/belongings.ts'
import type { ClientsTable, ProjectsTable } from './tables/clients.ts'
import type { ActionsTable, ChangesTable, OperationKeysTable } from './tables/history.ts'
import type { TaskDependenciesTable, TasksTable, TaskTagsTable } from './tables/tasks.ts'
import type { HabitChecksTable, HabitsTable, RemindersTable } from './tables/time.ts'
import type { ViewsTable } from './tables/views.ts'

/** The tables as Kysely sees them: one name for a column in SQL, TypeScript, JSON and CSV. */
export interface Database {
  clients: ClientsTable
  projects: ProjectsTable
  tasks: TasksTable
  task_tags: TaskTagsTable
  task_dependencies: TaskDependenciesTable
  task_comments: TaskCommentsTable
  task_attachments: TaskAttachmentsTable
  time_entries: TimeEntriesTable
  views: ViewsTable
  reminders: RemindersTable
  habits: HabitsTable
  habit_checks: HabitChecksTable
  operation_keys: OperationKeysTable
  actions: ActionsTable
  changes: ChangesTable
}
