import { withLine } from '../at-line.ts'
import { Failure } from '../errors.ts'

/** Commands that hints name, and the operation or keys that say the same. */
const commands: readonly (readonly [RegExp, string])[] = [
  [/larry add "(.*?)"/, '{"op":"add","title":"$1"}'],
  [/larry task reopen (\d+)/, '{"op":"reopen","id":$1}'],
  [/larry task comment \d+ (.*)/, '"body":"$1"'],
  [/larry time log .*/, '"time":"1h30m", or "from":"9:00","to":"10:30"'],
]

/** Flags that hints name: switches, which are true as keys, and others. */
const flags = /(?:larry done \d+ )?--(?:(force|cascade|catch-up|allow-overlap)|(notes?))\b/g

/** Words with a key that hints name, `client:work`, `client:"spring sale"`, and the key alone, `every:`. */
const words = /\b(due|wait|project|client|every|after|remind):(?:"([^"]*)"|([^\s",]+))?/g

/** What cannot be done of an operation: with its line, and a hint that says what to write there instead of what to type. */
export function refusedAt(error: unknown, line: number): unknown {
  if (!(error instanceof Failure) || error.hint === undefined || error.line !== undefined) return withLine(error, line)
  return withLine(new Failure(error.kind, error.message, inKeys(error.hint), { cause: error }), line)
}

function inKeys(hint: string): string {
  return commands
    .reduce((text, [command, keys]) => text.replace(command, keys), hint)
    .replace(flags, (_, flag?: string, key?: string) => (flag ? `"${flag.replace('-', '_')}":true` : `"${key}"`))
    .replace(words, (_, key: string, phrase?: string, word?: string) => {
      const value = phrase ?? word
      return value === undefined ? `"${key}"` : `"${key}":"${value}"`
    })
}
