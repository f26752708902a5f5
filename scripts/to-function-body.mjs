const name = String.raw`[\w$]+`
const importing = new RegExp(
  String.raw`(?<=^|[;}\n])import\s*(?:(${name}),?)?(?:\*as (${name}))?(?:\{([^}]*)\})?(?:\s*from)?"([^"]+)";`,
  'g',
)
const exporting = /(?<=^|[;}\n])export\{([^}]*)\};?/g
const exportingDefault = /(?<=^|[;}\n])export default ([^;]+);/g
const loading = /\bimport\("(\.\/[^"]+)"\)/g

/**
 * An ES module as esbuild writes it, without white space, as the body of a function given `exports`, with `require` and
 * `__import` in reach. esbuild's own CommonJS reads every import through a getter, and each file brings eight helpers.
 * Right for modules that do not import each other in a circle and do not assign to what they export.
 */
export function toFunctionBody(text) {
  const body = text
    .replaceAll(importing, (_, whole, all, named, from) => {
      const source = `require(${JSON.stringify(from)})`
      return [
        whole === undefined ? '' : `const ${whole}=${source}${from.startsWith('./') ? '.default' : ''};`,
        all === undefined ? '' : `const ${all}=${source};`,
        named === undefined ? '' : `const{${named.replaceAll(/ as /g, ':')}}=${source};`,
        whole === undefined && all === undefined && named === undefined ? `${source};` : '',
      ].join('')
    })
    .replaceAll(exportingDefault, (_, value) => `exports.default=${value};`)
    .replaceAll(exporting, (_, names) =>
      names
        .split(',')
        .filter((one) => one !== '')
        .map((one) => one.split(' as '))
        .map(([local, known = local]) => `exports.${known}=${local};`)
        .join(''),
    )
    .replaceAll(loading, (_, from) => `__import(${JSON.stringify(from)})`)
  const left = /(?<=^|[;}\n])(?:import|export)\b[^(][^;]{0,60}/.exec(body)
  if (left !== null) throw new Error(`an import or export of a form not foreseen: ${left[0]}`)
  return body
}
