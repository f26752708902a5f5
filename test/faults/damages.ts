import { pick, whole } from './varied.ts'

const page = 4096

/** A way to spoil a file: what comes out is another buffer, and where it struck. */
export type Damage = (bytes: Buffer, random: () => number) => { readonly bytes: Buffer; readonly at: string }

/** Spoils a copy of `bytes` in place from a random offset that is a multiple of `step`. */
function overwrite(step: number, spoil: (copy: Buffer, from: number, random: () => number) => void): Damage {
  return (bytes, random) => {
    const copy = Buffer.from(bytes)
    const from = whole(random, 0, Math.ceil(bytes.length / step)) * step
    spoil(copy, from, random)
    return { bytes: copy, at: `offset ${from} (page ${Math.floor(from / page) + 1})` }
  }
}

/** What can befall a file at rest: spec part 7, B12 to B14. */
export const damages: Readonly<Record<string, Damage>> = {
  'cut short': (bytes, random) => {
    const size = whole(random, 1, bytes.length)
    return { bytes: Buffer.from(bytes.subarray(0, size)), at: `size ${size}` }
  },
  'a page zeroed': overwrite(page, (copy, from) => copy.fill(0, from, from + page)),
  'two pages exchanged': (bytes, random) => {
    const copy = Buffer.from(bytes)
    const pages = bytes.length / page
    const one = whole(random, 0, pages)
    const other = (one + whole(random, 1, pages)) % pages
    bytes.copy(copy, one * page, other * page, (other + 1) * page)
    bytes.copy(copy, other * page, one * page, (one + 1) * page)
    return { bytes: copy, at: `pages ${one + 1} and ${other + 1}` }
  },
  'a sector zeroed': overwrite(512, (copy, from) => copy.fill(0, from, from + 512)),
  'one bit flipped': overwrite(1, (copy, from, random) => {
    copy[from]! ^= 1 << whole(random, 0, 8)
  }),
  'garbage written': overwrite(1, (copy, from, random) => {
    const end = Math.min(from + pick(random, [1, 16, 300, 5000]), copy.length)
    for (let at = from; at < end; at++) copy[at] = whole(random, 0, 256)
  }),
}
