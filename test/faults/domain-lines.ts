import type { Draw } from './draw.ts'
import * as value from './values.ts'
import { attribute, editing, filter, type Options, selecting } from './words.ts'

type Words = (draw: Draw) => string[]

const one =
  (make: value.Make): Words =>
  (draw) => [make(draw)]
const several =
  (make: value.Make): Words =>
  (draw) =>
    draw.chance(0.1) ? ['-'] : draw.many(1, 3, () => make(draw))
const both =
  (...parts: readonly Words[]): Words =>
  (draw) =>
    parts.flatMap((part) => part(draw))
const none: Words = () => []
const flags = (names: string): Options => Object.fromEntries(names.split(' ').map((flag) => [flag, undefined]))

const paging: Options = { '-l': value.number, '--offset': value.number }
const cents: value.Make = (draw) => draw.one(['85', '95.50', '0', 'none', '1.234', '-5', 'x'])
const currency: value.Make = (draw) => draw.one(['EUR', 'usd', 'JPY', 'XYZ', 'none', 'eu'])
const standing: value.Make = (draw) => draw.one(['active', 'archived', 'prospect', 'inactive', 'nope'])
const moment: value.Make = (draw) =>
  draw.one(['8:30', '2026-11-23T08:00', 'yesterday 14:00', '20:00', 'now', 'x', '45m'])
const exchange: value.Make = (draw) => draw.one(['json', 'ndjson', 'json', 'ndjson', 'csv', 'JSON', 'x', ''])
const window: Options = { '--from': value.date, '--to': value.date }

const ofClient: Options = {
  '--rate': cents,
  '--currency': currency,
  '--email': value.text,
  '--phone': value.number,
  '--status': standing,
  '--notes': value.text,
}
const ofProject: Options = { '--client': value.name, '--notes': value.text, '--status': standing }
const ofHabit: Options = {
  '--period': (draw) => draw.one(['day', 'week', 'm', 'year']),
  '--target': value.number,
  '--unit': value.text,
  '--starts': value.date,
  '--ends': value.date,
}
const ofDay: Options = { '--on': value.date, '--note': value.text }
const ofEntry: Options = { '--note': value.text, '--from': moment, '--to': moment, '--at': moment }
const choosing: Options = { ...window, '--client': value.name, '--project': value.name, '--task': value.ids }

const query: value.Make = (draw) =>
  draw.one([
    'select id, title, tags from v_tasks',
    'select project, sum(tracked_seconds) from v_tasks group by 1',
    'select :a as a, * from v_time',
    'select * from v_habits, v_habit_checks',
    'with recursive n(i) as (select 1 union all select i + 1 from n) select i from n',
    "select x'00', 1e999, 9223372036854775807, char(27, 8238)",
    'delete from tasks',
    'select 1; drop table tasks',
    "attach '/dev/null' as a",
    'pragma query_only = 0',
    'select "',
    'selct',
    '-',
    '',
  ])

/** The verbs about what hangs on tasks and what they hang on, with their words and options. */
export const domainVerbs: Readonly<Record<string, readonly [words: Words, options: Options]>> = {
  export: [filter, { '--as': exchange, '-o': value.file, ...flags('--force --with-attachments') }],
  import: [one(value.file), { '--as': exchange, ...flags('--overwrite'), '--map': value.text }],
  next: [filter, paging],
  today: [none, flags('--all')],
  'task pick': [filter, { '--for': value.length, ...flags('--exit-code') }],
  'task tree': [several(value.ids), flags('--all')],
  'task graph': [filter, { '--as': (draw) => draw.one(['dot', 'mermaid', 'svg']) }],
  'task depend': [both(one(value.ids), several(value.ids)), {}],
  'task undepend': [both(one(value.ids), several(value.ids)), {}],
  'task duplicate': [(draw) => [...several(value.ids)(draw), ...draw.many(0, 2, () => attribute(draw))], editing],
  'task log': [(draw) => [value.text(draw), ...draw.many(0, 2, () => attribute(draw))], { '--time': value.length }],
  'task assign': [both(several(value.ids), one(value.name)), { ...selecting, ...flags('--force') }],
  'task unassign': [several(value.ids), selecting],
  'client add': [one(value.name), ofClient],
  'client list': [none, { ...flags('--all'), '--status': standing }],
  'client show': [one(value.name), {}],
  'client edit': [several(value.name), { ...ofClient, '--name': value.name }],
  'client archive': [several(value.name), {}],
  'client remove': [several(value.name), {}],
  'project add': [one(value.name), ofProject],
  'project list': [none, { ...flags('--all'), '--client': value.name }],
  'project show': [one(value.name), {}],
  'project edit': [several(value.name), { ...ofProject, '--name': value.name }],
  'project archive': [several(value.name), {}],
  'project remove': [several(value.name), flags('--cascade')],
  'habit add': [one(value.name), ofHabit],
  'habit list': [none, flags('--all')],
  'habit show': [one(value.name), {}],
  'habit edit': [several(value.name), { ...ofHabit, '--name': value.name, ...flags('--archive --unarchive') }],
  'habit remove': [several(value.name), {}],
  'habit done': [several(value.name), { ...ofDay, '--amount': value.number }],
  'habit skip': [several(value.name), ofDay],
  'habit undo': [several(value.name), { '--on': value.date }],
  'habit stats': [one(value.name), { '--year': value.number, '--months': value.number }],
  'tag rename': [both(one(value.tag), one(value.tag)), {}],
  'tag remove': [several(value.tag), {}],
  'time start': [one(value.ids), ofEntry],
  'time stop': [none, { '--at': moment }],
  'time status': [none, flags('--exit-code')],
  'time log': [both(one(value.ids), one(value.length)), { ...ofEntry, ...flags('--no-billable --allow-overlap') }],
  'time list': [none, { ...choosing, ...paging }],
  'time edit': [several(value.number), { ...ofEntry, '--task': value.ids, ...flags('--billable --allow-overlap') }],
  'time split': [both(one(value.number), one(moment)), {}],
  'time remove': [several(value.number), {}],
  sql: [
    one(query),
    {
      '--param': (draw) => draw.one(['a=1', 'a', 'b=', 'a=x']),
      '-l': value.number,
      '--timeout': value.length,
      ...flags('--views'),
    },
  ],
  'time report': [
    none,
    {
      ...choosing,
      '--by': (draw) => draw.one(['client', 'day,task', 'week', 'month,project', 'x']),
      '--round': value.length,
    },
  ],
}
