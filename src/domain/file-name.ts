/** The most bytes of a name on the file systems in use (NAME_MAX, limits.h). */
const longest = 255

/** What drives a terminal, reorders what it shows (as in output/safe.ts) or separates folders on any system. */
const unfit = /[\0-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\\\p{Cs}]/gu

/**
 * A name under which a file can lie in any folder and do nothing there: the last part of a path, in NFC, control
 * characters and backslashes made `_`; no leading `.` (`.bashrc` would be run) or `-` (`-rf` would be read as a flag);
 * at most 255 bytes, the ending kept. Of nothing it makes `file`.
 */
export function safeFileName(path: string): string {
  const base = path.replace(/\/+$/, '').split('/').at(-1)!
  const name = base.normalize('NFC').replaceAll(unfit, '_').trim()
  if (/^\.*$/.test(name)) return 'file'
  return shorten(name.replace(/^[.-]/, '_'))
}

function shorten(name: string): string {
  if (bytesOf(name) <= longest) return name
  const dot = name.lastIndexOf('.')
  const ending = dot > 0 && bytesOf(name.slice(dot)) <= 32 ? name.slice(dot) : ''
  let kept = ''
  let room = longest - bytesOf(ending)
  for (const character of name.slice(0, name.length - ending.length)) {
    room -= bytesOf(character)
    if (room < 0) break
    kept += character
  }
  return kept.trimEnd() + ending
}

function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length
}
