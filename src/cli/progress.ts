import type { Runtime } from './runtime.ts'

/** Work is worth a line once it has taken this long, in milliseconds, or is about a file of this many bytes. */
const slow = 500
const large = 64 << 20

/** Tells on a terminal what long work is at, and with a share from 0 to 1 how far, on one line that is wiped at the end; elsewhere nothing. */
export interface Progress {
  readonly stage: (what: string, bytes?: number, share?: number) => void
  readonly end: () => void
}

export function progressOn({ stderr: messages, elapsed }: Runtime): Progress {
  const start = elapsed()
  let shown = false
  return {
    stage(what, bytes = 0, share) {
      if (!messages.isTTY || (elapsed() - start < slow && bytes < large)) return
      messages.write(
        `\r\x1b[K${what}${bytes > 0 ? ` (${Math.round(bytes / (1 << 20))} MiB)` : ''} ${share === undefined ? '...' : bar(share)}`,
      )
      shown = true
    },
    end() {
      if (shown) messages.write('\r\x1b[K')
      shown = false
    },
  }
}

/** `[#####---------------]  25%`. */
function bar(share: number): string {
  const done = Math.floor(Math.min(share, 1) * 20)
  return `[${'#'.repeat(done)}${'-'.repeat(20 - done)}] ${String(Math.floor(Math.min(share, 1) * 100)).padStart(3)}%`
}
