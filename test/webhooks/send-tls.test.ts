/** Servers with right and wrong certificates, on this machine; only their names are made up. */
import { randomBytes } from "node:crypto";
import type { TlsOptions } from "node:tls";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { webhookSecretOf } from "../../src/webhooks/secret.ts";
import { sendWebhook } from "../../src/webhooks/send.ts";
import { allowing } from "./allowing.ts";
import { issue, makeAuthority } from "./certificates.ts";
import { answering, httpSystem, type PartnerSystem } from "./partner-system.ts";

const host = "hooks.partner.example";
const opened: PartnerSystem[] = [];
const { requests, listener } = answering(200, "thanks");
let authority: Awaited<ReturnType<typeof makeAuthority>>;

beforeAll(async () => {
  authority = await makeAuthority();
});
afterEach(async () => {
  requests.length = 0;
  await Promise.all(opened.splice(0).map((system) => system.close()));
});

/** What comes of a try at a server with this certificate, by an office that trusts the authority, or Node's own. */
async function sendOver(tls: TlsOptions | undefined, { trusts = true, name = host } = {}) {
  const system = await httpSystem(listener, tls && { tls });
  opened.push(system);
  return sendWebhook(
    { url: `https://${name}:${system.port}/hook`, secrets: [secret], id: "msg_1", body: "{}" },
    {
      allowedHosts: allowing(name),
      lookup: async () => ["127.0.0.1"],
      ...(trusts && { authorities: [authority.certificate] }),
    },
  );
}
const secret = webhookSecretOf(randomBytes(32));

describe("sendWebhook over TLS", () => {
  it("delivers to who can prove to be that host", async () => {
    expect(await sendOver(await authority.sign({ host }))).toMatchObject({ type: "delivered", status: 200 });
    expect(requests).toHaveLength(1);
  });

  it("delivers to a host in other letters", async () => {
    const name = "xn--mgbah1a3hjkrd.example";
    expect(await sendOver(await authority.sign({ host: name }), { name })).toMatchObject({
      type: "delivered",
    });
  });

  it.each([
    ["expired", { host, from: -30, until: -1 }],
    ["not_yet_valid", { host, from: 1, until: 30 }],
    ["wrong_host", { host: "hooks.other.example" }],
    ["wrong_host", { host: "partner.example" }],
    ["wrong_host", { host: "*.example" }],
  ])("fails closed with %s for %j", async (what, request) => {
    expect(await sendOver(await authority.sign(request))).toEqual({ type: "tls_failed", what });
    expect(requests).toEqual([]);
  });

  it("fails closed where a certificate is signed by itself", async () => {
    expect(await sendOver(await issue({ host }))).toEqual({ type: "tls_failed", what: "self_signed" });
    expect(requests).toEqual([]);
  });

  it("fails closed where nobody knows who signed", async () => {
    const certificate = await authority.sign({ host });
    expect(await sendOver(certificate, { trusts: false })).toEqual({
      type: "tls_failed",
      what: "unknown_authority",
    });
    const withChain = { key: certificate.key, cert: `${certificate.cert}\n${authority.certificate}` };
    expect(await sendOver(withChain, { trusts: false })).toEqual({ type: "tls_failed", what: "self_signed" });
    expect(requests).toEqual([]);
  });

  it("fails closed where there is no TLS, or only what is broken", async () => {
    expect(await sendOver(undefined)).toEqual({ type: "tls_failed", what: "no_handshake" });
    const old: TlsOptions = { minVersion: "TLSv1", maxVersion: "TLSv1.1", ciphers: "DEFAULT@SECLEVEL=0" };
    expect(await sendOver({ ...(await authority.sign({ host })), ...old })).toEqual({
      type: "tls_failed",
      what: "no_handshake",
    });
    expect(requests).toEqual([]);
  });

  describe("in a process that was told not to check", () => {
    const before = process.env.NODE_TLS_REJECT_UNAUTHORIZED;
    beforeAll(() => {
      process.env.NODE_TLS_REJECT_UNAUTHORIZED = "0";
    });
    afterAll(() => {
      if (before === undefined) delete process.env.NODE_TLS_REJECT_UNAUTHORIZED;
      else process.env.NODE_TLS_REJECT_UNAUTHORIZED = before;
    });

    it("checks all the same", async () => {
      expect(await sendOver(await issue({ host }))).toEqual({ type: "tls_failed", what: "self_signed" });
      expect(requests).toEqual([]);
    });
  });
});
