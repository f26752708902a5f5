/** SQLite's backup API, which better-sqlite3's db.backup wraps: some pages at a time, and again from the first when somebody wrote. */
const pagewise = `const native = (handle as any)[Object.getOwnPropertySymbols(handle)[0]!].backup(handle, 'main', target, false)
    const sleeper = new Int32Array(new SharedArrayBuffer(4))
    while (native.transfer(100).remainingPages > 0) Atomics.wait(sleeper, 0, 0, 2)
    native.close()`

const replacing = {
  file: 'src/commands/db/restore.ts',
  find: `    return replaceRows(store.handle, prepared, () =>
      keep ? backupInto(settings.file, backupFolder(settings.paths.state), copies).file : null,
    )`,
}

const renamed = `    const kept = keep ? backupInto(settings.file, backupFolder(settings.paths.state), copies).file : null
    const { copyFileSync, renameSync, rmSync } = process.getBuiltinModule('node:fs')
    copyFileSync(prepared.copy, \`\${settings.file}.new\`)
    renameSync(\`\${settings.file}.new\`, settings.file)`

/** Ways in which a backup or a restore would lose something. */
export const copies = [
  {
    name: 'spec: db.backup',
    file: 'src/db/copy.ts',
    find: "handle.prepare('vacuum into ?').run(target)",
    replace: pagewise,
    tests: ['test/faults/large-backup.test.ts'],
  },
  {
    name: 'spec: rename-restore',
    ...replacing,
    replace: `${renamed}\n    return kept`,
    tests: ['test/db/restore.test.ts'],
    only: ['a writer that has the file open keeps on working after a restore'],
  },
  {
    name: 'spec: unlink -wal',
    ...replacing,
    replace: `${renamed}
    for (const end of ['-wal', '-shm']) rmSync(\`\${settings.file}\${end}\`, { force: true })
    return kept`,
    tests: ['test/db/restore.test.ts'],
    only: ['a writer that has the file open keeps on working after a restore'],
  },
  {
    name: 'the safety copy of a restore made before the lock',
    file: 'src/db/restore.ts',
    find: "    handle.exec('begin immediate')\n    const kept = keep()\n",
    replace: "    const kept = keep()\n    handle.exec('begin immediate')\n",
    tests: ['test/faults/copies.test.ts'],
    only: ['a restore under running writers costs them a '],
    rounds: 200,
  },
  {
    name: 'rotation by the clock alone',
    changes: [
      { file: 'src/db/backup-folder.ts', find: 'backup.sound && backup.file !== newest', replace: 'backup.sound' },
      { file: 'src/db/backup-folder.ts', find: 'others.slice(Math.max(keep - 1, 0))', replace: 'others.slice(keep)' },
    ],
    tests: ['test/faults/clock.test.ts'],
    only: ['rotation keeps the backup just made'],
  },
  {
    name: 'damaged backups counted as sound',
    file: 'src/db/backup-folder.ts',
    find: 'return sha256 === hashFile(file)',
    replace: 'return true',
    tests: ['test/db/backup.test.ts'],
  },
  {
    name: 'copies not examined',
    file: 'src/db/backup.ts',
    find: 'const contents = verifyCopy(unfinished, source)',
    replace: "const contents = { schema_version: 2, rows: { actions: 0, tasks: 2 } as Contents['rows'] }",
    tests: ['test/db/backup.test.ts'],
    only: ['a database that is damaged or missing gives no backup'],
  },
  {
    name: 'copies of the living swept',
    file: 'src/db/copy.ts',
    find: '(Number(pid) === maker.pid || !maker.isAlive(Number(pid)))',
    replace: 'Number(pid) > 0',
    tests: ['test/db/backup.test.ts'],
  },
  {
    name: 'no fsync before a backup has its name',
    file: 'src/db/publish.ts',
    find: '    fsyncSync(fd)\n',
    replace: '',
    tests: ['test/faults/power-cut.test.ts'],
    only: ['a backup that was reported is there and sound'],
    rounds: 60,
  },
  {
    name: 'the name of a backup not made durable',
    file: 'src/db/publish.ts',
    find: '    claim(finished, target)\n  }\n  sync(dirname(target))\n',
    replace: '    claim(finished, target)\n  }\n',
    tests: ['test/faults/power-cut.test.ts'],
    only: ['a backup that was reported is there and sound'],
    rounds: 400,
  },
  {
    name: 'backups put beside the log of another file',
    file: 'src/db/publish.ts',
    find: 'if (found !== undefined && found.size > 0)',
    replace: 'if (found !== undefined && found.size < 0)',
    tests: ['test/db/refused-targets.test.ts'],
  },
  {
    name: 'no copy before an upgrade',
    file: 'src/db/migrate.ts',
    find: '      if (before > 0) this.#keep()\n',
    replace: '',
    tests: ['test/db/migrate-command.test.ts', 'test/cli/db.test.ts'],
  },
  {
    name: 'altered backups restored',
    file: 'src/db/verify.ts',
    find: 'if (sha256 !== null && sha256 !== hashFile(file))',
    replace: "if (sha256 === '')",
    tests: ['test/faults/restored.test.ts'],
  },
  {
    name: 'ids given out again after a restore',
    file: 'src/db/restore.ts',
    find: 'set seq = max(seq,',
    replace: 'set seq = min(seq,',
    tests: ['test/db/restore.test.ts'],
  },
  {
    name: "a backup's triggers run",
    file: 'src/db/restore.ts',
    find: '      dropPrograms(store.handle)\n',
    replace: '',
    tests: ['test/db/restore.test.ts'],
  },
]
