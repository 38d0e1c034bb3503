/** «تم التسليم», "picked up": the step of the work that a partner has come to, where its words can mean no other and no other order. */
import { tokens } from "../../language/normalise.ts";
import { partnerMoves } from "../offers.ts";
import { flowOf } from "../pinned.ts";

import { takeStep } from "./order-work.ts";
import type { PartnerSaying } from "./read.ts";
import { isHeld, namedBy, type Scene } from "./scene.ts";

/** Takes the step. False where it is not clear which, of which order, or it may not be taken now: then the steps are to be shown. */
export function takeSaidStep(
  scene: Scene,
  named: Pick<PartnerSaying, "number" | "ref">,
  text: string,
): boolean {
  const { work, held } = scene;
  const [only, another] = held;
  const seen = namedBy(scene, named) ?? (another ? undefined : only);
  if (!seen || seen === "unknown" || !isHeld(scene, seen)) return false;
  const said = bare(text);
  const { stages } = flowOf(work.catalogue, seen.order);
  const meant = partnerMoves(work, seen.order).filter(({ stage }) =>
    stages.find(({ id }) => id === stage)?.words?.some((word) => bare(word) === said),
  );
  const [move, other] = meant;
  if (!move || other) return false;
  takeStep(scene, seen, move);
  return true;
}

/** Folded words without agreement and numbers around them: «طيب تم التسليم ١١». */
const bare = (text: string): string =>
  tokens(text)
    .map(({ text: word }) => word)
    .filter((word) => !/^(?:طيب|تمام|اوكي|ok|okay|خلاص|الحمدلله|يا|غالي|\d+)$/.test(word))
    .join(" ");
