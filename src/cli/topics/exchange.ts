/** `larry help exchange`. */
export const text = `What larry export writes and larry import takes in, as --as or a name says.

  json, ndjson  all there is but the history, there and back: one document
                (.json), or a record a line (.ndjson, .jsonl)
  csv, tsv      tasks, a row each, with commas or tabs (.csv, .tsv): every
                key of one value; no comments, files, time or reminders
  todotxt       tasks, a line each (.txt): (A) to (E) are urgent to low,
                +project, @tag, due: t: rec: pri: est:
  taskwarrior   what task export writes and task import reads; JSON that
                looks like it is read so without --as
  ics           to-dos of calendars (.ics, RFC 5545), with subtasks, rules
                and alarms; events become tasks
  md            checklists (.md, .markdown): - [ ] Title due:fri p:high;
                subtasks and notes are indented, headings are projects

What a format has no place for is told when it is written. --as goes before the
name; standard input and output have none, and an export without both is json.

A record is known again by its uid, else by its source, which names it where it
came from: "source":"ci:4711". A line of todotxt, csv or md that has neither is
known by its text; one of json is always new. What is known is brought to what
the file says if the file is newer. import counts for each kind of record:

  added      was not here
  updated    was here, and the file is newer, or --overwrite was given
  unchanged  was here, and the file says nothing else
  kept       differs, but what is here is newer, or the file has no
             updated_at to tell by; --overwrite takes the file's
  adapted    was said in another way to be taken; notes tell how, by line

All of a file is taken or nothing, as one step to undo, and --dry-run tells what
would happen. Fields larry does not know are kept, and given back to the same
format.

--map names columns of csv by the key they hold, of id, uid, title, status,
priority, due, wait_until, estimate_minutes, progress, tags, project, client,
project_id, client_id, parent_id, depends_on, notes, recurrence,
recurrence_mode, started_at, completed_at, created_at, updated_at,
recurrence_anchor, recurrence_exceptions, recurrence_paused_at, series_uid,
source, parent_uid and depends_on_uids:

  larry import table.csv --map title=What,due=Deadline
  larry export -o table.csv --map title=What,due=Deadline
`
