import type { ReadContext } from '../../cli/context.ts'
import { bestWeekday, daysOf, totalOf } from '../../domain/habit/days.ts'
import { type Check, marksOf } from '../../domain/habit/marks.ts'
import { countedFor } from '../../domain/habit/standing.ts'
import { rateOf, streaksOf, within } from '../../domain/habit/streaks.ts'
import { readStatsWindow, type StatsOptions } from '../../domain/habit/window.ts'
import type { Clock } from '../../domain/when/clock.ts'
import { oneOf } from '../../output/answers.ts'
import { heatMap } from '../../output/heat-map.ts'
import { reply } from '../../output/view.ts'
import { checksOf } from '../../repositories/habit-checks.ts'
import { getHabits, type StoredHabit } from '../../repositories/habits.ts'
import { habitNamed } from './names.ts'
import { dayView, type Stats, statsView } from './stats-view.ts'

export const answers = oneOf(statsView)

/** What a habit's checks come to, over all of them and in a window of days; csv, tsv and ids have the days, a row each. */
export async function run({ db, clock, settings }: ReadContext, words: readonly string[], options: StatsOptions) {
  const window = readStatsWindow(options, clock)
  const { id } = await habitNamed(db, words)
  const [habit] = await getHabits(db, [id])
  const checks = (await checksOf(db, [id])).get(id) ?? []
  const stats = statsOf(habit!, checks, window, clock)
  if (['csv', 'tsv', 'ids'].includes(settings.format)) return reply(dayView, stats.days)
  const kept = stats.days.filter(({ on }) => on >= habit!.starts_on && on <= (habit!.ends_on ?? on))
  const hasPicture = settings.fields === undefined && kept.length > 0
  return reply(statsView, [stats], {
    one: true,
    ...(hasPicture ? { picture: (drawing) => heatMap(kept, clock.weekStart, drawing) } : {}),
  })
}

function statsOf(
  habit: StoredHabit,
  checks: readonly Check[],
  window: { readonly from: string; readonly to: string },
  clock: Clock,
): Stats {
  const { id, name, period, target, unit } = habit
  const days = daysOf(checks, window, habit)
  const all = { marks: marksOf(checks, habit, clock.weekStart), counted: countedFor(habit, clock) }
  const shown = within(all, window, period, clock)
  const { current, longest, milestones } = streaksOf(all.marks, all.counted)
  return {
    id,
    name,
    period,
    target,
    unit,
    current_streak: current,
    longest_streak: longest,
    milestones,
    from: window.from,
    to: window.to,
    total: totalOf(days),
    done_days: days.filter(({ amount }) => amount > 0).length,
    skipped_days: days.filter(({ skipped }) => skipped).length,
    rate: rateOf(shown.marks, shown.counted),
    best_weekday: bestWeekday(days),
    days,
  }
}
