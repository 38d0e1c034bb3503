/**
 * Updates on their way into the office: in order within each chat, chats beside each other. A text is handed over at once, without
 * waiting for those before it; behind a file that is still being fetched its chat waits, and no other.
 */
import type { Update } from "telegraf/types";
import type { Inbound } from "../../domain/message.ts";
import type { Receive } from "../channel.ts";
import { ChatLanes, type Lane, type Outcome } from "./chat-lanes.ts";
import { type FetchDeps, type Fetched, fetchContent } from "./fetched-content.ts";
import { type Delivery, type Presence, type Reader, readPresence, readUpdate } from "./updates.ts";

export type Intake = {
  /** Resolves when the office has it, or will not have it now. The same update while it is under way is the same delivery. */
  take(update: Update): Promise<Outcome>;
  /** Forgets updates that the platform will not bring again. `ids`: those that it still has. */
  keepOnly(ids: ReadonlySet<number>): void;
};

export type IntakeDeps = FetchDeps & {
  readonly channel: string;
  readonly receive: Receive;
  readonly reader: Reader;
  /** A delivery is handed over: an answer may follow at once, even before the office has said that it took it. */
  readonly onCall: (address: string) => void;
  /** No answer is to be expected: it was a repeat, or not taken. */
  readonly onNothingNew: (address: string) => void;
  /** Somebody pressed a button and waits for a sign. `taken`: the office has it. */
  readonly onPress: (delivery: Delivery, taken: boolean) => void;
};

export function openIntake(deps: IntakeDeps): Intake {
  const known = new Map<number, { readonly outcome: Promise<Outcome>; settled: boolean }>();
  const lanes = new ChatLanes();

  /** Behind a delivery of its chat that is still being fetched, or whose own content has to be fetched first. */
  async function afterOthers(delivery: Delivery, { held, stored }: Lane): Promise<Outcome> {
    const { type } = delivery.what;
    const before = await (type === "file" || type === "reaction" ? stored : held);
    // What was said before it is to come again: then so must this, or they would change places.
    if (before === "again") return "again";
    return handOver(deps, delivery, await fetchContent(delivery, deps).catch(() => "not_now" as const));
  }

  function inTurn(delivery: Delivery): Promise<Outcome> {
    const { address, what } = delivery;
    const before = lanes.of(address);
    const content = "content" in what && !before.held ? what.content : undefined;
    const outcome = content
      ? handOver(deps, delivery, [{ id: delivery.id, content }])
      : afterOthers(delivery, before);
    lanes.follow(address, before, outcome, content === undefined);
    return outcome;
  }

  /** In its chat's order, like any delivery: what was said before it, and is said after it, says otherwise. */
  function presenceInTurn(presence: Presence): Promise<Outcome> {
    const before = lanes.of(presence.address);
    const outcome = notePresence(presence, before);
    lanes.follow(presence.address, before, outcome, true);
    return outcome;
  }

  async function notePresence({ address, isReached, at }: Presence, { stored }: Lane): Promise<Outcome> {
    if ((await stored) === "again") return "again";
    const noted = await deps.desk.reached(address, isReached, at).catch(() => "not_now" as const);
    return noted === "done" ? "done" : "again";
  }

  function takeNew(update: Update): Promise<Outcome> {
    const presence = safely(() => readPresence(update));
    if (presence) return presenceInTurn(presence);
    const delivery = safely(() => readUpdate(update, deps.reader));
    if (!delivery) return Promise.resolve("done");
    if (delivery.what.type === "press") deps.onPress(delivery, false);
    return inTurn(delivery);
  }

  return {
    take(update) {
      const before = known.get(update.update_id);
      if (before) return before.outcome;
      const one = { outcome: takeNew(update), settled: false };
      known.set(update.update_id, one);
      void one.outcome.then((outcome) => {
        one.settled = true;
        if (outcome === "again") known.delete(update.update_id);
      });
      return one.outcome;
    },
    keepOnly(ids) {
      for (const [id, { settled }] of known) if (settled && !ids.has(id)) known.delete(id);
    },
  };
}

async function handOver(
  deps: IntakeDeps,
  delivery: Delivery,
  contents: Fetched | "not_now",
): Promise<Outcome> {
  if (contents === "not_now") return "again";
  const { address, at, language, answers } = delivery;
  const about = {
    ...{ channel: deps.channel, address, at },
    ...(language && { language }),
    ...(answers !== undefined && { answers }),
  };
  try {
    const inbounds: Inbound[] = contents.map(({ id, content }) => ({ ...about, id, content }));
    deps.onCall(address);
    const received = await Promise.all(inbounds.map(deps.receive));
    if (received.every(({ type }) => type !== "accepted")) deps.onNothingNew(address);
    if (received.some(({ type }) => type === "not_now")) return "again";
    if (delivery.what.type === "press") deps.onPress(delivery, true);
    return "done";
  } catch {
    // Whatever it was: it is not stored, so the platform must not hear that it is.
    return "again";
  }
}

/** An update in a shape that nobody foresaw must not stop the line: it is none that the office can use. */
function safely<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
