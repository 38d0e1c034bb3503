/** What the engine asks about partners and heads: who may carry an order out, who missed an offer and why, who is told; and who is paused for silence. */
import { randomBytes } from "node:crypto";
import type { Catalogue } from "../conversation/flow/flow.ts";
import { flowOf } from "../conversation/flow/pinned.ts";
import type { Engine } from "../engine.ts";
import type { Log } from "../log.ts";
import { isOpenAt } from "../orders/promise.ts";
import { offerShowsWords } from "../orders/shown-fields.ts";
import { calendarOf } from "../partners/calendar.ts";
import type { Store } from "../store/store.ts";
import { createPartnerSearch, type PartnerSearch } from "./candidates.ts";
import { createHeads, type FindHeads } from "./heads.ts";
import { createHolders, type FindHolders } from "./holders.ts";
import { createMissed, type FindMissed } from "./missed.ts";
import { namePartner, type ReachDeps } from "./reach.ts";
import { createSilence, type Silence } from "./silence.ts";
import { openSilentBook, type SilentBook } from "./silent-book.ts";
import { loadsAt, standingsAt } from "./standings.ts";
import { wasTold } from "./was-told.ts";

export type DispatchDeps = {
  readonly store: Store;
  readonly catalogue: () => Catalogue;
  /** Opened on this dispatch: it is asked once there is something to tell. */
  readonly engine: () => Pick<Engine, "openConversation" | "partnerPaused">;
  /** Whether the office sends mail. */
  readonly mails: boolean;
  readonly zone: string;
  readonly now: () => number;
  readonly log: Log;
};

export type Dispatch = {
  readonly search: PartnerSearch;
  readonly missed: FindMissed;
  readonly holders: FindHolders;
  /** Left out: heads hear of nothing outside the queue. */
  readonly heads?: FindHeads;
  readonly silence: Silence;
  readonly silentBook: SilentBook;
};

export async function openDispatch(deps: DispatchDeps): Promise<Dispatch> {
  const { store, catalogue, engine, mails, zone, now, log } = deps;
  const { people, partners, departments } = store;
  const reach: ReachDeps = {
    secretOf: (id) => partners.secretOf(id),
    mails,
    openChat: async (channel, address, language) =>
      (await engine().openConversation({ channel, address, language })).id,
  };
  const silentBook = await openSilentBook({ partners, marks: store.directory });
  return {
    search: createPartnerSearch({
      ...{ ...reach, partners, catalogue, zone, randomBytes },
      loads: (at) => loadsAt(store, at),
      standings: (at) => standingsAt(store, at),
    }),
    missed: missedIn(deps),
    holders: createHolders({
      ...{ orders: store.orders, partners, mails, secretOf: reach.secretOf },
      showsWords(order, history) {
        const { questions, dispatch } = flowOf(catalogue(), order);
        return offerShowsWords(questions, order, { offerShows: dispatch.offer_shows, history });
      },
      findChat: async (channel, address) => (await store.engine.findConversation(channel, address))?.id,
    }),
    ...(mails && { heads: createHeads({ ...reach, people, partners, departments }) }),
    silence: createSilence({
      ...{ partners, now, log, book: silentBook },
      async tell(partner) {
        const { id, chats = [] } = await namePartner(reach, partner);
        for (const chat of chats) await engine().partnerPaused(chat, id);
      },
    }),
    silentBook,
  };
}

function missedIn({ store, catalogue, zone }: DispatchDeps): FindMissed {
  return createMissed({
    partners: store.partners,
    isOpen: (partner, at) => isOpenAt(calendarOf(partner, catalogue().office), zone, at),
    isFull: async ({ id, capacity = Number.POSITIVE_INFINITY }) =>
      capacity !== Number.POSITIVE_INFINITY && ((await store.orders.partnerLoads()).get(id) ?? 0) >= capacity,
    wasTold: (offer, ref) => wasTold(store.engine, offer, ref),
  });
}
