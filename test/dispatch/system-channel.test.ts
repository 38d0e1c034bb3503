/** Partners' own systems as a channel: what the outbox may believe of a hand-over. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { partnerSystemChannel } from "../../src/dispatch/system-channel.ts";
import type { Outbound } from "../../src/domain/message.ts";
import type { PartnerNotice } from "../../src/domain/notice.ts";
import { webhookSecretOf } from "../../src/webhooks/secret.ts";
import { openPartnerSystem, type PartnerSystem } from "../web/partner/partner-system.ts";

const secret = webhookSecretOf(new Uint8Array(32).fill(7));
let system: PartnerSystem;

beforeAll(async () => {
  system = await openPartnerSystem(secret);
});
afterAll(() => system.close());

describe("partnerSystemChannel", () => {
  it("gives a message the same id at each try, so that it arrives once however often it is sent", async () => {
    const notice = { type: "order.changed", order: { ref: "BR-10001" } } as unknown as PartnerNotice;
    const channel = partnerSystemChannel({
      systemOf: async () => ({ url: system.url, secret }),
      allowedHosts: [{ host: "127.0.0.1", port: system.port }],
      toldNow: async () => notice,
    });
    const outbound = { address: "p_haram", key: "c_1:1:0", notice } as unknown as Outbound;
    expect([await channel.send(outbound), await channel.send(outbound)]).toEqual([
      { once: true },
      { once: true },
    ]);
    expect(new Set(system.told.map(({ id }) => id)).size).toBe(1);
    expect(channel.capabilities.knowsRepeats).toBe(true);
  });

  it("does not say that it sent what it had nothing to say of any more", async () => {
    const channel = partnerSystemChannel({
      ...{ systemOf: async () => ({ url: system.url, secret }), allowedHosts: [] },
      toldNow: async () => undefined,
    });
    const outbound = { address: "p_haram", key: "c_1:1:1", notice: {} } as unknown as Outbound;
    const told = system.told.length;
    expect(await channel.send(outbound)).toEqual({ moot: true });
    expect(system.told).toHaveLength(told);
  });
});
