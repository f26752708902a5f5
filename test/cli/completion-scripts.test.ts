import { describe, expect, test } from 'vitest'
import { bench } from '../support/larry.ts'

describe.each(['bash', 'zsh', 'fish'])('larry completion %s', (shell) => {
  test('prints the script as it stands, in a pipe and as a table', async () => {
    const { larry } = bench({ empty: true })
    const ran = await larry('completion', shell)
    expect(ran).toMatchObject({ code: 0, stderr: '' })
    expect(ran.stdout).toMatch(new RegExp(`^#[^\n]*\n[^]*larry __complete ${shell} [^]*\n$`))
    expect(await larry('completion', shell, '--format', 'table')).toEqual(ran)
  })

  test('has a row for a format of programs', async () => {
    const { larry, json } = bench({ empty: true })
    const { stdout: script } = await larry('completion', shell)
    expect(await json('completion', shell)).toEqual({ shell, script })
    expect((await larry('completion', shell, '--ids')).stdout).toBe(`${shell}\n`)
    expect((await larry('completion', shell, '--fields', 'shell')).stdout).toBe(`${shell}\n`)
    const ndjson = (await larry('completion', shell, '--format', 'ndjson')).stdout
    expect(JSON.parse(ndjson)).toEqual({ shell, script })
    for (const format of ['csv', 'tsv', 'md'])
      expect((await larry('completion', shell, '--format', format)).stdout).toMatch(new RegExp(`_complete ${shell} `))
  })

  test('says on a terminal where to put it, unless it is to be quiet', async () => {
    const { with: using } = bench({ empty: true })
    const { stdout, stderr } = await using({ columns: 80 })('completion', shell)
    expect(stdout).toContain(`larry __complete ${shell}`)
    expect(stderr).toMatch(new RegExp(`^To use it: .*larry completion ${shell}.*\n$`))
    expect(await using({ columns: 80 })('completion', shell, '-q')).toMatchObject({ code: 0, stderr: '' })
  })

  test('takes no words, and a wrong field is answered with the right ones', async () => {
    const { larry } = bench({ empty: true })
    expect(await larry('completion', shell, 'more')).toMatchObject({ code: 2, stdout: '' })
    expect((await larry('completion', shell, '--fields', 'scrpt')).stderr).toContain('did you mean script?')
  })
})

test('a shell larry does not know is refused with the nearest', async () => {
  const { larry } = bench({ empty: true })
  expect((await larry('completion', 'fihs')).stderr).toContain('did you mean fish?')
  expect(await larry('completion', 'powershell')).toMatchObject({ code: 2, stdout: '' })
})
