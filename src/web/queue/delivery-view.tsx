/** What became of one of our lines, in words, and the way to send it again where it failed. */
import type { Child } from "hono/jsx";
import type { ChatLine } from "../../domain/message.ts";
import type { Scene } from "./layout.tsx";
import { lineWordsIn, problemText } from "./line-words.ts";

type DeliveryProps = {
  readonly scene: Scene;
  readonly line: ChatLine;
  /** Nothing leaves this chat's line at present. */
  readonly isHeldUp: boolean;
};

/** May staff send it again? What a later reply took the place of would only confuse. */
export function mayGoAgain({ delivery, problem }: ChatLine): boolean {
  return delivery === "failed" && problem !== "overtaken";
}

export function DeliveryView({ scene, line, isHeldUp }: DeliveryProps): Child {
  if (line.delivery === undefined) return null;
  const why = whyOf({ scene, line, isHeldUp });
  const delivery = isHeldUp && line.delivery === "in_flight" ? "waiting" : line.delivery;
  return (
    <span class={`delivery ${delivery}`}>
      {delivery === "failed" && (
        <span class="sign" aria-hidden="true">
          !
        </span>
      )}
      {scene.words.chat.delivery[delivery]}
      {why !== undefined && <span class="why">: {why}</span>}
    </span>
  );
}

function whyOf({ scene, line, isHeldUp }: DeliveryProps): string | undefined {
  const { delivery, problem } = line;
  if (delivery === "failed") return problem && problemText(problem, scene.language, true);
  if (delivery !== "waiting" && delivery !== "in_flight") return undefined;
  if (isHeldUp) return lineWordsIn(scene.language).waitsForLine;
  return problem && problemText(problem, scene.language);
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
