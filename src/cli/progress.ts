import type { Runtime } from './runtime.ts'

/** Work is worth a line once it has taken this long, in milliseconds, or is about a file of this many bytes. */
const slow = 500
const large = 64 << 20

/** Tells on a terminal what long work is at, on one line that is wiped at the end; elsewhere nothing. */
export interface Progress {
  readonly stage: (what: string, bytes?: number) => void
  readonly end: () => void
}

export function progressOn({ stderr: messages, elapsed }: Runtime): Progress {
  const start = elapsed()
  let shown = false
  return {
    stage(what, bytes = 0) {
      if (!messages.isTTY || (elapsed() - start < slow && bytes < large)) return
      messages.write(`\r\x1b[K${what}${bytes > 0 ? ` (${Math.round(bytes / (1 << 20))} MiB)` : ''} ...`)
      shown = true
    },
    end() {
      if (shown) messages.write('\r\x1b[K')
      shown = false
    },
  }
}
