import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { parseWebhookSecret, webhookSecretOf } from "../../src/webhooks/secret.ts";

describe("parseWebhookSecret", () => {
  it("takes what it made", () => {
    for (const bytes of [24, 32, 64]) {
      const secret = webhookSecretOf(randomBytes(bytes));
      expect(parseWebhookSecret(secret)).toBe(secret);
    }
  });

  it("takes the specification's own example", () => {
    expect(parseWebhookSecret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")).toBeDefined();
  });

  it.each([
    ["nothing", ""],
    ["a bare prefix", "whsec_"],
    ["no prefix", "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"],
    ["another prefix", "whsk_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"],
    ["too few bytes", `whsec_${Buffer.alloc(23, 7).toString("base64")}`],
    ["too many bytes", `whsec_${Buffer.alloc(65, 7).toString("base64")}`],
    ["the letters of base64url", `whsec_${Buffer.alloc(32, 0xfb).toString("base64url")}`],
    ["a blank at its end", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw "],
    ["a line's end inside", "whsec_MfKQ9r8GKYqrTwjU\nPD8ILPZIo2LaLaSw"],
    ["words", "whsec_please-keep-this-for-yourself!"],
  ])("refuses %s", (_, text) => {
    expect(parseWebhookSecret(text)).toBeUndefined();
  });
});

describe("webhookSecretOf", () => {
  it("refuses too little and too much chance", () => {
    expect(() => webhookSecretOf(randomBytes(23))).toThrow(RangeError);
    expect(() => webhookSecretOf(randomBytes(65))).toThrow(RangeError);
  });
});
