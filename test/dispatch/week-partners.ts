/** The thirty partners of a simulated week: where each is told of offers, when it works, and how it answers. */
import { type WeekHours, weekdays } from "../../src/domain/hours.ts";
import type { Partner } from "../../src/domain/partner.ts";
import { samplePartner } from "../store/sample-partner.ts";

export const partnerCount = 30;

/** By a system of its own, in a chat, by mail with a link. */
export type Door = "system" | "chat" | "mail";
export const doorOf = (index: number): Door =>
  (["system", "chat", "system", "mail", "chat"] as const)[(index + Math.floor(index / 10)) % 5] ?? "system";

/** `picky` declines half of them, `silent` never answers, `asleep` accepts at once and does nothing more. */
export type Temper = "prompt" | "slow" | "picky" | "silent" | "asleep";
export function temperOf(index: number): Temper {
  if (index % 10 === 9) return "silent";
  if (index % 10 === 4) return "asleep";
  return (["prompt", "slow", "picky"] as const)[index % 3] ?? "prompt";
}

const every = (shifts: readonly (readonly [string, string])[]): WeekHours =>
  Object.fromEntries(weekdays.map((day) => [day, shifts])) as unknown as WeekHours;
const split = [
  ["08:00", "12:00"],
  ["16:00", "22:00"],
] as const;
const hours = [
  every([["00:00", "24:00"]]),
  every([["09:00", "17:00"]]),
  { ...every(split), friday: [["16:00", "23:00"]] } as WeekHours,
] as const;

/** @param services first the one that every fifth does alone, then those that most do; the very first partner does all of them */
export function weekPartner(index: number, services: readonly string[]): Partner {
  const own = hours[index % 3];
  const contacts = {
    system: { webhook: `https://partner-${index}.example/hook` },
    chat: {},
    mail: { email: `${nameOf(index)}@mail.example` },
  } as const;
  return samplePartner(nameOf(index), {
    services: index === 0 ? services : services.slice(0, index % 5 === 0 ? 1 : 2),
    contacts: contacts[doorOf(index)],
    capacity: index === 0 ? 40 : 6 + 2 * (index % 3),
    ...(own && { hours: own }),
  });
}

export const nameOf = (index: number): string => `w${String(index).padStart(2, "0")}`;
/** Of `p_w07`, `w07@mail.example` and `courier w07`. */
export const indexIn = (text: string): number => Number(/w(\d\d)(?!\d)/.exec(text)?.[1]);
