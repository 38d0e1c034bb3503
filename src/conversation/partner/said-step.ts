/**
 * «تم التسليم», "picked up": the step of the work that a partner has come to. It is taken where the words can mean no other, no other order, and
 * nothing else; read back where they only may; and else the steps are shown.
 */
import type { Move } from "../../domain/act.ts";
import { tokens } from "../../language/letters/normalise.ts";
import { holdersOf } from "../../orders/change.ts";
import { beginsAt, standsSince } from "../../orders/due/stage-wait.ts";
import { stageOf } from "../../orders/status.ts";
import { flowOf } from "../flow/pinned.ts";
import { type Seen, seenOf } from "./jobs.ts";
import { partnerMoves } from "./offers.ts";
import { takeStep } from "./order-work.ts";
import type { Named } from "./read.ts";
import { isHeld, isSaidAfter, namedBy, openSure, type Scene } from "./scene.ts";
import { pressOf, stepLabel, stepPress, told } from "./show.ts";
import { give, line } from "./speak.ts";

/** Takes the step, or reads it back. False where it is not clear which, of which order, or it may not be taken now: then the steps are to be shown. */
export function takeSaidStep(scene: Scene, named: Named, text: string): boolean {
  const { work, held } = scene;
  const [only, another] = held;
  const meant = namedBy(scene, named);
  const seen = meant ?? (another ? undefined : only);
  if (!seen || seen === "unknown" || !isHeld(scene, seen)) return false;
  const said = bare(text);
  const { stages } = flowOf(work.catalogue, seen.order);
  const all = partnerMoves(work, seen.order);
  const labelled = all.filter((move) => labelsOf(scene, seen, move).includes(said));
  const worded = all.filter(({ stage }) =>
    stages.find(({ id }) => id === stage)?.words?.some((word) => bare(word) === said),
  );
  const [move, other] = labelled.length > 0 ? labelled : worded;
  if (!move || other) return false;
  const isClear = isNext(scene, seen, move) && (meant !== undefined || !hadAnother(scene, seen));
  // Who says it again below the question has answered it.
  if (isClear || openSure(scene)?.yes === stepPress(seen.order, move)) takeStep(scene, seen, move);
  else askStep(scene, seen, move);
  return true;
}

/** What the step's button says, in both languages: who types it has pressed it. */
const labelsOf = ({ work: { catalogue } }: Scene, { order }: Seen, move: Move): readonly string[] =>
  (["ar", "en"] as const).map((language) =>
    bare(stepLabel({ catalogue, language, at: order.changedAt }, order, move)),
  );

/** It is what comes next: what has not begun begins with its first stage and not before its day, it ends behind its last, and the words know how the order stands. */
function isNext({ work, event }: Scene, { order }: Seen, { to, stage }: Move): boolean {
  const flow = flowOf(work.catalogue, order);
  if (to === "done" && stageOf(order.state) !== flow.stages.at(-1)?.id) return false;
  const hasBegun = order.state.status === "in_progress" || stage === flow.stages[0]?.id;
  const isDue = beginsAt(order, { flow, zone: work.catalogue.zone }) <= event.said.at;
  return hasBegun && isDue && isSaidAfter(event, standsSince(order));
}

/** For so long after an order was theirs no more, words without a number may still be of it. */
const afterwardsMs = 60 * 60_000;

function hadAnother(scene: Scene, { order }: Seen): boolean {
  const { chat, event } = scene;
  return seenOf(chat.jobs, event.orders).some(
    (one) =>
      one.order.ref !== order.ref &&
      !isHeld(scene, one) &&
      holdersOf(one.order).some(({ id }) => id === chat.id) &&
      one.order.changedAt >= event.said.at - afterwardsMs,
  );
}

function askStep({ work }: Scene, seen: Seen, move: Move): void {
  const { job, order } = seen;
  work.about = order.ref;
  line(work, "step_sure", { number: String(job.number), step: stepLabel(work, order, move) });
  give(work, [
    { value: stepPress(seen.order, move), label: told(work, "do_sure_step") },
    { value: pressOf("show", order.ref), label: told(work, "do_not_yet") },
  ]);
}

/** Folded words without agreement and numbers around them: «طيب تم التسليم ١١». */
const bare = (text: string): string =>
  tokens(text)
    .map(({ text: word }) => word)
    .filter((word) => !/^(?:طيب|تمام|اوكي|ok|okay|خلاص|الحمدلله|يا|غالي|\d+)$/.test(word))
    .join(" ");
