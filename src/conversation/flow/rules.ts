/**
 * The named rules that a flow may use: predicates that decide whether a question is asked, and derivations that fill a field from
 * others. Field names are those of the service catalogue; nothing here knows a particular flow.
 */
import type { AnswerValue, Field, Fields } from "../../domain/answer.ts";
import { fold, tokens } from "../../language/letters/normalise.ts";
import { findMoney } from "../../language/money/money.ts";
import { placeNamed } from "../../language/places/places.ts";
import { addDays, daysBetween } from "../../language/times/clock.ts";
import type { Flow } from "./flow.ts";
import type { ruleNames } from "./flow-question.ts";

export type RuleName = (typeof ruleNames)[number];

/** The fields after a derivation; `contradiction` names the field that can't stand with the others. */
export type Derived = { readonly fields: Fields; readonly contradiction?: string };

/** Whether a question that hangs on a rule is to be asked. A derivation never makes a question. */
export function holds(rule: RuleName, fields: Fields): boolean {
  if (rule === "inside_kingdom") return isInKingdom(fields.from_city) && isInKingdom(fields.to_city);
  if (rule === "without_url") return fields.url === undefined;
  return rule === "without_service" && fields.service === undefined;
}

function isInKingdom(field: Field | undefined): boolean {
  return field !== undefined && placeNamed(String(field.value))?.country === "SA";
}

/** Applies the flow's derivations in their order. `changed`: the fields that this turn set, which win over older ones. */
export function derive(flow: Flow, fields: Fields, changed: ReadonlySet<string>): Derived {
  let derived: Derived = { fields };
  for (const rule of flow.rules) {
    if (derived.contradiction !== undefined) return derived;
    if (rule === "checkout_from_nights") derived = deriveStay(derived.fields, changed);
    if (rule === "guests_from_adults_and_children") derived = deriveGuests(derived.fields);
    if (rule === "duration_from_dates") derived = deriveDuration(derived.fields, changed);
    if (rule === "end_time_from_duration") derived = deriveEndTime(derived.fields, changed);
    if (rule === "basis_from_words") derived = deriveBasis(derived.fields, flow);
    if (rule === "unit_from_words") derived = deriveUnit(derived.fields, flow);
    if (rule === "deadline_after_start") derived = checkDeadline(derived.fields, changed);
  }
  return derived;
}

const byRule = { text: "", messageId: "", start: 0, end: 0, by: "derived" } as const;

function withDerived(fields: Fields, name: string, value: AnswerValue): Fields {
  return { ...fields, [name]: { value, evidence: byRule } };
}

const isDerived = (field: Field | undefined): boolean => field?.evidence.by === "derived";

/** Of arrival, nights and departure any two give the third; of three that disagree the newest two stand. */
function deriveStay(fields: Fields, changed: ReadonlySet<string>): Derived {
  const { checkin, nights, checkout } = fields;
  if (checkin && checkout && (!nights || isDerived(nights) || mustYield("nights", "checkout", changed))) {
    const count = daysBetween(String(checkin.value), String(checkout.value));
    if (count > 0)
      return count === nights?.value ? { fields } : { fields: withDerived(fields, "nights", count) };
    if (!nights || !isDerived(checkout))
      return { fields: without(fields, "checkout"), contradiction: "checkout" };
  }
  if (
    checkin &&
    nights &&
    (!checkout ||
      isDerived(checkout) ||
      mustYield("checkout", "nights", changed) ||
      mustYield("checkout", "checkin", changed))
  ) {
    const date = addDays(String(checkin.value), Number(nights.value));
    return date === checkout?.value ? { fields } : { fields: withDerived(fields, "checkout", date) };
  }
  if (nights && checkout && !checkin) {
    return { fields: withDerived(fields, "checkin", addDays(String(checkout.value), -Number(nights.value))) };
  }
  if (
    checkin &&
    nights &&
    checkout &&
    daysBetween(String(checkin.value), String(checkout.value)) !== nights.value
  ) {
    return { fields: without(fields, "nights"), contradiction: "nights" };
  }
  return { fields };
}

/** From a first and a last day follows how long, unless that was said; a length said later than the last day replaces it. */
function deriveDuration(fields: Fields, changed: ReadonlySet<string>): Derived {
  const { date, end_date, duration } = fields;
  if (duration && !isDerived(duration) && !mustYield("duration", "end_date", changed)) {
    return end_date && mustYield("end_date", "duration", changed)
      ? { fields: without(fields, "end_date") }
      : { fields };
  }
  if (!date || !end_date) return { fields };
  const days = daysBetween(String(date.value), String(end_date.value));
  if (days <= 0) return { fields: without(fields, "end_date"), contradiction: "end_date" };
  const iso = `P${days}D`;
  return duration?.value === iso ? { fields } : { fields: withDerived(fields, "duration", iso) };
}

/** From a beginning and some hours follows the end, on the same day; an end before the beginning can't stand. */
function deriveEndTime(fields: Fields, changed: ReadonlySet<string>): Derived {
  const { time, time_end, duration } = fields;
  if (!time) return { fields };
  const begins = minutesOf(String(time.value));
  const hours = duration && minutesIn(String(duration.value));
  if (
    hours !== undefined &&
    (!time_end || isDerived(time_end) || mustYield("time_end", "duration", changed))
  ) {
    const ends = begins + hours;
    if (ends > dayMinutes) return { fields: time_end ? without(fields, "time_end") : fields };
    const value = `${String(Math.floor((ends % dayMinutes) / 60)).padStart(2, "0")}:${String(ends % 60).padStart(2, "0")}`;
    return time_end?.value === value ? { fields } : { fields: withDerived(fields, "time_end", value) };
  }
  if (!time_end) return { fields };
  const until = minutesOf(String(time_end.value));
  // Midnight ends a day, and begins none that is booked until it.
  if (until !== 0 && until <= begins)
    return { fields: without(fields, "time_end"), contradiction: "time_end" };
  return hours !== undefined && mustYield("duration", "time_end", changed)
    ? { fields: without(fields, "duration") }
    : { fields };
}

const dayMinutes = 1440;
const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/** The minutes of a length of hours («PT2H30M»); undefined for one of days or months. */
function minutesIn(iso: string): number | undefined {
  const read = /^PT(?:(\d+)H)?(?:(\d+)M)?$/.exec(iso);
  return read ? Number(read[1] ?? 0) * 60 + Number(read[2] ?? 0) : undefined;
}

/** «٣٠٠ ريال لليلة»: what a budget is for, as the words say that it was read in; where the flow knows such a basis. */
function deriveBasis(fields: Fields, flow: Flow): Derived {
  const { budget, budget_basis } = fields;
  if (!budget || (budget_basis && !isDerived(budget_basis))) return { fields };
  const basis = findMoney(budget.evidence.text)[0]?.value.basis;
  const known = flow.questions
    .find(({ name }) => name === "budget_basis")
    ?.options?.some(({ id }) => id === basis);
  if (basis === undefined || !known)
    return { fields: budget_basis ? without(fields, "budget_basis") : fields };
  return budget_basis?.value === basis ? { fields } : { fields: withDerived(fields, "budget_basis", basis) };
}

/** «٥٠٠ طن»: the unit of a quantity, as the words say that it was read in. */
function deriveUnit(fields: Fields, flow: Flow): Derived {
  const { quantity, quantity_unit } = fields;
  if (quantity_unit && !isDerived(quantity_unit)) return { fields };
  const words = quantity ? tokens(quantity.evidence.text).map(({ text }) => text) : [];
  const unit = flow.questions
    .find(({ name }) => name === "quantity_unit")
    ?.options?.find((option) =>
      [option.label.ar, option.label.en, ...option.words].some((name) => words.includes(fold(name))),
    )?.id;
  if (unit === undefined) return { fields: quantity_unit ? without(fields, "quantity_unit") : fields };
  return quantity_unit?.value === unit ? { fields } : { fields: withDerived(fields, "quantity_unit", unit) };
}

/** What is begun on a day cannot be due before it: the older of the two is asked for again. */
function checkDeadline(fields: Fields, changed: ReadonlySet<string>): Derived {
  const { deadline } = fields;
  const start = ["pickup_date", "date"].find((name) => fields[name] !== undefined);
  if (!deadline || start === undefined || String(deadline.value) >= String(fields[start]?.value))
    return { fields };
  const yields = mustYield(start, "deadline", changed) ? start : "deadline";
  return { fields: without(fields, yields), contradiction: yields };
}

/** An older value gives way to one that the customer has just said. */
function mustYield(older: string, newer: string, changed: ReadonlySet<string>): boolean {
  return changed.has(newer) && !changed.has(older);
}

function without(fields: Fields, name: string): Fields {
  const { [name]: _dropped, ...rest } = fields;
  return rest;
}

/** Adults and children together are the guests, unless the customer counted the guests differently and in words. */
function deriveGuests(fields: Fields): Derived {
  const { adults, children, guests } = fields;
  if (!adults) return { fields };
  const count = Number(adults.value) + Number(children?.value ?? 0);
  if (guests && !isDerived(guests)) {
    // «5 أشخاص، منهم كبيران»: fewer named than counted is no contradiction.
    return count > Number(guests.value)
      ? { fields: without(fields, "guests"), contradiction: "guests" }
      : { fields };
  }
  return guests?.value === count ? { fields } : { fields: withDerived(fields, "guests", count) };
}
