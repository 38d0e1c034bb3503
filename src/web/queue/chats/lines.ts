/** Which lines of a chat a page shows, and in which line a piece of evidence stands. */
import type { Conversation } from "../../../domain/conversation.ts";
import type { ChatLine } from "../../../domain/message.ts";
import type { Engine } from "../../../engine.ts";
import type { ShownLines } from "./conversation-view.tsx";

/** Lines on a first look, and how many more "earlier lines" brings. */
const lookBack = 40;
/** However far back a page begins, it shows no more than this. */
const mostShown = 400;
/** Evidence is looked for in so many of the latest lines. */
const mostSearched = 400;

/** The latest lines, or those from `from` on. */
export async function readShownLines(
  engine: Pick<Engine, "lines">,
  conversation: Conversation,
  from: number | undefined,
): Promise<ShownLines> {
  const latest = Math.max(1, conversation.lastSeq - lookBack + 1);
  const first = from === undefined ? latest : Math.min(from, latest);
  const lines = await engine.lines(conversation.id, first - 1, mostShown);
  const lastShown = lines.at(-1)?.seq ?? conversation.lastSeq;
  return {
    lines,
    isCut: lastShown < conversation.lastSeq,
    ...(first > 1 && { earlierFrom: Math.max(1, first - lookBack) }),
  };
}

/** `seq` of the customer's message with this id, among the latest lines. */
export async function readLineFinder(
  engine: Pick<Engine, "lines">,
  conversation: Conversation,
): Promise<(messageId: string) => number | undefined> {
  const lines = await engine.lines(
    conversation.id,
    Math.max(0, conversation.lastSeq - mostSearched),
    mostSearched,
  );
  const seqs = new Map(
    lines.flatMap((line: ChatLine) => (line.id === undefined ? [] : [[line.id, line.seq]])),
  );
  return (messageId) => seqs.get(messageId);
}

/** `?from=12`: a line of the chat, if it is one. */
export function parseFrom(text: string | undefined): number | undefined {
  return text !== undefined && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : undefined;
}
