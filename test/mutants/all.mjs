import { contents } from './contents.mjs'
import { copies } from './copies.mjs'
import { domain } from './domain.mjs'
import { exchange } from './exchange.mjs'
import { outside } from './outside.mjs'
import { time } from './time.mjs'
import { transactions } from './transactions.mjs'

/**
 * Every known-bad larry: `find`, which stands in `file` once, is replaced, and one of `tests` (files; in them `only` the
 * named tests) must fail. Those named "spec:" are listed in the specification, part 7, section 6.3.
 */
export const mutants = [...transactions, ...copies, ...contents, ...domain, ...time, ...exchange, ...outside]
