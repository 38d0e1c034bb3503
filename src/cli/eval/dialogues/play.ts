/** Plays dialogues between simulated customers and the office, one after the other. */
import { varieties } from "../../../flows/examples.ts";
import { customerOf } from "./customer.ts";
import { type CustomerWords, hasCustomers, loadCustomer, loadPlans } from "./customers.ts";
import { type Fault, judgeOf } from "./judge.ts";
import type { CustomersOffice, View } from "./office.ts";
import { type DialogueName, nameOf, type Plan, planOf } from "./plan.ts";

export type Played = {
  readonly name: DialogueName;
  readonly faults: readonly Fault[];
  /** The order is the planned one, whatever was said on the way. */
  readonly ordered: boolean;
  readonly turns: number;
  /** The opening, each required value that it left out, and the yes. */
  readonly least: number;
  /** What was said, by whom. */
  readonly lines: readonly string[];
};

const mostTurns = 40;
/** Faults after which the order is not what was wanted. */
const spoiling = new Set([
  "no order",
  "wrong order",
  "a second order",
  "a value nobody gave",
  "a note is lost",
  "a note nobody gave",
]);

/** Every service and variety that there are words for, `count` dialogues of each. */
export function dialogueNames(count: number): readonly DialogueName[] {
  return varieties
    .filter(hasCustomers)
    .flatMap((variety) =>
      Object.keys(wordsOf(variety).services).flatMap((service) =>
        Array.from({ length: count }, (_, nth) => ({ variety, service, nth })),
      ),
    );
}

/** Throws a `RangeError` where there is none of this name. */
export async function playDialogue(
  office: CustomersOffice,
  name: DialogueName,
  seed: number,
): Promise<Played> {
  const spec = office.catalogue.specs.find(({ id }) => id === name.service);
  const plan = plans()[name.service];
  if (!spec || !plan) throw new RangeError(`${nameOf(name)}: there is no such service`);
  return play(
    office,
    planOf(name, seed, { spec, plan, words: wordsOf(name.variety), now: office.now }),
    seed,
  );
}

async function play(office: CustomersOffice, plan: Plan, seed: number): Promise<Played> {
  const customer = customerOf(plan);
  const judge = judgeOf(plan);
  const language = plan.name.variety === "en" ? "en" : "ar";
  const chat = await office.chat(`${seed}/${nameOf(plan.name)}`, language);
  const shown: string[] = [];
  let view: View = { open: undefined, draft: undefined, drafts: [], orders: [], text: "" };
  let turns = 0;
  let least = 2;
  while (turns < mostTurns) {
    const lines = customer.next(view);
    if (lines.length === 0) break;
    view = await chat.say(lines.map(({ text }) => text));
    judge.turn(lines, view);
    if (turns === 0) {
      const told = new Set(lines.flatMap(({ tells }) => tells).map(({ field }) => field));
      least += [...plan.required].filter((field) => !told.has(field)).length;
    }
    turns += lines.length;
    for (const { text } of lines) shown.push(`> ${text}`);
    shown.push(view.text.replace(/^/gm, "  "));
  }
  const faults = judge.end(view, customer.notes, customer.asked);
  const ordered = !faults.some(({ family }) => spoiling.has(family));
  return { name: plan.name, faults, ordered, turns, least, lines: shown };
}

const kept = new Map<string, CustomerWords>();
function wordsOf(variety: DialogueName["variety"]): CustomerWords {
  const words = kept.get(variety) ?? loadCustomer(variety);
  kept.set(variety, words);
  return words;
}

let keptPlans: ReturnType<typeof loadPlans> | undefined;
const plans = () => (keptPlans ??= loadPlans());
