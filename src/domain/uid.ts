/** True for a UUID (RFC 9562 4), in capitals or not: what larry knows a task by in every file. */
export function isUid(text: unknown): text is string {
  return typeof text === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)
}
