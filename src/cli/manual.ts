import packageJson from '../../package.json' with { type: 'json' }
import { environment, places } from './manual-tables.ts'
import { bold, entry, filled, heading, paragraph, plainText, roffText, subheading, verbatim, within } from './roff.ts'
import type { Runtime } from './runtime.ts'
import { topics } from './topics.ts'
import type { Noun, TreeOption, Verb } from './tree.ts'
import { wholeTree } from './whole-tree.ts'

/** The manual page, man(7), made of the same declarations as the help. */
export async function manualPage(runtime: Runtime): Promise<string> {
  const { about, options, nouns } = await wholeTree(runtime)
  const topic = async (name: string) => plainText((await topics[name]!.load()).text)
  const between = Object.keys(topics).filter((name) => name !== 'exit-codes')
  const lines = [
    `.TH LARRY 1 "" "larry ${packageJson.version}" "User Commands"`,
    '.nh',
    '.ad l',
    heading('NAME'),
    roffText('larry - a task manager for the terminal'),
    heading('SYNOPSIS'),
    `${bold('larry')} \\fInoun verb\\fR [\\fIwords or ids\\fR] [\\fIoptions\\fR]`,
    '.br',
    `${bold('larry add')} ${roffText('"Pay rent tomorrow +home p:high"')}`,
    '.br',
    `${bold('larry help')} \\fItopic\\fR`,
    heading('DESCRIPTION'),
    paragraph(`${about}.`),
    paragraph(
      'Options may stand before or after the words; what follows -- is text, whatever it looks like. An answer goes to ' +
        'standard output, everything else to standard error. Every command happens wholly or not at all, and larry undo ' +
        'takes it back.',
    ),
    heading('COMMANDS'),
    ...nouns.flatMap(aboutNoun),
    heading('GLOBAL OPTIONS'),
    ...options.map(aboutOption),
    entry(bold('-h, --help'), [roffText('tell about the command instead of running it')]),
    entry(bold('-V, --version'), [roffText('print the version')]),
    ...(await Promise.all(between.map(async (name) => [heading(name.toUpperCase()), ...(await topic(name))]))).flat(),
    heading('ENVIRONMENT'),
    ...environment.map(([name, text]) => entry(bold(name), [filled(text)])),
    heading('FILES'),
    ...places.map(([name, text]) => entry(`\\fI${roffText(name)}\\fR`, [filled(text)])),
    heading('EXIT STATUS'),
    ...(await topic('exit-codes')),
  ]
  // A heading begins a paragraph of its own.
  return `${lines.join('\n').replaceAll(/^(\.S[HS] .*)\n\.PP$/gm, '$1')}\n`
}

function aboutNoun({ name, about, verbs }: Noun): string[] {
  return [subheading(name), paragraph(`${about}.`), ...verbs.map(aboutVerb)]
}

function aboutVerb(verb: Verb): string {
  const other = [...verb.shortcuts, ...verb.aliases.map((alias) => `${verb.noun} ${alias}`)]
  const known = other.length === 0 ? '' : ` Also ${other.map((words) => `larry ${words}`).join(', ')}.`
  const usage = [bold(`larry ${verb.noun} ${verb.name}`), ...verb.arguments.map(({ shown }) => roffText(shown))]
  return entry(usage.join(' '), [
    filled(`${verb.about}.${known}`),
    ...within(verb.options.map(aboutOption)),
    ...within(['.sp', verbatim(verb.examples)]),
  ])
}

function aboutOption({ flags, about, choices }: TreeOption): string {
  const missing = choices.filter((choice) => !about.includes(choice))
  return entry(bold(flags), [filled(missing.length === 0 ? about : `${about}: ${choices.join(', ')}`)])
}
