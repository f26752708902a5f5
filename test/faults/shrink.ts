import type { Line } from './lines.ts'

/** The smallest line found that still fails: words dropped and halved, and what comes with the line left out. */
export async function shrink(line: Line, fails: (line: Line) => Promise<boolean>): Promise<Line> {
  let best = line
  let tries = 150
  const keepIf = async (smaller: Line) => {
    if (tries-- <= 0 || !(await fails(smaller))) return false
    best = smaller
    return true
  }
  const { answers: _, columns: __, ...bare } = line
  await keepIf({ argv: bare.argv, stdin: '', env: {} })
  if (best === line) {
    await keepIf(bare)
    await keepIf({ ...best, stdin: '' })
    await keepIf({ ...best, env: {} })
  }
  for (let at = 0; at < best.argv.length; ) if (!(await keepIf({ ...best, argv: best.argv.toSpliced(at, 1) }))) at++
  for (let at = 0; at < best.argv.length; ) {
    const word = best.argv[at]!
    const half = Math.ceil(word.length / 2)
    const shorter = [word.slice(0, half), word.slice(half)].filter((part) => part !== '' && part !== word)
    let kept = false
    for (const part of shorter) kept ||= await keepIf({ ...best, argv: best.argv.with(at, part) })
    if (!kept) at++
  }
  return best
}
