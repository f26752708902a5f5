/** What `read` makes of a value, or null for `none`, which clears. */
export function clearable<T>(value: string, read: () => T): T | null {
  return value.toLowerCase() === 'none' ? null : read()
}
