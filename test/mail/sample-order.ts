/** An order of the real hotel flow as a value, with whatever a test wants its answers to say. */
import { join } from "node:path";
import type { Fields } from "../../src/domain/answer.ts";
import type { ConversationId, CustomerId, DraftId, OrderRef } from "../../src/domain/ids.ts";
import type { Order } from "../../src/domain/order.ts";
import { loadCatalogue } from "../../src/flows/load.ts";
import { root } from "../../src/root.ts";
import { sure } from "../web/tiny-office.ts";

const loaded = loadCatalogue(join(root, "flows"), "Asia/Riyadh");
if (loaded.type !== "loaded") throw new Error("the flows have problems");
export const flowsCatalogue = loaded.catalogue;

export function sampleOrder(answers: Readonly<Record<string, string>>): Order {
  const flow = sure(flowsCatalogue.flows.get("hotel_booking"));
  const fields: Fields = Object.fromEntries(
    Object.entries(answers).map(([name, value]) => [
      name,
      { value, evidence: { text: value, messageId: "m1", start: 0, end: value.length, by: "embedded" } },
    ]),
  );
  return {
    ...{ ref: "BR-10001" as OrderRef, draft: "1.1" as DraftId, version: 1, placedAt: 0, changedAt: 0 },
    ...{ conversation: "c_x" as ConversationId, customer: "u_x" as CustomerId },
    ...{ service: flow.id, flowHash: flow.hash, fields, state: { status: "seeking", at: 0 } },
  };
}
