import { describe, expect, it } from "vitest";
import { keepRecent } from "../../src/language/recent-texts.ts";

function counted() {
  const looked: string[] = [];
  const find = keepRecent((text: string) => {
    looked.push(text);
    return { text };
  });
  return { looked, find };
}

describe("keepRecent", () => {
  it("finds a short text again without looking", () => {
    const { looked, find } = counted();
    const first = find("نعم");
    find("بكرة");
    expect(find("نعم")).toBe(first);
    expect(looked).toEqual(["نعم", "بكرة"]);
  });

  it("keeps a result that is nothing", () => {
    let looks = 0;
    const find = keepRecent(() => {
      looks += 1;
      return undefined;
    });
    for (const text of ["yes", "no", "yes"]) expect(find(text)).toBeUndefined();
    expect(looks).toBe(2);
  });

  it("keeps a long text only while nothing else was asked for", () => {
    const { looked, find } = counted();
    const long = "أبغى فندق في جدة بكرة ليلتين لشخصين مع فطور";
    for (const text of [long, long, "لا", long]) find(text);
    expect(looked).toEqual([long, "لا", long]);
  });

  it("keeps no phone, code or identity", () => {
    const { looked, find } = counted();
    for (const text of ["0501234567", "لا", "0501234567", "رمزي ٤٨٢١", "لا", "رمزي ٤٨٢١"]) find(text);
    expect(looked).toEqual(["0501234567", "لا", "0501234567", "رمزي ٤٨٢١", "رمزي ٤٨٢١"]);
  });

  it("lets go of what nobody said for long", () => {
    const { looked, find } = counted();
    const words = Array.from({ length: 30 }, (_, at) => String.fromCodePoint(0x627 + at));
    const others = words.flatMap((one) => words.map((other) => one + other));
    find("first");
    for (const other of others) {
      find("often");
      find(other);
    }
    find("first");
    expect(looked.filter((text) => text === "often")).toHaveLength(1);
    expect(looked.filter((text) => text === "first")).toHaveLength(2);
  });
});
