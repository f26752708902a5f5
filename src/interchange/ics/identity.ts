/** Before a UID that is no UUID, in the `source` of a task. */
const prefix = 'ics:'

/** True for a UUID as larry writes them, in lower case: a UID in capitals is another one (RFC 5545 3.8.4.7). */
export function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(text)
}

/** Who larry takes the task with this UID to be: its `uid`, else its `source`. */
export function identityOf(uid: string): string {
  return isUuid(uid) ? uid : `${prefix}${uid}`
}

/** The UID a `source` was made of; undefined for that of another format. */
export function uidOfSource(source: string | null | undefined): string | undefined {
  return source?.startsWith(prefix) === true ? source.slice(prefix.length) : undefined
}
