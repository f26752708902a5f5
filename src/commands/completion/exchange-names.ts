/** What export and import know by name. */
export { formatNames as exchangeNames } from '../../interchange/formats.ts'
