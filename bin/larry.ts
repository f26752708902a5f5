#!/usr/bin/env node
import { writeSync } from 'node:fs'
import packageJson from '../package.json' with { type: 'json' }
import { loadProgram } from './code-cache.ts'
import type { run } from './program.ts'

/** What `dist/program-<hash>.js` evaluates to: given a `require` and its folder, the module `bin/program.ts`. */
type Program = (require: NodeJS.Require, folder: string) => { readonly run: typeof run }

const [word, more] = process.argv.slice(2)
if ((word !== '--version' && word !== '-V') || more !== undefined || !tellVersion()) start()

/** Tells the version without loading the program, which sees to it where the output cannot be written. */
function tellVersion(): boolean {
  try {
    writeSync(1, `larry ${packageJson.version}\n`)
    return true
  } catch {
    return false
  }
}

function start(): void {
  const { program, keepCompiled } = loadProgram<Program>()
  // Until the program has answered, an event loop that runs dry is a failure.
  process.exitCode = 1
  void program(require, __dirname)
    .run()
    .then((code) => {
      process.exitCode = code
      if (code === 0) keepCompiled()
    })
}
