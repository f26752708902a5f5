import { Failure } from './errors.ts'

/** Reads a media type as typed, `application/pdf` (RFC 6838 4.2), in lower case; one with parameters is refused. */
export function readMediaType(text: string): string {
  const type = text.trim().toLowerCase()
  if (!/^[a-z0-9][\w!#$&^.+-]{0,126}\/[a-z0-9][\w!#$&^.+-]{0,126}$/.test(type))
    throw new Failure('usage', `"${text}" is not a media type`, 'such as --type application/pdf')
  return type
}

/** The media type a file name's ending stands for, null where it stands for none. */
export async function mediaTypeOf(name: string): Promise<string | null> {
  // The vendors' types too, which mime/lite has not: .docx and .xlsx are what clients send.
  const { default: types } = await import('mime')
  return name.includes('.') ? types.getType(name) : null
}
