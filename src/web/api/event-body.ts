/** What an event tells the office's own systems: names and moments of orders, never their answers; of a message its line, as the API gives it. Whoever needs more asks for it with a key. */
import type { HookEvent } from "../../domain/integration.ts";
import type { Engine } from "../../engine.ts";
import { readPage } from "./lines.ts";

/** Undefined where there is nothing to tell any more, or it was nobody's message: a line that staff wrote on the office's phone. */
export async function eventBody(
  engine: Pick<Engine, "lines" | "conversation">,
  event: HookEvent,
): Promise<object | undefined> {
  if (event.type !== "message.received") return { order: event.order, what: event.what };
  const { conversation: id, seq } = event;
  const chat = await engine.conversation(id);
  const [message] = (await readPage(engine, id, seq - 1, 1)).messages;
  if (!chat || message?.seq !== seq || message.from !== "customer") return undefined;
  return { conversation: id, channel: chat.channel, language: chat.language, message };
}
