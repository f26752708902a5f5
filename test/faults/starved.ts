import { expect } from 'vitest'
import { numbered, shellWith, succeed } from '../shell/kit.ts'
import type { Shell } from '../support/shell.ts'
import { tally } from './figures.ts'

/** What a task is, without what differs from run to run, as a short hash. */
const state = `larry list --all --sort id --fields id,title,status,priority,tags,notes,depends_on | sha256sum | head -c 12`

/** Commands that need room. */
export const hungry = [
  'add "another one" +home',
  'add - --literal < many',
  'edit --where +base p:high --notes "$(printf %2000d 7)" --yes',
  'rm --where +base --yes',
  'undo',
  'db backup $PWD/disk/new.db',
  'db backup --keep 1',
  'db restore base-backup.db --yes',
  'db migrate --to 1 --yes',
  'import many.ndjson',
  'export -o $PWD/disk/new.json',
]

/** A way to leave a command little room. */
export interface Starvation {
  /** What starts the shell it all runs in. */
  readonly shelf: string
  /** Bash that leaves `$room` kilobytes to `larry LINE` and takes the limit away again; sets `code`, writes `said`. */
  readonly run: string
  readonly figure: string
}

/** Where the files of a starving larry lie, and what time it is there. */
const place = 'export XDG_STATE_HOME=$PWD/disk/state LARRY_DB=$PWD/disk/l.db LARRY_NOW=2026-11-23T09:00:00Z'

/** A shell with a folder `disk`, three hundred tasks in `base.db`, two backups of it in `state`, and a backup of fewer. */
export async function starving(): Promise<Shell> {
  const sh = await shellWith(numbered(100, 'base task'))
  await succeed(
    sh,
    `larry db backup base-backup.db; seq -f 'one of many %g' 200 | larry add - --literal -q --tag base > /dev/null
    mkdir disk; seq -f 'a title of many %g' 400 > many; sed 's/.*/{"title":"&"}/' many > many.ndjson; cp larry.db base.db
    ${place}; cp base.db disk/l.db; larry db backup; larry db backup; mv disk/state .; rm disk/*`,
  )
  return sh
}

/** For each of `$rooms`: the files laid anew, the command starved, the limit taken away, and what came of it on one line. */
const script = (run: string, line: string) => `
  ${place}; backups=disk/state/larry/backups
  state() { ${state}; }
  lay() { rm -rf disk/*; cp base.db disk/l.db; cp -r state disk/; }
  whole() { (cd $1 && sha256sum -c --quiet *.sha256) && [ $(ls $1/*.db | wc -l) = $(ls $1/*.sha256 | wc -l) ]; }
  lay; before=$(state); larry ${line} > /dev/null 2>&1; after=$(state)
  for room in $rooms; do
    lay; ${run.replace('LINE', () => line)}
    now=$(state); larry db check > checked; healthy=$?
    left=$(find disk -name '*.tmp*' | tr '\n' ' ')
    whole $backups || left="$left a backup that is not whole"
    [ $code = 0 ] || [ $(ls $backups/*.db | wc -l) -ge 2 ] || left="$left fewer backups"
    [ ! -e disk/new.db ] || { [ $code = 0 ] && (cd disk && sha256sum -c --quiet new.db.sha256); } || left="$left new.db"
    is=other; [ $now = $after ] && is=after; [ $now = $before ] && is=before; [ $before = $after ] && is=same
    echo "$room|$code|$is|$healthy|$left|$(head -c 300 said | tr '\n' ' ')"
  done`

/** What is wrong with how a starved command ended, by its line of the script. */
function judge([, code, is, healthy, left, said = '']: readonly string[]): string[] {
  const done = code === '0'
  return [
    !done && code !== '5' && `exit code ${code}`,
    !done && !said.startsWith('larry: ') && 'no word of larry',
    /unforeseen/.test(said) && 'tells its insides',
    is !== 'same' && is !== (done ? 'after' : 'before') && `the tasks are as ${is}`,
    healthy !== '0' && `db check answers ${healthy} once there is room`,
    left !== '' && `left behind ${left}`,
  ].filter((one) => one !== false)
}

/** Runs a command with each of these rooms; answers each time it did half of it, told wrongly of it, or left something behind. */
export async function starve(
  sh: Shell,
  { shelf, run, figure }: Starvation,
  line: string,
  rooms: readonly number[],
): Promise<string[]> {
  const ran = await sh.bash(`${shelf} -c "$SCRIPT"`, { SCRIPT: script(run, line), rooms: rooms.join(' ') })
  const lines = ran.stdout.trimEnd().split('\n')
  expect(lines, `${line}: ${ran.stderr}`).toHaveLength(rooms.length)
  return lines.flatMap((told) => {
    const parts = told.split('|')
    tally(`${figure}: ${parts[1] === '0' ? 'done' : 'refused'}`)
    return judge(parts).map(
      (what) => `larry ${line}, room for ${parts[0]} KB, answers ${parts[1]}: ${what} (${parts[5]})`,
    )
  })
}
