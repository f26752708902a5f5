import type { HabitRecord, Told } from '../../domain/records/file-record.ts'
import { checksByHabit, storeChecks } from '../../repositories/records/stored-checks.ts'
import { takeNamed } from './take-named.ts'
import { outcomeOf, type Taking, tallyOf } from './taking.ts'

/** Takes in habits with their checks, each of which says itself when it was changed: also where the habit is kept as it is here. */
export async function takeHabits(taking: Taking, batch: readonly Told<HabitRecord>[]): Promise<void> {
  const { tx, clock } = taking
  const habits = await takeNamed(
    taking,
    {
      table: 'habits',
      told: ({ name, period, target, unit, starts_on, ends_on, archived_at }) => ({
        name,
        period,
        target,
        unit,
        starts_on,
        ends_on,
        archived_at,
      }),
      usual: ({ checks = [] }) => ({
        period: 'day',
        target: 1,
        unit: null,
        starts_on: checks.map(({ on }) => on).reduce((first, on) => (on < first ? on : first), clock.today),
        ends_on: null,
        archived_at: null,
      }),
    },
    batch,
  )
  const stored = await checksByHabit(
    tx,
    habits.map(({ id }) => id),
  )
  const changed = habits.flatMap(({ id, record }) =>
    (record.checks ?? []).flatMap(({ on, amount = null, note = null, skipped = false, created_at, updated_at }) => {
      const here = stored.get(`${id} ${on}`)
      const made = created_at ?? updated_at ?? here?.created_at ?? clock.now
      const check = { habit_id: id, on, amount, note, skipped: Number(skipped) }
      const row = { ...check, created_at: made, updated_at: updated_at ?? made }
      if (here === undefined) return [row]
      const differs = here.amount !== amount || here.note !== note || here.skipped !== check.skipped
      return outcomeOf(taking, { differs, told: updated_at, here: here.updated_at }) === 'updated' ? [row] : []
    }),
  )
  await storeChecks(tx, changed)
  const tally = tallyOf(taking, 'habit')
  const touched = new Set(changed.map(({ habit_id }) => habit_id))
  for (const { id, outcome } of habits)
    if ((outcome === 'unchanged' || outcome === 'kept') && touched.has(id)) {
      tally[outcome]--
      tally.updated++
    }
}
