/** Partners who accept the same order at once, again and again: one has it, the others are told, and the history tells it without a gap. */
import type { AgentName } from "../../src/domain/agent.ts";
import { type AgentId, type OfferId, type OrderRef, offerIdOf } from "../../src/domain/ids.ts";
import type { Order } from "../../src/domain/order.ts";
import type { PartnerName } from "../../src/domain/partner.ts";
import type { Acted } from "../../src/engine.ts";
import type { Office } from "../../src/office.ts";
import { partnerIdOf } from "../store/sample-partner.ts";
import { chance } from "./chance.ts";
import { checkHistory } from "./checker.ts";

const agent: AgentName = { id: "a_racing" as AgentId, name: "Sara", role: "agent" };
const partners: readonly PartnerName[] = Array.from({ length: 8 }, (_, n) => ({
  id: partnerIdOf(`n${n}`),
  name: { ar: `شريك ${n}`, en: `Partner ${n}` },
}));

/** Plays `races` races over the given orders and returns what was wrong, as sentences. */
export async function raceForOffers(
  office: Office,
  orders: readonly Order[],
  { races, seed }: { readonly races: number; readonly seed: number },
): Promise<readonly string[]> {
  const random = chance(seed);
  const wrong: string[] = [];
  const act = (ref: OrderRef, ...[what]: [Parameters<Office["engine"]["act"]>[1]]) =>
    office.engine.act(agent, what, { ref });
  for (const { ref } of orders) await act(ref, { type: "claim" });
  for (let race = 0; race < races; race += 1) {
    const order = orders[race % orders.length];
    if (!order) throw new Error("no order to race for");
    const { ref } = order;
    const several = partners.slice(0, 2 + Math.floor(random() * 7)).sort(() => random() - 0.5);
    const offers = several.map((partner, n) => ({
      partner,
      offer: offerIdOf(ref, String(race * 8 + n).padStart(16, "0")),
    }));
    for (const { partner, offer } of offers) await act(ref, { type: "offer", offer, partner, minutes: 30 });
    const outcomes = await Promise.all(offers.map(({ offer }) => accept(office, ref, offer, random() < 0.3)));
    const winners = several.filter((_, index) => outcomes[index]?.type === "done");
    const has = (await office.store.orders.get(ref))?.partner;
    if (winners.length !== 1)
      wrong.push(`race ${race} for ${ref}: ${winners.length} of ${several.length} won`);
    if (has?.id !== winners[0]?.id) wrong.push(`race ${race}: ${winners[0]?.id} won, ${has?.id} has it`);
    wrong.push(...outcomes.flatMap(toldWrong).map((fault) => `race ${race} for ${ref}: ${fault}`));
    await act(ref, { type: "give_back", reason: "the next race" });
  }
  for (const { ref } of orders) {
    const newest = await office.store.orders.get(ref);
    if (newest) wrong.push(...checkHistory(newest, await office.store.orders.history(ref)));
  }
  return wrong;
}

/** Some come a round of the event loop later than others, as requests do. */
async function accept(office: Office, ref: OrderRef, offer: OfferId, later: boolean): Promise<Acted> {
  if (later) await new Promise((resolve) => setImmediate(resolve));
  return office.engine.answerOffer(ref, offer, { type: "accept" });
}

function toldWrong(acted: Acted): readonly string[] {
  if (acted.type === "done") return [];
  const isTold =
    acted.type === "refused" && acted.refusal.reason === "offer_over" && acted.refusal.why === "taken";
  return isTold ? [] : [`told ${JSON.stringify(acted)}`];
}
