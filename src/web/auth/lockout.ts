/**
 * Ten wrong passwords in a row lock an account's login for 15 minutes. Kept in memory and bounded; unknown e-mail addresses count
 * like known ones, so the answer never tells which exist. Tries per address are limited beside it (`loginTries`). Real time only.
 */
import type { Allowance } from "../limits.ts";

/** From one address: 30 tries at once, then one every ten seconds, whatever the account. */
export const loginTries: Allowance = { burst: 30, perSecond: 0.1 };

export type LockoutRule = {
  readonly failures: number;
  readonly lockMs: number;
  /** Accounts remembered at most. */
  readonly remembered: number;
};
export const lockoutRule: LockoutRule = { failures: 10, lockMs: 15 * 60_000, remembered: 20_000 };

export interface Lockout {
  /** Milliseconds until this account may be tried again; 0: now. */
  waitMs(account: string, now: number): number;
  /** The password was wrong. */
  failed(account: string, now: number): void;
  /** The password was right, or a new one was given: the count starts anew. */
  clear(account: string): void;
}

/** Accounts are named by their parsed e-mail address; the one that failed longest ago is forgotten when there are too many. */
export function createLockout(rule: LockoutRule = lockoutRule): Lockout {
  const failures = new Map<string, { readonly count: number; readonly last: number }>();
  const recent = (account: string, now: number) => {
    const seen = failures.get(account);
    return seen && now - seen.last < rule.lockMs ? seen : undefined;
  };

  return {
    waitMs(account, now) {
      const seen = recent(account, now);
      return seen && seen.count >= rule.failures ? seen.last + rule.lockMs - now : 0;
    },
    failed(account, now) {
      const count = (recent(account, now)?.count ?? 0) + 1;
      failures.delete(account);
      failures.set(account, { count, last: now });
      const oldest = failures.keys().next();
      if (failures.size > rule.remembered && !oldest.done) failures.delete(oldest.value);
    },
    clear(account) {
      failures.delete(account);
    },
  };
}
