/** A mail server that locks the office out: said until a letter is taken again. */
import { describe, expect, it } from "vitest";
import { createMailTrouble } from "../../src/dispatch/mail-trouble.ts";
import { handedBy } from "../../src/dispatch/posted.ts";

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

describe("handedBy", () => {
  it("keeps since when the server locks the office out, until it takes a letter", () => {
    let now = 1_000;
    const trouble = createMailTrouble(() => now, silent);
    const why = { during: "login", code: 535 } as const;
    const lockOut = () => handedBy({ type: "not_let_in", why }, trouble);
    expect(trouble.current()).toBeUndefined();
    expect(lockOut).toThrow();
    now = 2_000;
    expect(lockOut).toThrow();
    expect(trouble.current()).toEqual({ why, since: 1_000 });
    expect(() => handedBy({ type: "later", why: { during: "connection" } }, trouble)).toThrow();
    expect(trouble.current()).toBeDefined();
    handedBy({ type: "taken" }, trouble);
    expect(trouble.current()).toBeUndefined();
  });
});
