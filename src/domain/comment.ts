import { Failure } from './errors.ts'
import { checkLength, checkText, isBlank } from './title.ts'

/** The longest comment, in characters (code points). */
const longest = 100_000

/** Refuses a comment that is blank, too long or not storable; returns it as given. */
export function checkComment(body: string): string {
  if (isBlank(body)) throw new Failure('usage', 'a comment needs a text', 'larry task comment 12 asked for a quote')
  checkText('the comment', body)
  checkLength('the comment', body, longest, 'keep long texts in a file: larry task attach')
  return body
}
