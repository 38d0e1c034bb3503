import { describe, expect, it } from "vitest";
import { parseRange } from "../../src/web/range.ts";

describe("parseRange", () => {
  const part = (first: number, last: number) => ({ type: "part", first, last });

  it("reads a beginning and an end, a beginning alone, and so many of the last bytes", () => {
    expect(parseRange("bytes=0-0", 10)).toEqual(part(0, 0));
    expect(parseRange("bytes=2-4", 10)).toEqual(part(2, 4));
    expect(parseRange("bytes=2-", 10)).toEqual(part(2, 9));
    expect(parseRange("bytes=2-99", 10)).toEqual(part(2, 9));
    expect(parseRange("bytes=-3", 10)).toEqual(part(7, 9));
    expect(parseRange("bytes=-99", 10)).toEqual(part(0, 9));
  });

  it("gives the whole file for anything that is no one range", () => {
    for (const header of [
      undefined,
      "",
      "bytes=",
      "bytes=-",
      "items=0-1",
      "bytes=0-1,3-4",
      "bytes=4-2",
      "bytes=a-b",
    ])
      expect(parseRange(header, 10)).toEqual({ type: "whole" });
  });

  it("refuses what lies behind the end", () => {
    for (const header of ["bytes=10-", "bytes=10-20", "bytes=-0", "bytes=999999999999999-"])
      expect(parseRange(header, 10)).toEqual({ type: "unsatisfiable" });
  });
});
