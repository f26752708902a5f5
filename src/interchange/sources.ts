import { createHash } from 'node:crypto'

/**
 * Names for what a file gives no name of its own: the format, a hash of its text, and from the second of equal texts on
 * which of them it is, `todotxt:9f86d081884c7d659a2feaa0c55ad015:2`. The same file read again gives the same names.
 */
export function namesFor(format: string): (text: string) => Naming {
  const counts = new Map<number, number>()
  return (text) => {
    const digest = createHash('sha256').update(text).digest()
    // Forty-eight bits, as a number: of a million texts a map of whole hashes would take 100 MB.
    const short = digest.readUIntBE(0, 6)
    const nth = (counts.get(short) ?? 0) + 1
    const hash = digest.toString('hex', 0, 16)
    return {
      source: nth === 1 ? `${format}:${hash}` : `${format}:${hash}:${nth}`,
      take: () => counts.set(short, nth),
    }
  }
}

/** The name the next text like this one has, and how it is taken. */
interface Naming {
  readonly source: string
  readonly take: () => void
}
