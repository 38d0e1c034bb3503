/** One chat: who wants a person and why, taking it and handing it back, its lines, and this customer's orders. */
import type { Child } from "hono/jsx";
import { showMoment } from "../../../conversation/show/show.ts";
import { leads } from "../../../domain/agent.ts";
import type { Conversation } from "../../../domain/conversation.ts";
import type { DoorsRow } from "../../../domain/doors.ts";
import type { ConversationId } from "../../../domain/ids.ts";
import type { Order } from "../../../domain/order.ts";
import { PlainText, visibleText } from "../../plain-text.tsx";
import { Ago } from "../frame/ago.tsx";
import { DoubtPill } from "../frame/doubt-pill.tsx";
import { Press } from "../frame/press.tsx";
import { channelName, lineWordsIn } from "../lines/line-words.ts";
import { type ListScene, OrderCards } from "../lists/list-view.tsx";
import { ConversationView, type ShownLines } from "./conversation-view.tsx";
import { DoorsView } from "./doors-view.tsx";

type ChatProps = ListScene & {
  readonly conversation: Conversation;
  readonly shown: ShownLines;
  readonly isHeldUp: boolean;
  readonly orders: readonly Order[];
  /** The chats that those orders stand in. */
  readonly chats: ReadonlyMap<ConversationId, Conversation>;
  readonly joins: readonly DoorsRow[];
  readonly path: string;
  readonly part: string;
};

export function ChatView(props: ChatProps): Child {
  const { scene, conversation, path, orders } = props;
  const { words } = scene;
  return (
    <div data-live="chat" data-part={props.part} data-chat={conversation.id} data-last={conversation.lastSeq}>
      <ChatHead {...props} />
      <div class="columns talk">
        <PersonPanel {...props} />
        <ConversationView
          scene={scene}
          conversation={conversation}
          shown={props.shown}
          isHeldUp={props.isHeldUp}
          path={path}
          replyPath={`${path}/reply`}
        />
        <DoorsView scene={scene} conversation={conversation} joins={props.joins} path={path} />
        <section class="panel" aria-labelledby="orders-title">
          <h2 id="orders-title">{words.order.orders}</h2>
          {orders.length === 0 ? (
            <p class="quiet">{words.chat.noOrders}</p>
          ) : (
            <ol class="cards">
              <OrderCards {...props} more={undefined} />
            </ol>
          )}
        </section>
      </div>
    </div>
  );
}

function ChatHead({ scene, conversation }: ChatProps): Child {
  const { words } = scene;
  const name = conversation.known.customer_name?.value;
  return (
    <header class="order-head">
      <h1>
        {words.chat.title}
        {typeof name === "string" && (
          <>
            {": "}
            <PlainText text={name} />
          </>
        )}
      </h1>
      {conversation.partner && (
        <p>
          {words.chat.partner}:{" "}
          <a href={`/queue/partners/${conversation.partner.id}`}>
            <PlainText text={conversation.partner.name[scene.language]} />
          </a>
        </p>
      )}
      <p class="facts">
        <span>
          {words.chat.channel}: <bdi>{channelName(conversation.channel, scene.language)}</bdi>
        </span>
        <span>
          {words.chat.language}: {words.chat.languages[conversation.language]}
        </span>
      </p>
    </header>
  );
}

function PersonPanel({ scene, conversation, agent, path }: ChatProps): Child {
  const { words } = scene;
  const { person } = conversation;
  const isMine = person?.agent?.id === agent.id;
  // A colleague who spoke lately is not interrupted: the engine refuses it, so no button offers it.
  const speaker = !isMine && person && person.mutedUntil > scene.now ? person.agent?.name : undefined;
  return (
    <section class="panel acts" aria-labelledby="person-title">
      <h2 id="person-title">{person ? words.chat.wanted : words.order.acts}</h2>
      {person ? (
        <p class="facts">
          <span class="pill">{words.chat.reasons[person.reason]}</span>
          <DoubtPill scene={scene} person={person} />
          <span>
            {words.chat.since} <Ago at={person.since} scene={scene} />
          </span>
          {person.agent && (
            <span>
              {isMine ? (
                words.withYou
              ) : (
                <>
                  {words.with} <PlainText text={person.agent.name} />
                </>
              )}
            </span>
          )}
          {person.mutedUntil > scene.now && (
            <span>
              {words.chat.muted(showMoment(person.mutedUntil, scene.now, scene.zone, scene.language))}
            </span>
          )}
        </p>
      ) : (
        <p class="quiet">{words.chat.bot}</p>
      )}
      {speaker && !leads(agent) ? (
        <p class="quiet">{words.refused.not_yours_chat(visibleText(speaker))}</p>
      ) : (
        <div class="buttons">
          {!isMine && <Press path={`${path}/take_chat`} label={words.chat.take} primary />}
          {person && <Press path={`${path}/hand_back`} label={words.chat.handBack} />}
        </div>
      )}
      {leads(agent) && conversation.heardAt > 0 && <LineTest scene={scene} path={path} />}
    </section>
  );
}

/** Into this chat alone, whose owner wrote first: the office is never the first to write. */
function LineTest({ scene, path }: Pick<ChatProps, "scene" | "path">): Child {
  const words = lineWordsIn(scene.language);
  return (
    <details class="act" id="line-test">
      <summary>{words.test}</summary>
      <p class="quiet">{words.testHint}</p>
      <Press path={`${path}/test_line`} label={words.testSend} />
    </details>
  );
}
