import type { Source } from './candidate.ts'

type Keys = () => Promise<readonly string[]>

const ofTasks: Keys = async () => (await import('../../commands/task/view.ts')).taskKeys
const ofComments: Keys = async () => (await import('../../commands/comment/view.ts')).commentView.keys
const ofAttachments: Keys = async () => (await import('../../commands/attachment/view.ts')).attachmentView.keys

/** The keys of what the verbs of a noun answer. */
const byNoun: Readonly<Record<string, Keys>> = {
  task: ofTasks,
  client: async () => (await import('../../commands/client/view.ts')).clientView.keys,
  project: async () => (await import('../../commands/project/view.ts')).projectView.keys,
  tag: async () => (await import('../../commands/tag/view.ts')).tagView.keys,
  time: async () => (await import('../../commands/time/view.ts')).entryKeys,
  remind: async () => (await import('../../commands/remind/view.ts')).reminderKeys,
  recur: ofTasks,
  habit: async () => (await import('../../commands/habit/view.ts')).habitView.keys,
  comment: ofComments,
  attachment: ofAttachments,
  view: async () => (await import('../../commands/view/view.ts')).savedViews.keys,
}

/** Verbs that answer something else; undefined where that has its own keys, which nobody has listed. */
const byVerb: Readonly<Record<string, Keys | undefined>> = {
  'task comment': ofComments,
  'task comments': ofComments,
  'task attach': ofAttachments,
  'task today': undefined,
  'time report': undefined,
  'remind install': undefined,
  'recur preview': undefined,
  'habit stats': undefined,
  'habit done': undefined,
  'habit skip': undefined,
  'habit undo': undefined,
  'attachment get': undefined,
  'attachment verify': undefined,
  'attachment sweep': undefined,
}

async function candidates(keys: Keys | undefined) {
  return ((await keys?.()) ?? []).map((value) => ({ value, about: '' }))
}

/** The fields of the rows a verb answers. */
export const fields: Source = ({ noun, verb }) => {
  const path = `${noun} ${verb}`
  return candidates(Object.hasOwn(byVerb, path) ? byVerb[path] : byNoun[noun])
}

/** The fields of a task. */
export const taskFields: Source = () => candidates(ofTasks)
