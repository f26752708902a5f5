/** What is wrong with how a run ended: a code nobody documents, a stack, or an error larry did not foresee; undefined when nothing is. */
export function misbehaved(ran: { readonly code: number; readonly stderr: string }): string | undefined {
  if (!(ran.code >= 0 && ran.code <= 5)) return `exit code ${ran.code}: ${ran.stderr}`
  if (/^\s+at /m.test(ran.stderr) || /unforeseen|node:internal/.test(ran.stderr))
    return `tells its insides: ${ran.stderr}`
  if (ran.code !== 0 && ran.stderr === '') return `exit code ${ran.code} without a word`
  return undefined
}
