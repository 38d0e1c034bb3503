/** Lines of the office for tests of the web: the real book over channels of which nothing goes anywhere. */
import type { Channel } from "../../src/channels/channel.ts";
import type { ConversationId } from "../../src/domain/ids.ts";
import { createLineBook, type Line, type LineBook } from "../../src/outbox/lines.ts";

export type SomeLines = {
  readonly book: LineBook;
  /** What was asked of the line that is linked with a phone: `again`, or the number. */
  readonly linked: string[];
  /** Messages that wait to leave, by channel. */
  readonly backlog: Map<string, number>;
  /** What a line keeps back, by channel. */
  readonly kept: Map<string, NonNullable<Line["careful"]>>;
};

export type LineHopes = {
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly changed?: (channel: string) => void;
  readonly chatOf?: (channel: string, address: string) => ConversationId | undefined;
  /** Linking does not begin. */
  readonly linkFails?: () => boolean;
};

/** The web chat, a bot, and a line that is linked with a phone. */
export function someLines({ now, changed, chatOf, linkFails }: LineHopes): SomeLines {
  const linked: string[] = [];
  const backlog: SomeLines["backlog"] = new Map();
  const kept: SomeLines["kept"] = new Map();
  const ask = async (what: string) => {
    if (linkFails?.()) throw new Error(`no link for ${what}`);
    linked.push(what);
  };
  const link = { again: () => ask("again"), byNumber: (phone: string) => ask(phone) };
  const channels = [channelNamed("web"), channelNamed("telegram"), { ...channelNamed("whatsapp"), link }];
  const book = createLineBook({
    channels: new Map(channels.map((channel) => [channel.name, channel])),
    now,
    paused: [],
    keepPaused: async () => undefined,
  });
  book.attach({
    backlog: (channel) => backlog.get(channel) ?? 0,
    kept: (channel) => kept.get(channel),
    wake: () => undefined,
    changed: (channel) => changed?.(channel),
    chatOf: async (channel, address) => chatOf?.(channel, address),
  });
  return { book, linked, backlog, kept };
}

function channelNamed(name: string): Channel {
  return {
    name,
    capabilities: { buttons: 3, maxTextLength: 4_096, canWriteFirst: false, edits: false, typing: false },
    start: async () => undefined,
    stop: async () => undefined,
    send: () => ({}),
  };
}
