import { join } from 'node:path'
import { snapshot } from './copy.ts'
import { checkName, isNewFile } from './location.ts'
import { type OpenOptions, openToWrite, type Store } from './open.ts'
import { looking } from './peek.ts'
import { privateFolder } from './private-folder.ts'

/**
 * Opens a database for a dry run, which is rolled back. A file that would have to be created or migrated first is
 * rehearsed on a copy that is removed, so that the file itself is neither.
 */
export async function openToRehearse(options: OpenOptions): Promise<Store> {
  const { file } = options
  checkName(file)
  const isNew = isNewFile(file)
  if (!isNew && looking(file, (_, identity) => identity === 'current')) return openToWrite(options)
  const { path, remove } = privateFolder(options.maker)
  try {
    const copy = join(path, 'larry.db')
    if (!isNew) snapshot(file, copy)
    const store = await openToWrite({ ...options, file: copy, beforeUpgrade: async () => {} })
    return {
      ...store,
      close: () => {
        store.close()
        remove()
      },
    }
  } catch (error) {
    remove()
    throw error
  }
}
