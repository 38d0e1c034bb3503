import { describe, expect, it } from "vitest";
import { cleanLabel } from "../../src/documents/label.ts";

describe("cleanLabel", () => {
  const labels: [given: string, kept: string][] = [
    ["../../etc/passwd", "passwd.jpg"],
    ["C:\\Users\\me\\صورة.jpg", "صورة.jpg"],
    ["..", "file.jpg"],
    ["", "file.jpg"],
    ["CON", "CON_.jpg"],
    ["nul.jpg", "nul_.jpg"],
    ["Lpt1.tar.gz", "Lpt1_.tar.gz.jpg"],
    ["console.jpg", "console.jpg"],
    ["a\u0000b\nc.jpg", "abc.jpg"],
    ["\u202egpj.exe", "gpj.exe.jpg"],
    ["\u2067مخفي\u2069.JPEG", "مخفي.JPEG"],
    ["page.html", "page.html.jpg"],
    ["  two   words .jpg", "two words .jpg"],
    ["half \ud83d", "half \ufffd.jpg"],
  ];
  it("keeps words and drops paths, controls and false endings", () => {
    for (const [given, kept] of labels) expect(cleanLabel(given, ["jpg", "jpeg"])).toBe(kept);
  });

  it("cuts at 120 characters and keeps the ending", () => {
    const label = cleanLabel(`${"ص".repeat(300)}.jpg`, ["jpg"]);
    expect(label).toHaveLength(120);
    expect(label.endsWith("ص.jpg")).toBe(true);
  });

  it("never cuts a character in half", () => {
    const label = cleanLabel("😀".repeat(200), ["png"]);
    expect(label.isWellFormed()).toBe(true);
    expect([...label]).toHaveLength(120);
  });
});
