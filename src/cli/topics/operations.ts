/** `larry help operations`. */
export const text = `What a line of larry apply may say: one JSON object, of these keys.

  add      title, and as for edit; "as":"a" names it for later lines
  edit     status, priority, due, wait_until, estimate_minutes or
           estimate, project, client, parent_id, depends_on, notes, title,
           every, after, remind; tags sets them all, add_tags and
           remove_tags some. A value is what larry list --json has or what
           a person types ("fri", "1h30m"); null clears
  done     force, cascade, catch_up (as --catch-up all)
  cancel   cascade
  reopen
  start
  remove   cascade
  comment  body
  log      time, from, to: two of them, or how long; note, billable
           (true unless it says false), allow_overlap

All tags and depends_on are lists; ids, priority (1 to 5) and estimates may be
numbers; force, cascade, catch_up, billable and allow_overlap are true or
false; everything else is a text.

All but add name their task: "id":12, "ids":[3,4] or "uid":"...". "ref:a"
stands for an id: the task an earlier line called "a".
  "key"            sent again with the same key, an operation is not done
                   again but answered as then, "replayed":true; the same
                   key with another operation is a conflict
  "if_updated_at"  a conflict when somebody changed the task since then

  {"op":"add","as":"a","title":"Ship it","due":"fri","key":"ci-1"}
  {"op":"add","title":"Write the copy","parent_id":"ref:a"}
  {"op":"edit","id":12,"due":null,"add_tags":["work"]}
  {"op":"done","ids":[3,4],"force":true}

All are done or none, in their order. Neighbours that do the same are done as
one where that is allowed, as larry done 1 2 is: of two done lines either task
may wait for the other. Anything else between them parts them, and each then
stands on the lines before it alone. A failure names its line, in JSON as
"line" too. The answer has a row for each task of each line: larry apply -
--format ndjson. Nothing is asked, and one larry undo takes all of it back.
`
