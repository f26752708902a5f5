/** A text about what belongs to no one command. */
export interface Topic {
  readonly about: string
  readonly load: () => Promise<{ readonly text: string }>
}

/** What `larry help` knows besides the commands. */
export const topics: Readonly<Record<string, Topic>> = {
  filters: { about: 'What a filter can ask', load: () => import('./topics/filters.ts') },
  dates: { about: 'How dates can be said', load: () => import('./topics/dates.ts') },
  formats: { about: 'What larry writes and reads', load: () => import('./topics/formats.ts') },
  'exit-codes': { about: 'What an exit code means', load: () => import('./topics/exit-codes.ts') },
}
/** `larry help <topic>`: what belongs to no one command. */
export const topics: ReadonlyMap<string, string> = new Map([
  [
    'exit-codes',
    `Exit codes of every command.

  0    done; nothing found in a list; the reader of a pipe left
  1    failed: anything unforeseen, output that could not be written,
       list --exit-code with nothing found, a question answered no
  2    usage: an unknown word, flag or value, or a missing answer
  3    not found: a named task, client or project is not there
  4    conflict: a rule says no (a circle, an open subtask, changed since)
  5    unavailable: the file is busy, read-only, too new or damaged, or the
       disk is full
  130  interrupted by Ctrl-C; 143 by SIGTERM. Nothing was changed

larry db check answers 0 well, 1 something to repair, 2 damaged.
With --json an error is one object on stderr:
{"error":{"kind","message","hint"}}.
`,
  ],
  [
    'operations',
    `What a line of larry apply may say: one JSON object, of these keys.

  add      title, and as for edit; "as":"a" names it for later lines
  edit     status, priority, due, wait_until, estimate_minutes or estimate,
           project, client, parent_id, depends_on, notes, title, every, after,
           remind; tags sets them all, add_tags and remove_tags some.
           A value is what larry list --json has or what a person types
           ("fri", "1h30m"); null clears
  done     force, cascade, catch_up
  cancel   cascade
  reopen
  start
  remove   cascade
  comment  body
  log      time, from, to: two of them, or how long; note, billable,
           allow_overlap

All but add name their task: "id":12, "ids":[3,4] or "uid":"...". "ref:a"
stands for an id: the task an earlier line called "a".
  "key"            sent again with the same key, an operation is not done again
                   but answered as then, "replayed":true; the same key with
                   another operation is a conflict
  "if_updated_at"  a conflict when somebody changed the task since then

{"op":"add","as":"a","title":"Ship it","due":"fri","key":"ci-1"}
{"op":"add","title":"Write the copy","parent_id":"ref:a"}
{"op":"edit","id":12,"due":null,"add_tags":["work"]}
{"op":"done","ids":[3,4],"force":true}

All are done or none, in their order, neighbours that do the same as one (as
larry done 1 2 is); a failure names its line. The answer has a row for each
task of each line: larry apply - --format ndjson. Nothing is asked, and one
larry undo takes all of it back.
`,
  ],
])
