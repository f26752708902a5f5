/**
 * Characters that could drive a terminal or reorder what it shows: C0, DEL, C1 (ECMA-48), the line separators,
 * and the bidirectional controls (Unicode UAX 9; "Trojan Source", CVE-2021-42574).
 */
const unsafe = /[\0-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g

const short: Record<string, string> = { '\n': '\\n', '\t': '\\t', '\r': '\\r' }

/** As `safe` for text that is JSON: it stays JSON that says the same. */
export function safeJson(json: string): string {
  return json.replace(unsafe, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

/** Text a terminal shows and nothing more: what could act is written out, ESC as `\x1b`. */
export function safe(text: string): string {
  return text.replace(unsafe, (character) => {
    const code = character.charCodeAt(0)
    return (
      short[character] ??
      (code < 0x100 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u${code.toString(16).padStart(4, '0')}`)
    )
  })
}

/** Lines that a format keeps exactly as a terminal may have them; `json` says the same still. */
export function safeLines(text: string, json: boolean): string {
  const escape = json ? safeJson : safe
  return text.replace(/[^\r\n\t]+|\r(?!\n)/g, (part) => escape(part))
}
