import { describe, expect, it } from "vitest";
import { createLockout, lockoutRule } from "../../../src/web/auth/lockout.ts";

const minute = 60_000;

describe("createLockout", () => {
  it("locks an account after ten failures and opens it 15 minutes after the last", () => {
    const lockout = createLockout();
    for (let n = 0; n < 9; n += 1) lockout.failed("a@x", n);
    expect(lockout.waitMs("a@x", 10)).toBe(0);
    lockout.failed("a@x", minute);
    expect(lockout.waitMs("a@x", minute)).toBe(15 * minute);
    expect(lockout.waitMs("b@x", minute)).toBe(0);
    expect(lockout.waitMs("a@x", 16 * minute - 1)).toBe(1);
    expect(lockout.waitMs("a@x", 16 * minute)).toBe(0);
  });

  it("forgets failures that were long ago, and all of them after a success", () => {
    const lockout = createLockout();
    for (let n = 0; n < 9; n += 1) lockout.failed("a@x", 0);
    lockout.failed("a@x", 15 * minute);
    expect(lockout.waitMs("a@x", 15 * minute)).toBe(0);
    for (let n = 0; n < 9; n += 1) lockout.failed("b@x", 0);
    lockout.clear("b@x");
    lockout.failed("b@x", 1);
    expect(lockout.waitMs("b@x", 1)).toBe(0);
  });

  it("remembers no more accounts than its bound", () => {
    const lockout = createLockout({ ...lockoutRule, failures: 10, remembered: 3 });
    for (const account of ["a", "b", "c", "d"]) for (let n = 0; n < 10; n += 1) lockout.failed(account, 0);
    expect(["a", "b", "c", "d"].map((account) => lockout.waitMs(account, 0) > 0)).toEqual([
      false,
      true,
      true,
      true,
    ]);
  });
});
