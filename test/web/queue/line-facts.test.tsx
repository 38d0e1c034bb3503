import { describe, expect, it } from "vitest";
import type { Capabilities } from "../../../src/channels/channel.ts";
import { LineFacts } from "../../../src/web/queue/lines/line-facts.tsx";

const plain: Capabilities = {
  buttons: 0,
  maxTextLength: 65_536,
  canWriteFirst: false,
  edits: false,
  typing: false,
};
const mega = 1024 * 1024;
const shown = (language: "ar" | "en", more: Partial<Capabilities> = {}) =>
  String(<LineFacts language={language} channel="x" capabilities={{ ...plain, ...more }} />);

describe("LineFacts", () => {
  it("says how choices look, how long a message, and what customers see and can mend", () => {
    expect(shown("en")).toContain("there are no buttons");
    expect(shown("en")).toContain("65,536");
    expect(shown("en")).toContain("do not see");
    expect(shown("en")).toContain("edited once sent");
    const all = shown("en", { buttons: 10, typing: true, edits: true });
    expect(all).toContain("Most buttons of a message: 10.");
    expect(all).toContain("Customers see");
    expect(all).toContain("gets the correction");
  });

  it("speaks of files only where the platform carries any", () => {
    expect(shown("ar")).not.toContain("MB");
    expect(shown("ar", { files: { in: 20 * mega, out: 50 * mega } })).toMatch(/20\u00a0MB.*50\u00a0MB/);
  });
});
