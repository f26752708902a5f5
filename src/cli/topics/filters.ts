/** `larry help filters`. Examples stand in lines that begin with two spaces; a test reads each of them. */
export const text = `What a filter can ask: larry list, search, next, pick, graph, --where, views.

Words side by side all have to hold. A plain word is looked for in titles and
notes, whatever its case.

  rent                     rent in title or notes
  /inv[0-9]+/              a pattern, read in linear time
  +home -someday           tagged home, not tagged someday
  not rent                 binds tightest; then and, then or
  '(+home or +work) and p:high'
                           quoted, for the shell takes parentheses

Keys:
  tag:home,work            any of these tags
  priority:high            or p: pri: prio: with low, medium, high,
                           critical, urgent, or 1 to 5
  status:todo,review       todo, in-progress, review, blocked, done,
                           cancelled
  due:today                a day, a week, a month; see larry help dates
  wait:none                when it stops being hidden
  created:sow.. completed:"last month"
  est:..30m                or estimate: with lengths such as 45m or 1h30m
  project:work             or proj: just this one; project:work/ and below
  client:acme              its own client, else its project's; client:none
  parent:12 depends:3,4    subtasks of 12; what waits for 3 or 4
  id:3-9                   ids, runs of them, ends of uids
  urgency:10..             larry show 12 tells the sum

Ranges have two dots, an end may be open: due:..fri due:2026-01-01.. p:low..high
Quoted, the signs < <= > >= do the same: 'due<fri' 'p>=high'
due, wait, created, completed and est also take none and any.

States, is:
  is:open is:closed        closed is done or cancelled
  is:overdue is:due-today is:this-week
  is:active is:running     in progress; its timer runs
  is:blocked is:ready      waits for an open task; can be begun
  is:waiting is:recurring  hidden until later; repeats

What it has, has:
  has:due has:client has:project has:tags
  has:notes has:comments has:files
  has:reminders has:subtasks has:time

Closed and hidden tasks are left out unless a filter speaks of them, or --all.
larry list --explain tells how a filter was read.
`
