/** Beside the reason of a case, whatever it is: a message for this customer may not have arrived. */
import type { Child } from "hono/jsx";
import type { Conversation } from "../../../domain/conversation.ts";
import type { Scene } from "./scene.ts";

export function DoubtPill(props: {
  readonly scene: Pick<Scene, "words">;
  readonly person: Conversation["person"];
}): Child {
  const { scene, person } = props;
  if (person?.doubts === undefined || person.reason === "unsure_message") return null;
  return <span class="pill">{scene.words.chat.reasons.unsure_message}</span>;
}
