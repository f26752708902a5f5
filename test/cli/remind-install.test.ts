import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { cronLine, launchdUnit, systemdUnits, withCronLine } from '../../src/domain/reminder-units.ts'
import { type Bench, bench } from '../support/larry.ts'
import { lacks } from '../support/tools.ts'

const odd = ['/opt/my node', '/opt/larry.cjs', '--db', `/tmp/a b%c$d"e'f\\g&<h>é.db`]

const unitsIn = (b: Bench) => join(b.folder, '.config', 'systemd', 'user')

test('a service and its timer are printed, with all paths whole', async () => {
  const b = bench()
  const { code, stdout } = await b.larry('remind', 'install', '--systemd')
  expect(code).toBe(0)
  expect(stdout).toContain(
    `ExecStart="/usr/bin/node" "/opt/larry/dist/larry.cjs" "--db" "${b.file}" "--quiet" "remind" "due" "--fire" "--notify"\n`,
  )
  expect(stdout).toContain('OnCalendar=*-*-* *:*:00\n')
  expect(existsSync(unitsIn(b))).toBe(false)
  expect(await b.json('remind', 'install', '--systemd')).toMatchObject([
    { file: join(unitsIn(b), 'larry-remind.service') },
    { file: join(unitsIn(b), 'larry-remind.timer') },
  ])
})

test('--write puts units where systemd looks, once, and says how to turn them on', async () => {
  const b = bench()
  const install = (...more: string[]) =>
    b.larry('remind', 'install', '--systemd', '--write', '--format', 'table', ...more)
  const [service, timer] = ['service', 'timer'].map((kind) => join(unitsIn(b), `larry-remind.${kind}`))
  const on = 'Turn it on: systemctl --user daemon-reload && systemctl --user enable --now larry-remind.timer\n'
  expect((await install('--dry-run')).stdout).toBe(`Would write ${service}\nWould write ${timer}\n${on}`)
  expect(existsSync(service!)).toBe(false)
  expect((await install()).stdout).toBe(`Wrote ${service}\nWrote ${timer}\n${on}`)
  expect((await install()).stdout).toBe(`${service} is there already\n${timer} is there already\n${on}`)
  writeFileSync(service!, '# written by larry remind install\nold\n')
  expect((await install()).stdout).toBe(`Replaced ${service}\n${timer} is there already\n${on}`)
})

test('a file of somebody else is left alone, and nothing beside it is written', async () => {
  const b = bench()
  mkdirSync(unitsIn(b), { recursive: true })
  writeFileSync(join(unitsIn(b), 'larry-remind.timer'), 'mine\n')
  expect(await b.larry('remind', 'install', '--systemd', '--write')).toMatchObject({
    code: 4,
    stdout: '',
    stderr: expect.stringContaining('larry-remind.timer is there already, and not from larry'),
  })
  expect(existsSync(join(unitsIn(b), 'larry-remind.service'))).toBe(false)
})

test('XDG_CONFIG_HOME is where units go', async () => {
  const b = bench()
  const env = { XDG_CONFIG_HOME: join(b.folder, 'conf') }
  await b.with({ env })('remind', 'install', '--systemd', '--write')
  expect(existsSync(join(b.folder, 'conf', 'systemd', 'user', 'larry-remind.timer'))).toBe(true)
})

test('an agent for launchd goes to the library', async () => {
  const b = bench()
  const file = join(b.folder, 'Library', 'LaunchAgents', 'larry.remind.plist')
  expect((await b.larry('remind', 'install', '--launchd', '--write', '--format', 'table')).stdout).toBe(
    `Wrote ${file}\nTurn it on: launchctl load -w '${file}'\n`,
  )
  expect(readFileSync(file, 'utf8')).toContain(`<string>${b.file}</string>`)
})

test.each([
  [[], 'what to install is not said'],
  [['--cron', '--systemd'], '--systemd and --cron are both given'],
  [['--cron', '--db', '/tmp/a\nb.db'], 'control character'],
])('remind install %j is refused', async (argv, why) => {
  expect(await bench().with({ env: { LARRY_DB: '' } })('remind', 'install', ...argv)).toMatchObject({
    code: 2,
    stdout: '',
    stderr: expect.stringContaining(why),
  })
})

/** A `crontab` that keeps its table in the file `table`. */
function withCrontab(b: Bench) {
  const script = `#!/bin/sh
if [ "$1" = -l ]; then cat table 2>&- || { echo "no crontab for me" >&2; exit 1; }; else cat > table; fi\n`
  writeFileSync(join(b.folder, 'crontab'), script)
  chmodSync(join(b.folder, 'crontab'), 0o755)
  return b.with({ env: { PATH: `${b.folder}:/usr/bin:/bin` } })
}

test('the crontab gets the line once, whatever else it holds', async () => {
  const b = bench()
  const run = withCrontab(b)
  const install = async () => (await run('remind', 'install', '--cron', '--write', '--format', 'table')).stdout
  const table = () => readFileSync(join(b.folder, 'table'), 'utf8')
  const { stdout: line } = await run('remind', 'install', '--cron')
  expect(line).toMatch(
    /^\* \* \* \* \* DBUS_SESSION_BUS_ADDRESS=unix:path=\/run\/user\/\$\(id -u\)\/bus '\/usr\/bin\/node' .* '--notify' # written by larry remind install\n$/,
  )
  expect(await install()).toBe(
    'Put the line into the crontab, with the address of your desktop for notices; it is on from now\n',
  )
  expect(table()).toBe(line)
  expect(await install()).toBe('The crontab has that line already\n')
  writeFileSync(join(b.folder, 'table'), `# mine\n* * * * * old # written by larry remind install\n5 4 * * * backup`)
  await install()
  expect(table()).toBe(`# mine\n${line}5 4 * * * backup\n`)
})

test('no crontab program, and one that refuses, are told', async () => {
  const b = bench()
  const none = b.with({ env: { PATH: '/nowhere' } })
  expect(await none('remind', 'install', '--cron', '--write')).toMatchObject({ code: 5, stdout: '' })
  writeFileSync(join(b.folder, 'crontab'), '#!/bin/sh\necho you may not >&2; exit 1\n')
  chmodSync(join(b.folder, 'crontab'), 0o755)
  const refusing = b.with({ env: { PATH: `${b.folder}:/usr/bin:/bin` } })
  expect(await refusing('remind', 'install', '--cron', '--write')).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('crontab -l ended with 1: you may not'),
  })
})

test('odd paths are quoted for systemd, whose percents and dollars stand twice', () => {
  expect(systemdUnits(odd)[0]!.content).toContain(
    `\nExecStart="/opt/my node" "/opt/larry.cjs" "--db" "/tmp/a b%%c$$d\\"e'f\\\\g&<h>é.db"\n`,
  )
})

test.skipIf(lacks('systemd-analyze'))('systemd finds nothing wrong with the units', () => {
  const b = bench()
  for (const { name, content } of systemdUnits(['/bin/true', ...odd.slice(1)]))
    writeFileSync(join(b.folder, name), content)
  const files = ['larry-remind.service', 'larry-remind.timer'].map((name) => join(b.folder, name))
  const env = { PATH: process.env['PATH'], HOME: b.folder, XDG_RUNTIME_DIR: b.folder }
  const { status, stderr } = spawnSync('systemd-analyze', ['--user', 'verify', ...files], { encoding: 'utf8', env })
  expect({ status, stderr: stderr.split('\n').filter((line) => line.includes('larry-remind')) }).toEqual({
    status: 0,
    stderr: [],
  })
})

test('a line of the crontab, as cron hands it to the shell, has the words unchanged', () => {
  const line = cronLine(['printf', '%s\\n', ...odd])
  // crontab(5): a backslash before a percent is taken away, a bare percent would end the command.
  expect(line.replaceAll('\\%', '')).not.toContain('%')
  const command = line.replace(/^(\* ){5}/, '').replaceAll('\\%', '%')
  expect(spawnSync('sh', ['-c', command], { encoding: 'utf8' }).stdout).toBe(`${odd.join('\n')}\n`)
})

test('a crontab keeps its other lines, and of several of ours one stays', () => {
  const ours = '0 0 * * * x # written by larry remind install'
  expect(withCronLine('', ours)).toBe(`${ours}\n`)
  expect(withCronLine(`a\n${ours}\nb\n${ours}\n`, ours)).toBe(`a\n${ours}\nb\n`)
})

test.skipIf(lacks('python3'))('a property list is XML that holds the words unchanged', () => {
  const read = 'import plistlib,sys,json; print(json.dumps(plistlib.loads(sys.stdin.buffer.read())))'
  const { stdout } = spawnSync('python3', ['-c', read], { input: launchdUnit(odd).content, encoding: 'utf8' })
  expect(JSON.parse(stdout)).toEqual({ Label: 'larry.remind', ProgramArguments: odd, StartInterval: 60 })
})
