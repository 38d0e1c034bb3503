/**
 * From what WhatsApp tells to what is handed over: in the order of arrival for each person, each delivery under an id of its own, until the
 * office has it. WhatsApp Web takes no acknowledgement; what could not be handed over comes again with the next sweep.
 */
import type { Content } from "../../domain/message.ts";
import type { Desk, Receive } from "../channel.ts";
import { progressOf } from "./acks.ts";
import { deletedId, messageId } from "./content.ts";
import { createHanding } from "./handing.ts";
import type { Identities } from "./identities.ts";
import { createInTurn } from "./in-turn.ts";
import type { Lanes, Work } from "./lanes.ts";
import { createMessageIntake } from "./message-intake.ts";
import type { OwnMessages } from "./own-messages.ts";
import type { Web, WebCall, WebKey, WebMessage, WebReaction } from "./web.ts";
import { isPerson } from "./web.ts";

export type IntakeDeps = {
  readonly channel: string;
  readonly receive: Receive;
  readonly desk: Desk;
  readonly lanes: Lanes;
  readonly own: OwnMessages;
  readonly identities: Identities;
  readonly isOpen: (web: Web) => boolean;
  /** The linked number: what it writes to itself is a note. */
  readonly me: () => string | undefined;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** A customer wrote, for the meter. */
  readonly onHeard: (address: string, at: number) => Promise<void>;
};

export type Intake = {
  /**
   * Resolves when it stands in its person's lane. `swept`: it was fetched, not told live.
   * @param ended called once, where it does not reject: has the office all that it needs of it?
   */
  message(web: Web, message: WebMessage, swept?: boolean, ended?: Ended): Promise<void>;
  edited(web: Web, message: WebMessage, text: string): Promise<void>;
  deleted(web: Web, message: WebKey & { readonly at: number }): Promise<void>;
  reacted(web: Web, reaction: WebReaction): Promise<void>;
  acked(message: WebKey, ack: number): Promise<void>;
  /** A call that nobody took. @param ended as in `message` */
  missed(web: Web, call: WebCall, ended?: Ended): Promise<void>;
};
type Ended = (isTaken: boolean) => void;

/** A reaction that is older comes from a re-synchronisation. */
const oldReactionMs = 7 * 24 * 3_600_000;

export function createIntake(deps: IntakeDeps): Intake {
  const { desk, lanes, own, identities, now } = deps;
  const handing = createHanding(deps);
  const inTurn = createInTurn();
  const messages = createMessageIntake({ ...deps, handing });

  /** The addresses of whom WhatsApp calls so, in the order in which they were heard of. */
  const addressesOf = (...ids: readonly string[]): Promise<readonly string[]> =>
    inTurn(Promise.all(ids.map(identities.addressOf)));

  function push(address: string, web: Web, run: Work["run"], ended?: Ended): void {
    lanes.push(address, { from: web, run, ended });
  }

  return {
    async message(web, message, swept = false, ended) {
      if (!isPerson(message.chat) || message.toMany) return ended?.(true);
      const me = deps.me();
      const [address = message.chat, mine] = await addressesOf(
        message.chat,
        ...(me === undefined ? [] : [me]),
      );
      if (address === mine) return ended?.(true);
      if (message.fromMe) own.saw(address, message);
      push(address, web, (attempt) => messages.take(web, address, message, { swept, attempt }), ended);
    },
    async edited(web, message, text) {
      if (message.fromMe || !isPerson(message.chat) || message.toMany) return;
      const [address = message.chat] = await addressesOf(message.chat);
      push(address, web, () => messages.edit(address, message, text));
    },
    async deleted(web, message) {
      if (message.fromMe || !isPerson(message.chat)) return;
      const [address = message.chat] = await addressesOf(message.chat);
      const content: Content = { type: "unsupported", what: "deleted" };
      push(address, web, () => handing.hand(address, deletedId(message, address), now(), content));
    },
    async reacted(web, { to, emoji, by, at }) {
      // Those of groups, our own, and those that were taken back change nothing.
      if (!isPerson(to.chat) || !isPerson(by) || emoji === "" || now() - at > oldReactionMs) return;
      const [address = to.chat, sender] = await addressesOf(to.chat, by);
      if (address !== sender) return;
      const of = messageId(to, address);
      push(address, web, async () => {
        const key = to.fromMe ? await desk.keyOf(address, of) : undefined;
        const content: Content = { type: "reaction", emoji, ...(key !== undefined && { to: key }) };
        return handing.hand(address, `reaction:${of}:${at}`, at, content);
      });
    },
    async acked(message, ack) {
      const progress = progressOf(ack);
      if (!message.fromMe || progress === undefined || !isPerson(message.chat)) return;
      const address = await identities.addressOf(message.chat);
      // The office learns the message's id only when its hand-over has ended; nobody waits for that here.
      void own
        .quiet(address)
        .then(() => desk.progressed(address, messageId(message, address), progress))
        .catch(() => undefined);
    },
    async missed(web, { id, from }, ended) {
      if (!isPerson(from)) return ended?.(true);
      const [address = from] = await addressesOf(from);
      const content: Content = { type: "unsupported", what: "call" };
      push(address, web, () => handing.hand(address, `call:${id}`, now(), content), ended);
    },
  };
}
