import { describe, expect, it } from "vitest";
import { createRecent } from "../../src/store/recent.ts";

describe("createRecent", () => {
  it("gives back what was put last", () => {
    const recent = createRecent<string, number>(4);
    recent.put("a", 1);
    recent.put("a", 2);
    expect(recent.get("a")).toBe(2);
    expect(recent.get("b")).toBeUndefined();
  });

  it("lets go of what was not put for long, and says so", () => {
    const recent = createRecent<number, number>(4);
    const left: number[] = [];
    for (let key = 0; key < 20; key++) {
      recent.put(-1, -1);
      left.push(...recent.put(key, key));
    }
    expect(recent.get(-1)).toBe(-1);
    expect(recent.get(0)).toBeUndefined();
    expect(recent.get(19)).toBe(19);
    expect(left).toContain(0);
    expect(left).not.toContain(-1);
    expect(new Set(left).size).toBe(left.length);
  });

  it("keeps at least half of the most, and never more than the most", () => {
    const recent = createRecent<number, number>(10);
    for (let key = 0; key < 100; key++) recent.put(key, key);
    const kept = Array.from({ length: 100 }, (_, key) => key).filter((key) => recent.get(key) !== undefined);
    expect(kept.length).toBeGreaterThanOrEqual(5);
    expect(kept.length).toBeLessThanOrEqual(11);
  });

  it("forgets a key wherever it is kept", () => {
    const recent = createRecent<number, number>(4);
    for (let key = 0; key < 5; key++) recent.put(key, key);
    for (let key = 0; key < 5; key++) recent.delete(key);
    for (let key = 0; key < 5; key++) expect(recent.get(key)).toBeUndefined();
  });
});
