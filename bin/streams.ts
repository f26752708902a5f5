import { closeSync, constants, fstatSync, openSync, readSync, writeSync } from 'node:fs'
import { type Input, type Output, OutputFailed, ReaderLeft, ReaderWaits } from '../src/cli/runtime.ts'

const sleeper = new Int32Array(new SharedArrayBuffer(4))

function pause(ms: number): void {
  Atomics.wait(sleeper, 0, 0, ms)
}

/** A terminal is a character device; only for those is Node's tty module (2 ms) worth loading. */
function isTerminal(fd: number): boolean {
  try {
    return fstatSync(fd).isCharacterDevice() && process.getBuiltinModule('node:tty').isatty(fd)
  } catch {
    return false
  }
}

/**
 * Writes to a descriptor and returns when the kernel has all of it. `process.stdout` would queue on pipes and lose what
 * is queued at exit; a pipe that is full for now (EAGAIN) is waited for.
 */
export function outputOn(fd: 1 | 2): Output {
  let isTTY: boolean | undefined
  return {
    get isTTY() {
      return (isTTY ??= isTerminal(fd))
    },
    get columns() {
      return this.isTTY ? (fd === 1 ? process.stdout : process.stderr).columns : undefined
    },
    write(data) {
      writeAll(fd, data)
    },
    within(ms) {
      const deadline = performance.now() + ms
      const write = (data: string | Uint8Array) => {
        const own = withoutBlocking(fd)
        try {
          writeAll(own ?? fd, data, deadline)
        } finally {
          if (own !== undefined) closeSync(own)
        }
      }
      return Object.create(this, { write: { value: write } }) as Output
    },
  }
}

/**
 * A pipe or terminal opened once more, so that writes to this descriptor alone do not wait for a reader (Linux, proc(5)
 * /proc/pid/fd); undefined for files and where the system has no such thing: there a write takes what it takes.
 */
function withoutBlocking(fd: number): number | undefined {
  try {
    const found = fstatSync(fd)
    if (!found.isFIFO() && !found.isCharacterDevice()) return undefined
    return openSync(`/proc/self/fd/${fd}`, constants.O_WRONLY | constants.O_NONBLOCK | constants.O_NOCTTY)
  } catch {
    return undefined
  }
}

function writeAll(fd: number, data: string | Uint8Array, deadline = Number.POSITIVE_INFINITY): void {
  const bytes = typeof data === 'string' ? Buffer.from(data, 'utf8') : data
  for (let at = 0; at < bytes.length; ) {
    if (performance.now() > deadline) throw new ReaderWaits('nobody reads the output')
    at += writeSome(fd, bytes, at)
  }
}

/** The stream for everything that is not the answer. When nobody can read it that is no reason to fail: the exit code still tells. */
export function messagesOn(fd: 2): Output {
  const output = outputOn(fd)
  return {
    get isTTY() {
      return output.isTTY
    },
    get columns() {
      return output.columns
    },
    write(data) {
      try {
        output.write(data)
      } catch (error) {
        if (!(error instanceof ReaderLeft || error instanceof OutputFailed)) throw error
      }
    },
    within() {
      return this
    },
  }
}

function writeSome(fd: number, bytes: Uint8Array, at: number): number {
  try {
    return writeSync(fd, bytes, at)
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code === 'EPIPE') throw new ReaderLeft('the reader of the output has gone', { cause: error })
    if (code !== 'EAGAIN') throw new OutputFailed(`the output could not be written (${code})`, { cause: error })
    pause(1)
    return 0
  }
}

/** Reads from a descriptor, waiting for a pipe that has nothing yet. */
export function inputOn(fd: number): Input {
  return {
    get isTTY() {
      return isTerminal(fd)
    },
    readAll() {
      const parts: Buffer[] = []
      for (let part = readSome(fd, 65_536); part.length > 0; part = readSome(fd, 65_536)) parts.push(part)
      return Buffer.concat(parts)
    },
    *pieces() {
      const buffer = Buffer.alloc(1 << 20)
      for (let size = readInto(fd, buffer); size > 0; size = readInto(fd, buffer)) yield buffer.subarray(0, size)
    },
    readLine() {
      const parts: Buffer[] = []
      for (let part = readSome(fd, 1); ; part = readSome(fd, 1)) {
        if (part.length === 0) return parts.length === 0 ? null : Buffer.concat(parts).toString('utf8')
        if (part[0] === 0x0a) return Buffer.concat(parts).toString('utf8').replace(/\r$/, '')
        parts.push(part)
      }
    },
  }
}

function readSome(fd: number, size: number): Buffer {
  const buffer = Buffer.alloc(size)
  return buffer.subarray(0, readInto(fd, buffer))
}

function readInto(fd: number, buffer: Buffer): number {
  for (;;) {
    try {
      return readSync(fd, buffer)
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code
      if (code === 'EOF') return 0
      if (code !== 'EAGAIN') throw error
      pause(5)
    }
  }
}
