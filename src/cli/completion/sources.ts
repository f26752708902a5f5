import { configKeys, rules } from '../../domain/config.ts'
import { countRefs } from '../../domain/refs.ts'
import type { TreeArgument, TreeOption, Verb } from '../tree.ts'
import { anew, either, files, fixed, listOf, nothing, type Source, stored } from './candidate.ts'
import { everyCommand } from './commands.ts'
import * as values from './fixed-values.ts'
import { grammar } from './grammar.ts'

/** What the value of an option can be: by verb and name, by noun and name, or by name alone. */
const options: Readonly<Record<string, Source>> = {
  '--db': files,
  '--file': files,
  '--output': files,
  '--fields': listOf(async (ask) => fixed(await ask.fields())(ask)),
  '--columns': listOf(async (ask) => fixed((await import('./fields.ts')).taskFields)(ask)),
  '--tz': values.zone,
  '--where': grammar('ask', { minus: true }),
  '--sort': values.sortKey,
  '--view': stored('view'),
  '--priority': values.priority,
  '--status': values.status,
  '--due': either(values.when, values.none),
  '--wait': either(values.when, values.none),
  '--project': either(stored('project'), values.none),
  '--client': either(stored('client'), values.none),
  '--tag': stored('tag'),
  '--estimate': either(values.length, values.none),
  '--parent': either(stored('open task'), values.none),
  '--depends': listOf(stored('open task')),
  '--task': listOf(stored('task')),
  '--remind': either(values.reminder, values.none),
  '--every': either(values.rule, values.none),
  '--after': either(values.distance, values.none),
  '--time': values.length,
  '--for': values.length,
  '--round': values.length,
  '--at': values.when,
  '--from': values.when,
  '--to': values.when,
  '--on': values.when,
  '--starts': values.when,
  '--ends': values.when,
  '--dtstart': values.when,
  '--by': values.reportParts,
  '--period': values.period,
  '--week-start': values.weekday,
  'history --to': stored('action'),
  'db --to': nothing,
  'data --as': async (ask) => fixed((await import('../../commands/completion/exchange-names.ts')).exchangeNames)(ask),
  'remind watch --every': fixed(['10s', '30s', '1m', '5m']),
}

const dates = values.when
const openTask = anew(listOf(stored('open task')))
const anyTask = anew(listOf(stored('task')))

/** Ids first, then something else; where only ids stand so far, either. */
function idsThen(ids: Source, rest: Source): Source {
  return (ask) => (countRefs(ask.before) < ask.before.length ? rest(ask) : either(ids, rest)(ask))
}

/** One id, then something else. */
function idThen(id: Source, rest: Source): Source {
  return (ask) => (ask.before.length === 0 ? id(ask) : rest(ask))
}

/** What an argument can be: by verb and name, by noun and name, or by name alone; one that is not here is offered nothing. */
const named: Readonly<Record<string, Source>> = {
  words: grammar('set', { minus: false }),
  filter: grammar('ask', { minus: true }),
  'ids-and-words': idsThen(anyTask, grammar('set', { minus: true })),
  'ids-and-client': either(openTask, stored('client')),
  file: files,
  files,
  phrase: dates,
  dates: anew(dates),
  rule: values.rule,
  length: values.length,
  'when-or-length': either(dates, values.length),
  entry: stored('entry'),
  action: stored('action'),
  blockers: openTask,
  'task id': stored('task'),
  'task ids': openTask,
  'task reopen ids': anew(listOf(stored('closed task'))),
  'task remove ids': anyTask,
  'task tree ids': anyTask,
  'task unassign ids': anyTask,
  'task depend id': stored('open task'),
  'time id': stored('open task'),
  'time ids': anew(listOf(stored('entry'))),
  'remind ids': anew(listOf(stored('reminder'))),
  'remind list ids': anyTask,
  'remind add id-and-when': idThen(stored('open task'), values.reminder),
  'remind id-and-when': idThen(stored('reminder'), values.reminder),
  'remind ids-and-when': idsThen(anew(listOf(stored('reminder'))), dates),
  'recur ids': anew(listOf(stored('recurring task'))),
  'recur id': stored('recurring task'),
  'recur resume ids': anew(listOf(stored('paused task'))),
  'comment id': stored('comment'),
  'comment ids': anew(listOf(stored('comment'))),
  'comment list ids': anyTask,
  'attachment id': stored('attachment'),
  'attachment ids': anew(listOf(stored('attachment'))),
  'attachment list ids': anyTask,
  'client name': stored('client'),
  'client names': anew(stored('client')),
  'client add name': nothing,
  'project name': stored('project'),
  'project names': anew(stored('project')),
  'habit name': stored('habit'),
  'habit names': anew(stored('habit')),
  'habit add name': nothing,
  'view name': stored('view'),
  'view names': anew(stored('view')),
  'data schema command': ({ before, verbs }) => {
    const [noun, ...more] = before
    if (noun === undefined) return everyCommand()
    return more.length === 0 ? verbs(noun) : []
  },
  'config set value': values.setting,
  'config key': fixed(configKeys.map((key) => [key, rules[key].about])),
  'tag old': stored('tag'),
  'tag new': stored('tag'),
  'tag tags': anew(stored('tag')),
}

/** The nearest that a table has: for the verb, for the noun, for all. */
function found(table: Readonly<Record<string, Source>>, noun: string, verb: string, name: string): Source | undefined {
  return [`${noun} ${verb} ${name}`, `${noun} ${name}`, name]
    .filter((key) => Object.hasOwn(table, key))
    .map((key) => table[key])[0]
}

/** What can be the value of an option; its choices where it has such. */
export function valuesOf(option: TreeOption, noun: string, verb: string): Source {
  if (option.choices.length > 0) return fixed(option.choices)
  return found(options, noun, verb, option.long) ?? nothing
}

/** What can be the next argument of a verb; undefined when it takes no more. */
export function nextArgument({ noun, name, arguments: all }: Verb, before: readonly string[]): Source | undefined {
  const last: TreeArgument | undefined = all.at(-1)
  const next = all[before.length] ?? (last?.repeats === true ? last : undefined)
  return next && (found(named, noun, name, next.name) ?? nothing)
}
