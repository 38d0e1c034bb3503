/** A message of ours as its chat has it, where nobody told what became of it. */
import type { Outbound } from "../../domain/message.ts";
import type { Web, WebMessage } from "./web.ts";

/** A message that may have left. `since`: when its hand-over began, epoch milliseconds. */
export type Doubt = { readonly id: string | undefined; readonly since: number };

/** Our message stands among so many of its chat, and its moment differs by less from this machine's. */
const newest = 30;
/** One whose id is known is looked for farther back: it lay in the page while the chat went on. */
const newestWithId = 300;
const skewMs = 120_000;

/**
 * By its id, else by its words, where no other message of ours has them. Rejects where the page can't show the chat.
 * @param isOther is this the id of another message of ours?
 */
export async function findOwn(
  web: Web,
  { address, text, document }: Pick<Outbound, "address" | "text" | "document">,
  { id, since }: Doubt,
  isOther: (id: string) => Promise<boolean>,
): Promise<WebMessage | undefined> {
  const hasItsWords = (message: WebMessage) =>
    message.text === text &&
    (message.file !== undefined) === (document !== undefined) &&
    message.at >= since - skewMs;
  const messages = (await web.messages(address, id === undefined ? newest : newestWithId)).filter(
    ({ fromMe }) => fromMe,
  );
  if (id !== undefined) return messages.findLast((message) => message.id === id);
  for (const message of messages.filter(hasItsWords).reverse())
    if (!(await isOther(message.id))) return message;
  return undefined;
}
