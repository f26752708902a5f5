/**
 * Folds case over all of Unicode, for comparing and searching: "STRASSE" and "straße" fold alike.
 * Lower, upper and lower case again applies the full mappings of Unicode's SpecialCasing.txt (capital ẞ has no upper
 * case of its own); final sigma is evened out because lower-casing chooses it by position.
 */
export function fold(text: string): string {
  return text.toLowerCase().toUpperCase().toLowerCase().replaceAll('ς', 'σ').normalize('NFC')
}
