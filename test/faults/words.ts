import type { Draw } from './draw.ts'
import * as value from './values.ts'

/** Options by name, with what follows them; nothing for a bare flag. */
export type Options = Readonly<Record<string, value.Make | undefined>>

const flags = (names: string): Options => Object.fromEntries(names.split(' ').map((flag) => [flag, undefined]))

const attributes: Options = {
  '--priority': value.level,
  '--due': value.date,
  '--wait': value.date,
  '--project': value.name,
  '--client': value.name,
  '--tag': value.tag,
  '--estimate': value.length,
  '--parent': value.ids,
  '--depends': value.ids,
  '--status': value.status,
  '--notes': value.text,
}

export const adding: Options = { ...attributes, '--file': value.file, ...flags('--literal') }

export const selecting: Options = { '--where': (draw) => filter(draw).join(' '), ...flags('--force --cascade') }

export const editing: Options = { ...attributes, ...selecting, '--title': value.text, ...flags('--no-notes') }

export const copying: Options = { ...editing, ...flags('--cascade') }

export const listing: Options = {
  '--sort': value.order,
  '-l': value.number,
  '--limit': value.number,
  '--offset': value.number,
  '--group': value.group,
  '--view': value.view,
  ...flags('--count --exit-code --all --explain'),
}

export const saving: Options = { '--sort': value.order, '--columns': value.fields }

export const keeping: Options = {
  '--to': value.number,
  '--keep': value.number,
  ...flags('--down --list --force'),
}

/** Those of every verb. */
export const globals: Options = {
  '--format': value.format,
  '--fields': value.fields,
  '--template': value.template,
  '--db': value.file,
  '--color': value.when,
  '--tz': value.zone,
  ...flags(
    '--json --ids -0 --header --safe-csv --profile --no-color -y --yes --no-input -n --dry-run -q -qy --debug -h -V',
  ),
}

/** An option with its value, as one word or two. */
export function option(draw: Draw, among: Options): string[] {
  const [flag, make] = draw.one(Object.entries(among))
  if (make === undefined) return [flag]
  return draw.chance(0.5) ? [flag, make(draw)] : [`${flag}=${make(draw)}`]
}

const settable: Readonly<Record<string, value.Make>> = {
  due: value.date,
  wait: value.date,
  p: value.level,
  priority: value.level,
  project: value.name,
  client: value.name,
  parent: value.ids,
  depends: value.ids,
  status: value.status,
  est: value.length,
  every: value.weekday,
  after: value.length,
}

const askable: Readonly<Record<string, value.Make>> = {
  ...settable,
  due: value.period,
  created: value.period,
  completed: value.period,
  p: value.levels,
  est: value.lengths,
  urgency: value.number,
  id: value.ids,
  tag: value.tag,
  is: value.state,
  has: value.possession,
  projct: value.name,
}

function word(draw: Draw, keys: Readonly<Record<string, value.Make>>, joints: readonly string[]): string {
  const kind = draw.below(7)
  if (kind === 4) return `+${value.tag(draw)}`
  if (kind === 5) return `-${value.tag(draw)}`
  if (kind === 6) return value.text(draw)
  const [key, make] = draw.one(Object.entries(keys))
  return `${key}${draw.chance(0.9) ? ':' : draw.one(joints)}${make(draw)}`
}

/** A word of add and edit: `key:value`, `+tag`, `-tag`, text; with oddity also one of a filter. */
export function attribute(draw: Draw): string {
  return word(draw, draw.chance(draw.oddity) ? askable : settable, [':', draw.chance(draw.oddity) ? '::' : ':'])
}

/** The words of a filter with its joints and brackets. */
export function filter(draw: Draw): string[] {
  return draw.many(0, 4, () => {
    const asked = word(draw, askable, ['<', '<=', '>', '>=', draw.chance(draw.oddity) ? '=' : ':'])
    if (draw.chance(0.85)) return asked
    return draw.one([
      `(${asked})`,
      `not(${asked})`,
      'not',
      `(${asked} or +home)`,
      draw.chance(draw.oddity) ? '(' : 'not',
    ])
  })
}
