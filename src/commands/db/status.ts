import { migrations } from '../../../migrations/index.ts'
import type { BareContext } from '../../cli/context.ts'
import { checkName, isNewFile } from '../../db/location.ts'
import { versionOf } from '../../db/peek.ts'
import { oneOf } from '../../output/answers.ts'
import { boolean, integer, listOf, text } from '../../output/types.ts'
import { reply, type View } from '../../output/view.ts'

interface Status {
  readonly path: string
  readonly exists: boolean
  readonly schema_version: number
  readonly newest_version: number
  readonly pending: readonly string[]
}

const view: View<Status> = {
  singular: 'status',
  plural: 'statuses',
  types: {
    path: text,
    exists: boolean,
    schema_version: integer,
    newest_version: integer,
    pending: listOf(text),
  },
  columns: ['path', 'exists', 'schema_version', 'newest_version', 'pending'],
  id: 'path',
}

export const answers = oneOf(view)

/** Tells whether the file is at the newest schema; it is opened read-only and not created. */
export async function run({ settings: { file } }: BareContext) {
  const exists = !isNewFile(checkName(file))
  const version = versionOf(file)
  const pending = migrations.slice(version).map(({ name }) => name)
  return reply(view, [{ path: file, exists, schema_version: version, newest_version: migrations.length, pending }], {
    one: true,
  })
}
