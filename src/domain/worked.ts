const minuteMs = 60_000
const hourMs = 60 * minuteMs

/** Milliseconds as whole minutes. */
export function wholeMinutes(ms: number): number {
  return Math.round(ms / minuteMs)
}

/** What so many milliseconds earn at `rateCents` an hour, in integer cents, rounded this once; null without a rate. */
export function earnedCents(ms: number, rateCents: number | null): number | null {
  return rateCents === null ? null : Math.round((ms * rateCents) / hourMs)
}
