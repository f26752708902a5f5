import type { Draw } from './draw.ts'

/** Names every object has: a lookup that is not careful finds something under them. */
const inherited = '__proto__ constructor toString hasOwnProperty valueOf __defineGetter__ length'.split(' ')

const numbers = [
  ...'0 -0 -1 +1 00 007 1.5 .5 5. 1e3 1e400 -1e400 0x10 0b1 1_000 １２ ١٢٣ ½ ∞ ² -99999999999'.split(' '),
  ...'2147483648 4294967296 9007199254740991 9007199254740993 9223372036854775808 99999999999999999999'.split(' '),
  '1'.repeat(400),
  ' 5',
  '5 ',
  '5\n',
]

const sql = [
  "' ; drop table tasks; --",
  "x' or '1'='1",
  '" desc, (select 1)',
  'title desc',
  'a OR',
  '"a b',
  'a NEAR/3 b',
  '{a b}:c',
  ...'/* --; tasks.id rowid % _ \\ ? :a @b $1 " \' ` AND NEAR( x:y ((( ) a* ^a'.split(' '),
]

const globs = ['> x', '< y', ...'* ** [a-z] [ [] {a,b} ~ $HOME $(id) `id` !! \\* a;b a|b &'.split(' ')]

const patterns = [
  ...'/^(a+)+$/ /(a|aa)+$/ /(.*)*x/ /(a{1,1000}){1,1000}/ /((((((a*)*)*)*)*)*)*b/ /a{99999}/ /[/ /(/ /)/ /\\/'.split(
    ' ',
  ),
  ...'/(?=a)/ /(?<n>a)\\k<n>/ /\\1/ /(?i)A/ /\\p{L}+/ /\\p{Nope}/ /a**/ /+/ /[^\\d\\D]/ /$^/ // /[z-a]/ /(?s).*/'.split(
    ' ',
  ),
  '/.{0,1000}.{0,1000}.{0,1000}x/',
  '/\\x{110000}/',
  '/ /',
]

const unicode = [
  ...'\0|a\0b|\u0007|\u001b[31m|\u001b]52;c;eA==\u0007|\u009b2J|\u007f|\r|\n|\t|\b|\u202eabc|\u2066x\u2069|\u2028'.split(
    '|',
  ),
  ...'\u2029|\u0085|\ufeff|\u200b|\u00a0|\u3000|\u180e|\u00ad|\ud800|\udc00|a\ud83d|\ud83d\ude00|👩‍👩‍👧|🇦🇹|🇦'.split(
    '|',
  ),
  ...'1️⃣|e\u0301|ﬁ|İ|ı|ß|ẞ|Σς|日本語|עברית|العربية|नमस्ते|\uffff|\u{10ffff}|\ufffd'.split('|'),
  `a${'\u0301'.repeat(300)}`,
]

/** Runs of one thing, some far longer than anybody types. */
function run(draw: Draw): string {
  const unit = draw.one('a|(|)|+|-|,|/|1,|a |"|not |( |😀|\u0301|x:|due:|..|=|1-9,'.split('|'))
  return unit.repeat(draw.one([2, 3, 10, 101, 201, 501, 1001, draw.chance(0.2) ? 20_000 : 300]))
}

function noise(draw: Draw): string {
  const top = draw.one([0x7f, 0xff, 0x2fff, 0xffff, 0x10ffff])
  return String.fromCodePoint(...draw.many(1, 12, () => draw.below(top + 1)))
}

/** A word no grammar has: inherited names, numbers at the edges, SQL, globs, patterns, strange letters, long runs, noise. */
export function junkWord(draw: Draw): string {
  const kind = draw.below(8)
  if (kind === 6) return run(draw)
  if (kind === 7) return noise(draw)
  return draw.one([inherited, numbers, sql, globs, patterns, unicode][kind]!)
}
