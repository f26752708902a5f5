import type { BareContext } from '../../cli/context.ts'
import { configKeys, requireName } from '../../domain/config.ts'
import { oneOf } from '../../output/answers.ts'
import { reply } from '../../output/view.ts'
import { readConfig } from './file.ts'
import { allKeys, configSetting, otherSettings, type Setting, settingView } from './settings.ts'

const valueView = { ...settingView, columns: ['value'] as (keyof Setting)[] }

export const answers = oneOf(settingView)

/** Answers one setting; in a pipe or a table its bare value. */
export async function run(context: BareContext, [name = '']: readonly string[]) {
  requireName(name, allKeys)
  const key = configKeys.find((one) => one === name)
  const { warnings, ...said } = readConfig(context)
  const setting =
    key === undefined ? otherSettings(context).find((other) => other.key === name)! : configSetting(context, said, key)
  return reply(valueView, [setting], { one: true, sentences: [String(setting.value)], warnings })
}
