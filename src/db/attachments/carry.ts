import type { CopyOptions } from '../backup.ts'
import { type Content, piecesOf } from './pieces.ts'
import { keep, placeIn, soundnessOf } from './store.ts'

/** Copies contents from one store to another, unless that has them whole already; answers those that neither has. */
export function carry(
  contents: readonly Content[],
  from: string,
  to: string,
  { maker, stage = () => {} }: CopyOptions,
): Content[] {
  return contents.filter((content) => {
    stage('copying files', content.size)
    if (soundnessOf(to, content) === 'ok') return false
    if (soundnessOf(from, content) !== 'ok') return true
    return keep(to, piecesOf(placeIn(from, content.sha256)), maker).sha256 !== content.sha256
  })
}
