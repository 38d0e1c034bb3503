/** An office of its own for simulated customers: the whole engine on a temporary folder, the embedded reading, and no network. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Channel } from "../../../channels/channel.ts";
import type { Catalogue } from "../../../conversation/flow/flow.ts";
import type { Draft } from "../../../domain/conversation.ts";
import type { Language } from "../../../domain/language.ts";
import type { Open } from "../../../domain/open-question.ts";
import type { Order } from "../../../domain/order.ts";
import { openOffice } from "../../../office.ts";

/** What a customer has before them. */
export type View = {
  readonly open: Open | undefined;
  readonly draft: Draft | undefined;
  /** Forms that are open, the one that is worked on included. */
  readonly drafts: readonly Draft[];
  readonly orders: readonly Order[];
  readonly text: string;
};

export type Chat = {
  /** Each at once after the other; then what is there when all of it is answered. */
  say(texts: readonly string[]): Promise<View>;
};

export type CustomersOffice = {
  readonly catalogue: Catalogue;
  readonly now: number;
  chat(address: string, language: Language): Promise<Chat>;
  close(): Promise<void>;
};

const channelName = "customers";

export async function openCustomersOffice(now: number): Promise<CustomersOffice> {
  const folder = mkdtempSync(join(tmpdir(), "wasit-customers-"));
  const sent = new Map<string, string[]>();
  const channel: Channel = {
    name: channelName,
    capabilities: { buttons: 10, maxTextLength: 4_096, canWriteFirst: false, edits: false, typing: false },
    start: async () => undefined,
    stop: async () => undefined,
    send({ address, text }) {
      sent.set(address, [...(sent.get(address) ?? []), text]);
      return {};
    },
  };
  const clock = { now: () => now };
  const office = await openOffice({
    ...{ dataDir: join(folder, "data"), channels: [channel] },
    ...{ clock, realClock: clock, manualClock: true, lockWaitMs: 0 },
  });
  let messages = 0;
  return {
    now,
    catalogue: office.catalogue(),
    async chat(address, language) {
      const { id } = await office.engine.openConversation({ channel: channelName, address, language });
      return {
        async say(texts) {
          sent.delete(address);
          const received = texts.map((text) => {
            messages += 1;
            const content = { type: "text", text } as const;
            return office.receive({ channel: channelName, address, id: `m${messages}`, content });
          });
          await Promise.all(received);
          await office.idle();
          const conversation = await office.engine.conversation(id);
          const page = await office.store.orders.list({ conversation: id }, { limit: 10 });
          const drafts = (conversation?.drafts ?? []).filter(({ abandoned }) => !abandoned);
          return {
            open: conversation?.open,
            draft: drafts.find((draft) => draft.id === conversation?.active) ?? drafts[0],
            drafts,
            orders: page.type === "page" ? page.orders : [],
            text: (sent.get(address) ?? []).join("\n").replace(/[\u2066-\u2069]/g, ""),
          };
        },
      };
    },
    async close() {
      await office.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
