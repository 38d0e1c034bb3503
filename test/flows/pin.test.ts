/** A flow's hash is its meaning: what changes a text changes it, what changes only the file does not. */
import { describe, expect, it } from "vitest";
import type { Flow } from "../../src/conversation/flow/flow.ts";
import { flowFormat } from "../../src/conversation/flow/flow.ts";
import type { SourceFile } from "../../src/flows/check-files.ts";
import { canonicalFlow, flowHash, parsePinned, pinOf } from "../../src/flows/pin.ts";
import { check, type Edit, editedFiles, smallFiles } from "./small-office.ts";

const file = "services/laundry.yaml";

function flowIn(files: readonly SourceFile[]): Flow {
  const result = check(files);
  const flow = result.type === "loaded" ? result.catalogue.flows.get("laundry") : undefined;
  if (!flow) throw new Error("the flow did not load");
  return flow;
}
const edited = (edit: Omit<Edit, "file">) => flowIn(editedFiles({ file, ...edit })).hash;
const original = flowIn(smallFiles);

describe("flowHash", () => {
  it("is 64 hexadecimal digits", () => {
    expect(original.hash).toMatch(/^[0-9a-f]{16}$/);
  });

  for (const [what, from, to] of [
    ["a comment", "role: provide", "role: provide # by our own staff"],
    ["white space", "sector: b2c\n", "sector:    b2c\n\n\n"],
    ["the order of keys", "sector: b2c\nrole: provide\n", "role: provide\nsector: b2c\n"],
    ["the order of keys inside a question", "    min: 1\n    max: 50\n", "    max: 50\n    min: 1\n"],
    ["another way of quoting", 'en: "Laundry"', "en: Laundry"],
    ["a default written out", "role: provide", "role: provide\nconfirm: true"],
  ] as const) {
    it(`stays the same after ${what}`, () => {
      expect(edited({ from, to })).toBe(original.hash);
    });
  }

  for (const [what, from, to] of [
    ["a text", 'en: "Laundry"', 'en: "The laundry"'],
    ["a limit", "max: 50", "max: 60"],
    ["a saying", "wash my shirts", "wash my socks"],
    [
      "a list's order",
      '- "ابي اغسل ثيابي"\n    - "عندي ثوب للكوي"',
      '- "عندي ثوب للكوي"\n    - "ابي اغسل ثيابي"',
    ],
  ] as const) {
    it(`changes with ${what}`, () => {
      expect(edited({ from, to })).not.toBe(original.hash);
    });
  }

  it("does not count itself", () => {
    expect(flowHash({ ...original })).toBe(original.hash);
    expect(canonicalFlow(original)).not.toContain(original.hash);
  });
});

describe("parsePinned", () => {
  it("gives back what was pinned", () => {
    expect(parsePinned(pinOf(original))).toEqual({ type: "flow", flow: original });
  });

  it("keeps the hash that the version was stored under", () => {
    const old = { ...pinOf(original), hash: "a".repeat(64) };
    expect(parsePinned(old)).toMatchObject({ type: "flow", flow: { hash: "a".repeat(64) } });
  });

  for (const [what, change, problem] of [
    ["of a newer format", { format: flowFormat + 1 }, "it was kept by a newer program"],
    ["that is damaged", { canonical: "{" }, "its kept text is damaged"],
    ["of another shape", { canonical: "{}" }, 'its part "id" does not fit'],
    ["of a format that nothing upgrades", { format: 0 }, "nothing upgrades format 0"],
  ] as const) {
    it(`refuses a version ${what}`, () => {
      expect(parsePinned({ ...pinOf(original), ...change })).toEqual({
        type: "unreadable",
        problem: expect.stringContaining(problem),
      });
    });
  }
});

describe("pinned versions in the catalogue", () => {
  it("are there beside today's", () => {
    const older = flowIn(editedFiles({ file, from: "max: 50", to: "max: 20" }));
    const result = check(smallFiles, { pinned: [pinOf(older)] });
    if (result.type !== "loaded") throw new Error("not loaded");
    expect([...result.catalogue.versions.keys()].sort()).toEqual([older.hash, original.hash].sort());
    expect(result.catalogue.flows.get("laundry")?.hash).toBe(original.hash);
  });

  it("stay when their service has left the office", () => {
    const gone = { ...pinOf(original), service: "ironing", hash: "b".repeat(64) };
    const result = check(smallFiles, { pinned: [gone] });
    expect(result.type === "loaded" && result.catalogue.versions.has(gone.hash)).toBe(true);
  });

  it("stop a start when they can't be read", () => {
    const result = check(smallFiles, { pinned: [{ ...pinOf(original), canonical: "{}" }] });
    expect(result.type === "problems" && result.problems).toEqual([
      {
        file,
        line: 1,
        where: `version ${original.hash.slice(0, 8)}, which orders or chats still use`,
        problem: expect.stringContaining("it can't be read"),
        whatToDo: expect.any(String),
      },
    ]);
  });
});
