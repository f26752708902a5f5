import { type OpenOptions, openToWrite, type Store } from '../db/open.ts'
import type { Runtime } from './runtime.ts'
import type { Settings } from './settings.ts'
import type { Timing } from './timing.ts'

/** How this run opens its file. */
export function openingOf(settings: Settings, timing: Timing, runtime: Runtime): OpenOptions {
  return {
    file: settings.file,
    makeFolder: settings.makeFolder,
    observer: timing.profile.observer,
    maker: runtime.processes,
    beforeUpgrade: async (file) => {
      const { beforeUpgrade } = await import('./upgrade.ts')
      await beforeUpgrade(file, settings, runtime)
    },
  }
}

/** Opens the file to change it, or for a dry run a copy. */
export async function openToChange(options: OpenOptions, { dryRun }: Settings): Promise<Store> {
  if (!dryRun) return openToWrite(options)
  const { openToRehearse } = await import('../db/rehearsal.ts')
  return openToRehearse(options)
}
