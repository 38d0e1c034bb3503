/**
 * How the line looks to WhatsApp, which blocks numbers that write to people who do not answer. Where it looks bad, only answers leave. The limits are
 * our own prudence: WhatsApp publishes none. Pure but for what it remembers, under digests instead of addresses.
 */
export type MeterLimits = {
  /** Of the chats that we wrote in, those that the customer began must be at least this share. */
  readonly customerFirst: number;
  /** People whom the line meets for the first time in an hour. */
  readonly newAnHour: number;
  /** Of the chats that got a message nobody had asked for, those without a word since may be at most this share. */
  readonly unanswered: number;
  /** Below so many chats a share says nothing. */
  readonly fewest: number;
};

const meterLimits: MeterLimits = { customerFirst: 0.8, newAnHour: 60, unanswered: 0.8, fewest: 25 };

/** Looked back upon. */
const windowMs = 24 * 3_600_000;
const hourMs = 3_600_000;
/** WhatsApp itself calls it a conversation for so long after the customer's last word ("customer service window"). */
const replyMs = 24 * 3_600_000;

export type Reading = {
  readonly customerFirst: number;
  readonly newAnHour: number;
  readonly unanswered: number;
  readonly isHigh: boolean;
};

export type Meter = {
  /** @param isNew whether the office had never heard of them */
  heard(address: string, at: number, isNew: boolean): void;
  /** @param isReply whether the customer had written within a day */
  sent(address: string, at: number, isReply: boolean): void;
  read(now: number): Reading;
  /** What it remembers of the last day, for the next start. */
  chats(now: number): readonly MeteredChat[];
};

/** Under the digest of its address. */
export type MeteredChat = readonly [string, Chat];
export type Chat = {
  /** When the line met them, where that was the first time. */
  readonly metAt: number | undefined;
  readonly byCustomer: boolean;
  heardAt: number;
  sentAt: number;
  /** The newest message that nobody had asked for. */
  unaskedAt: number;
};

/** @param lastHeard of this customer, epoch milliseconds */
export function isReply(lastHeard: number | undefined, now: number): boolean {
  return lastHeard !== undefined && now - lastHeard < replyMs;
}

/** Whoever wrote less than this ago is in conversation: also news come as if asked for, and hold up no answer behind them. */
const talkingMs = 10 * 60_000;

/** May it leave even where the line looks bad? @param unasked nobody asked for this message */
export function mayAlwaysLeave(lastHeard: number, unasked: boolean, now: number): boolean {
  return now - lastHeard < (unasked ? talkingMs : replyMs);
}

export type MeterMemory = {
  /** What an earlier one remembered, of which only the day before `now` counts. */
  readonly kept: readonly MeteredChat[];
  readonly now: number;
  /** What an address is remembered under. */
  readonly digestOf: (address: string) => string;
};

/** @param memory left out: it begins empty, and is kept nowhere */
export function createMeter(limits: MeterLimits = meterLimits, memory?: MeterMemory): Meter {
  const { kept, now, digestOf } = memory ?? { kept: [], now: 0, digestOf: (address: string) => address };
  const chats = new Map<string, Chat>(kept.filter(([, chat]) => isYoung(chat, now)));

  function chatOf(address: string, byCustomer: boolean, metAt?: number): Chat {
    const digest = digestOf(address);
    const known = chats.get(digest);
    if (known) return known;
    const chat = { metAt, byCustomer, heardAt: 0, sentAt: 0, unaskedAt: 0 };
    chats.set(digest, chat);
    return chat;
  }

  function forget(now: number): void {
    for (const [digest, chat] of chats) if (!isYoung(chat, now)) chats.delete(digest);
  }

  return {
    heard(address, at, isNew) {
      const chat = chatOf(address, true, isNew ? at : undefined);
      chat.heardAt = Math.max(chat.heardAt, at);
    },
    sent(address, at, reply) {
      // Whoever wrote before this process began wrote first, too.
      const chat = chatOf(address, reply);
      chat.sentAt = at;
      if (!reply) chat.unaskedAt = at;
    },
    read(now) {
      forget(now);
      return reading([...chats.values()], now, limits);
    },
    chats(now) {
      forget(now);
      return [...chats];
    },
  };
}

function isYoung({ heardAt, sentAt }: Chat, now: number): boolean {
  return now - Math.max(heardAt, sentAt) <= windowMs;
}

function reading(chats: readonly Chat[], now: number, limits: MeterLimits): Reading {
  const written = chats.filter(({ sentAt }) => sentAt > 0);
  const unasked = written.filter(({ unaskedAt }) => unaskedAt > 0);
  const customerFirst = share(written, ({ byCustomer }) => byCustomer, 1);
  const unanswered = share(unasked, ({ heardAt, unaskedAt }) => heardAt < unaskedAt, 0);
  const newAnHour = chats.filter(({ metAt }) => metAt !== undefined && now - metAt < hourMs).length;
  // News about orders seldom get an answer: an office that hears from many people may tell as many half of its news.
  const manyUnasked = unasked.length >= Math.max(limits.fewest, written.length / 2);
  const isHigh =
    newAnHour > limits.newAnHour ||
    (written.length >= limits.fewest && customerFirst < limits.customerFirst) ||
    (manyUnasked && unanswered > limits.unanswered);
  return { customerFirst, newAnHour, unanswered, isHigh };
}

function share<T>(all: readonly T[], has: (one: T) => boolean, ofNone: number): number {
  return all.length === 0 ? ofNone : all.filter(has).length / all.length;
}
