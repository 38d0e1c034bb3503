/** What one customer wants: a service, a value for each field that they have in mind, and whether they are of the kind that corrects, asks and adds. */
import type { AnswerType } from "../../../domain/answer.ts";
import type { ServiceSpec } from "../../../domain/understanding.ts";
import type { Variety } from "../../../flows/examples.ts";
import { type Chance, chanceOf } from "./chance.ts";
import type { CustomerWords, ServicePlan } from "./customers.ts";
import { type Meant, valueFor } from "./values.ts";

/** `en/hotel_booking/3`: by it and the seed a dialogue is played again. */
export type DialogueName = { readonly variety: Variety; readonly service: string; readonly nth: number };

export const nameOf = ({ variety, service, nth }: DialogueName): string => `${variety}/${service}/${nth}`;

export type Plan = {
  readonly name: DialogueName;
  readonly chance: Chance;
  readonly words: CustomerWords;
  readonly spoken: CustomerWords["services"][string];
  /** By field; a correction replaces one. */
  readonly values: Map<string, Meant>;
  readonly required: ReadonlySet<string>;
  readonly later: ReadonlySet<string>;
  /** Told only when asked. */
  readonly silent: ReadonlySet<string>;
  /** The order may hold these, though the plan has no value for them. */
  readonly implied: ReadonlySet<string>;
  /** Another value of a field, for who changes their mind. */
  readonly another: (field: string) => Meant | undefined;
};

export type PlanDeps = {
  readonly spec: ServiceSpec;
  readonly plan: ServicePlan;
  readonly words: CustomerWords;
  readonly now: number;
};

export function planOf(name: DialogueName, seed: number, { spec, plan, words, now }: PlanDeps): Plan {
  const chance = chanceOf(`${seed}:${nameOf(name)}`);
  const spoken = words.services[name.service];
  if (!spoken) throw new RangeError(`${name.variety}.yaml has no words for ${name.service}`);
  const typeOf = new Map<string, AnswerType>(spec.fields.map(({ name: field, type }) => [field, type]));
  const invent = (field: string): Meant | undefined => {
    const own = spoken.fields[field];
    const type = typeOf.get(field);
    const numbers = plan.numbers[field];
    return own && type && valueFor({ field, type, ...(numbers && { numbers }) }, own, words, { chance, now });
  };
  const values = new Map<string, Meant>();
  const isTaken = (meant: Meant) =>
    [...values.values()].some(
      (one) => one.field !== meant.field && one.type === meant.type && sameSaying(one, meant),
    );
  /** Two values of one type are told apart: another city, another phone, another name. */
  const distinct = (field: string): Meant | undefined => {
    for (let tries = 0; tries < 20; tries++) {
      const meant = invent(field);
      if (!meant || !isTaken(meant)) return meant;
    }
    return undefined;
  };
  const required = spec.fields.filter((field) => field.required).map((field) => field.name);
  const wanted = [
    ...required.filter((field) => !plan.later.includes(field)),
    ...plan.asked,
    ...plan.sometimes.filter(() => chance.happens(0.35)),
  ];
  for (const field of wanted) {
    const meant = distinct(field);
    if (meant) values.set(field, meant);
  }
  return {
    ...{ name, chance, words, spoken, values },
    required: new Set(required),
    later: new Set(plan.later),
    silent: new Set(plan.asked),
    implied: new Set(plan.implied),
    another(field) {
      if (plan.kept.includes(field)) return undefined;
      const before = values.get(field);
      const meant = distinct(field);
      return meant && before && !sameSaying(meant, before) ? meant : undefined;
    },
  };
}

const sameSaying = (one: Meant, other: Meant): boolean =>
  JSON.stringify(one.value) === JSON.stringify(other.value);
