import { accessSync, constants } from 'node:fs'
import { delimiter, isAbsolute, join } from 'node:path'
import type { BareContext } from '../../cli/context.ts'
import { showMoment } from '../../domain/time-span.ts'
import { safe } from '../../output/safe.ts'
import type { Reminder } from '../../repositories/reminders.ts'

/** More than these become one notice that counts them. */
const most = 3

/** Characters of a title a notice has room for. */
const room = 200

/** How long a notifier may take, in milliseconds. */
const patience = 10_000

/** A notice: what is due, and since when. */
interface Notice {
  readonly title: string
  readonly body: string
}

/** How a notifier is called; text goes as an argument or in the environment, never through a shell or into a script. */
interface Notifier {
  readonly program: string
  readonly args: (notice: Notice) => readonly string[]
  readonly env?: (notice: Notice) => Readonly<Record<string, string>>
}

const notifiers: readonly Notifier[] = [
  { program: 'notify-send', args: ({ title, body }) => ['--app-name=larry', '--', title, body] },
  {
    program: 'osascript',
    // The body comes first, since it never begins with a dash.
    args: ({ title, body }) => [
      ...['on run said', 'display notification (item 1 of said) with title (item 2 of said)', 'end run'].flatMap(
        (line) => ['-e', line],
      ),
      body,
      title,
    ],
  },
  {
    program: 'powershell.exe',
    args: () => ['-NoProfile', '-NonInteractive', '-Command', balloon],
    // WSLENV names what Windows is to see of the environment of Linux.
    env: ({ title, body }) => ({ LARRY_TITLE: title, LARRY_BODY: body, WSLENV: 'LARRY_TITLE:LARRY_BODY' }),
  },
]

const balloon = `Add-Type -AssemblyName System.Windows.Forms
$icon = New-Object System.Windows.Forms.NotifyIcon
$icon.Icon = [System.Drawing.SystemIcons]::Information
$icon.Visible = $true
$icon.ShowBalloonTip(5000, $env:LARRY_TITLE, $env:LARRY_BODY, 'Info')
Start-Sleep -Seconds 5
$icon.Dispose()`

/**
 * Shows reminders on the desktop through the platform's own notifier; where there is none, nothing happens. Answers what
 * went wrong first; after one that hung no more are shown.
 */
export async function notifyOf(context: BareContext, reminders: readonly Reminder[]): Promise<string | undefined> {
  const { runtime, settings } = context
  const found = notifiers
    .map((notifier) => ({ notifier, file: programIn(runtime.env['PATH'] ?? '', notifier.program) }))
    .find(({ file }) => file !== undefined)
  if (found === undefined) return undefined
  const { notifier, file } = found
  const clock = settings.readClock()
  const shown = reminders.length > most ? reminders.slice(0, most - 1) : reminders
  const notices = shown.map(({ title, at }) => ({
    title: Array.from(safe(title)).slice(0, room).join(''),
    body: showMoment(at, clock),
  }))
  if (shown.length < reminders.length)
    notices.push({ title: `${reminders.length - shown.length} more reminders`, body: 'larry remind list --all' })
  let trouble: string | undefined
  for (const notice of notices) {
    const how = { env: notifier.env?.(notice) ?? {}, limit: patience, output: 'wanted' } as const
    const { code, output } = await runtime.run(file!, notifier.args(notice), how)
    if (code !== 0) trouble ??= [`${notifier.program} ended with ${code}`, ...firstLine(output)].join(': ')
    // Above 128 it was ended by a signal (POSIX sh, 2.8.2), as when its time was up.
    if (code > 128) break
  }
  return trouble
}

/** The first line of what a program said, if it said anything. */
function firstLine(output: string): string[] {
  return output
    .trim()
    .split('\n', 1)
    .filter((line) => line !== '')
}

/** The first file of this name in the folders of PATH that can be run. */
function programIn(path: string, name: string): string | undefined {
  return path
    .split(delimiter)
    .filter(isAbsolute)
    .map((folder) => join(folder, name))
    .find((file) => {
      try {
        accessSync(file, constants.X_OK)
        return true
      } catch {
        return false
      }
    })
}
