import type { BareContext } from '../../cli/context.ts'
import { configKeys } from '../../domain/config.ts'
import { rowsOf } from '../../output/answers.ts'
import { reply } from '../../output/view.ts'
import { readConfig } from './file.ts'
import { configSetting, otherSettings, type Setting, settingView } from './settings.ts'

const originView = { ...settingView, columns: ['key', 'value', 'origin', 'source'] as (keyof Setting)[] }

export const answers = rowsOf(settingView)

/** Lists every key of the config with what holds; with --origin who says it, and what flags and variables set too. A broken file is warned of. */
export async function run(context: BareContext, _: readonly string[], { origin }: { readonly origin?: true }) {
  const { warnings, ...said } = readConfig(context)
  const keys = configKeys.map((key) => configSetting(context, said, key))
  if (origin !== true) return reply(settingView, keys, { warnings })
  return reply(originView, [...keys, ...otherSettings(context)], { warnings })
}
