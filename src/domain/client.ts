import { readChoice } from './choice.ts'
import { clearable } from './clearable.ts'
import { readCurrency } from './currency.ts'
import { Failure } from './errors.ts'
import { readCents } from './money.ts'
import { readNewName, readNotes } from './words/values.ts'

/** From the first talk to the end; archived ones are hidden. */
export const clientStatuses = ['prospect', 'active', 'inactive', 'archived'] as const
type ClientStatus = (typeof clientStatuses)[number]

/** What options say of a client, as typed. */
export interface ClientOptions {
  readonly name?: string
  readonly status?: string
  readonly email?: string
  readonly phone?: string
  readonly rate?: string
  readonly currency?: string
  readonly notes?: string
}

/** The same as columns; an absent key was not given, null clears. */
export interface ClientAttributes {
  name?: string
  status?: ClientStatus
  email?: string | null
  phone?: string | null
  /** Integer cents an hour. */
  rate_cents?: number | null
  currency?: string | null
  notes?: string | null
}

/** Reads what options say of a client; `none` clears what may be empty. */
export function readClient(given: ClientOptions): ClientAttributes {
  const attributes: ClientAttributes = {}
  const { name, status, email, phone, rate, currency, notes } = given
  if (name !== undefined) attributes.name = readNewName('client', name)
  if (status !== undefined) attributes.status = readChoice('status', status, clientStatuses)
  if (email !== undefined) attributes.email = clearable(email, () => readEmail(email))
  if (phone !== undefined) attributes.phone = clearable(phone, () => readPhone(phone))
  if (rate !== undefined) attributes.rate_cents = clearable(rate, () => readCents('--rate', rate))
  if (currency !== undefined) attributes.currency = clearable(currency, () => readCurrency(currency))
  if (notes !== undefined) attributes.notes = clearable(notes, () => readNotes(notes))
  return attributes
}

/** No more is asked of an address than an @ between two parts; only its mail server knows the rest. */
function readEmail(text: string): string {
  const email = text.trim()
  if (!/^[^\s@\p{C}]+@[^\s@\p{C}]+$/u.test(email) || email.length > 254)
    throw new Failure('usage', `"${text}" is not an email address`, 'such as ann@acme.example')
  return email
}

function readPhone(text: string): string {
  const phone = text.trim()
  if (!/^[^\p{C}]*\d[^\p{C}]*$/u.test(phone) || phone.length > 100)
    throw new Failure('usage', `"${text}" is not a phone number`, 'such as "+49 30 1234"')
  return phone
}
