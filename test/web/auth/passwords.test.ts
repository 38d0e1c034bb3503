import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import {
  generatePassword,
  hashPassword,
  passwordProblem,
  verifyPassword,
} from "../../../src/web/auth/passwords.ts";

describe("hashPassword", () => {
  it("makes an argon2id hash with the parameters that OWASP asks for", async () => {
    expect(await hashPassword("correct-horse-battery")).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  it("never makes the same hash twice", async () => {
    expect(await hashPassword("same-password-here")).not.toBe(await hashPassword("same-password-here"));
  });
});

describe("verifyPassword", () => {
  it("accepts the password however its letters are composed, and no other", async () => {
    const stored = await hashPassword("caf\u00e9-caf\u00e9-caf\u00e9");
    expect(await verifyPassword(stored, "cafe\u0301-cafe\u0301-cafe\u0301")).toBe(true);
    expect(await verifyPassword(stored, "cafe-cafe-cafe")).toBe(false);
  });

  it("refuses where nothing, or nothing readable, is stored", async () => {
    expect(await verifyPassword(undefined, "anything")).toBe(false);
    expect(await verifyPassword("not a hash", "anything")).toBe(false);
  });

  it("works about as long for an unknown address as for a known one", async () => {
    const stored = await hashPassword("correct-horse-battery");
    const time = async (against: string | undefined) => {
      const begun = performance.now();
      for (let n = 0; n < 5; n += 1) await verifyPassword(against, "wrong-horse-battery");
      return performance.now() - begun;
    };
    await time(stored);
    const known = await time(stored);
    const unknown = await time(undefined);
    expect(unknown / known).toBeGreaterThan(0.25);
  });
});

describe("generatePassword", () => {
  it("gives five groups of four clear signs, evenly used", () => {
    const made = Array.from({ length: 400 }, () => generatePassword((n) => randomBytes(n)));
    for (const password of made) expect(password).toMatch(/^(?:[bcdfghjkmnpqrstvwxz2-9]{4}-){4}[^-]{4}$/);
    expect(new Set(made).size).toBe(400);
    const counts = new Map<string, number>();
    for (const sign of made.join("").replaceAll("-", "")) counts.set(sign, (counts.get(sign) ?? 0) + 1);
    expect(counts.size).toBe(27);
    expect(Math.max(...counts.values()) / Math.min(...counts.values())).toBeLessThan(1.8);
  });

  it("passes the rule for chosen passwords", () => {
    expect(passwordProblem(generatePassword((n) => randomBytes(n)))).toBeUndefined();
    expect(passwordProblem("short")).toBe("too_short");
    expect(passwordProblem("x".repeat(201))).toBe("too_long");
  });
});
