import { createHmac, randomBytes } from "node:crypto";
import fc from "fast-check";
import { Webhook } from "standardwebhooks";
import { describe, expect, it } from "vitest";
import { checkWebhook, longestBody, type Received, statusOfRefusal } from "../../src/webhooks/check.ts";
import { webhookSecretOf } from "../../src/webhooks/secret.ts";
import { signWebhook } from "../../src/webhooks/sign.ts";
import { specification } from "./specification.ts";

const { id, seconds, body, secret, signature, wrong } = specification;
const now = seconds * 1000;
const other = webhookSecretOf(randomBytes(32));

function received(
  changed: Partial<Received> & { readonly set?: Readonly<Record<string, string | null>> } = {},
) {
  const { set = {}, ...rest } = changed;
  const headers = new Headers({
    "webhook-id": id,
    "webhook-timestamp": `${seconds}`,
    "webhook-signature": signature,
  });
  for (const [name, value] of Object.entries(set)) {
    if (value === null) headers.delete(name);
    else headers.set(name, value);
  }
  return checkWebhook({ headers, body: Buffer.from(body), secrets: [secret], now, ...rest });
}

/** Signed by the partner as the official library does it. */
function signed(bytes: Uint8Array, at = now): Received {
  const headers = signWebhook({ id, at, body: Buffer.from(bytes).toString(), secrets: [secret] });
  return { headers: new Headers({ ...headers }), body: bytes, secrets: [secret], now: at };
}

const refused = (why: string) => ({ type: "refused", why });

describe("checkWebhook", () => {
  it("takes the specification's example", () => {
    expect(received()).toEqual({ type: "ok", id, body: { test: 2432232314 } });
  });

  it("takes what the official library signed, by the real clock", () => {
    const at = new Date();
    const text = '{"type":"offer.accept","offer":"o_1"}';
    const headers = new Headers({
      "webhook-id": "evt_1",
      "webhook-timestamp": `${Math.floor(at.getTime() / 1000)}`,
      "webhook-signature": new Webhook(secret).sign("evt_1", at, text),
    });
    const check = checkWebhook({ headers, body: Buffer.from(text), secrets: [secret], now: Date.now() });
    expect(check).toMatchObject({ type: "ok", id: "evt_1" });
  });

  it("takes one right signature among several, of other versions too", () => {
    const several = [wrong[0], wrong[1], signature, wrong[0], "v1a,hnO3f9T8Ytu9HwrXslvumlUpqtNVqkhqw"].join(
      " ",
    );
    expect(received({ set: { "webhook-signature": several } })).toMatchObject({ type: "ok" });
  });

  it("takes either secret while one replaces another", () => {
    expect(received({ secrets: [other, secret] })).toMatchObject({ type: "ok" });
    expect(received({ secrets: [secret, other] })).toMatchObject({ type: "ok" });
  });

  it("refuses the secret that was replaced", () => {
    expect(received({ secrets: [other] })).toEqual(refused("forged"));
  });

  it("refuses everything where the partner has no secret", () => {
    expect(received({ secrets: [] })).toEqual(refused("forged"));
  });

  it.each(["webhook-id", "webhook-timestamp", "webhook-signature"])("refuses one without %s", (name) => {
    expect(received({ set: { [name]: null } })).toEqual(refused("missing_header"));
    expect(received({ set: { [name]: "" } })).toEqual(refused("missing_header"));
  });

  it.each([
    "hello",
    "1614265330.0",
    "01614265330",
    "-1614265330",
    "+1614265330",
    "1e9",
    "0x6037b972",
    "99999999999999",
  ])("refuses the timestamp %s", (timestamp) => {
    expect(received({ set: { "webhook-timestamp": timestamp } })).toEqual(refused("malformed_header"));
  });

  it.each(["msg.1", "msg 1", "a, b", "رسالة".normalize(), "x".repeat(129)])("refuses the id %s", (odd) => {
    // Headers hold bytes: what is no Latin-1 comes as the bytes of its UTF-8.
    const value = Buffer.from(odd).toString("latin1");
    expect(received({ set: { "webhook-id": value } })).toEqual(refused("malformed_header"));
  });

  it("keeps to five minutes, before and after", () => {
    expect(received({ now: now + 300_999 })).toMatchObject({ type: "ok" });
    expect(received({ now: now + 301_000 })).toEqual(refused("too_old"));
    expect(received({ now: now - 300_000 })).toMatchObject({ type: "ok" });
    expect(received({ now: now - 300_001 })).toEqual(refused("too_new"));
  });

  it.each([
    ["another version alone", signature.replace("v1,", "v2,")],
    ["no version", signature.slice(3)],
    ["a version alone", "v1,"],
    ["the beginning of the right one", signature.slice(0, 8)],
    ["the right one with a letter more", `${signature}A`],
    ["the right one in small letters", signature.toLowerCase()],
    ["the right one behind a comma", `v1,,${signature.slice(3)}`],
    ["the right one with a tab", `v1,x\t${signature}`],
    ["letters of other alphabets", "v1,\u00e9\u00e8"],
  ])("refuses %s", (_, given) => {
    expect(received({ set: { "webhook-signature": given } })).toEqual(refused("forged"));
  });

  it("refuses another body, by one byte, one blank, another order of keys", () => {
    for (const text of ['{"test": 2432232315}', '{"test":2432232314}', `${body} `, `\ufeff${body}`, ""]) {
      expect(received({ body: Buffer.from(text) })).toEqual(refused("forged"));
    }
  });

  it("refuses another id and another time than were signed", () => {
    expect(received({ set: { "webhook-id": "msg_other" } })).toEqual(refused("forged"));
    expect(received({ set: { "webhook-timestamp": `${seconds + 1}` } })).toEqual(refused("forged"));
  });

  it("refuses any change of any byte", () => {
    fc.assert(
      fc.property(fc.nat(body.length - 1), fc.integer({ min: 1, max: 255 }), (at, by) => {
        const changed = Buffer.from(body);
        changed[at] = (changed[at] ?? 0) ^ by;
        expect(received({ body: changed })).toEqual(refused("forged"));
      }),
    );
  });

  it("never throws, whatever comes", () => {
    const latin = fc.string({ unit: fc.integer({ min: 32, max: 255 }).map((n) => String.fromCharCode(n)) });
    fc.assert(
      fc.property(latin, latin, latin, fc.uint8Array(), (a, b, c, bytes) => {
        const set = { "webhook-id": a, "webhook-timestamp": b, "webhook-signature": c };
        expect(received({ set, body: bytes }).type).toBe("refused");
      }),
    );
  });

  it("refuses bytes that are no text, though their replacement was signed", () => {
    const broken = Buffer.from([0x7b, 0xff, 0x7d]);
    // What a library gives that decodes first: a signature over U+FFFD, which other bytes would have, too.
    expect(checkWebhook(signed(broken))).toEqual(refused("forged"));
    const hmac = createHmac("sha256", Buffer.from(secret.slice(6), "base64")).update(`${id}.${seconds}.`);
    const right = `v1,${hmac.update(broken).digest("base64")}`;
    expect(received({ body: broken, set: { "webhook-signature": right } })).toEqual(refused("forged"));
  });

  it("says of a signed body that it is no JSON", () => {
    for (const text of ["", "offer.accept", '{"type":', "\ufeff{}"]) {
      expect(checkWebhook(signed(Buffer.from(text)))).toEqual(refused("not_json"));
    }
  });

  it("takes a body up to its bound and none beyond", () => {
    const long = (bytes: number) => Buffer.from(`"${"a".repeat(bytes - 2)}"`);
    expect(checkWebhook(signed(long(longestBody)))).toMatchObject({ type: "ok" });
    expect(checkWebhook(signed(long(longestBody + 1)))).toEqual(refused("too_large"));
  });
});

describe("statusOfRefusal", () => {
  it("is unauthorised unless the signature was right or the body too long to look", () => {
    const unauthorised = ["missing_header", "malformed_header", "too_old", "too_new", "forged"] as const;
    expect(unauthorised.map(statusOfRefusal)).toEqual(unauthorised.map(() => 401));
    expect(statusOfRefusal("not_json")).toBe(400);
    expect(statusOfRefusal("too_large")).toBe(413);
  });
});
