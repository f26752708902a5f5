import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { BareContext } from '../../cli/context.ts'
import { Failure } from '../../domain/errors.ts'
import { cronLine, launchdUnit, systemdUnits, type Unit, unitMark, withCronLine } from '../../domain/reminder-units.ts'
import { rowsOf } from '../../output/answers.ts'
import { text } from '../../output/types.ts'
import { type Reply, reply, type View } from '../../output/view.ts'

interface InstallOptions {
  readonly systemd?: true
  readonly cron?: true
  readonly launchd?: true
  readonly write?: true
}

/** A unit and where it belongs. */
interface Installed {
  readonly file: string
  readonly content: string
}

const unitView: View<Installed> = {
  singular: 'unit',
  plural: 'units',
  types: {
    file: text,
    content: text,
  },
  columns: ['file', 'content'],
  id: 'file',
}

/** How long crontab may take, in milliseconds. */
const patience = 10_000

export const answers = rowsOf(unitView)

/** Prints what has the system look for due reminders every minute, or with --write puts it where it belongs. */
export async function run(context: BareContext, _: readonly string[], options: InstallOptions): Promise<Reply> {
  const { settings, runtime } = context
  const wanted = (['systemd', 'cron', 'launchd'] as const).filter((kind) => options[kind] === true)
  const [kind] = wanted
  if (kind === undefined || wanted.length > 1)
    throw new Failure(
      'usage',
      wanted.length > 1
        ? `${wanted.map((one) => `--${one}`).join(' and ')} are both given`
        : 'what to install is not said',
      'one of --systemd, --cron, --launchd',
    )
  const command = [...runtime.self, '--db', settings.file, '--quiet', 'remind', 'due', '--fire', '--notify']
  const write = options.write === true
  if (kind === 'cron') return forCron(context, cronLine(command), write)
  const units = kind === 'systemd' ? systemdUnits(command) : [launchdUnit(command)]
  const folder = kind === 'systemd' ? systemdFolder(context) : join(homeOf(context), 'Library', 'LaunchAgents')
  const files = units.map(({ name, content }: Unit) => ({ file: join(folder, name), content }))
  if (!write) return printed(context, files)
  const enable =
    kind === 'systemd'
      ? 'systemctl --user daemon-reload && systemctl --user enable --now larry-remind.timer'
      : `launchctl load -w '${files[0]!.file.replaceAll("'", `'\\''`)}'`
  return reply(unitView, files, { sentences: [...writeAll(files, settings.dryRun), `Turn it on: ${enable}`] })
}

/** What there is to install as text, with the name of each file above it where there are several; as rows only to who asked for a format or for fields. */
function printed({ settings }: BareContext, files: readonly Installed[]): Reply {
  const wantsRows = settings.fields !== undefined || (settings.formatGiven && settings.format !== 'table')
  if (wantsRows) return reply(unitView, files)
  const texts = files.map(({ file, content }) => (files.length > 1 ? `# ${file}\n${content}` : content))
  return reply(unitView, files, { document: texts.join('\n') })
}

/** Writes units; one that somebody else wrote under the name is a conflict, and none is written. */
function writeAll(files: readonly Installed[], dryRun: boolean): string[] {
  const before = files.map(({ file }) => (existsSync(file) ? readFileSync(file, 'utf8') : undefined))
  const foreign = before.findIndex((unit) => unit !== undefined && !unit.includes(unitMark))
  if (foreign >= 0)
    throw new Failure('conflict', `${files[foreign]!.file} is there already, and not from larry`, 'move it away first')
  return files.map(({ file, content }, at) => {
    if (before[at] === content) return `${file} is there already`
    if (!dryRun) {
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, content)
    }
    return `${dryRun ? 'Would write' : before[at] === undefined ? 'Wrote' : 'Replaced'} ${file}`
  })
}

/** The line of the crontab; written, it takes the place of the one that was there. */
async function forCron(context: BareContext, line: string, write: boolean): Promise<Reply> {
  const { runtime, settings } = context
  if (!write) return printed(context, [{ file: 'crontab', content: `${line}\n` }])
  const rows = [{ file: 'crontab', content: line }]
  const listed = await runtime.run('crontab', ['-l'], { limit: patience, output: 'wanted' })
  if (listed.code === 127)
    throw new Failure('unavailable', 'there is no crontab on this machine', '--systemd or --launchd')
  const isEmpty = listed.code !== 0 && /no crontab/i.test(listed.output)
  if (listed.code !== 0 && !isEmpty)
    throw new Failure('failed', `crontab -l ended with ${listed.code}: ${listed.output.trim()}`)
  const before = isEmpty ? '' : listed.output
  const after = withCronLine(before, line)
  if (after === before) return reply(unitView, [], { sentences: ['The crontab has that line already'] })
  if (settings.dryRun) return reply(unitView, rows, { sentences: ['Would put the line into the crontab'] })
  const { code, output } = await runtime.run('crontab', ['-'], { input: after, limit: patience, output: 'wanted' })
  if (code !== 0) throw new Failure('failed', `crontab ended with ${code}: ${output.trim()}`)
  const done = 'Put the line into the crontab, with the address of your desktop for notices; it is on from now'
  return reply(unitView, rows, { sentences: [done] })
}

/** Where systemd looks for units of a user (systemd.unit(5)). */
function systemdFolder({ settings }: BareContext): string {
  const { config } = settings.paths
  if (config === undefined) throw noHome()
  return join(dirname(config), 'systemd', 'user')
}

function homeOf({ runtime }: BareContext): string {
  if (runtime.home === '') throw noHome()
  return runtime.home
}

function noHome(): Failure {
  return new Failure('unavailable', 'there is no home folder to install into', 'set HOME')
}
