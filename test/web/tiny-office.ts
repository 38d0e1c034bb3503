/**
 * An office of a few lines for tests of the web's own promises (limits, errors, headers, streams): chats in memory, and an engine
 * that answers each message with an echo. What an office really says is tested on a real one.
 */
import { createHash, randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import type { Received } from "../../src/channels/channel.ts";
import { type Catalogue, flowSchema } from "../../src/conversation/flow/flow.ts";
import { officeSchema } from "../../src/conversation/flow/office-files.ts";
import { serviceSpecOf } from "../../src/conversation/flow/service-spec.ts";
import { newConversation } from "../../src/conversation/new-conversation.ts";
import type { Documents, StoredDocument } from "../../src/documents/documents.ts";
import type { Conversation } from "../../src/domain/conversation.ts";
import {
  type ConversationId,
  parseConversationId,
  parseCustomerId,
  parseDocumentId,
} from "../../src/domain/ids.ts";
import type { ChatLine, Choice } from "../../src/domain/message.ts";
import type { Order } from "../../src/domain/order.ts";
import type { Change, Engine } from "../../src/engine.ts";
import { openMemoryStore } from "../../src/store/memory/store.ts";
import type { ChatSession, PeopleStore } from "../../src/store/people.ts";
import type { WebConfig, WebDeps } from "../../src/web/deps.ts";
import { type SomeLines, someLines } from "./some-lines.ts";

export const testKey = "a-key-of-at-least-24-characters";

/** 22 characters of base64url. */
export function opaque(): string {
  return randomBytes(16).toString("base64url");
}

/** The value, which the test knows to be there. */
export function sure<T>(value: T | undefined): T {
  if (value === undefined) throw new Error("A test expected a value here.");
  return value;
}

export type TinyOffice = WebDeps & {
  readonly officeLines: SomeLines;
  /** A line of the office in this chat, as if an agent or a timer had spoken. */
  say(conversation: ConversationId, text: string, choices?: readonly Choice[]): void;
  /** Lines by chat. */
  readonly chats: Map<ConversationId, ChatLine[]>;
  readonly orderList: Order[];
  /** What the next `receive` answers instead of accepting. */
  refuse: Extract<Received, { type: "not_now" }> | undefined;
  realTime: number;
  readonly logged: { readonly level: string; readonly fields: object; readonly message: string }[];
};

const begun = Date.UTC(2026, 10, 22, 9, 0);

export function tinyOffice(config: Partial<WebConfig> = {}): TinyOffice {
  const chats = new Map<ConversationId, ChatLine[]>();
  const conversations = new Map<ConversationId, Conversation>();
  const listeners = new Set<(changes: readonly Change[]) => void>();
  const sessions = new Map<string, ChatSession>();
  const orderList: Order[] = [];
  const logged: TinyOffice["logged"] = [];
  const store = openMemoryStore();
  const lines = someLines({ now: () => begun });
  const now = () => begun + chats.size;
  const append = (conversation: ConversationId, line: Omit<ChatLine, "seq" | "at">) => {
    const lines = sure(chats.get(conversation));
    lines.push({ ...line, seq: lines.length + 1, at: now() });
    for (const listener of listeners) listener([{ type: "chat", conversation, lastSeq: lines.length }]);
  };
  const engine: Engine = {
    async receive({ id, address, content }) {
      if (office.refuse) return office.refuse;
      const conversation = sure(parseConversationId(address));
      const lines = sure(chats.get(conversation));
      if (lines.some((line) => line.id === id)) return { type: "repeat" };
      append(conversation, { from: "customer", id, content });
      append(conversation, {
        from: "office",
        text: content.type === "text" ? `> ${content.text}` : content.type,
      });
      return { type: "accepted" };
    },
    async openConversation({ channel, address, language, id }) {
      const known = [...conversations.values()].find(
        (one) => one.channel === channel && one.address === address,
      );
      if (known) return known;
      const made = emptyConversation(
        id ?? sure(parseConversationId(`c_${opaque()}`)),
        channel,
        address,
        language,
      );
      conversations.set(made.id, made);
      chats.set(made.id, []);
      return made;
    },
    conversation: async (id) => conversations.get(id),
    lines: async (id, after, limit) => (chats.get(id) ?? []).filter(({ seq }) => seq > after).slice(0, limit),
    act: async () => ({ type: "unknown" }),
    enterOrder: async () => ({ type: "not_now" }),
    async moveOrder(ref, { to }) {
      if (office.refuse) return { type: "not_now" };
      const order = orderList.find((one) => one.ref === ref);
      if (!order) return { type: "unknown" };
      const legal = [{ to: "in_progress", stage: "picked_up" }, { to: "cancelled" }] as const;
      if (to === "done")
        return { type: "refused", refusal: { reason: "illegal_move", from: "placed", legal } };
      return { type: "done", conversation: sure(conversations.get(order.conversation)), order };
    },
    endLease: async () => ({ type: "unknown" }),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    counters: () => ({ received_total: 3 }),
    health: () => (office.refuse ? { ready: false, reason: office.refuse.reason } : { ready: true }),
    now,
    idle: async () => undefined,
    close: async () => undefined,
  } satisfies Partial<Engine> as unknown as Engine;
  const write = (level: string) => (fields: object, message: string) =>
    void logged.push({ level, fields, message });
  const office: TinyOffice = {
    engine,
    orders: {
      get: async (ref: string) => orderList.find((order) => order.ref === ref),
      list: async (_filter: unknown, { after }: { after?: string }) =>
        after === undefined ? { type: "page", orders: orderList } : { type: "bad_cursor" },
      histories: async () => new Map(),
      chatsOf: async () => conversations,
    } satisfies Partial<WebDeps["orders"]> as unknown as WebDeps["orders"],
    people: {
      putChatSession: async (session: ChatSession) => void sessions.set(session.hash, session),
      findChatSession: async (hash: string) => sessions.get(hash),
      touchSession: async (hash: string, seenAt: number) =>
        void sessions.set(hash, { ...sure(sessions.get(hash)), seenAt }),
    } satisfies Partial<PeopleStore> as unknown as PeopleStore,
    doors: { history: () => new Map() },
    partners: store.partners,
    departments: store.departments,
    standings: store.standings,
    staffChatOf: async () => undefined,
    integrations: openMemoryStore().integrations,
    documents: tinyDocuments(),
    lines: lines.book,
    catalogue: () => catalogue,
    config: {
      publicUrl: "http://127.0.0.1:3000",
      apiKey: testKey,
      trustProxy: [],
      demo: true,
      rehearsal: false,
      language: "ar",
      zone: "Asia/Riyadh",
      ...config,
    },
    log: { debug: write("debug"), info: write("info"), warn: write("warn"), error: write("error") },
    realNow: () => office.realTime,
    randomBytes,
    say: (conversation, text, choices) =>
      append(conversation, { from: "office", text, ...(choices && { choices }) }),
    officeLines: lines,
    chats,
    orderList,
    refuse: undefined,
    realTime: begun,
    logged,
  };
  return office;
}

function emptyConversation(
  id: ConversationId,
  channel: string,
  address: string,
  language: "ar" | "en",
): Conversation {
  const customer = sure(parseCustomerId(`u_${opaque()}`));
  return { ...newConversation({ id, customer, channel, address, language, at: 0 }), version: 1 };
}

/** Files in memory; a type by its first bytes, a cap of 1 MiB. */
function tinyDocuments(): Documents {
  const files = new Map<string, { document: StoredDocument; body: Uint8Array<ArrayBuffer> }>();
  return {
    async put(source, { conversation, name, at }) {
      const pieces: Uint8Array[] = [];
      let bytes = 0;
      for await (const piece of source) {
        bytes += piece.byteLength;
        if (bytes > 1_048_576) return { type: "refused", reason: "too_large" };
        pieces.push(Uint8Array.from(piece));
      }
      const body = new Uint8Array(Buffer.concat(pieces));
      if (bytes === 0) return { type: "refused", reason: "empty" };
      if (body[0] !== 0x89) return { type: "refused", reason: "type_not_allowed" };
      const sha256 = createHash("sha256").update(body).digest("hex");
      const id = sure(parseDocumentId(`f_${opaque()}`));
      const document = { id, conversation, sha256, mediaType: "image/png", bytes, name, at };
      files.set(id, { document, body });
      return { type: "stored", document };
    },
    get: async (id) => files.get(id)?.document,
    removeUnused: async () => 0,
    remove: async () => undefined,
    open: async (id) => {
      const file = files.get(id);
      return file && new Blob([file.body]).stream();
    },
    thumbnail: async () => undefined,
  };
}

const week = { sunday: [], monday: [], tuesday: [], wednesday: [], thursday: [], friday: [], saturday: [] };
const flows = ["parcel_delivery", "hotel_booking"].map((id) => ({
  ...flowSchema.parse(
    parse(readFileSync(join(import.meta.dirname, `../../flows/services/${id}.yaml`), "utf8")),
  ),
  hash: `hash-of-${id}`,
}));

const catalogue: Catalogue = {
  office: officeSchema.parse({
    name: { ar: "مكتب النخيل للخدمات", en: "Palm Services Office" },
    licence: "7001234567",
    place: { ar: "الرياض، حي الملقا", en: "Al Malqa, Riyadh" },
    phone: "+966112345678",
    email: "office@example.com",
    vat_registered: true,
    hours: week,
  }),
  zone: "Asia/Riyadh",
  menu: { offer: flows.map(({ id }) => id) },
  flows: new Map(flows.map((flow) => [flow.id, flow])),
  versions: new Map(flows.map((flow) => [flow.hash, flow])),
  sentences: new Map(),
  statuses: new Map(),
  specs: flows.map(serviceSpecOf),
};
