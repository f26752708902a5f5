/** Zones that were asked about and exist: to make a format takes a while. */
const known = new Set<string>()

/** Whether this is the IANA name of a time zone. */
export function isZone(name: string): boolean {
  if (known.has(name)) return true
  try {
    Intl.DateTimeFormat('en', { timeZone: name })
  } catch {
    return false
  }
  known.add(name)
  return true
}
