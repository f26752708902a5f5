import type { Tone } from './view.ts'

/** Puts a tone's colour around text, or nothing where there is no colour. */
export type Paint = (tone: Tone | undefined, text: string) => string

export const plain: Paint = (_, text) => text

/** Colours from the terminal's own sixteen, so they follow its theme. */
export async function colours(): Promise<Paint> {
  const { Chalk } = await import('chalk')
  const chalk = new Chalk({ level: 1 })
  const tones = { alarm: chalk.red, notice: chalk.yellow, good: chalk.green, quiet: chalk.dim, strong: chalk.bold }
  return (tone, text) => (tone === undefined || text === '' ? text : tones[tone](text))
}
