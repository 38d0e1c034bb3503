/** What is left out of an answer's reading: a cancel that is doubtful, a change without a value, what the form holds already. */
import type { Understanding } from "../../domain/understanding.ts";
import type { Meaning } from "../wishes/clause-reads.ts";
import { isHeldIn } from "./held-values.ts";
import type { Open } from "./open-form.ts";

/** «خلاص الاربعا، …»: whoever gives a value goes on, unless the message leaves in so many words, or for something else. */
export function withoutDoubtfulCancel(
  all: readonly Understanding[],
  away: readonly Meaning[],
): readonly Understanding[] {
  const gives = all.some((one) => one.type === "answers" && Object.keys(one.fields).length > 0);
  const isSure =
    away.some(({ rule }) => rule?.type === "cancel") || all.some(({ type }) => type === "request");
  return gives && !isSure ? all.filter((one) => one.type !== "cancel" || one.service !== undefined) : all;
}

/** «لا ٥ لسه في الشغل، خليها ٧»: what is to be changed is not asked where the message gives it. */
export function withoutBare(given: readonly Understanding[]): readonly Understanding[] {
  const isBare = (one: Understanding): boolean =>
    one.type === "correct" && !one.ask && !one.bad && Object.keys(one.fields).length === 0;
  const gives = given.some((one) => one.type === "answers" && Object.keys(one.fields).length > 0);
  return gives ? given.filter((one) => !isBare(one)) : given;
}

/** "0596…, and the letter has to be in Arabic": beside what is new, what the form holds already is not said again. */
export function withoutHeld({ values }: Open, given: readonly Understanding[]): readonly Understanding[] {
  if (given.length < 2 || !values) return given;
  return given.filter(
    (one) =>
      one.type !== "correct" || one.ask || one.bad || !Object.entries(one.fields).every(isHeldIn(values)),
  );
}
