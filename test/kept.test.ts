import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { keepIn } from "../src/kept.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "wasit-kept-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const learnt = () => ({ weights: Float32Array.of(1, 2.5), words: new Map([["شحن", 3]]), label: "parcel" });
const never = (): never => {
  throw new Error("made although it was kept");
};

describe("keepIn", () => {
  it("makes a thing once, and gives the same again in the next process", () => {
    expect(keepIn(folder)("model", "sayings", learnt)).toEqual(learnt());
    expect(keepIn(folder)("model", "sayings", never)).toEqual(learnt());
  });

  it("makes it anew when what it is made from has changed", () => {
    const keep = keepIn(folder);
    keep("model", "sayings", learnt);
    expect(keep("model", "other sayings", () => "new")).toBe("new");
    expect(keep("model", "sayings", never)).toEqual(learnt());
  });

  it("makes it anew when its file is torn, cut or rubbish", () => {
    const keep = keepIn(folder);
    keep("model", "sayings", learnt);
    const file = join(folder, readdirSync(folder)[0] as string);
    const whole = readFileSync(file);
    const torn = Buffer.concat([whole.subarray(0, -3), Buffer.from([1, 2, 3])]);
    for (const bytes of [torn, whole.subarray(0, 9), Buffer.alloc(0), Buffer.alloc(64)]) {
      writeFileSync(file, bytes);
      expect(keep("model", "sayings", learnt)).toEqual(learnt());
      expect(readFileSync(file)).toEqual(whole);
    }
  });

  it("does without a folder that can't be written", () => {
    const file = join(folder, "file");
    writeFileSync(file, "");
    const keep = keepIn(join(file, "below"));
    expect(keep("model", "sayings", learnt)).toEqual(learnt());
  });

  it("leaves only the newest of one name, and nothing half written", () => {
    const keep = keepIn(folder);
    for (let n = 0; n < 30; n++) keep("model", `sayings ${n}`, learnt);
    const files = readdirSync(folder);
    expect(files.length).toBeLessThanOrEqual(12);
    expect(files.every((file) => file.startsWith("model-"))).toBe(true);
  });
});
