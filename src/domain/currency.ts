import { Failure } from './errors.ts'
import { nearest } from './nearest.ts'

/** Reads an ISO 4217 code in either case; a code no money has is refused with the nearest. */
export function readCurrency(text: string): string {
  const code = text.trim().toUpperCase()
  const known = Intl.supportedValuesOf('currency')
  if (known.includes(code)) return code
  const near = nearest(code, known)
  throw new Failure(
    'usage',
    `"${text}" is not a currency`,
    near === undefined ? 'a code of ISO 4217, such as EUR or USD' : `did you mean ${near}?`,
  )
}
