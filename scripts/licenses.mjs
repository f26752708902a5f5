import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The licence that each bundled package comes with, by esbuild's metafiles; a package without one fails the build. */
export function licensesOf(metafiles) {
  const paths = metafiles.flatMap(({ inputs }) => Object.keys(inputs))
  const folders = paths.flatMap((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path) ?? [])
  const sorted = [...new Set(folders)].sort((a, b) => (a < b ? -1 : 1))
  return sorted.map(licenseIn).join('\n')
}

function licenseIn(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const files = readdirSync(folder).filter((file) => /^(licen[cs]e|copying|notice)(\W|$)/i.test(file))
  if (files.length === 0) throw new Error(`${name} ${version} has no licence file`)
  const texts = files.sort().map((file) => readFileSync(join(folder, file), 'utf8').trim())
  const source =
    license === 'MPL-2.0' ? `Its source: https://registry.npmjs.org/${name}/-/${name}-${version}.tgz\n` : ''
  return `${'='.repeat(80)}\n${name} ${version} (${license})\n${source}\n${texts.join('\n\n')}\n`
}
