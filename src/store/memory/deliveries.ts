/** The port of single messages in memory. */
import type { DeliveryStore } from "../deliveries.ts";
import { unsureSince } from "../doubt.ts";
import { changeLine } from "./engine.ts";
import { keyOf, type Tables } from "./tables.ts";

export function memoryDeliveries(tables: Tables): DeliveryStore {
  const lineOf = (conversation: Parameters<DeliveryStore["failed"]>[0], seq: number) =>
    tables.lines.get(conversation)?.find((line) => line.seq === seq && line.content === undefined);
  return {
    byExternalId(conversation, externalId) {
      for (const { row, externalId: id } of tables.sent.values()) {
        if (row.conversation === conversation && id === externalId)
          return { seq: row.seq, key: `${conversation}:${row.turn}:${row.index}` };
      }
      return undefined;
    },
    progress(conversation, seq, progress) {
      const line = lineOf(conversation, seq);
      const delivery = line?.delivery;
      if (delivery !== "handed_over" && delivery !== "delivered") return false;
      if (delivery === progress) return false;
      const problem = progress === "failed" ? "undelivered" : line?.problem;
      changeLine(tables, conversation, seq, { delivery: progress, problem });
      return true;
    },
    failed(conversation, seq) {
      const sent = tables.sent.get(keyOf(conversation, seq));
      const line = lineOf(conversation, seq);
      if (line?.delivery !== "failed" || !sent) return undefined;
      const unsure = unsureSince(line.problem);
      return { ...sent.row, state: "waiting", attempts: 0, notBefore: 0, possibleRepeat: false, ...unsure };
    },
  };
}
