const steps = ['', 'k', 'm', 'g', 't']

/** Reads a size in bytes: `100MiB`, `1.5 GiB`, `64k` (1024 each), `100MB` (1000 each) or a bare number; undefined for anything else. */
export function readBytes(text: string): number | undefined {
  const [, amount, step, binary, byte] = /^(\d+(?:\.\d+)?) ?([kmgt])?(i?)(b?)$/i.exec(text.trim()) ?? []
  if (amount === undefined || (step === undefined && binary !== '')) return undefined
  const base = binary === '' && byte !== '' ? 1000 : 1024
  const bytes = Math.round(Number(amount) * base ** steps.indexOf((step ?? '').toLowerCase()))
  return Number.isSafeInteger(bytes) ? bytes : undefined
}

/** `1 byte`, `532 bytes`, `12.3 KiB`, `100 MiB`: at most one decimal, which is cut, so that nothing looks larger than it is. */
export function showBytes(bytes: number): string {
  if (bytes < 1024) return `${bytes} ${bytes === 1 ? 'byte' : 'bytes'}`
  const step = Math.min(Math.floor(Math.log2(bytes) / 10), 4)
  return `${Math.floor((bytes / 1024 ** step) * 10) / 10} ${['', 'KiB', 'MiB', 'GiB', 'TiB'][step]}`
}
