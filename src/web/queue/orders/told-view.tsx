/** What a partner was told and has not confirmed, or could not be told: staff who call it note that here, and nothing is waited for any more. */
import type { Child } from "hono/jsx";
import type { HistoryRow, Order } from "../../../domain/order.ts";
import { awaited } from "../../../orders/confirmation.ts";
import type { Scene } from "../frame/layout.tsx";
import { PlainText } from "../frame/plain-text.tsx";

type ToldProps = {
  readonly scene: Scene;
  readonly order: Order;
  readonly history: readonly HistoryRow[];
  readonly path: string;
};

export function ToldView({ scene, order, history, path }: ToldProps): Child {
  const { words, language } = scene;
  const waits = waitOf(order, history);
  if (!waits) return null;
  return (
    <div class="notice bad" id="partner-told">
      <p>
        <PlainText text={words.order.toldHint[waits.what](waits.partner.name[language])} ours />
      </p>
      <form hx-post={`${path}/partner_told`} hx-target="#page">
        <input type="hidden" name="version" value={String(order.version)} />
        <button type="submit">{words.order.partnerTold}</button>
      </form>
    </div>
  );
}

/** Of what could not be told, the newest word counts: who was called since is not called again. */
function waitOf(order: Order, history: readonly HistoryRow[]) {
  const asked = awaited(order);
  if (asked && order.partner)
    return { what: asked.state === "late" ? "late" : "asked", partner: order.partner } as const;
  const last = history.findLast(({ what }) => what === "untold" || settling.has(what));
  return last?.what === "untold" && last.partner
    ? ({ what: "untold", partner: last.partner } as const)
    : undefined;
}

/** It was told, or has spoken. */
const settling: ReadonlySet<HistoryRow["what"]> = new Set([
  "partner_told",
  "confirmed",
  "not_possible",
  "given",
]);
