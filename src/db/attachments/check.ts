import type { Database as Handle } from 'better-sqlite3'
import { counted } from '../../domain/counted.ts'
import type { Finding } from '../check.ts'
import { attachedIn } from './contents.ts'
import { type Soundness, soundnessOf, storeOf } from './store.ts'

/** Reads every file the attachments speak of and holds it against its hash. */
export function attachmentsHeld(handle: Handle, file: string, stage: (what: string, bytes: number) => void): Finding {
  const contents = attachedIn(handle)
  const found = contents.map((content) => {
    stage('reading attached files', content.size)
    return soundnessOf(storeOf(file), content)
  })
  const wrong = found.filter((soundness) => soundness !== 'ok')
  if (wrong.length > 0)
    return {
      check: 'attachments',
      status: 'problem',
      detail: `${wrong.length} of ${counted(found.length, 'attached file')}: ${tell(wrong)}; larry attachment verify names them`,
    }
  const detail = found.length === 0 ? 'no files are attached' : `${counted(found.length, 'attached file')}, as stored`
  return { check: 'attachments', status: 'ok', detail }
}

/** `1 missing, 2 altered`. */
function tell(wrong: readonly Soundness[]): string {
  return (['missing', 'wrong-size', 'altered'] as const)
    .map((kind) => ({ kind, count: wrong.filter((one) => one === kind).length }))
    .filter(({ count }) => count > 0)
    .map(({ kind, count }) => `${count} ${kind.replace('-', ' ')}`)
    .join(', ')
}
