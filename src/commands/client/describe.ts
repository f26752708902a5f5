import { showCents } from '../../domain/money.ts'
import type { Client } from '../../repositories/client-lists.ts'

/** What is known of a client, on one line: `client 1 "Acme Corp" · 85.00 EUR an hour · prospect`. */
export function describeClient({ id, name, rate_cents, currency, email, phone, status }: Client): string {
  const rate = rate_cents === null ? currency : `${showCents(rate_cents, currency)} an hour`
  return [`client ${id} "${name}"`, rate, email, phone, status === 'active' ? null : status]
    .filter((part) => part !== null)
    .join(' · ')
}
