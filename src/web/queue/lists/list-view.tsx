/** Lists of the queue: orders as cards, waiting chats as cards, and an empty list in words. */
import type { Child } from "hono/jsx";
import type { Catalogue } from "../../../conversation/flow/flow.ts";
import { staffChannel } from "../../../conversation/order/news.ts";
import { ordersOfCase } from "../../../conversation/person/case.ts";
import type { Agent } from "../../../domain/agent.ts";
import type { Conversation } from "../../../domain/conversation.ts";
import type { ConversationId, OrderRef } from "../../../domain/ids.ts";
import type { Order } from "../../../domain/order.ts";
import type { Overdue } from "../../../domain/order-clock.ts";
import { standsSince } from "../../../orders/due/stage-wait.ts";
import { holderOf, isClosed, isHandedOver } from "../../../orders/status.ts";
import { PlainText } from "../../plain-text.tsx";
import { complaintWordsIn } from "../complaints/complaint-words.ts";
import { requestWordsIn } from "../departments/request-words.ts";
import { Ago } from "../frame/ago.tsx";
import { DoubtPill } from "../frame/doubt-pill.tsx";
import { spanOfTime } from "../frame/moments.ts";
import { MoreCards } from "../frame/more-cards.tsx";
import { Ref } from "../frame/ref.tsx";
import type { Scene } from "../frame/scene.ts";
import { Sign } from "../frame/sign.tsx";
import type { Words } from "../frame/words.ts";
import { channelName } from "../lines/line-words.ts";
import { HandoffText } from "../orders/handoff-view.tsx";
import { customerName, serviceTitle, shortAbout } from "../orders/order-words.ts";
import { StatePill } from "../orders/state-pill.tsx";

export type ListScene = { readonly scene: Scene; readonly catalogue: Catalogue; readonly agent: Agent };

export type OrderList = ListScene & {
  readonly title: string;
  readonly hint?: string | undefined;
  readonly empty: string;
  readonly orders: readonly Order[];
  /** The chats that they stand in. */
  readonly chats: ReadonlyMap<ConversationId, Conversation>;
  /** The address of the next page. */
  readonly more?: string | undefined;
  /** What live changes ask for again. */
  readonly part: string;
  /** The other lists beside this one, where there are any. */
  readonly views?: Child;
};

export function OrderListView(list: OrderList): Child {
  const { title, hint, empty, orders, views } = list;
  return (
    <section aria-labelledby="title" data-live="list" data-part={list.part}>
      <div class="list-head">
        <h1 id="title">{title}</h1>
        {hint && orders.length > 1 && <p class="quiet">{hint}</p>}
      </div>
      {views}
      {orders.length === 0 ? (
        <p class="empty">{empty}</p>
      ) : (
        <ol class="cards" id="cards">
          <OrderCards {...list} />
        </ol>
      )}
    </section>
  );
}

/**
 * The cards of one page and, last, the way to the next: what "more" puts in its own place.
 * @param list.fresh finished since who asked for them last looked
 */
export function OrderCards(
  list: Pick<OrderList, "orders" | "chats" | "more"> & ListScene & { readonly fresh?: ReadonlySet<OrderRef> },
): Child {
  const { orders, chats, more, scene, fresh } = list;
  return (
    <>
      {orders.map((order) => (
        <OrderCard
          {...list}
          order={order}
          chat={chats.get(order.conversation)}
          isFresh={fresh?.has(order.ref) === true}
        />
      ))}
      <MoreCards scene={scene} path={more} />
    </>
  );
}

function OrderCard(
  props: ListScene & {
    readonly order: Order;
    readonly chat: Conversation | undefined;
    readonly isFresh: boolean;
  },
): Child {
  const { order, chat, scene, catalogue, agent } = props;
  const { words, language } = scene;
  const name = customerName(catalogue, order, chat);
  const about = shortAbout(catalogue, order, language);
  return (
    <li class="card" id={order.ref} data-ref={order.ref}>
      <div class="card-head">
        <a class="card-link" href={`/queue/orders/${order.ref}`}>
          <Ref of={order.ref} /> {serviceTitle(catalogue, order, language)}
        </a>
        <span class="pills">
          {props.isFresh && <span class="pill fresh">{requestWordsIn(language).fresh}</span>}
          {order.kind === "internal" && <span class="pill">{requestWordsIn(language).internal}</span>}
          <StatePill order={order} catalogue={catalogue} scene={scene} />
        </span>
      </div>
      {(about !== "" || name !== undefined) && (
        <p class="about">
          {name !== undefined && <PlainText text={name} />}
          {name !== undefined && about !== "" && " · "}
          {about !== "" && <PlainText text={about} ours />}
        </p>
      )}
      {isHandedOver(order) && order.handoff && (
        <>
          <p class="facts">
            <HandoffText order={order} scene={scene} />
          </p>
          <p class="about">
            <PlainText text={order.handoff.note} />
          </p>
        </>
      )}
      <p class="facts">
        {order.about !== undefined && (
          <span>
            {complaintWordsIn(language).about} <Ref of={order.about} />
          </span>
        )}
        <PromiseText order={order} scene={scene} />
        <OverdueText order={order} scene={scene} />
        <span>
          {words.arrived} <Ago at={order.placedAt} scene={scene} />
        </span>
        {isClosed(order.state.status) && (
          <span>
            {words.changed} <Ago at={order.changedAt} scene={scene} />
          </span>
        )}
        {!isClosed(order.state.status) && holderOf(order, scene.realNow) && (
          <Holder order={order} agent={agent} scene={scene} />
        )}
      </p>
    </li>
  );
}

/** The promise in words; a broken one is marked by a sign and its words, not by colour alone. */
export function PromiseText({ order, scene }: { readonly order: Order; readonly scene: Scene }): Child {
  const { promisedBy } = order;
  if (promisedBy === undefined || isClosed(order.state.status)) return null;
  const { words, now, language } = scene;
  return promisedBy < now ? (
    <strong class="late">
      <Sign />
      {words.late(spanOfTime(now - promisedBy, language))}
    </strong>
  ) : (
    <span class="due">
      {words.promised} <Ago at={promisedBy} scene={scene} />
    </span>
  );
}

/** What nobody took up in time, and how often the customer was told to wait longer. */
export function OverdueText({ order, scene }: { readonly order: Order; readonly scene: Scene }): Child {
  const shown = overdueWords(order, scene.words.overdue);
  return shown.map((text) => (
    <strong class="late">
      <Sign />
      {text}
    </strong>
  ));
}

function handoffWords({ handoff }: Order, { level }: Overdue, words: Words["overdue"]): string {
  if (level === "warned") return words.handoff;
  return handoff?.back ? words.handedBackLong : words.handoffLong;
}

function overdueWords(order: Order, words: Words["overdue"]): readonly string[] {
  const { clock, state, claim, partner } = order;
  if (!clock || isClosed(state.status)) return [];
  const { unclaimed, stuck, handoff, missed = 0 } = clock;
  const waits = unclaimed && unclaimed.since >= state.at && !claim && !partner;
  return [
    ...(waits ? [unclaimed.level === "warned" ? words.warned : words.escalated] : []),
    ...(stuck?.since === standsSince(order)
      ? [stuck.level === "warned" ? words.stuck : words.stuckLong]
      : []),
    ...(isHandedOver(order) && handoff?.since === order.handoff?.at && handoff
      ? [handoffWords(order, handoff, words)]
      : []),
    ...(missed > 0 && state.status !== "in_progress" ? [words.missed(missed)] : []),
  ];
}

export function Holder(props: {
  readonly order: Order;
  readonly agent: Agent;
  readonly scene: Scene;
}): Child {
  const { order, agent, scene } = props;
  const holder = holderOf(order, scene.realNow);
  if (!holder) return isClosed(order.state.status) ? null : <span>{scene.words.withNobody}</span>;
  if (holder.agent === agent.id) return <span>{scene.words.withYou}</span>;
  return (
    <span>
      {scene.words.with} <PlainText text={holder.name} />
    </span>
  );
}

type ChatList = ListScene & { readonly chats: readonly Conversation[]; readonly part: string };

const isUrgent = ({ person }: Conversation): boolean => person?.reason === "emergency";

/** Chats that want a person: a life in danger first, then the longest waiting. */
export function ChatListView(list: ChatList): Child {
  const { scene, chats, part } = list;
  return (
    <section aria-labelledby="title" data-live="list" data-part={part}>
      <div class="list-head">
        <h1 id="title">{scene.words.waiting}</h1>
      </div>
      {chats.length === 0 ? (
        <p class="empty">{scene.words.empty.waiting}</p>
      ) : (
        <ol class="cards" id="cards">
          {chats
            .toSorted((one, other) => Number(isUrgent(other)) - Number(isUrgent(one)))
            .map((chat) => (
              <ChatCard {...list} chat={chat} />
            ))}
        </ol>
      )}
    </section>
  );
}

/** What a colleague asked of a department is no chat: its order is what waits. */
function placeOf({ id, channel, person }: Conversation): string {
  const [ref] = ordersOfCase(person);
  return channel === staffChannel && ref !== undefined ? `/queue/orders/${ref}` : `/queue/chats/${id}`;
}

function ChatCard({ chat, scene, agent }: ListScene & { readonly chat: Conversation }): Child {
  const { words } = scene;
  const { person } = chat;
  const name = chat.known.customer_name?.value;
  return (
    <li class="card" id={chat.id} data-ref={chat.id}>
      <div class="card-head">
        <a class="card-link" href={placeOf(chat)}>
          {typeof name === "string" ? <PlainText text={name} /> : words.chat.customer}
          {ordersOfCase(person).map((ref) => (
            <>
              {" "}
              <Ref of={ref} />
            </>
          ))}
        </a>
        <span class={isUrgent(chat) ? "pill failed" : "pill"}>
          {words.chat.reasons[person?.reason ?? "other"]}
        </span>
        <DoubtPill scene={scene} person={person} />
      </div>
      <p class="facts">
        {person && (
          <span>
            {words.chat.since} <Ago at={person.since} scene={scene} />
          </span>
        )}
        <span>
          {words.chat.channel}: <bdi>{channelName(chat.channel, scene.language)}</bdi>
        </span>
        {person?.agent &&
          (person.agent.id === agent.id ? (
            <span>{words.withYou}</span>
          ) : (
            <span>
              {words.with} <PlainText text={person.agent.name} />
            </span>
          ))}
      </p>
    </li>
  );
}
