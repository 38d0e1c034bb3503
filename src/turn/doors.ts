/**
 * The chats of one person, for the turn that may need them: the others of a joined customer, and whatever a proof points to. Nothing is
 * looked up for an ordinary message of an ordinary chat.
 */
import { createHash, randomInt } from "node:crypto";
import { codeDigits, codeLetters, idOfCode, shownCode } from "../conversation/customer/link-words.ts";
import type { Conversation } from "../domain/conversation.ts";
import type { VerifiedPhone } from "../domain/doors.ts";
import type { Event } from "../domain/event.ts";
import type { ConversationId, CustomerId } from "../domain/ids.ts";
import type { Content } from "../domain/message.ts";
import type { DoorsKnown, Said } from "../domain/said.ts";
import type { Understanding } from "../domain/understanding.ts";
import { findPhones } from "../language/people/phones.ts";
import type { DoorStore } from "../store/doors.ts";

/** Chats looked at of those that have a phone: of the same person in nearly every case. */
const mostWithPhone = 20;
/** A code whose first half is taken by a living one is thrown again. */
const mostThrows = 20;

/** A delivery's event: it has a line of its own. */
type Heard = Extract<Event, { readonly said: Said }>;

export type DoorFinder = {
  /** The event with what the core must know of this person's other chats. Ask `needsDoors` first. */
  withDoors(conversation: Conversation, event: Event, phone: string | undefined): Promise<Event>;
  /** The other chats of a joined customer, as this batch has left them. */
  othersOf(conversation: Conversation): Promise<readonly Conversation[]>;
};

export type DoorFinderDeps = {
  readonly doors: DoorStore;
  /** The newest state of a chat: as a batch has left it, where it has. */
  readonly newest: (stored: Conversation) => Conversation;
  readonly get: (id: ConversationId) => Promise<Conversation | undefined>;
};

const isHeard = (event: Event): event is Heard => "said" in event && event.type !== "staff_wrote";

/**
 * Whether a proof may be at hand: a phone that is new, a code or the wish for one, or the question whether to join.
 * @param phone E.164, as the platform vouched for it with this delivery
 */
export function needsDoors(conversation: Conversation, event: Event, phone: string | undefined): boolean {
  if (!isHeard(event)) return false;
  if (conversation.open?.type === "join_doors") return true;
  if (newPhone(conversation, event, phone)) return true;
  return understandingsOf(event).some(({ type }) => type === "link" || type === "link_code");
}

export function createDoorFinder({ doors, newest, get }: DoorFinderDeps): DoorFinder {
  async function othersOf({ doors = [] }: Conversation): Promise<readonly Conversation[]> {
    const found = await Promise.all(doors.map(({ conversation }) => get(conversation)));
    return found.filter((chat) => chat !== undefined);
  }

  async function chatsOf(customer: CustomerId): Promise<readonly Conversation[]> {
    return (await doors.chatsOf(customer)).map(newest).filter((chat) => chat.customer === customer);
  }

  /** While the question is open, a yes may come with anything. The found chat may have been joined with others in this very batch. */
  async function bothOf(conversation: Conversation): Promise<readonly Conversation[] | undefined> {
    const { open } = conversation;
    if (open?.type !== "join_doors") return undefined;
    const found = await get(open.found.conversation);
    const both = [
      ...(await othersOf(conversation)),
      ...(await chatsOf(open.found.customer)),
      ...(found ? [found, ...(await othersOf(found))] : []),
    ];
    return [...new Map(both.map((chat) => [chat.id, chat])).values()];
  }

  async function codeOf(code: string, at: number): Promise<DoorsKnown["code"]> {
    const id = idOfCode(code);
    const stored = await doors.chatWithCode(id, at);
    const chat = stored && newest(stored);
    return { id, hash: hashOf(code), ...(chat?.linkCode?.id === id && { chat }) };
  }

  async function freshCode(at: number): Promise<DoorsKnown["fresh"]> {
    for (let thrown = 0; thrown < mostThrows; thrown += 1) {
      const code = throwCode();
      const id = idOfCode(code);
      if (!(await doors.chatWithCode(id, at))) return { code: shownCode(code), id, hash: hashOf(code) };
    }
    return undefined;
  }

  async function look(
    conversation: Conversation,
    event: Heard,
    phone: VerifiedPhone | undefined,
  ): Promise<Event> {
    const meant = understandingsOf(event);
    const sent = meant.find((one) => one.type === "link_code");
    const [withPhone, code, fresh, both] = [
      phone && (await doors.chatsWithPhone(phone.number, mostWithPhone)).map(newest).filter(isCustomers),
      sent && (await codeOf(sent.code, event.at)),
      meant.some(({ type }) => type === "link") ? await freshCode(event.at) : undefined,
      await bothOf(conversation),
    ];
    const known: DoorsKnown = {
      ...(phone && { phone }),
      ...(withPhone && { withPhone }),
      ...(code && { code }),
      ...(fresh && { fresh }),
      ...(both && { both }),
    };
    return { ...event, said: { ...event.said, doors: known } };
  }

  return {
    othersOf,
    async withDoors(conversation, event, vouchedFor) {
      if (!isHeard(event)) return event;
      return look(conversation, event, newPhone(conversation, event, vouchedFor));
    },
  };
}

/** A partner's chat is no customer's door, whatever phone was shown in it. */
const isCustomers = ({ partner }: Conversation): boolean => partner === undefined;

function understandingsOf(event: Heard): readonly Understanding[] {
  if (event.type === "understood") return event.reading.understandings;
  return event.type === "sent_secret" ? (event.reading?.understandings ?? []) : [];
}

const e164 = /^\+[1-9]\d{6,14}$/;

/** A phone that this delivery proves, and the chat does not know yet. */
function newPhone(
  { phone: known }: Conversation,
  { said, at }: Heard,
  vouchedFor: string | undefined,
): VerifiedPhone | undefined {
  const shared = ownNumber(said.content);
  // A card that is shared again shows that the number is still theirs.
  if (shared !== undefined) return { number: shared, at, by: "contact" };
  if (vouchedFor === undefined || vouchedFor === known?.number || !e164.test(vouchedFor)) return undefined;
  return { number: vouchedFor, at, by: "address" };
}

/** The number of a card that the platform vouches for. Telegram leaves the plus away. */
function ownNumber(content: Content): string | undefined {
  if (content.type !== "contact" || !content.own) return undefined;
  const [found] = findPhones(content.phone);
  if (found?.value.type === "phone") return found.value.e164;
  const international = `+${content.phone.replace(/\D/g, "")}`;
  return e164.test(international) ? international : undefined;
}

function throwCode(): string {
  const of = (signs: string) => signs.charAt(randomInt(signs.length));
  return [..."LDLLDLDL"].map((kind) => of(kind === "L" ? codeLetters : codeDigits)).join("");
}

/** 29 bits that live for ten minutes and five tries: a hash is enough, and no salt helps a code that is found by its own half. */
function hashOf(code: string): string {
  return createHash("sha256").update(code).digest("hex");
}
