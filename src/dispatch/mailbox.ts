/** A channel of letters: people's mailboxes, to which things are told one letter at a time. Nothing comes in here. */
import { createHash } from "node:crypto";
import { type Channel, ChannelError, type Handed } from "../channels/channel.ts";
import type { Outbound } from "../domain/message.ts";
import { domainOf, type SmtpSettings } from "../mail/smtp.ts";
import { fewAtOnce } from "./few-at-once.ts";

export type MailboxTelling = {
  readonly name: string;
  /** Connections to the server at one time: providers allow few, and lock who opens more. */
  readonly mostAtOnce: number;
  /** Ends early, and throws, once `stop` is aborted. @throws ChannelError */
  readonly tell: (outbound: Outbound, stop: AbortSignal) => Promise<Handed>;
};

export function mailboxChannel({ name, mostAtOnce, tell }: MailboxTelling): Channel {
  const few = fewAtOnce(
    mostAtOnce,
    () => new ChannelError({ type: "retry_later" }, "the office is stopping"),
  );
  const ending = new AbortController();
  return {
    name,
    capabilities: {
      ...{ buttons: 0, maxTextLength: 100_000, canWriteFirst: true, edits: false, typing: false },
      ordersApart: true,
    },
    start: async (_receive, desk) => desk.report({ type: "working" }),
    send: (outbound) => few.run(() => tell(outbound, ending.signal)),
    async stop() {
      few.stop();
      ending.abort();
    },
  };
}

/** The id of a letter that says `what`: the same at each try, so that a letter that comes twice is known as one. */
export function letterId(what: string, { from }: Pick<SmtpSettings, "from">): string {
  return `${createHash("sha256").update(what).digest("hex").slice(0, 32)}@${domainOf(from)}`;
}
