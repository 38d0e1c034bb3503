/** What became of one of our lines, in words, and the way to send it again where it failed. */
import type { Child } from "hono/jsx";
import type { ChatLine } from "../../../domain/message.ts";
import type { Scene } from "../frame/scene.ts";
import { Sign } from "../frame/sign.tsx";
import { lineWordsIn } from "../lines/line-words.ts";
import { problemText } from "../lines/problem-words.ts";

type DeliveryProps = {
  readonly scene: Scene;
  readonly line: ChatLine;
  /** Nothing leaves this chat's line at present. */
  readonly isHeldUp: boolean;
};

/** What a later reply took the place of would only confuse. */
const outOfPlace: ReadonlySet<string> = new Set(["overtaken", "unsure_overtaken", "moot"]);
/** Of these nobody can say that they did not arrive. */
const notCertain: ReadonlySet<string> = new Set([
  ...["unsure", "unsure_withdrawn", "unsure_overtaken", "unknown_after_restore"],
]);

/** May staff send it again? */
export function mayGoAgain({ delivery, problem = "" }: ChatLine): boolean {
  return delivery === "failed" && !outOfPlace.has(problem);
}

export function DeliveryView({ scene, line, isHeldUp }: DeliveryProps): Child {
  if (line.delivery === undefined) return null;
  const why = whyOf({ scene, line, isHeldUp });
  const delivery = isHeldUp && line.delivery === "in_flight" ? "waiting" : line.delivery;
  const isUncertain = delivery === "failed" && notCertain.has(line.problem ?? "");
  return (
    <span class={`delivery ${delivery}`}>
      {delivery === "failed" && <Sign />}
      {isUncertain ? lineWordsIn(scene.language).notCertain : scene.words.chat.delivery[delivery]}
      {why !== undefined && <span class="why">: {why}</span>}
    </span>
  );
}

function whyOf({ scene, line, isHeldUp }: DeliveryProps): string | undefined {
  const { delivery, problem } = line;
  const hasEnded = delivery !== "waiting" && delivery !== "in_flight";
  if (!hasEnded && isHeldUp) return lineWordsIn(scene.language).waitsForLine;
  // Words of staff are kept back for another reason than news: nobody wrote lately.
  const named = problem === "held" && line.from === "agent" && !hasEnded ? "held_words" : problem;
  return named && problemText(named, scene.language, hasEnded);
}

/** @param path the page's own address; the form goes to `{path}/again` */
export function AgainForm(props: {
  readonly scene: Scene;
  readonly line: ChatLine;
  readonly path: string;
}): Child {
  const { scene, line, path } = props;
  if (!mayGoAgain(line)) return null;
  return (
    <form class="again" hx-post={`${path}/again`} hx-target="#page">
      <input type="hidden" name="seq" value={line.seq} />
      <button type="submit">{lineWordsIn(scene.language).again}</button>
    </form>
  );
}
