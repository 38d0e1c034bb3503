import { createHmac, randomBytes } from "node:crypto";
import fc from "fast-check";
import { Webhook } from "standardwebhooks";
import { describe, expect, it } from "vitest";
import { webhookSecretOf } from "../../src/webhooks/secret.ts";
import { isWebhookId, signatureOf, signWebhook, webhookIdOf } from "../../src/webhooks/sign.ts";
import { specification } from "./specification.ts";

describe("signatureOf", () => {
  it("gives the signature of the specification's libraries", () => {
    const { id, seconds, body, secret, signature } = specification;
    expect(signatureOf({ id, seconds, body, secret })).toBe(signature);
  });

  it("is the HMAC over id, time and body with the secret's bytes", () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 24, maxLength: 64 }),
        fc.string({ unit: "grapheme", maxLength: 200 }),
        fc.integer({ min: 1, max: 4_000_000_000 }),
        (bytes, body, seconds) => {
          const hmac = createHmac("sha256", bytes).update(`msg_1.${seconds}.${body}`).digest("base64");
          expect(signatureOf({ id: "msg_1", seconds, body, secret: webhookSecretOf(bytes) })).toBe(
            `v1,${hmac}`,
          );
        },
      ),
    );
  });
});

describe("signWebhook", () => {
  const secret = webhookSecretOf(randomBytes(32));
  const body = '{"type":"offer.made","note":"من جدة إلى الرياض"}';

  it("writes headers that the official library accepts", () => {
    const headers = signWebhook({ id: "msg_1", at: Date.now(), body, secrets: [secret] });
    expect(new Webhook(secret).verify(body, { ...headers })).toEqual(JSON.parse(body));
  });

  it("signs with each secret that holds, the present one first", () => {
    const before = webhookSecretOf(randomBytes(24));
    const at = Date.now();
    const headers = signWebhook({ id: "msg_1", at, body, secrets: [secret, before] });
    const seconds = Math.floor(at / 1000);
    expect(headers["webhook-signature"].split(" ")).toEqual(
      [secret, before].map((one) => signatureOf({ id: "msg_1", seconds, body, secret: one })),
    );
    for (const one of [secret, before]) {
      expect(new Webhook(one).verify(body, { ...headers })).toEqual(JSON.parse(body));
    }
  });

  it("refuses an id with a full stop, and to sign with nothing", () => {
    expect(() => signWebhook({ id: "a.b", at: 0, body, secrets: [secret] })).toThrow(RangeError);
    expect(() => signWebhook({ id: "msg_1", at: 0, body, secrets: [] })).toThrow(RangeError);
  });
});

describe("webhookIdOf", () => {
  it("gives one id for one key, and another for another", () => {
    expect(webhookIdOf("c_1.7.0")).toBe(webhookIdOf("c_1.7.0"));
    expect(webhookIdOf("c_1.7.0")).not.toBe(webhookIdOf("c_1.7.1"));
  });

  it("gives an id that may be signed, whatever the key", () => {
    fc.assert(fc.property(fc.string(), (key) => isWebhookId(webhookIdOf(key))));
  });
});
