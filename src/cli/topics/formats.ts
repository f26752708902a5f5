/** `larry help formats`. */
export const text = `What larry writes, with --format or LARRY_FORMAT:

  table   for people; on a terminal this is what you get
  tsv     one row a line, tabs between, no heading unless --header;
          in a pipe this is what you get
  csv     RFC 4180 with a heading; --safe-csv keeps spreadsheets from
          running cells as formulas
  json    a list, or for show and status one object (--json)
  ndjson  one object a line
  ids     one id a line, for: larry list --ids | larry done - (--ids)
  md      a Markdown table

--template '{{id}} {{title}}' writes a line of your own for each row; in it
\\t and \\n are a tab and a newline, and \\\\ \\{ \\} what they show.

Every format has the same rows in the same order. --fields id,due,title picks
and orders keys or columns; a wrong one is answered with the right ones. In JSON
a key is never missing, it is null; moments are UTC, dates are as stored. What
could drive a terminal is written out, except in json, ndjson and csv. -0 ends
records with NUL (ids, tsv, template).

What larry exchanges with other programs is told by larry help exchange.
`
