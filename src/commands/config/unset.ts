import type { BareContext } from '../../cli/context.ts'
import { configKeys, usualConfig } from '../../domain/config.ts'
import { rowsOf } from '../../output/answers.ts'
import { reply } from '../../output/view.ts'
import { changeFile } from './file.ts'
import { configSetting, requireConfigKey, settingView, wordsOf } from './settings.ts'

export const answers = rowsOf(settingView)

/** Takes a key out of the config, be it one larry does not know; answers what holds then. */
export async function run(context: BareContext, [name = '']: readonly string[]) {
  const { changed, file, warnings } = changeFile(context, name, undefined)
  const key = configKeys.find((one) => one === name)
  if (key === undefined) {
    if (!changed) requireConfigKey(name)
    return reply(settingView, [], { sentences: [`Took ${name} out of ${file}`], warnings })
  }
  const setting = configSetting(context, { config: usualConfig, lineOf: () => undefined }, key)
  const said = changed ? `Unset ${key} in ${file}: it is ${wordsOf(setting)}` : `Nothing changed: ${key} was not set`
  return reply(settingView, changed ? [setting] : [], { sentences: [said], warnings })
}
