import { safe } from '../../output/safe.ts'
import type { Runtime } from '../runtime.ts'
import { isSet } from '../settings.ts'
import type { Candidate } from './candidate.ts'
import { type Completion, complete } from './complete.ts'

/** The most characters of what a candidate is. */
const longest = 60

/**
 * Answers what the completion scripts ask: `bash LINE BREAKS TYPE`, or `zsh` or `fish` and the words behind `larry` up to the
 * cursor. The first line is `words`, or `files N` when a file can be named behind N characters; then come the candidates, each
 * with what it is behind a tab, for bash as readline takes them. Whatever is wrong, nothing is said and all is well.
 */
export async function completeLine([shell, ...rest]: readonly string[], runtime: Runtime): Promise<number> {
  try {
    const lines = shell === 'bash' ? await forBash(rest, runtime) : await forWords(rest, runtime)
    runtime.stdout.write(`${lines.join('\n')}\n`)
  } catch (error) {
    if (isSet(runtime.env['LARRY_DEBUG'])) throw error
  }
  return 0
}

async function forWords(words: readonly string[], runtime: Runtime): Promise<string[]> {
  const completion = await complete(words, runtime)
  return [
    first(completion),
    ...shown(completion).map(({ value, about }) => (about === '' ? value : `${value}\t${about}`)),
  ]
}

async function forBash([line = '', breaks = '', type = '9']: readonly string[], runtime: Runtime): Promise<string[]> {
  const { readBashLine, toBash } = await import('./bash-line.ts')
  const read = readBashLine(line, breaks)
  if (read.isRedirected) return ['files 0']
  const completion = await complete(read.words.slice(1), runtime)
  return [first(completion), ...toBash(shown(completion), read, Number(type))]
}

function first({ filesBehind }: Completion): string {
  return filesBehind === undefined ? 'words' : `files ${filesBehind}`
}

/** Candidates a terminal can show as they are; what they are about is made so, on one line of moderate length. */
function shown({ candidates }: Completion): Candidate[] {
  return candidates
    .filter(({ value }) => value === safe(value))
    .map(({ value, about }) => ({ value, about: shortened(safe(about.replaceAll(/\s+/g, ' ').trim())) }))
}

function shortened(text: string): string {
  const characters = Array.from(text.slice(0, 4 * longest))
  return characters.length > longest ? `${characters.slice(0, longest - 1).join('')}…` : text
}
