/** `larry help exit-codes`. */
export const text = `Exit codes of every command.

  0    done; nothing found in a list; the reader of a pipe left
  1    failed: anything unforeseen, output that could not be written,
       list --exit-code with nothing found, a question answered no
  2    usage: an unknown word, flag or value, or a missing answer
  3    not found: a named task, client or project is not there
  4    conflict: a rule says no (a circle, an open subtask, changed since)
  5    unavailable: the file is busy, read-only, too new or damaged, or
       the disk is full
  130  interrupted by Ctrl-C; 143 by SIGTERM. Nothing was changed

larry db check answers 0 well, 1 something to repair, 2 damaged.
With --json an error is one object on stderr:
{"error":{"kind","message","hint","line"}}.
`
