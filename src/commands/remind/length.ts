import { Failure } from '../../domain/errors.ts'

/** Reads the length an option is given, in milliseconds: `30s`, `5m`, `1h30m`. A number without a unit is refused, and what is longer than a day. */
export function readLength(option: string, text: string): number {
  const [, hours = 0, minutes = 0, seconds = 0] =
    /^(?:(\d{1,2})h)?(?:(\d{1,4})m)?(?:(\d{1,5})s)?$/.exec(text.toLowerCase().replaceAll(/\s+/g, '')) ?? []
  const total = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)
  if (total >= 1 && total <= 86_400) return total * 1000
  const such = /^\d+$/.test(text.trim()) ? `with its unit: ${option} ${text.trim()}s` : `such as ${option} 30s or 5m`
  throw new Failure('usage', `${option} "${text}" is not a length from 1s to 24h`, such)
}
