import { shortened } from '../../domain/quoted.ts'
import { refusedAt } from '../refused-at.ts'
import { lineEnds } from '../text.ts'
import { endOfString } from './strict.ts'

/** Refuses what JSON.parse would alter or drop in a text it can read: keys given twice or called `__proto__`, half characters, NUL, numbers beyond a double. */
export function refuseOddities(text: string, line: number): void {
  const tokens = /"|[{}[\],]|-?\d[\d.eE+-]*/g
  const objects: (Set<string> | undefined)[] = []
  let isKey = false
  const refuse = (at: number, reason: string) => refusedAt(line + lineEnds(text.slice(0, at)), reason)
  for (let found = tokens.exec(text); found !== null; found = tokens.exec(text)) {
    const [token] = found
    if (token === '{') objects.push(new Set())
    else if (token === '[') objects.push(undefined)
    else if (token === '}' || token === ']') objects.pop()
    else if (token === '"') {
      tokens.lastIndex = endOfString(text, found.index) + 1
      const string = JSON.parse(text.slice(found.index, tokens.lastIndex)) as string
      if (!string.isWellFormed()) throw refuse(found.index, 'holds half a character (a lone surrogate)')
      if (string.includes('\0')) throw refuse(found.index, 'holds a NUL character')
      const keys = isKey ? objects.at(-1) : undefined
      if (keys?.has(string) === true) throw refuse(found.index, `the key "${string}" is given twice`)
      if (keys !== undefined && string === '__proto__') throw refuse(found.index, 'has a key "__proto__"')
      keys?.add(string)
    } else if (token !== ',' && !isExact(token))
      throw refuse(found.index, `the number ${shortened(token)} cannot be kept exactly`)
    isKey = token === '{' || (token === ',' && objects.at(-1) !== undefined)
  }
}

/** Whether a number comes out as it was written; of a fraction no more is asked than that it is finite. */
function isExact(token: string): boolean {
  const value = Number(token)
  if (!Number.isFinite(value)) return false
  return !/^-?\d+$/.test(token) || String(value) === token || BigInt(token) === BigInt(value)
}
