/** The end of a uid that cannot be taken for an id, which is all digits: eight characters, more where these have no letter. */
export function tailOf(uid: string): string {
  for (let length = 8; length < 12; length++) if (/[a-f]/.test(uid.slice(-length))) return uid.slice(-length)
  return uid
}
