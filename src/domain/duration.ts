import { Failure } from './errors.ts'

const shape = /^(?:(\d+(?:\.\d+)?) ?h)? ?(?:(\d+) ?m(?:in)?)?$/

/** Reads `1h30m`, `45m`, `1.5h`, or a bare number of minutes; whole minutes above zero. */
export function readMinutes(text: string): number {
  const value = text.trim().toLowerCase()
  const [, hours, minutes] = shape.exec(value) ?? []
  const total = /^\d+$/.test(value) ? Number(value) : Number(hours ?? 0) * 60 + Number(minutes ?? 0)
  if (!Number.isFinite(total) || Math.round(total) < 1 || total > 5_256_000)
    throw new Failure('usage', `cannot read "${text}" as a length of time`, 'such as 45m, 2h or 1h30m')
  return Math.round(total)
}

/** `90` minutes as `1h30m`. */
export function showMinutes(minutes: number): string {
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  return `${hours > 0 ? `${hours}h` : ''}${rest > 0 || hours === 0 ? `${rest}m` : ''}`
}
