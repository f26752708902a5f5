import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import type { DiskCall } from './recording.ts'
import { applied, type Chance, type Change, keeper, surviving } from './torn.ts'

/** A file's bytes that are surely on disk, and what was done to it since its last fsync. */
interface Inode {
  durable: Buffer
  changes: Change[]
  length: number
}

/** A name that came to stand for a file, or for none. */
interface Naming {
  readonly when: number
  readonly names: readonly (readonly [path: string, inode: Inode | undefined])[]
}

/** A folder as a disk holds it: what was synced, and what may or may not have got there yet. */
export interface Disk {
  readonly root: string
  /** Files by their names: those that are surely on disk, and those that programs see. */
  readonly durable: Map<string, Inode>
  readonly seen: Map<string, Inode>
  namings: Naming[]
  /** How many calls it has taken. */
  clock: number
}

/** A disk on which all that is in the folder now is safely there. */
export function diskOf(root: string): Disk {
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map((name) => join(root, name))
    .filter((path) => statSync(path).isFile() && !path.endsWith('-shm'))
  const inodes = files.map((path): [string, Inode] => {
    const durable = readFileSync(path)
    return [path, { durable, changes: [], length: durable.length }]
  })
  return { root, durable: new Map(inodes), seen: new Map(inodes), namings: [], clock: 0 }
}

/** The next thing the programs did. */
export function take(disk: Disk, call: DiskCall): void {
  disk.clock += 1
  if (call.kind === 'mark') return
  const { path } = call
  const inode = disk.seen.get(path)
  switch (call.kind) {
    case 'create':
      if (inode === undefined) setName(disk, [path, { durable: Buffer.alloc(0), changes: [], length: 0 }])
      return
    case 'remove':
      return setName(disk, [path, undefined])
    case 'link':
      return setName(disk, [call.to, inode])
    case 'move':
      return setName(disk, [path, undefined], [call.to, inode])
    case 'sync':
      return inode === undefined ? syncFolder(disk, path, call.began) : syncFile(inode, call.began)
    case 'write':
    case 'cut':
      if (inode !== undefined) change(inode, disk.clock, call)
  }
}

function setName(disk: Disk, ...names: Naming['names']): void {
  disk.namings.push({ when: disk.clock, names })
  for (const [path, inode] of names) put(disk.seen, path, inode)
}

function change(inode: Inode, when: number, call: Extract<DiskCall, { kind: 'write' | 'cut' }>): void {
  const data = call.kind === 'write' ? call.data : undefined
  const at = call.kind === 'write' ? (call.at ?? inode.length) : call.length
  inode.changes.push({ when, at, data })
  inode.length = data === undefined ? at : Math.max(inode.length, at + data.length)
}

/** Of a file what had ended when the fsync began is safe. */
function syncFile(inode: Inode, began: number): void {
  const safe = inode.changes.filter(({ when }) => when <= began)
  inode.durable = applied(inode.durable, safe)
  inode.changes = inode.changes.slice(safe.length)
}

/** Of a folder the names are. */
function syncFolder(disk: Disk, path: string, began: number): void {
  const safe = ({ when, names }: Naming) => when <= began && dirname(names[0]![0]) === path
  for (const naming of disk.namings.filter(safe))
    for (const [file, inode] of naming.names) put(disk.durable, file, inode)
  disk.namings = disk.namings.filter((naming) => !safe(naming))
}

/** Writes out the folder as programs see it while the power is on. */
export function asSeen(disk: Disk, target: string): void {
  writeOut(disk, target, disk.seen, ({ durable, changes }) => applied(durable, changes))
}

/** Writes out the folder as it could be after a power cut now. */
export function afterCut(disk: Disk, target: string, chance: Chance): void {
  const names = new Map(disk.durable)
  const keep = keeper(chance, disk.namings.length)
  for (const [i, naming] of disk.namings.entries())
    if (keep(i)) for (const [path, inode] of naming.names) put(names, path, inode)
  const torn = new Map<Inode, Buffer>()
  for (const inode of names.values())
    if (!torn.has(inode)) torn.set(inode, applied(inode.durable, surviving(inode.changes, chance)))
  writeOut(disk, target, names, (inode) => torn.get(inode)!)
}

function writeOut({ root }: Disk, target: string, names: Disk['seen'], bytesOf: (inode: Inode) => Buffer): void {
  rmSync(target, { recursive: true, force: true })
  mkdirSync(target)
  for (const [path, inode] of names) {
    const file = join(target, relative(root, path))
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, bytesOf(inode))
  }
}

function put(names: Map<string, Inode>, path: string, inode: Inode | undefined): void {
  if (inode === undefined) names.delete(path)
  else names.set(path, inode)
}
