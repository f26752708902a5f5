import { Failure } from './errors.ts'
import { checkText } from './title.ts'

/** The most characters the description of a file may have. */
const longest = 1000

/** Refuses a description that is blank, too long or not storable; returns it without the white space around it. */
export function checkDescription(text: string): string {
  const description = text.replaceAll(/^[\s\x85]+|[\s\x85]+$/g, '')
  checkText('the description', description)
  const { length } = Array.from(description)
  if (length === 0) throw new Failure('usage', 'the description is empty', '--describe "signed by both"')
  if (length > longest)
    throw new Failure('usage', `the description has ${length} characters; at most ${longest} are kept`)
  return description
}
