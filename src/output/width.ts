/** Measures text in the cells of a terminal, and cuts it without splitting a character a person sees. */
export interface Measure {
  width(text: string): number
  /** At most `cells` wide, `…` marking the cut. */
  cut(text: string, cells: number): string
}

const ascii: Measure = {
  width: (text) => text.length,
  cut: (text, cells) => (text.length <= cells ? text : cells < 1 ? '' : `${text.slice(0, cells - 1)}…`),
}

const beyondAscii = /[^\x20-\x7e]/

/** The measure these texts need: for ASCII a length, otherwise East Asian widths (UAX 11) by grapheme (UAX 29), loaded only then. */
export async function measureFor(texts: Iterable<string>): Promise<Measure> {
  let needed = false
  for (const text of texts) needed ||= beyondAscii.test(text)
  return needed ? unicodeMeasure() : ascii
}

async function unicodeMeasure(): Promise<Measure> {
  const { default: stringWidth } = await import('string-width')
  const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })
  const width = (text: string) => (beyondAscii.test(text) ? stringWidth(text) : text.length)
  return {
    width,
    cut: (text, cells) => {
      if (width(text) <= cells) return text
      let kept = ''
      let used = 0
      for (const { segment } of graphemes.segment(text)) {
        used += width(segment)
        if (used > cells - 1) break
        kept += segment
      }
      return cells < 1 ? '' : `${kept}…`
    },
  }
}
