import { describe, expect, test } from 'vitest'
import { type ClientOptions, readClient } from '../../src/domain/client.ts'
import { refusal } from './refusal.ts'

const read: [ClientOptions, object][] = [
  [{}, {}],
  [{ name: ' Acme  Corp ' }, { name: 'Acme  Corp' }],
  [{ rate: '85' }, { rate_cents: 8500 }],
  [{ rate: '85.5' }, { rate_cents: 8550 }],
  [{ rate: '0.05' }, { rate_cents: 5 }],
  [{ rate: '0' }, { rate_cents: 0 }],
  [{ rate: '999999999.99' }, { rate_cents: 99_999_999_999 }],
  [
    { rate: 'none', currency: 'None', email: 'none', phone: 'none', notes: 'none' },
    {
      rate_cents: null,
      currency: null,
      email: null,
      phone: null,
      notes: null,
    },
  ],
  [{ currency: ' jpy ' }, { currency: 'JPY' }],
  [{ status: 'Prospect' }, { status: 'prospect' }],
  [{ status: 'in' }, { status: 'inactive' }],
  [{ email: 'ann+x@mail.acme.example' }, { email: 'ann+x@mail.acme.example' }],
  [{ phone: '(030) 12-34' }, { phone: '(030) 12-34' }],
  [{ notes: ' as\nit stands ' }, { notes: ' as\nit stands ' }],
]

describe('what options say of a client', () => {
  test.each(read)('%j is %j', (options, attributes) => {
    expect(readClient(options)).toEqual(attributes)
  })

  test.each<[ClientOptions, string]>([
    [{ rate: '' }, '--rate "" is not an amount of money'],
    [{ rate: '.5' }, '--rate ".5" is not an amount of money'],
    [{ rate: '1.234' }, '--rate "1.234" is not an amount of money'],
    [{ rate: '٣' }, '--rate "٣" is not an amount of money'],
    [{ currency: 'XYZ' }, '"XYZ" is not a currency'],
    [{ currency: '' }, '"" is not a currency'],
    [{ email: 'a b@c' }, '"a b@c" is not an email address'],
    [{ email: 'a@b@c' }, '"a@b@c" is not an email address'],
    [{ phone: '' }, '"" is not a phone number'],
    [{ phone: '1\u0007' }, '"1\u0007" is not a phone number'],
    [{ notes: 'a\0b' }, 'the notes holds a NUL character'],
    [{ status: '' }, 'unknown status ""'],
  ])('%j is refused: %s', (options, message) => {
    expect(() => readClient(options)).toThrow(refusal(message))
  })
})
