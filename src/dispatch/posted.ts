/** What came of a letter, as a channel says it: handed over, or the port's own error, divided by who must act. */
import { ChannelError, type Handed } from "../channels/channel.ts";
import type { Posted, SmtpProblem } from "../mail/smtp.ts";
import type { MailTrouble } from "./mail-trouble.ts";

/** Settings are mended by people: no use in asking every few seconds. */
const mendedAfterMs = 10 * 60_000;
/** A server that says nothing of a letter is often too busy to look at it. */
const doubtMs = 75_000;

/** @throws ChannelError for a letter that was not taken */
export function handedBy(posted: Posted, trouble: Pick<MailTrouble, "lockedOut" | "letIn">): Handed {
  switch (posted.type) {
    case "taken":
      trouble.letIn();
      return {};
    case "later":
      throw new ChannelError({ type: "retry_later" }, wordsOf(posted.why));
    case "unsure":
      throw new ChannelError({ type: "retry_later", unsure: true, afterMs: doubtMs }, wordsOf(posted.why));
    case "not_let_in":
      trouble.lockedOut(posted.why);
      throw new ChannelError({ type: "retry_later", afterMs: mendedAfterMs }, wordsOf(posted.why));
    case "refused":
      throw new ChannelError({ type: "refused" }, wordsOf(posted.why));
    default:
      return posted satisfies never;
  }
}

/** For the log: nothing of what the server said, which may repeat an address. */
function wordsOf({ during, code }: SmtpProblem): string {
  return `the mail server: ${during}${code === undefined ? "" : ` ${code}`}`;
}
