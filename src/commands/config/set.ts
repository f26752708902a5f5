import type { BareContext } from '../../cli/context.ts'
import { readSetting, usualConfig } from '../../domain/config.ts'
import { typedValue } from '../../interchange/config-text.ts'
import { rowsOf } from '../../output/answers.ts'
import { reply } from '../../output/view.ts'
import { changeFile } from './file.ts'
import { configSetting, requireConfigKey, settingView } from './settings.ts'

export const answers = rowsOf(settingView)

/** Sets a key of the config to a value, typed as TOML or as plain text; says so when something goes before it. */
export async function run(context: BareContext, [name = '', typed = '']: readonly string[]) {
  const key = requireConfigKey(name)
  const value = typedValue(key, typed)
  const { changed, line, file, warnings } = changeFile(context, key, value)
  const config = { ...usualConfig, [key]: readSetting(key, value) }
  const setting = configSetting(context, { config, lineOf: () => line }, key)
  const sentences = [
    changed ? `Set ${key} to ${value} in ${file}` : `Nothing changed: ${key} is ${value} already`,
    ...(setting.origin === 'config' ? [] : [`${setting.source} goes before it: here ${key} is ${setting.value}`]),
  ]
  return reply(settingView, changed ? [setting] : [], { sentences, warnings })
}
