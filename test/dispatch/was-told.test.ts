import { describe, expect, it } from "vitest";
import { wasTold } from "../../src/dispatch/was-told.ts";
import type { Conversation } from "../../src/domain/conversation.ts";
import type { ConversationId, OrderRef } from "../../src/domain/ids.ts";
import type { ChatLine } from "../../src/domain/message.ts";
import { samplePartner } from "../store/sample-partner.ts";

const ref = "BR-10001" as OrderRef;
const chat = "c_one" as ConversationId;
const { id, name } = samplePartner("a");
const offer = { partner: { id, name, chats: [chat] }, madeAt: 10 };
const line = (change: Partial<ChatLine>): ChatLine => ({
  ...{ seq: 1, from: "office", at: 10, order: ref, delivery: "handed_over" },
  ...change,
});
const told = (lines: readonly ChatLine[]) =>
  wasTold(
    {
      getConversation: async () => ({ id: chat, lastSeq: 400 }) as Conversation,
      lines: async () => lines,
    },
    offer,
    ref,
  );

describe("wasTold", () => {
  it.each(["handed_over", "delivered", "read"] as const)("is true once its news is %s", async (delivery) => {
    expect(await told([line({ delivery })])).toBe(true);
  });

  it.each([
    ["waits", line({ delivery: "waiting" })],
    ["is on its way", line({ delivery: "in_flight" })],
    ["was over before it left", line({ delivery: "failed", problem: "moot" })],
    ["is of another order", line({ order: "BR-10002" as OrderRef })],
    ["is of an earlier offer", line({ at: 9 })],
  ])("is false while it %s", async (_, one) => {
    expect(await told([one])).toBe(false);
  });

  it("is false for a partner without a chat", async () => {
    const { chats: _, ...bare } = offer.partner;
    const store = { getConversation: async () => undefined, lines: async () => [line({})] };
    expect(await wasTold(store, { ...offer, partner: bare }, ref)).toBe(false);
  });
});
