/** Running totals since the start, for /metrics. */
export type Totals = Record<(typeof names)[number], number>;

const names = [
  "messages_total",
  "repeats_total",
  "turns_total",
  "commits_total",
  "orders_total",
  "stale_total",
  "failed_turns_total",
  "lost_messages_total",
  "possible_repeat_total",
  "deliveries_total",
  "delivery_failures_total",
  "classifier_failures_total",
  "media_failures_total",
] as const;

export function createTotals(): Totals {
  return Object.fromEntries(names.map((name) => [name, 0])) as Totals;
}
