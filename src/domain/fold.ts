/**
 * Folds case over all of Unicode, for comparing and searching: "STRASSE" and "straße" fold alike.
 * Upper then lower case applies the full mappings of Unicode's SpecialCasing.txt; final sigma is
 * evened out because lower-casing chooses it by position.
 */
export function fold(text: string): string {
  return text.toUpperCase().toLowerCase().replaceAll('ς', 'σ').normalize('NFC')
}
