import { describe, expect, it } from "vitest";
import type { LineState } from "../src/channels/channel.ts";
import { showLink } from "../src/show-link.ts";

async function shown(state: LineState, isTTY = true): Promise<string> {
  let text = "";
  const write = (words: string | Uint8Array) => {
    text += String(words);
    return true;
  };
  await showLink(state, { isTTY, write });
  return text;
}

describe("showLink", () => {
  it("draws the QR code for somebody at a terminal, and nothing into a log", async () => {
    const state: LineState = { type: "needs_link", qr: "ref,key,secret,1" };
    expect(await shown(state)).toMatch(/[▀▄█]{10}/);
    expect(await shown(state)).not.toContain("secret");
    expect(await shown(state, false)).toBe("");
  });

  it("writes the pairing code in place of a QR code", async () => {
    expect(await shown({ type: "needs_link", code: "ABCDEFGH" })).toContain("ABCDEFGH");
  });

  it("says nothing of a line that needs no link, or has no code yet", async () => {
    expect(await shown({ type: "working" })).toBe("");
    expect(await shown({ type: "needs_link", why: "logged_out" })).toBe("");
  });
});
