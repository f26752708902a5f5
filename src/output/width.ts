/** Measures text in the cells of a terminal, and cuts it without splitting a character a person sees. */
export interface Measure {
  readonly width: (text: string) => number
  /** The longest beginning of at most `cells` cells. */
  readonly head: (text: string, cells: number) => string
}

const ascii: Measure = {
  width: (text) => text.length,
  head: (text, cells) => text.slice(0, Math.max(cells, 0)),
}

const beyondAscii = /[^\x20-\x7e]/

/** The measure these texts need: for ASCII a length, otherwise East Asian widths (UAX 11) by grapheme (UAX 29), loaded only then. */
export async function measureFor(texts: Iterable<string>): Promise<Measure> {
  for (const text of texts) if (beyondAscii.test(text)) return unicodeMeasure()
  return ascii
}

async function unicodeMeasure(): Promise<Measure> {
  const { default: stringWidth } = await import('string-width')
  const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })
  const width = (text: string) => (beyondAscii.test(text) ? stringWidth(text) : text.length)
  return {
    width,
    head: (text, cells) => {
      if (width(text) <= cells) return text
      let end = 0
      let used = 0
      for (const { segment, index } of graphemes.segment(text)) {
        used += width(segment)
        if (used > cells) break
        end = index + segment.length
      }
      return text.slice(0, end)
    },
  }
}

/** Text of at most `cells` cells, `…` marking a cut. */
export function cut(text: string, cells: number, { width, head }: Measure): string {
  if (width(text) <= cells) return text
  return cells < 1 ? '' : `${head(text, cells - 1)}…`
}
