/**
 * An office on paper for tests: the pure pieces alone (catalogue, reading, step) with a clock that is a value and orders in a map. It
 * does what the engine does between a delivery and a commit, and checks the invariants after every turn.
 */
import { expect } from "vitest";
import { isWithholding, withhold } from "../../src/conversation/consent/withhold.ts";
import type { Catalogue } from "../../src/conversation/flow/flow.ts";
import { newConversation } from "../../src/conversation/new-conversation.ts";
import { readBeforeClassifier } from "../../src/conversation/reading/read.ts";
import { readAroundSecret } from "../../src/conversation/reading/read-around-secret.ts";
import { readForWaiting } from "../../src/conversation/reading/reading-context.ts";
import { needsBefore, withLines } from "../../src/conversation/reading/told-before.ts";
import { step } from "../../src/conversation/step.ts";
import type { AgentAct, Refusal } from "../../src/domain/act.ts";
import type { AgentName } from "../../src/domain/agent.ts";
import type { Conversation } from "../../src/domain/conversation.ts";
import type { Say } from "../../src/domain/effect.ts";
import type { Event } from "../../src/domain/event.ts";
import {
  type AgentId,
  type ConversationId,
  type CustomerId,
  type OrderRef,
  orderRefOf,
} from "../../src/domain/ids.ts";
import type { Language } from "../../src/domain/language.ts";
import type { ChatLine, Content } from "../../src/domain/message.ts";
import type { HistoryRow, Order } from "../../src/domain/order.ts";
import type { Said } from "../../src/domain/said.ts";
import type { Candidates } from "../../src/domain/search.ts";
import type { Reading, ReadingContext } from "../../src/domain/understanding.ts";
import { nextStatuses } from "../../src/orders/status.ts";
import { createHeld } from "../../src/turn/held.ts";
import type { InlineClassifier } from "../../src/understand/classifier.ts";
import { realCatalogue } from "./real-catalogue.ts";

/** Sunday 22 November 2026, 10:00 in Riyadh: the office is open. */
export const sundayMorning = Date.parse("2026-11-22T10:00:00+03:00");

export const sara: AgentName = { id: "a_sara000000000000000000" as AgentId, name: "Sara", role: "agent" };
export const omar: AgentName = { id: "a_omar000000000000000000" as AgentId, name: "Omar", role: "agent" };
export const huda: AgentName = { id: "a_huda000000000000000000" as AgentId, name: "Huda", role: "head" };

/** Never asked: for tests that give their readings by hand. */
const noClassifier: InlineClassifier = {
  answers: "at_once",
  name: "none",
  read: () => ({ understandings: [{ type: "out_of_scope" }], confidence: 0, by: "embedded" }),
};

export type Paper = ReturnType<typeof paperOffice>;

export function paperOffice(
  options: {
    readonly catalogue?: Catalogue;
    readonly classifier?: InlineClassifier;
    readonly language?: Language;
    readonly at?: number;
    readonly channel?: string;
    /** Whom a search finds while time passes; left out: what needs them is left to the test. */
    readonly candidates?: Candidates;
  } = {},
) {
  const catalogue = options.catalogue ?? realCatalogue();
  const classifier = options.classifier ?? noClassifier;
  let now = options.at ?? sundayMorning;
  let messages = 0;
  let underwayMs = 0;
  let nextOrder = 10_001;
  const orders = new Map<OrderRef, Order>();
  const history = new Map<OrderRef, HistoryRow[]>();
  let conversation: Conversation = newConversation({
    id: "c_paper00000000000000000" as ConversationId,
    customer: "u_paper00000000000000000" as CustomerId,
    channel: options.channel ?? "paper",
    address: "42",
    language: options.language ?? "ar",
    at: now,
  });
  let lastSays: readonly Say[] = [];
  let refusal: Refusal | undefined;
  let held = createHeld();

  function happen(event: Event): readonly Say[] {
    const before = conversation;
    const result = step(catalogue, conversation, event, {
      orderRef: orderRefOf(nextOrder),
      realNow: now,
    });
    refusal = result.type === "refused" ? result.refusal : undefined;
    lastSays = [];
    if (result.type === "refused") return lastSays;
    checkTurn(before, event, result);
    for (const change of result.orderChanges) {
      expect(orders.get(change.order.ref)?.version ?? 0).toBe(change.expect);
      orders.set(change.order.ref, change.order);
      history.set(change.order.ref, [...(history.get(change.order.ref) ?? []), ...change.history]);
    }
    nextOrder += result.placed ?? 0;
    conversation = result.conversation;
    held.settle([conversation]);
    checkOrders([...orders.values()], history);
    lastSays = result.effects;
    return lastSays;
  }

  const lines: ChatLine[] = [];
  const said = (content: Content) => {
    messages += 1;
    const line = { id: `m${messages}`, seq: conversation.lastSeq + 1, at: now - underwayMs, content };
    lines.push({ ...line, from: "customer" });
    return line;
  };

  function read(text: string):
    | Reading
    | {
        readonly type: "secret";
        readonly redacted: string;
        readonly kinds: readonly ("password" | "code" | "card")[];
      } {
    const first = readBeforeClassifier(catalogue, conversation, text, now);
    if (first.type === "secret") return first;
    if (first.type === "settled") return first.reading;
    const again = (context: ReadingContext) => classifier.read(text, context);
    return readForWaiting(catalogue, conversation, now, { text, reading: again(first.context), read: again });
  }

  function understand(text: string, content: Content, given?: Reading): readonly Say[] {
    const reading = given ?? read(text);
    if ("redacted" in reading) {
      const redacted: Content = { type: "text", text: reading.redacted };
      const rest = readAroundSecret(catalogue, conversation, reading.redacted, now, (context) =>
        classifier.read(reading.redacted, context),
      );
      return happen({
        type: "sent_secret",
        at: now,
        said: said(redacted),
        kinds: reading.kinds,
        ...(rest && { reading: rest }),
      });
    }
    const own = said(content);
    const withheld = withhold(catalogue, conversation, { id: own.id, at: now, text }, reading);
    if (!withheld) return hears(own, reading, {});
    held.add(conversation.id, withheld.saying);
    const { language } = withheld;
    return hears({ ...own, content: { type: "text", text: withheld.text } }, withheld.reading, {
      ...(language && { language }),
    });
  }

  const withEarlier = (event: Event): Event =>
    needsBefore(conversation, event)
      ? withLines(catalogue, conversation, event, lines.slice(0, -1), (text, context) =>
          classifier.read(text, context),
        )
      : event;

  function hears(own: Said, reading: Reading, more: { readonly language?: Language }): readonly Say[] {
    lines.splice(lines.length - 1, 1, { ...own, from: "customer" });
    const event = {
      type: "understood",
      at: now,
      said: own,
      reading,
      orders: [...orders.values()],
      held: held.of(conversation.id, now),
      ...more,
    } as const;
    return happen(withEarlier(event));
  }

  /** The next timer of the chat or of one of its orders. */
  function nextTimer(
    left: Set<OrderRef>,
  ): { readonly at: number; readonly fire: () => readonly Say[] } | undefined {
    const { wake } = conversation;
    const timers = [...orders.values()].flatMap((order) =>
      order.dueAt === undefined || left.has(order.ref)
        ? []
        : [{ at: order.dueAt, fire: () => fireDue(order, left) }],
    );
    if (wake) {
      const late = now - wake.at > 2 * 3_600_000;
      timers.push({ at: wake.at, fire: () => happen({ type: "timed_out", at: now, what: wake.what, late }) });
    }
    return timers.sort((one, other) => one.at - other.at)[0];
  }

  function fireDue(order: Order, left: Set<OrderRef>): readonly Say[] {
    const { candidates } = options;
    const says = happen({ type: "order_due", at: now, order, heads: [], ...(candidates && { candidates }) });
    if (orders.get(order.ref) === order) left.add(order.ref);
    return says;
  }

  /** Fires what is due until a moment, each at its own time or, where that has passed, now. */
  function passes(until: number): readonly Say[] {
    const all: Say[] = [];
    refusal = undefined;
    let fired = 0;
    // What needs partners chosen by the shell is left to the test.
    const left = new Set<OrderRef>();
    for (let timer = nextTimer(left); timer && timer.at <= until; timer = nextTimer(left)) {
      now = Math.max(now, timer.at);
      all.push(...timer.fire());
      fired += 1;
      if (fired > 1_000) throw new Error("a timer stays due, whatever is done about it");
    }
    now = until;
    lastSays = all;
    return all;
  }

  /** One tick at a moment. @param isBack the clock went back to it: what was written later is due at once */
  function tickAt(at: number, isBack = false): void {
    now = at;
    if (isBack)
      for (const order of orders.values())
        if (Math.max(order.changedAt, order.clock?.at ?? 0) > now)
          orders.set(order.ref, { ...order, dueAt: 0 });
    passes(now);
  }

  return {
    catalogue,
    get conversation() {
      return conversation;
    },
    /** A chat as an older version left it. */
    set conversation(before: Conversation) {
      conversation = before;
    },
    get now() {
      return now;
    },
    get says() {
      return lastSays;
    },
    get refusal() {
      return refusal;
    },
    orders,
    history,
    text: () => lastSays.map(({ text }) => text).join("\n"),
    happen,
    /** The platform brings what follows this long after it was written. */
    isLateBy: (ms: number): void => {
      underwayMs = ms;
    },
    /** The customer writes; `reading` replaces what would be read. */
    says_: (text: string, reading?: Reading) => understand(text, { type: "text", text }, reading),
    edits: (text: string, reading?: Reading) => understand(text, { type: "edit", of: "m1", text }, reading),
    press: (value: string) =>
      happen(
        withEarlier({
          type: "chose",
          at: now,
          said: said({ type: "choice", value }),
          value,
          orders: [...orders.values()],
          held: held.of(conversation.id, now),
        }),
      ),
    sends: (content: Content) => {
      const kept: Content = isWithholding(conversation) ? { type: "unsupported", what: "withheld" } : content;
      return happen({ type: "sent_media", at: now, said: said(kept) });
    },
    fails: (text: string) => happen({ type: "failed", at: now, said: said({ type: "text", text }) }),
    acts: (agent: AgentName, act: AgentAct, ref?: OrderRef) => {
      const order = ref && orders.get(ref);
      return happen({ type: "agent_acted", at: now, agent, act, ...(order && { order }) });
    },
    moves: (
      ref: OrderRef,
      to: Parameters<typeof step>[2] extends infer _ ? string : never,
      stage?: string,
      note?: string,
    ) => {
      const order = orders.get(ref);
      if (!order) throw new Error(`no order ${ref}`);
      const move = {
        to: to as Order["state"]["status"],
        ...(stage !== undefined && { stage }),
        ...(note !== undefined && { note }),
      };
      return happen({ type: "order_moved", at: now, order, move });
    },
    /** The office is started again: what was in memory alone is gone. */
    restarts: () => {
      held = createHeld();
    },
    /** Time passes; due timers fire as the engine fires them. Gives everything that was said meanwhile. */
    waits: (ms: number): readonly Say[] => passes(now + ms),
    /** The office stands still for so long, or its clock jumps: what was due meanwhile happens afterwards. */
    stops: (ms: number): readonly Say[] => {
      now += ms;
      return passes(now);
    },
    /** The clock shows another moment for one tick, so far ahead or back, and is right again. */
    jumps: (ms: number): void => {
      const right = now;
      tickAt(now + ms);
      tickAt(right, ms > 0);
    },
  };
}

/** What must be true of every turn. */
function checkTurn(
  before: Conversation,
  event: Event,
  turn: {
    readonly conversation: Conversation;
    readonly effects: readonly Say[];
    readonly orderChanges: readonly unknown[];
  },
): void {
  const after = turn.conversation;
  expect(after.version).toBe(before.version + 1);
  expect(after.lastSeq).toBe(before.lastSeq + ("said" in event ? 1 : 0) + turn.effects.length);
  expect(after.unanswered).toBeLessThanOrEqual(5);
  expect(
    turn.effects.filter(({ kind }) => kind === "reply" || kind === "reminder").length,
  ).toBeLessThanOrEqual(1);
  for (const say of turn.effects) {
    expect(say.text.trim()).not.toBe("");
    expect(say.text).not.toMatch(/undefined|\[object|NaN|—،/);
    for (const { value, label } of say.choices ?? []) {
      expect(new TextEncoder().encode(value).length).toBeLessThanOrEqual(64);
      expect(label.trim()).not.toBe("");
    }
  }
  if (after.active !== undefined) expect(after.drafts.map(({ id }) => id)).toContain(after.active);
  const { open } = after;
  if (open && "draft" in open) expect(after.drafts.map(({ id }) => id)).toContain(open.draft);
  if (after.wake) expect(after.wake.at).toBeGreaterThan(event.at - 1);
}

function checkOrders(orders: readonly Order[], history: ReadonlyMap<OrderRef, readonly HistoryRow[]>): void {
  expect(new Set(orders.map(({ draft }) => draft)).size).toBe(orders.length);
  for (const order of orders) {
    const rows = history.get(order.ref) ?? [];
    expect(rows[0]).toMatchObject({ to: "placed", what: "placed" });
    expect(rows.at(-1)?.to).toBe(order.state.status);
    for (const row of rows.slice(1)) {
      // A complaint ends by its customer's word wherever it stands, and is received anew by it.
      const isTheirWord = ["settled", "reopened", "complaint_withdrawn"].includes(row.what);
      const moved = row.from !== undefined && row.from !== row.to && !isTheirWord;
      if (moved && row.from) expect(nextStatuses[row.from]).toContain(row.to);
    }
  }
}
