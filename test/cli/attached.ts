import { createHash } from 'node:crypto'
import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Bench, bench } from '../support/larry.ts'
import { seed } from './seed.ts'

/** An attached file as `attachment list --json` tells it. */
interface Attached {
  readonly id: number
  readonly uid: string
  readonly task_id: number
  readonly name: string
  readonly size: number
  readonly media_type: string | null
  readonly description: string | null
  readonly sha256: string
  readonly created_at: string
  readonly updated_at: string
}

export interface Desk extends Bench {
  /** Writes a file into the working folder. */
  readonly put: (name: string, content: string | Uint8Array) => string
  readonly attached: () => Promise<Attached[]>
  /** The stored files, by hash, and whatever else lies in the store. */
  readonly stored: () => string[]
  readonly store: string
}

/** Two tasks, and files `a.txt` and `b.pdf` to attach. */
export async function desk(): Promise<Desk> {
  const b = bench()
  await seed(b, 'Pay rent', 'Call Bob')
  const put = (name: string, content: string | Uint8Array) => {
    const file = join(b.folder, name)
    writeFileSync(file, content)
    return file
  }
  put('a.txt', 'hello\n')
  put('b.pdf', '%PDF-1.7\n')
  const store = `${b.file}.attachments`
  return {
    ...b,
    put,
    store,
    attached: () => b.json('attachment', 'list'),
    stored: () =>
      existsSync(store)
        ? readdirSync(store)
            .sort()
            .flatMap((name) => (name.length === 2 ? readdirSync(join(store, name)) : [name]))
        : [],
  }
}

/** As `desk`, a.txt attached to task 1 and b.pdf to task 2. */
export async function furnishedDesk(): Promise<Desk> {
  const d = await desk()
  await d.json('task', 'attach', '1', 'a.txt')
  await d.json('task', 'attach', '2', 'b.pdf', '--describe', 'signed by both')
  return d
}

export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}

/** Where a store keeps a content. */
export function placeOf(store: string, content: string | Uint8Array): string {
  const hash = sha256(content)
  return join(store, hash.slice(0, 2), hash)
}
