import type { PrepareContext, WriteContext } from '../../cli/context.ts'
import { atLine } from '../../domain/at-line.ts'
import { counted } from '../../domain/counted.ts'
import { Failure, hinted } from '../../domain/errors.ts'
import type { Draft } from '../../domain/task.ts'
import { checkText, checkTitle } from '../../domain/title.ts'
import { readAttributes } from '../../domain/words/attributes.ts'
import { splitText, splitWords, type Token } from '../../domain/words/split.ts'
import { rowsOf } from '../../output/answers.ts'
import { getTasks } from '../../repositories/tasks.ts'
import { storeTasks } from '../../workflows/store-tasks.ts'
import type { Written } from './add-text.ts'
import { attributeTokens } from './attribute-tokens.ts'
import { changedReply } from './changed-reply.ts'
import { cameNext, describeTask, repetitionOf } from './describe.ts'
import type { Edited } from './editor.ts'
import type { AttributeOptions } from './options.ts'
import { taskView } from './view.ts'

interface AddOptions extends AttributeOptions {
  readonly file?: string
  readonly literal?: true
}

/** With no words, on a terminal, lets a person write the task in their editor. */
export async function prepare(context: PrepareContext, words: readonly string[], { file }: AddOptions) {
  const { literal, input, canAsk } = context
  const isSaid = words.length + literal.length > 0 || input !== undefined || file !== undefined
  if (isSaid || !canAsk) return undefined
  const { writeTask } = await import('./add-text.ts')
  return writeTask(context)
}

export const answers = rowsOf(taskView)

/** Adds a task from words, or one for each line of a pipe or file: all or none, in one step. */
export async function run(
  context: WriteContext,
  words: readonly string[],
  options: AddOptions,
  written?: Edited<Written>,
) {
  if (written === undefined) return store(context, readDrafts(context, words, options))
  try {
    return await store(context, [draftOf(context, written.read, options)])
  } catch (error) {
    throw error instanceof Failure ? hinted(error, `your text is kept in ${written.file}`, error) : error
  }
}

async function store(context: WriteContext, drafts: Iterable<Draft>) {
  const { db, clock } = context
  const { ids, createdProjects, reminders, next } = await storeTasks(db, drafts, clock)
  const projects = createdProjects.map((name) => `new project ${name}`)
  const beside = [...projects, ...(await sayReminders(context, reminders))]
  const only = ids.length === 1 ? await getTasks(db, ids) : undefined
  const sentence =
    only !== undefined
      ? [`Added ${describeTask(only[0]!, clock)}`, ...(await repetitionOf(db, only[0]!, clock)), ...beside].join(' · ')
      : [
          ids.length === 0 ? 'No lines, nothing added' : `Added ${ids.length} tasks (${ids[0]} to ${ids.at(-1)})`,
          ...beside,
        ].join(' · ')
  return changedReply(context, ids, { sentences: [sentence, ...(await cameNext(context, next))], created: true }, only)
}

/** Of one, when it is. */
async function sayReminders({ db, clock }: WriteContext, ids: readonly number[]): Promise<string[]> {
  if (ids.length === 0) return []
  if (ids.length > 1) return [counted(ids.length, 'reminder')]
  const [{ describeMoment }, { getReminders }] = await Promise.all([
    import('../remind/describe.ts'),
    import('../../repositories/reminders.ts'),
  ])
  return [`reminder ${describeMoment((await getReminders(db, ids))[0]!, clock)}`]
}

function draftOf(context: WriteContext, { line, notes }: Written, options: AddOptions): Draft {
  const { file: _, literal: asText, ...attributes } = options
  const token: Token[] = notes === '' ? [] : [{ key: 'notes', value: notes, text: 'the notes of the text' }]
  return toDraft(context, [...lineTokens(line, asText), ...token], attributeTokens(attributes))
}

function* readDrafts(context: WriteContext, words: readonly string[], options: AddOptions): Generator<Draft> {
  const { input, literal } = context
  const { file: _, literal: asText, ...attributes } = options
  const given = attributeTokens(attributes)
  if (input !== undefined) {
    const all = [
      ...given,
      ...sharedTokens(
        words.filter((word) => word !== '-'),
        literal,
      ),
    ]
    for (const [i, line] of input.entries())
      if (line.trim() !== '') yield atLine(i + 1, () => toDraft(context, lineTokens(line, asText), all))
    return
  }
  if (words.length + literal.length === 0)
    throw new Failure('usage', 'a task needs a title', 'larry add "Pay rent tomorrow +home p:high"')
  const tokens = asText === true ? [textToken([...words, ...literal].join(' '))] : splitWords(words, literal, 'set')
  yield toDraft(context, tokens, given)
}

/** Words beside `-` or --file that every line gets: keys and tags, no title. */
function sharedTokens(words: readonly string[], literal: readonly string[]): Token[] {
  const tokens = splitWords(words, literal, 'set')
  const title = tokens.filter(
    ({ key, text, literal: asIs }) => key === undefined && (asIs === true || !/^\+./.test(text)),
  )
  if (title.length > 0)
    throw new Failure(
      'usage',
      `both lines and a title (${title.map(({ text }) => text).join(' ')}) are given`,
      'beside - only keys and +tags, for every line',
    )
  return tokens
}

function textToken(text: string): Token {
  return { text, literal: true }
}

function lineTokens(line: string, asText: true | undefined): Token[] {
  return asText === true ? [textToken(line)] : splitText(line, 'set')
}

/** A new task as tokens of words and options say it. */
export function toDraft({ clock }: WriteContext, tokens: readonly Token[], given: readonly Token[]): Draft {
  const attributes = readAttributes([...tokens, ...given], clock, 'add')
  if (typeof attributes.notes === 'string') checkText('the notes', attributes.notes)
  return { ...attributes, title: checkTitle(attributes.title ?? '') }
}
