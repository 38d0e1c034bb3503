/** An office with partners in chats of their own, on a channel without buttons: who joins, what is offered, what is said. */
import { join } from "node:path";
import { expect } from "vitest";
import { namePartner } from "../../src/dispatch/reach.ts";
import type { Fields } from "../../src/domain/answer.ts";
import { offerIdOf } from "../../src/domain/ids.ts";
import type { Order } from "../../src/domain/order.ts";
import type { Partner } from "../../src/domain/partner.ts";
import type { OfficeSettings } from "../../src/office.ts";
import { root } from "../../src/root.ts";
import { freshPartnerCode, hashOfPartnerCode, partnerCodeMs } from "../../src/turn/partner-codes.ts";
import { randomBytes } from "../kit.ts";
import { partnerIdOf, samplePartner } from "../store/sample-partner.ts";
import { sure } from "../web/tiny-office.ts";
import { type BenchOffice, noura, openBenchOffice } from "./bench-office.ts";

const openChat = () => Promise.reject(new Error("it has a chat of its own"));
export const naming = { openChat, secretOf: async () => undefined, mails: false };
export const fieldOf = (value: string) => ({
  value,
  evidence: { messageId: "m", text: value, start: 0, end: value.length, by: "agent" as const },
});

export async function openPartnerOffice(settings: Partial<OfficeSettings> = {}) {
  const bench = await openBenchOffice({ flowsDir: join(root, "flows"), ...settings });
  let said = 0;
  const office = () => bench.office();
  const partner = async (name: string): Promise<Partner> =>
    sure(await office().store.partners.get(partnerIdOf(name)));

  /** A code for a partner, made where there is none yet. */
  async function code(name: string, change: Partial<Partner> = {}): Promise<string> {
    const code = freshPartnerCode(randomBytes);
    const linkCode = { code: hashOfPartnerCode(code), until: bench.clock.at + partnerCodeMs };
    const known = await office().store.partners.get(partnerIdOf(name));
    const made = known ?? samplePartner(name, { services: ["parcel_delivery", "c2c_mediation"], ...change });
    await office().store.partners.save([{ ...made, contacts: { ...made.contacts, linkCode } }]);
    return code;
  }

  /** Says it, and gives what the office answered. */
  async function says(address: string, text: string): Promise<string> {
    const before = bench.to(address).length;
    said += 1;
    bench.clock.at += 1_000;
    await bench.say(address, `m${said}`, text);
    await office().idle();
    return bench
      .to(address)
      .slice(before)
      .map((one) => one.text)
      .join("\n");
  }
  return {
    ...{ bench, office, partner, says },
    newest: (address: string) => bench.to(address).at(-1)?.text ?? "",
    code,
    async joins(name: string, address: string): Promise<string> {
      return says(address, await code(name));
    },
    async order(service = "parcel_delivery", fields: Fields = {}): Promise<Order> {
      await says(`customer of ${service} ${said}`, "x");
      const chat = await bench.chat(`customer of ${service} ${said - 1}`);
      const acted = await office().engine.enterOrder({ conversation: chat.id, service, fields });
      const order = sure(acted.type === "done" ? acted.order : undefined);
      await office().engine.act(noura, { type: "claim" }, { ref: order.ref });
      return order;
    },
    async offer({ ref }: Order, name: string, asks?: "price"): Promise<void> {
      const named = await namePartner(naming, await partner(name));
      const offer = offerIdOf(ref, name.padEnd(16, "x"));
      const act = { type: "offer", offer, partner: named, minutes: 30, ...(asks && { asks }) } as const;
      expect((await office().engine.act(noura, act, { ref })).type).toBe("done");
      await office().idle();
    },
    stored: async ({ ref }: Order) => sure(await office().store.orders.get(ref)),
  };
}

export const customerOf = async (bench: BenchOffice, order: Order) =>
  sure(await bench.office().engine.conversation(order.conversation)).address;

/** Answers the newest message at an address that holds these words; gives what the office says there. @param writtenAt by the platform's clock */
export function replierIn({ bench, office }: Pick<PartnerOffice, "bench" | "office">) {
  bench.kept.numbers = true;
  let ids = 0;
  return async (address: string, text: string, to: string, writtenAt?: number): Promise<string> => {
    const before = bench.to(address).length;
    const nth = 1 + bench.sent.findLastIndex((one) => one.address === address && one.text.includes(to));
    expect(nth).toBeGreaterThan(0);
    ids += 1;
    bench.clock.at += 1_000;
    const content = { type: "text", text } as const;
    const said = { channel: "counting", address, id: `answer ${ids}`, content, answers: String(nth) };
    await office().receive({ ...said, ...(writtenAt !== undefined && { at: writtenAt }) });
    await office().idle();
    return bench
      .to(address)
      .slice(before)
      .map((one) => one.text)
      .join("\n");
  };
}

export type PartnerOffice = Awaited<ReturnType<typeof openPartnerOffice>>;
