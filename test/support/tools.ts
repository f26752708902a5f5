import { spawnSync } from 'node:child_process'

/** True when one of these programs is not on this machine; tests that need them are then skipped, and counted as such. */
export function lacks(...programs: readonly string[]): boolean {
  return programs.some((program) => spawnSync('sh', ['-c', `command -v ${program}`]).status !== 0)
}
