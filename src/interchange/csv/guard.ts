/** What a spreadsheet runs as a formula (OWASP, CSV injection), and what is guarded text already. */
const formula = /^'*[=+\-@\t\r]/

/** A cell that no spreadsheet runs: with a `'` before what begins as a formula does. */
export function guarded(cell: string): string {
  return formula.test(cell) ? `'${cell}` : cell
}

/** The cell `guarded` was given. */
export function unguarded(cell: string): string {
  return cell.startsWith("'") && formula.test(cell) ? cell.slice(1) : cell
}
