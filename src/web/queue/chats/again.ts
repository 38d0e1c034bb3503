/** "Send again" in a conversation: a message that failed leaves once more. */
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { ConversationId } from "../../../domain/ids.ts";
import type { SentAgain } from "../../../engine.ts";
import { readForm } from "../../form.ts";
import type { Desk, QueueContext } from "../frame/desk.tsx";
import type { Notice } from "../frame/scene.ts";
import { lineWordsIn } from "../lines/line-words.ts";
import { mayGoAgain } from "./delivery-view.tsx";
import { parseFrom } from "./lines.ts";

type Answer = { readonly notice: Notice; readonly status?: ContentfulStatusCode };

/** Does what the form in the conversation asks for; 409 where there is nothing to send again. */
export async function answerAgain(
  desk: Desk,
  c: QueueContext,
  conversation: ConversationId,
): Promise<Answer> {
  const { log } = desk.parts;
  const seq = parseFrom((await readForm(c)).get("seq") ?? undefined);
  const words = lineWordsIn(desk.sceneFor(c).language);
  const sent = seq === undefined ? "nothing" : await goesAgain(desk, conversation, seq);
  log.info({ agent: c.get("agent").id, conversation, seq, sent }, "a message was to be sent again");
  if (sent === "sent") return { notice: { tone: "good", text: words.againDone } };
  return { status: 409, notice: { tone: "bad", text: words.againNot[sent] } };
}

async function goesAgain(
  { parts: { engine } }: Desk,
  conversation: ConversationId,
  seq: number,
): Promise<SentAgain> {
  const [line] = await engine.lines(conversation, seq - 1, 1);
  return line?.seq === seq && mayGoAgain(line) ? engine.sendAgain(conversation, seq) : "nothing";
}
