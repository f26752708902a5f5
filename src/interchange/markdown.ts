import type { Format } from './format.ts'
import { readMarkdown } from './markdown/read.ts'
import { writeMarkdown } from './markdown/write.ts'

/**
 * Checklists of Markdown (github.github.com/gfm, 5.3): an item `- [ ] Title due:2026-12-01 p:high +tag` is a task, what is
 * indented below it are its subtasks and notes, the headings above it are its project.
 */
export const markdown: Format = { tasksOnly: true, read: readMarkdown, write: writeMarkdown }
