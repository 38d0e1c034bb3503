/**
 * An office in memory for tests of the queue's pages: orders and chats as values, people and sessions in maps, and an engine that
 * knows the acts of staff by the same changes (`orders/change.ts`) as the real one. What the real engine does is tested elsewhere.
 */
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import type { Hono } from "hono";
import { newConversation } from "../../../src/conversation/new-conversation.ts";
import { legalMoves } from "../../../src/conversation/order/moves.ts";
import { priceFrom } from "../../../src/conversation/price/price.ts";
import type { FilePart, StoredDocument } from "../../../src/documents/documents.ts";
import type { AgentAct, Refusal } from "../../../src/domain/act.ts";
import type { Agent, AgentName, Role } from "../../../src/domain/agent.ts";
import type { Field } from "../../../src/domain/answer.ts";
import type { Conversation } from "../../../src/domain/conversation.ts";
import {
  type AgentId,
  type ConversationId,
  type DocumentId,
  draftIdOf,
  type OrderRef,
  orderRefOf,
  parseConversationId,
  parseCustomerId,
} from "../../../src/domain/ids.ts";
import type { Language } from "../../../src/domain/language.ts";
import type { ChatLine } from "../../../src/domain/message.ts";
import type { HistoryRow, Order, OrderChange } from "../../../src/domain/order.ts";
import type { Acted, Change, Engine } from "../../../src/engine.ts";
import { loadCatalogue } from "../../../src/flows/load.ts";
import {
  claimOrder,
  correctOrder,
  giveBackOrder,
  giveOrder,
  leaseMs,
  moveOrder,
  noteOrder,
  priceOrder,
  releaseOrder,
  withLastingClaim,
} from "../../../src/orders/change.ts";
import { isClosed } from "../../../src/orders/status.ts";
import { keyOf, type LicenceReminder } from "../../../src/partners/licence-reminders.ts";
import { openMemoryStore } from "../../../src/store/memory/store.ts";
import type { OrderFilter, OrderStore } from "../../../src/store/orders.ts";
import type { PartnerStore } from "../../../src/store/partners.ts";
import type { AgentSession, NewAgent, PeopleStore } from "../../../src/store/people.ts";
import { createAgent } from "../../../src/web/auth/agents.ts";
import type { WebConfig, WebDeps } from "../../../src/web/deps.ts";
import { createLive } from "../../../src/web/live.ts";
import { queueRoutes } from "../../../src/web/queue/routes.tsx";
import { type SomeLines, someLines } from "../some-lines.ts";
import { opaque, sure, tinyOffice } from "../tiny-office.ts";

export const password = "correct-horse-battery";
export const noon = Date.UTC(2026, 10, 22, 9, 0);

const loaded = loadCatalogue(join(import.meta.dirname, "../../../flows"), "Asia/Riyadh");
if (loaded.type !== "loaded") throw new Error("The flows have problems; npm run flows:check names them.");
const { catalogue } = loaded;

/** What pins an order to today's flow of its service. */
export function flowHashOf(service: string): string {
  return sure(catalogue.flows.get(service)).hash;
}

export type SmallOffice = {
  readonly app: Hono;
  readonly deps: WebDeps;
  readonly orders: Map<OrderRef, Order>;
  readonly history: Map<OrderRef, HistoryRow[]>;
  readonly chats: Map<ConversationId, Conversation>;
  readonly lines: Map<ConversationId, ChatLine[]>;
  readonly documents: Map<
    string,
    {
      readonly document: StoredDocument;
      readonly body: Uint8Array<ArrayBuffer>;
      /** Its small copy, where one can be made. */
      readonly small?: Uint8Array<ArrayBuffer>;
    }
  >;
  readonly partners: PartnerStore;
  readonly officeLines: SomeLines & { linkFails: boolean };
  /** Licences of partners that end, and that nobody has put away. */
  readonly licences: LicenceReminder[];
  /** Messages that were asked to be sent again. */
  readonly again: { readonly conversation: ConversationId; readonly seq: number }[];
  readonly sessions: Map<string, AgentSession>;
  readonly logged: { readonly level: string; readonly fields: object; readonly message: string }[];
  /** Real time and the office's time, epoch milliseconds. */
  clock: { real: number; office: number };
  agent(role: Role, language?: Language, email?: string): Promise<Agent>;
  /** A chat with these customer's words and our answers, in turn. */
  chat(said: readonly string[], language?: Language): Conversation;
  order(chat: Conversation, given: Partial<Order>): Order;
  act(agent: AgentName, act: AgentAct, ref: OrderRef): Promise<Acted>;
  changed(changes: readonly Change[]): void;
};

export function smallOffice(config: Partial<WebConfig> = {}): SmallOffice {
  const tiny = tinyOffice(config);
  const orders: SmallOffice["orders"] = new Map();
  const history: SmallOffice["history"] = new Map();
  const chats: SmallOffice["chats"] = new Map();
  const lines: SmallOffice["lines"] = new Map();
  const documents: SmallOffice["documents"] = new Map();
  const { partners } = openMemoryStore();
  const { people, sessions } = mapPeople();
  const listeners = new Set<(changes: readonly Change[]) => void>();
  const clock = { real: noon, office: noon };
  const licences: LicenceReminder[] = [];
  let nextOrder = 10_001;

  const changed = (changes: readonly Change[]) => {
    for (const listener of listeners) listener(changes);
  };
  const again: SmallOffice["again"] = [];
  const officeLines: SmallOffice["officeLines"] = Object.assign(
    someLines({
      now: () => clock.real,
      changed: (channel) => changed([{ type: "line", channel }]),
      chatOf: (channel, address) =>
        [...chats.values()].find((chat) => chat.channel === channel && chat.address === address)?.id,
      linkFails: () => officeLines.linkFails,
    }),
    { linkFails: false },
  );
  const say = (id: ConversationId, line: Omit<ChatLine, "seq" | "at">) => {
    const said = lines.get(id) ?? [];
    const seq = said.length + 1;
    lines.set(id, [...said, { ...line, seq, at: clock.office }]);
    chats.set(id, { ...sure(chats.get(id)), lastSeq: seq });
    return seq;
  };
  const commit = (change: OrderChange) => {
    const { order } = change;
    orders.set(order.ref, order);
    history.set(order.ref, [...(history.get(order.ref) ?? []), ...change.history]);
    changed([{ type: "order", ref: order.ref, version: order.version, conversation: order.conversation }]);
  };

  const act: Engine["act"] = async (agent, asked, on) => {
    const order = "ref" in on ? orders.get(on.ref) : undefined;
    const chat = chats.get("ref" in on ? (order?.conversation ?? ("" as ConversationId)) : on.conversation);
    if (!chat) return { type: "unknown" };
    const done = (): Acted => {
      const newest = order && orders.get(order.ref);
      return { type: "done", conversation: sure(chats.get(chat.id)), ...(newest && { order: newest }) };
    };
    const join = (person: Conversation["person"]) => {
      const { person: _before, ...rest } = sure(chats.get(chat.id));
      chats.set(chat.id, { ...rest, ...(person && { person }) });
    };
    if (asked.type === "hand_back") {
      join(undefined);
      return done();
    }
    if (asked.type === "test_line") {
      if (agent.role === "agent") return { type: "refused", refusal: { reason: "not_allowed" } };
      say(chat.id, { from: "office", text: "a test", delivery: "waiting" });
      return done();
    }
    if (asked.type === "reply" || asked.type === "take_chat") {
      if (asked.type === "reply") say(chat.id, { from: "agent", name: agent.name, text: asked.text });
      const { id, name } = agent;
      const since = chat.person?.since ?? clock.office;
      join({ since, reason: "agent_joined", agent: { id, name }, mutedUntil: clock.office + 7_200_000 });
      return done();
    }
    if (!order) return { type: "unknown" };
    if ("expect" in on && on.expect !== undefined && on.expect !== order.version)
      return { type: "refused", refusal: { reason: "stale", version: order.version }, order };
    const made = changeBy(order, agent, asked, clock);
    if ("reason" in made) return { type: "refused", refusal: made, order };
    commit(made);
    return done();
  };

  const engine = {
    conversation: async (id: ConversationId) => chats.get(id),
    lines: async (id: ConversationId, after: number, limit: number) =>
      (lines.get(id) ?? []).filter(({ seq }) => seq > after).slice(0, limit),
    act,
    async sendAgain(conversation: ConversationId, seq: number) {
      const said = lines.get(conversation) ?? [];
      if (chats.get(conversation)?.heardAt === 0) return "never_wrote";
      if (chats.get(conversation)?.optedOut) return "opted_out";
      if (said[seq - 1]?.delivery !== "failed") return "nothing";
      again.push({ conversation, seq });
      const { problem: _, ...line } = sure(said[seq - 1]);
      lines.set(conversation, said.with(seq - 1, { ...line, delivery: "waiting" }));
      return "sent";
    },
    subscribe(listener: (changes: readonly Change[]) => void) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    now: () => clock.office,
  } satisfies Partial<Engine> as unknown as Engine;

  const deps: WebDeps = {
    ...tiny,
    catalogue: () => catalogue,
    engine,
    people,
    orders: mapOrders(orders, history, chats),
    lines: officeLines.book,
    licences: {
      open: () => licences,
      async putAway(seen) {
        const left = licences.filter((one) => !seen.includes(keyOf(one)));
        licences.splice(0, licences.length, ...left);
      },
    },
    doors: { history: () => new Map() },
    partners,
    documents: {
      get: async (id: DocumentId) => documents.get(id)?.document,
      open: async (id: DocumentId, part?: FilePart) => {
        const found = documents.get(id);
        return found && new Blob([found.body.slice(part?.first, part && part.last + 1)]).stream();
      },
      thumbnail: async (id: DocumentId) => documents.get(id)?.small,
    } as unknown as WebDeps["documents"],
    realNow: () => clock.real,
  };
  const app = queueRoutes({ ...deps, live: createLive(engine, "boot") });

  return {
    app,
    deps,
    orders,
    history,
    chats,
    lines,
    documents,
    partners,
    officeLines,
    licences,
    again,
    sessions,
    logged: tiny.logged,
    clock,
    changed,
    act: (agent, asked, ref) => act(agent, asked, { ref }),
    async agent(role, language = "ar", email = `${role}@example.com`) {
      const names = { agent: "سارة العتيبي", head: "Omar Head", admin: "نورة القحطاني" };
      const made = await createAgent(
        people,
        { email, name: names[role], role, language, password },
        { now: clock.real, randomBytes },
      );
      if (made.type !== "added") throw new Error(made.type);
      return made.agent;
    },
    chat(said, language = "ar") {
      const id = sure(parseConversationId(`c_${opaque()}`));
      const customer = sure(parseCustomerId(`u_${opaque()}`));
      chats.set(id, emptyChat(id, customer, language, clock.office));
      for (const [index, text] of said.entries()) {
        if (index % 2 === 0) say(id, { from: "customer", id: `m${index}`, content: { type: "text", text } });
        else say(id, { from: "office", text, delivery: "handed_over" });
      }
      return sure(chats.get(id));
    },
    order(chat, given) {
      const ref = orderRefOf(nextOrder++);
      const order: Order = {
        ref,
        conversation: chat.id,
        customer: chat.customer,
        draft: draftIdOf(chat.version, nextOrder),
        service: "parcel_delivery",
        flowHash: flowHashOf(given.service ?? "parcel_delivery"),
        version: 1,
        fields: {},
        state: { status: "placed", at: clock.office },
        placedAt: clock.office,
        changedAt: clock.office,
        ...given,
      };
      orders.set(ref, order);
      history.set(ref, [{ at: order.placedAt, to: "placed", by: { type: "customer" }, what: "placed" }]);
      return order;
    },
  };
}

/** Claims are leased by the real clock, as in the engine. */
function changeBy(
  order: Order,
  agent: AgentName,
  act: AgentAct,
  { office: at, real }: { readonly office: number; readonly real: number },
): OrderChange | Refusal {
  const by = { type: "agent", id: agent.id, name: agent.name } as const;
  const { claim } = order;
  const isMine = claim?.agent === agent.id;
  const notYours: Refusal = { reason: "not_yours", ...(claim && { by: claim.name }) };
  switch (act.type) {
    case "claim":
      return claim
        ? { reason: "already_claimed", by: claim.name }
        : claimOrder(order, by, at, real + leaseMs);
    case "take":
      return agent.role === "agent" ? { reason: "not_allowed" } : claimOrder(order, by, at);
    case "release":
      return isMine || agent.role !== "agent" ? releaseOrder(order, by, at, "released") : notYours;
    case "note":
      return noteOrder(order, act.text, by, at);
    case "price": {
      if (!isMine) return notYours;
      const price = priceFrom({ catalogue }, act);
      return price ? priceOrder(order, price, by, at) : { reason: "empty" };
    }
    case "give":
      return isMine ? withLastingClaim(giveOrder(order, act.partner, by, at)) : notYours;
    case "give_back":
      return isMine ? withLastingClaim(giveBackOrder(order, by, at, act.reason)) : notYours;
    case "move": {
      if (!isMine) return notYours;
      const legal = legalMoves(catalogue, order);
      if (!legal.some(({ to, stage }) => to === act.move.to && stage === act.move.stage))
        return { reason: "illegal_move", from: order.state.status, legal };
      return withLastingClaim(moveOrder(order, act.move, by, at));
    }
    case "correct": {
      if (!isMine) return notYours;
      const evidence = {
        text: act.text,
        messageId: "",
        start: 0,
        end: act.text.length,
        by: "agent",
      } as const;
      const after: Field = { value: act.value, evidence };
      const fields = { ...order.fields, [act.field]: after };
      const before = order.fields[act.field];
      const about = { field: act.field, before, after, by, at, what: "corrected", note: act.reason } as const;
      return withLastingClaim(correctOrder(order, fields, about));
    }
    default:
      return { reason: "nothing_to_do" };
  }
}

function mapOrders(
  orders: SmallOffice["orders"],
  history: SmallOffice["history"],
  chats: SmallOffice["chats"],
): OrderStore {
  const newest = () => [...orders.values()].reverse();
  const fits = ({ statuses, claimedBy, customer }: OrderFilter, order: Order) =>
    (!statuses || statuses.includes(order.state.status)) &&
    (!customer || order.customer === customer) &&
    (claimedBy === undefined || (claimedBy === "nobody" ? !order.claim : order.claim?.agent === claimedBy));
  return {
    get: async (ref) => orders.get(ref),
    async list(filter, { limit, after }) {
      if (after !== undefined && !orders.has(after as OrderRef)) return { type: "bad_cursor" };
      const all = newest().filter((order) => fits(filter, order));
      const from = after === undefined ? 0 : all.findIndex(({ ref }) => ref === after) + 1;
      const page = all.slice(from, from + limit);
      const next = all.length > from + limit ? page.at(-1)?.ref : undefined;
      return { type: "page", orders: page, ...(next !== undefined && { next }) };
    },
    history: async (ref) => history.get(ref) ?? [],
    histories: async () => history,
    chatsOf: async () => chats,
    endedLeases: async () => [],
    partnerLoads: async () => {
      const theirs = newest().flatMap(({ partner }) => partner ?? []);
      return new Map(theirs.map(({ id }) => [id, theirs.filter((one) => one.id === id).length]));
    },
    partnerComplaints: async () => new Map(),
    about: async (ref, limit) =>
      newest()
        .filter((one) => one.about === ref)
        .slice(0, limit),
    ofPartner: async (partner, limit) =>
      newest()
        .filter((one) => one.partner?.id === partner)
        .slice(0, limit),
    search: async (query, limit) =>
      newest()
        .filter((order) =>
          `${order.ref} ${JSON.stringify(order.fields)}`.includes(JSON.stringify(query).slice(1, -1)),
        )
        .slice(0, limit),
    counts: async (agent: AgentId) => {
      const open = newest().filter(({ state }) => !isClosed(state.status));
      return {
        open: open.filter(({ claim }) => !claim).length,
        mine: open.filter(({ claim }) => claim?.agent === agent).length,
        complaints: open.filter(({ kind }) => kind === "complaint").length,
        waiting: [...chats.values()].filter(({ person }) => person).length,
      };
    },
    waitingChats: async (limit) =>
      [...chats.values()]
        .filter(({ person }) => person)
        .sort((a, b) => (a.person?.since ?? 0) - (b.person?.since ?? 0))
        .slice(0, limit),
  };
}

function mapPeople(): { people: PeopleStore; sessions: Map<string, AgentSession> } {
  const agents = new Map<AgentId, Agent & { readonly passwordHash: string }>();
  const sessions = new Map<string, AgentSession>();
  const people = {
    findAgentByEmail: async (email: string) => [...agents.values()].find((agent) => agent.email === email),
    getAgent: async (id: AgentId) => agents.get(id),
    listAgents: async () => [...agents.values()],
    async addAgent(agent: NewAgent) {
      if ([...agents.values()].some(({ email }) => email === agent.email)) return "taken" as const;
      agents.set(agent.id, { ...agent, epoch: 0 });
      return "added" as const;
    },
    async changeAgent(id: AgentId, change: { passwordHash?: string; disabled?: boolean }) {
      const agent = agents.get(id);
      if (!agent) return "unknown" as const;
      const ends = change.passwordHash !== undefined || change.disabled === true;
      agents.set(id, { ...agent, ...change, epoch: agent.epoch + (ends ? 1 : 0) });
      return "changed" as const;
    },
    putAgentSession: async (session: AgentSession) => void sessions.set(session.hash, session),
    findAgentSession: async (hash: string) => sessions.get(hash),
    endAgentSession: async (hash: string) => void sessions.delete(hash),
  } satisfies Partial<PeopleStore> as unknown as PeopleStore;
  return { people, sessions };
}

function emptyChat(
  id: ConversationId,
  customer: Conversation["customer"],
  language: Language,
  at: number,
): Conversation {
  const chat = newConversation({ id, customer, channel: "web", address: id, language, at });
  return { ...chat, version: 1, greeted: true, heardAt: at, spokeAt: at };
}
