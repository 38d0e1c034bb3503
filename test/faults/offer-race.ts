/** Partners who accept the same order at once, again and again: one has it, the others are told, and the history tells it without a gap. */
import type { AgentName } from "../../src/domain/agent.ts";
import { type AgentId, type OrderRef, offerIdOf } from "../../src/domain/ids.ts";
import type { Order } from "../../src/domain/order.ts";
import type { BenchOffice } from "../turn/bench-office.ts";
import { chance } from "./chance.ts";
import { checkHistory } from "./checker.ts";
import { type Outcome, openRacers, type Racer } from "./offer-racers.ts";

const agent: AgentName = { id: "a_racing" as AgentId, name: "Sara", role: "agent" };
const mostRacers = 9;

type Races = {
  /** As sentences. */
  readonly wrong: readonly string[];
  /** How often each door was first. */
  readonly won: Readonly<Record<Racer["door"], number>>;
};

/** Plays `races` races over the given orders: partners in chats, with systems and at the page behind their links, mixed. */
export async function raceForOffers(
  bench: BenchOffice,
  orders: readonly Order[],
  { races, seed }: { readonly races: number; readonly seed: number },
): Promise<Races> {
  const random = chance(seed);
  const wrong: string[] = [];
  const won = { chat: 0, system: 0, page: 0 };
  const office = bench.office();
  const racers = await openRacers(bench, mostRacers);
  const act = (ref: OrderRef, what: Parameters<typeof office.engine.act>[1]) =>
    office.engine.act(agent, what, { ref });
  for (let race = 0; race < races; race += 1) {
    const order = orders[race % orders.length];
    if (!order) throw new Error("no order to race for");
    const { ref } = order;
    // Nobody reads the same line again and again within a minute.
    bench.clock.at += 60_000;
    // Claimed just before its first offer, which makes the claim last.
    if (race < orders.length) await act(ref, { type: "claim" });
    const several = racers.toSorted(() => random() - 0.5).slice(0, 2 + Math.floor(random() * 7));
    const offers = several.map((racer, n) => ({
      racer,
      offer: offerIdOf(ref, String(race * mostRacers + n).padStart(16, "0")),
    }));
    for (const { racer, offer } of offers) {
      const { type } = await act(ref, { type: "offer", offer, partner: racer.partner, minutes: 30 });
      if (type !== "done") throw new Error(`no offer of ${ref} could be made: ${type}`);
    }
    await office.idle();
    const answered = await Promise.all(
      offers.map(async ({ racer, offer }) => {
        await later(Math.floor(random() * 4));
        return racer.accept(ref, offer);
      }),
    );
    await office.idle();
    const outcomes = answered.map((outcome) => outcome());
    const has = (await office.store.orders.get(ref))?.partner;
    wrong.push(...faultsOf(several, outcomes, has?.id).map((fault) => `race ${race} for ${ref}: ${fault}`));
    const winner = several.find(({ partner }) => partner.id === has?.id);
    if (winner) won[winner.door] += 1;
    await act(ref, { type: "give_back", reason: "the next race" });
  }
  for (const { ref } of orders) {
    const newest = await office.store.orders.get(ref);
    if (newest) wrong.push(...checkHistory(newest, await office.store.orders.history(ref)));
  }
  return { wrong, won };
}

/** Some come rounds of the event loop later than others, as requests do. */
async function later(rounds: number): Promise<void> {
  for (let round = 0; round < rounds; round += 1) await new Promise((resolve) => setImmediate(resolve));
}

/** One was told that the order is theirs, and has it; each other was told that somebody was faster. */
function faultsOf(
  racers: readonly Racer[],
  outcomes: readonly Outcome[],
  has: string | undefined,
): readonly string[] {
  const winners = racers.filter((_, index) => outcomes[index] === "won");
  const wrong = outcomes.flatMap((outcome, index) =>
    typeof outcome === "string" ? [] : [`${racers[index]?.door}: ${outcome.wrong}`],
  );
  if (winners.length !== 1) wrong.push(`${winners.length} of ${racers.length} won`);
  if (winners[0]?.partner.id !== has) wrong.push(`${winners[0]?.partner.id} won, ${has} has it`);
  return wrong;
}
