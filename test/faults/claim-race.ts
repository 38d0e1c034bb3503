/** Agents who claim the same order at once, again and again: one wins, the others are told who, and the history tells it without a gap. */
import type { AgentName } from "../../src/domain/agent.ts";
import type { AgentId } from "../../src/domain/ids.ts";
import type { Order } from "../../src/domain/order.ts";
import type { Acted } from "../../src/engine.ts";
import type { Office } from "../../src/office.ts";
import { chance } from "./chance.ts";
import { checkHistory } from "./checker.ts";

const agents: readonly AgentName[] = Array.from({ length: 16 }, (_, n) => ({
  id: `a_agent${n}` as AgentId,
  name: `Agent ${n}`,
  role: "agent",
}));

/** Plays `races` races over the given orders and returns what was wrong, as sentences. */
export async function raceForClaims(
  office: Office,
  orders: readonly Order[],
  { races, seed }: { readonly races: number; readonly seed: number },
): Promise<readonly string[]> {
  const random = chance(seed);
  const wrong: string[] = [];
  for (let race = 0; race < races; race += 1) {
    const order = orders[race % orders.length];
    if (!order) throw new Error("no order to race for");
    const several = agents.slice(0, 2 + Math.floor(random() * 15)).sort(() => random() - 0.5);
    const outcomes = await Promise.all(several.map((agent) => claim(office, order, agent, random() < 0.3)));
    wrong.push(
      ...judge(race, several, outcomes).map((fault) => `I8 race ${race} for ${order.ref}: ${fault}`),
    );
    const holder = (await office.store.orders.get(order.ref))?.claim;
    const winner = several.find((_, index) => outcomes[index]?.type === "done");
    if (holder?.agent !== winner?.id)
      wrong.push(`I8 race ${race}: ${winner?.name} won, ${holder?.name} has it`);
    if (winner) await office.engine.act(winner, { type: "release" }, { ref: order.ref });
  }
  for (const { ref } of orders) {
    const newest = await office.store.orders.get(ref);
    if (newest) wrong.push(...checkHistory(newest, await office.store.orders.history(ref)));
  }
  return wrong;
}

/** Some come a round of the event loop later than others, as requests do. */
async function claim(office: Office, { ref }: Order, agent: AgentName, later: boolean): Promise<Acted> {
  if (later) await new Promise((resolve) => setImmediate(resolve));
  return office.engine.act(agent, { type: "claim" }, { ref });
}

function judge(race: number, several: readonly AgentName[], outcomes: readonly Acted[]): readonly string[] {
  const winners = several.filter((_, index) => outcomes[index]?.type === "done");
  const [winner] = winners;
  const told = outcomes.flatMap((acted) => (acted.type === "refused" ? [acted.refusal] : []));
  const wrong = winners.length === 1 ? [] : [`${winners.length} of ${several.length} won`];
  if (winners.length + told.length !== several.length) wrong.push("somebody got no answer");
  for (const refusal of told) {
    if (refusal.reason !== "already_claimed" || refusal.by !== winner?.name)
      wrong.push(`told ${JSON.stringify(refusal)} in race ${race}, ${winner?.name} won`);
  }
  return wrong;
}
