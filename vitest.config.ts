import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/template.ts'],
    pool: 'forks',
    maxWorkers: 2,
    // Every test has a folder and a database of its own, and larry keeps nothing between two runs of main.
    isolate: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
})
