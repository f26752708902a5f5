import { Failure } from './errors.ts'

/** By this a file or line is known as one that larry wrote and may replace. */
export const unitMark = 'written by larry remind install'

/** A file to install, or for cron the line, by the name it goes under. */
export interface Unit {
  readonly name: string
  readonly content: string
}

/** A systemd service and the timer that starts it every minute (systemd.service(5), systemd.timer(5)). */
export function systemdUnits(command: readonly string[]): Unit[] {
  return [
    {
      name: 'larry-remind.service',
      content: `# ${unitMark}
[Unit]
Description=Tell of reminders that are due (larry)

[Service]
Type=oneshot
ExecStart=${command.map(forSystemd).join(' ')}
`,
    },
    {
      name: 'larry-remind.timer',
      content: `# ${unitMark}
[Unit]
Description=Look for reminders that are due every minute (larry)

[Timer]
OnCalendar=*-*-* *:*:00
AccuracySec=1s

[Install]
WantedBy=timers.target
`,
    },
  ]
}

/** A word of a command line: quoted, with what systemd would replace written twice (systemd.service(5), Command lines). */
function forSystemd(word: string): string {
  const plain = onOneLine(word).replaceAll(/["\\]/g, '\\$&').replaceAll('%', '%%').replaceAll('$', '$$$$')
  return `"${plain}"`
}

/** Where the desktop of a user listens under systemd (pam_systemd(8)), which cron does not tell and notify-send needs. */
const desktop = 'DBUS_SESSION_BUS_ADDRESS=unix:path=/run/user/$(id -u)/bus'

/** A line of a crontab (crontab(5)): quoted for the shell, and each % escaped, which cron would take for a new line. */
export function cronLine(command: readonly string[]): string {
  const words = command.map((word) => `'${onOneLine(word).replaceAll("'", `'\\''`)}'`)
  return `* * * * * ${desktop} ${words.join(' ').replaceAll('%', '\\%')} # ${unitMark}`
}

/** A crontab with the line of larry's in it once: in place of the one it had, or at the end. */
export function withCronLine(crontab: string, line: string): string {
  const lines = crontab.split('\n')
  if (lines.at(-1) === '') lines.pop()
  const at = lines.findIndex((old) => old.endsWith(`# ${unitMark}`))
  const others = lines.filter((old) => !old.endsWith(`# ${unitMark}`))
  others.splice(at < 0 ? others.length : at, 0, line)
  return `${others.join('\n')}\n`
}

/** A property list for launchd (launchd.plist(5)). */
export function launchdUnit(command: readonly string[]): Unit {
  const words = command.map((word) => `    <string>${forXml(word)}</string>\n`)
  return {
    name: 'larry.remind.plist',
    content: `<?xml version="1.0" encoding="UTF-8"?>
<!-- ${unitMark} -->
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
<dict>
  <key>Label</key>
  <string>larry.remind</string>
  <key>ProgramArguments</key>
  <array>
${words.join('')}  </array>
  <key>StartInterval</key>
  <integer>60</integer>
</dict>
</plist>
`,
  }
}

function forXml(word: string): string {
  return onOneLine(word).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** Refuses a path with control characters, which no unit could hold unchanged. */
function onOneLine(word: string): string {
  if (/\p{Cc}/u.test(word))
    throw new Failure(
      'usage',
      `"${word}" holds a control character, which no unit can hold`,
      'rename it, or name another --db',
    )
  return word
}
