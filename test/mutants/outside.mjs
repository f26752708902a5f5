/** Ways in which larry would mistreat its input, its output or whoever runs it. */
export const outside = [
  {
    name: 'spec: console.log to full disk',
    file: 'bin/streams.ts',
    find: 'for (let at = 0; at < bytes.length; ) at += writeSome(fd, bytes, at)',
    replace: "console[fd === 1 ? 'log' : 'error'](Buffer.from(bytes).toString().replace(/\\n$/, ''))",
    tests: ['test/shell/pipes.test.ts'],
    only: ['output that cannot be written is one line and exit 1'],
  },
  {
    name: 'spec: process.exit after output',
    changes: [
      {
        file: 'bin/streams.ts',
        find: 'for (let at = 0; at < bytes.length; ) at += writeSome(fd, bytes, at)',
        replace: 'process[fd === 1 ? "stdout" : "stderr"].write(bytes)',
      },
      { file: 'bin/larry.ts', find: 'process.exitCode = code', replace: 'process.exit(code)' },
    ],
    tests: ['test/shell/pipes.test.ts'],
    only: ['more than 5 MiB arrive whole in a file, a pipe and at a slow reader'],
  },
  {
    name: 'spec: SIGINT handler without yield',
    file: 'bin/program.ts',
    find: '  return main(',
    replace: "  process.on('SIGINT', () => process.exit(130))\n  return main(",
    tests: ['test/shell/signals.test.ts'],
    only: ['SIGINT in the middle of a large add'],
  },
  {
    name: 'spec: `new Date(user input)`',
    file: 'src/domain/when/read.ts',
    find: '  return undefined\n}\n\n/** As `readWhen`',
    replace: `  const date = new Date(text)
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString().slice(0, 10)
}

/** As \`readWhen\``,
    tests: ['test/domain/when-read.test.ts'],
  },
  {
    name: 'spec: characters counted for octets: output cut short',
    file: 'bin/streams.ts',
    find: 'at < bytes.length; ) at +=',
    replace: 'at < data.length; ) at +=',
    tests: ['test/faults/streams.test.ts'],
    only: ['a pipe that takes little at a time'],
  },
  {
    name: 'spec: JS RegExp from user',
    file: 'src/db/functions.ts',
    find: `    const compiled = RE2JS.compile(pattern, RE2JS.CASE_INSENSITIVE)
    matchers.set(pattern, (text) => compiled.matcher(text).find())`,
    replace: `    const compiled = new RegExp(pattern, 'i')
    matchers.set(pattern, (text) => compiled.test(text))`,
    tests: ['test/faults/patterns.test.ts'],
  },
  {
    name: 'spec: stripVTControlCharacters as the only sanitiser',
    file: 'src/output/safe.ts',
    find: 'export function safe(text: string): string {\n',
    replace: `export function safe(text: string): string {
  if (unsafe !== undefined) return process.getBuiltinModule('node:util').stripVTControlCharacters(text)\n`,
    tests: ['test/output/hostile.test.ts'],
  },
  {
    name: 'no terminal is a yes: remove',
    file: 'src/cli/transact.ts',
    find: '    if (!settings.yes && !settings.dryRun && !canAsk(settings, runtime)) throw needsYes(question)\n',
    replace: '',
    tests: ['test/cli/where.test.ts'],
  },
  {
    name: 'no terminal is a yes: restore',
    file: 'src/cli/beforehand.ts',
    find: 'if (!canAsk(settings, runtime)) throw needsYes(question)',
    replace: 'if (!canAsk(settings, runtime)) return',
    tests: ['test/db/restore.test.ts'],
  },
  {
    name: 'a full pipe is a failure',
    file: 'bin/streams.ts',
    find: "    if (code !== 'EAGAIN') throw new OutputFailed(",
    replace: '    throw new OutputFailed(',
    tests: ['test/shell/pipes.test.ts'],
    only: ['a pipe that others have made non-blocking'],
  },
  {
    name: 'code cache believed without comparing its halves',
    file: 'bin/code-cache.ts',
    find: 'both.subarray(0, half).equals(both.subarray(half))',
    replace: 'both.length % 2 === 0',
    tests: ['test/shell/code-cache.test.ts'],
  },
  {
    name: 'a reader that leaves is a failure',
    file: 'src/cli/main.ts',
    find: '    if (error instanceof ReaderLeft) return 0\n',
    replace: '',
    tests: ['test/shell/pipes.test.ts'],
    only: ['a reader that leaves early'],
  },
  {
    name: 'code cache of a folder others can write',
    file: 'bin/code-cache.ts',
    find: 'found.uid === process.getuid?.() && (found.mode & 0o022) === 0 &&',
    replace: 'found.uid >= 0 &&',
    tests: ['test/shell/code-cache.test.ts'],
  },
  {
    name: 'messages nobody can read are a failure',
    file: 'bin/streams.ts',
    find: '        if (!(error instanceof ReaderLeft || error instanceof OutputFailed)) throw error\n',
    replace: '        throw error\n',
    tests: ['test/shell/pipes.test.ts'],
    only: ['messages nobody can read'],
  },
  {
    name: 'a change said to be lost that is saved',
    file: 'src/cli/answer.ts',
    find: 'if (!(error instanceof OutputFailed) || !isChange) throw error',
    replace: 'if (error instanceof Error || !isChange) throw error',
    tests: ['test/faults/streams.test.ts'],
    only: ['a change whose answer cannot be written'],
  },
]
