/** A stream larry writes to. `write` returns when the text is with the operating system; a reader that left is quiet. */
export interface Output {
  write(data: string | Uint8Array): void
  /** True on a terminal. */
  readonly isTTY: boolean
  /** Cells across, on a terminal that tells. */
  readonly columns: number | undefined
  /** The same stream, whose writes fail once they have taken so many milliseconds in all. */
  within(ms: number): Output
}

/** Thrown by a write when the reader of the output has gone (`| head -1`): no failure, the run ends quietly. */
export class ReaderLeft extends Error {}

/** Thrown by a write the system refused: a full disk, a closed stream. */
export class OutputFailed extends Error {}

/** Thrown by a write `within` a time that has run out: the reader is there and takes nothing. */
export class ReaderWaits extends Error {}

/** Thrown in place of an answer by a program that was ended because a signal is to end larry. */
export class Interrupted extends Error {
  /** The exit code for the signal, as a shell gives it. */
  readonly exitCode: number

  constructor(exitCode: number) {
    super(`interrupted (${exitCode})`)
    this.exitCode = exitCode
  }
}

/** The stream larry reads from, when a `-` or a question asks for it. */
export interface Input {
  readonly isTTY: boolean
  /** All there is, to its end. */
  readAll(): Uint8Array
  /** All there is, piece by piece; a piece is good until the next is asked for. */
  pieces(): Iterable<Uint8Array>
  /** One line without its end, or null at the end of input. */
  readLine(): string | null
}

/** How another program is run. */
export interface Running {
  readonly input?: string
  /** Added to the environment. */
  readonly env?: Readonly<Record<string, string>>
  /** Milliseconds after which it is ended. */
  readonly limit: number
  /** What becomes of what it writes: said on stderr, answered, or given on: stdout to stdout, and what it says on stderr answered. */
  readonly output: 'told' | 'wanted' | 'passed'
}

/** How a program ended: its exit code, 127 when there is none of the name, and what it wrote, if that was wanted. */
export interface Ran {
  readonly code: number
  readonly output: string
}

/** Everything the program takes from outside, made once in `bin/`. */
export interface Runtime {
  readonly stdin: Input
  readonly stdout: Output
  readonly stderr: Output
  readonly env: Readonly<Record<string, string | undefined>>
  /** Absolute path of the working folder. */
  readonly cwd: string
  /** The user's home folder, or empty when there is none. */
  readonly home: string
  readonly now: () => Date
  /** Gives the terminal to another program, a shell command with the file as its last argument; answers its exit code. */
  readonly launch: (command: string, file: string) => number
  /** A clock that never goes back, in milliseconds; where it starts means nothing. */
  readonly elapsed: () => number
  /** Runs a program with this on its standard input; what it writes goes to stderr unless it is wanted. */
  readonly run: (program: string, args: readonly string[], how: Running) => Promise<Ran>
  /** Node and the script that is larry, by which it can be started again. */
  readonly self: readonly [node: string, script: string]
  /** Which process this is, and which still run. */
  readonly processes: { readonly pid: number; isAlive(pid: number): boolean }
}
