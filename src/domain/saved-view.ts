import { Failure } from './errors.ts'
import { checkText, isBlank } from './title.ts'

/** What a view keeps of a list: the words of its filter, its sort and its columns, each as one text, empty for none. */
export interface SavedView {
  readonly name: string
  readonly filter: string
  /** Fields as `--sort` takes them, separated by commas. */
  readonly sort: string
  readonly columns: string
}

/** The fields of a sort or of columns. */
export function partsOf(text = ''): string[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

/** Reads the name of a view, the space around it taken off; control characters are refused. */
export function readViewName(text: string): string {
  const name = text.trim()
  checkText('the name', name)
  if (isBlank(name) || name.length > 200 || /\p{Cc}/u.test(name))
    throw new Failure('usage', `"${text}" cannot name a view`, 'such as larry view save work project:work/')
  return name
}
