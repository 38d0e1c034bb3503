/**
 * Tokens that one customer, and all of them together, may cost in a day of the office. Kept in memory on purpose (docs/decisions/036):
 * a restart forgives at most what was used before it, and no message waits for a write.
 */
import { localDate } from "../../language/times/clock.ts";

export type Budget = {
  /** Is there anything left for this customer today? */
  allows(customer: string, now: number): boolean;
  spend(customer: string, tokens: number, now: number): void;
  /** Used today by all. */
  used(now: number): number;
};

export type BudgetSettings = {
  /** Tokens in and out a day. */
  readonly perCustomer: number;
  readonly perDay: number;
  readonly zone: string;
};

/** Customers of whom the day's use is kept; far more than one office has in a day. */
const mostCustomers = 50_000;

/** Begins anew at midnight in the office's zone. */
export function budget({ perCustomer, perDay, zone }: BudgetSettings): Budget {
  let day = "";
  let total = 0;
  const used = new Map<string, number>();

  function turnPage(now: number): void {
    const today = localDate(now, zone);
    if (today === day) return;
    [day, total] = [today, 0];
    used.clear();
  }

  return {
    allows(customer, now) {
      turnPage(now);
      return total < perDay && (used.get(customer) ?? 0) < perCustomer;
    },
    spend(customer, tokens, now) {
      turnPage(now);
      total += tokens;
      if (used.size < mostCustomers || used.has(customer))
        used.set(customer, (used.get(customer) ?? 0) + tokens);
    },
    used(now) {
      turnPage(now);
      return total;
    },
  };
}
