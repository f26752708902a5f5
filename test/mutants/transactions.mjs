/** Ways in which what larry does to its file would not be done wholly, once and by one at a time. */
export const transactions = [
  {
    name: 'spec: begin deferred',
    file: 'src/db/dialect.ts',
    find: 'await beginImmediate(this.#handle)',
    replace: "this.#handle.exec('begin')",
    tests: ['test/db/dialect.test.ts'],
  },
  {
    name: 'spec: read outside tx: the next id read before the lock',
    changes: [
      {
        file: 'src/cli/transact.ts',
        find: '  const tx = await journaling(',
        replace: `  ;(globalThis as any).seq = handle.prepare("select seq from sqlite_sequence where name = 'tasks'").all()
  const tx = await journaling(`,
      },
      {
        file: 'src/repositories/task-writes.ts',
        find: "await sql<{ seq: number }>`select seq from sqlite_sequence where name = 'tasks'`.execute(tx)",
        replace: '{ rows: (globalThis as any).seq as { seq: number }[] }',
      },
    ],
    tests: ['test/faults/concurrent.test.ts'],
    only: ['many processes that add at once all succeed and lose nothing'],
  },
  {
    name: 'spec: stock Kysely Migrator: no transaction around a run',
    changes: [
      { file: 'src/db/migrate.ts', find: '      await beginImmediate(handle)\n', replace: '' },
      { file: 'src/db/migrate.ts', find: "      handle.exec('commit')\n", replace: '' },
    ],
    tests: ['test/db/migrator.test.ts'],
  },
  {
    name: 'spec: fs read of -shm',
    file: 'src/db/dialect.ts',
    find: 'await beginImmediate(this.#handle)',
    replace: `await beginImmediate(this.#handle)
    process.getBuiltinModule('node:fs').readFileSync(\`\${this.#handle.name}-shm\`)`,
    tests: ['test/faults/locks.test.ts'],
  },
  {
    name: 'spec: `db` in `trx`',
    file: 'src/cli/transact.ts',
    find: 'await hasChanges(tx, action)',
    replace: 'await hasChanges(kysely as never, action)',
    tests: ['test/cli/add.test.ts'],
  },
  {
    name: 'spec: no rollback guard',
    file: 'src/db/dialect.ts',
    find: "if (this.#handle.inTransaction) this.#connection.run('rollback')",
    replace: "this.#connection.run('rollback')",
    tests: ['test/db/dialect.test.ts'],
  },
  {
    name: 'writers that do not wait',
    file: 'src/db/turn.ts',
    find: 'const patience = 30_000',
    replace: 'const patience = 0',
    tests: ['test/db/dialect.test.ts'],
  },
  {
    name: 'the schema not looked at again under the lock',
    file: 'src/cli/transact.ts',
    find: 'if (start.schemaVersion !== migrations.length)',
    replace: 'if (start.schemaVersion < 0)',
    tests: ['test/faults/meanwhile.test.ts'],
  },
  {
    name: 'a question asked under the lock',
    file: 'src/cli/transact.ts',
    find: '    throw new Unanswered(question)\n',
    replace: '    ask(question, runtime)\n    agreed.add(question)\n',
    tests: ['test/shell/terminal.test.ts'],
    only: ['nothing is locked while a question waits'],
  },
  {
    name: 'a clock set back wedges the migrations',
    file: 'src/db/migrate.ts',
    find: '  if (exists !== undefined)\n    handle.exec(`update',
    replace: '  if (exists === null)\n    handle.exec(`update',
    tests: ['test/db/migrator.test.ts'],
  },
  {
    name: 'commits that do not wait for the disk',
    file: 'src/cli/execute.ts',
    find: "    if (settings.config.durability === 'full') makeDurable(store.handle)\n",
    replace: '',
    tests: ['test/faults/power-cut.test.ts'],
    only: ['single adds that ended are there, while another program has the file open'],
    rounds: 60,
  },
  {
    name: 'durability full only told',
    file: 'src/db/pragmas.ts',
    find: "apply(handle, [['synchronous', 'FULL', 2]])",
    replace: 'apply(handle, [])',
    tests: ['test/db/open.test.ts'],
  },
  {
    name: 'durability normal by default',
    file: 'src/domain/config.ts',
    find: "usual: 'full',",
    replace: "usual: 'normal',",
    tests: ['test/db/check.test.ts'],
  },
  {
    name: 'foreign keys off while writing',
    file: 'src/db/pragmas.ts',
    find: "['foreign_keys', 'ON', 1]",
    replace: "['foreign_keys', 'OFF', 0]",
    tests: ['test/cli/structure.test.ts'],
  },
  {
    name: 'a first run empties what another just made',
    file: 'src/db/location.ts',
    find: "openSync(file, 'wx', 0o600)",
    replace: "openSync(file, 'w', 0o600)",
    tests: ['test/db/location.test.ts'],
  },
]
