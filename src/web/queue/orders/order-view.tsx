/** One order whole: its head, acts, fields, price, partners, contract and history, beside the conversation it came from. */
import type { Child } from "hono/jsx";
import { showMoment } from "../../../conversation/show/show.ts";
import { type Agent, leads } from "../../../domain/agent.ts";
import type { Conversation } from "../../../domain/conversation.ts";
import type { HistoryRow, Order } from "../../../domain/order.ts";
import { holderOf, isClosed } from "../../../orders/status.ts";
import { PlainText } from "../../plain-text.tsx";
import { ConversationView, type ShownLines } from "../chats/conversation-view.tsx";
import { OtherDoors } from "../chats/doors-view.tsx";
import { ComplaintView } from "../complaints/complaint-view.tsx";
import type { ShownComplaints } from "../complaints/complaints.ts";
import type { ShownHandoff } from "../departments/departments.ts";
import { AskerView } from "../departments/request-view.tsx";
import { Ago } from "../frame/ago.tsx";
import { Ref } from "../frame/ref.tsx";
import type { Scene } from "../frame/scene.ts";
import { Holder, OverdueText, PromiseText } from "../lists/list-view.tsx";
import { type ActsProps, ActsView } from "./acts-view.tsx";
import type { ShownChoice } from "./choice.ts";
import { ChoiceView } from "./choice-view.tsx";
import { ConsentView } from "./consent-view.tsx";
import { FactsView, type TypedCorrection } from "./facts-view.tsx";
import { HandoffView } from "./handoff-view.tsx";
import { HistoryView } from "./history-view.tsx";
import { customerName, serviceTitle } from "./order-words.ts";
import { PriceView } from "./price-view.tsx";
import { StatePill } from "./state-pill.tsx";
import type { ToTell } from "./told.ts";
import { ToldView } from "./told-view.tsx";

type OrderProps = ActsProps & {
  readonly conversation: Conversation;
  readonly shown: ShownLines;
  readonly isHeldUp: boolean;
  readonly history: readonly HistoryRow[];
  readonly toTell: readonly ToTell[];
  readonly shownChoice: ShownChoice;
  readonly shownHandoff: ShownHandoff;
  readonly shownComplaints: ShownComplaints;
  readonly lineOf: (messageId: string) => number | undefined;
  readonly part: string;
  readonly typed?: TypedCorrection | undefined;
};

export function OrderView(props: OrderProps): Child {
  const { scene, order, conversation, path, agent } = props;
  const isInternal = order.kind === "internal";
  // What was said stands before what is answered.
  const isComplaint = order.kind === "complaint";
  return (
    <div
      data-live="order"
      data-part={props.part}
      data-order={order.ref}
      data-version={order.version}
      data-chat={conversation.id}
      data-last={conversation.lastSeq}
    >
      <OrderHead {...props} />
      <div class="columns">
        <div class="column">
          <ToldView {...props} />
          <ActsView {...props} />
          {!isComplaint && <ComplaintView {...props} />}
          <HandoffView {...props} />
          <FactsView
            {...props}
            mayAct={
              !isComplaint &&
              holderOf(order, scene.realNow)?.agent === agent.id &&
              !isClosed(order.state.status)
            }
          />
          {isComplaint && <ComplaintView {...props} />}
          {order.kind === undefined && <ForCustomers {...props} />}
          <ConsentView {...props} />
          {order.contract !== undefined && (
            <section class="panel" aria-labelledby="contract-title">
              <h2 id="contract-title">{scene.words.order.contract}</h2>
              <p class="contract">
                <PlainText text={order.contract} block ours />
              </p>
            </section>
          )}
          <HistoryView {...props} />
        </div>
        {isInternal ? (
          <div class="column">
            <AskerView {...{ scene, order, conversation, agent, path }} />
          </div>
        ) : (
          <Talk {...props} />
        )}
      </div>
    </div>
  );
}

/** What it costs, and who carries it out. */
function ForCustomers(props: OrderProps): Child {
  const { scene, order, path, agent } = props;
  const mayAct = holderOf(order, scene.realNow)?.agent === agent.id;
  return (
    <>
      <PriceView {...{ scene, order, path, mayAct }} strategy={props.shownChoice.strategy} />
      <ChoiceView
        {...{ scene, order, path, mayAct }}
        {...props.shownChoice}
        maySearch={(holderOf(order, scene.realNow)?.agent ?? agent.id) === agent.id}
        mayTend={leads(agent)}
      />
    </>
  );
}

/** The customer's conversation. */
function Talk(props: OrderProps): Child {
  const { scene, conversation, path } = props;
  return (
    <div class="column">
      <p class="quiet">
        <a href={`/queue/chats/${conversation.id}`}>{scene.words.order.openChat}</a>
      </p>
      <OtherDoors scene={scene} conversation={conversation} />
      <ConversationView
        scene={scene}
        conversation={conversation}
        shown={props.shown}
        isHeldUp={props.isHeldUp}
        path={path}
        replyPath={`${path}/reply`}
      />
    </div>
  );
}

function OrderHead({ scene, catalogue, order, conversation, agent }: OrderProps): Child {
  const { words, language } = scene;
  const name = customerName(catalogue, order, conversation);
  return (
    <header class="order-head">
      <h1>
        <Ref of={order.ref} /> {serviceTitle(catalogue, order, language)}
      </h1>
      <StatePill order={order} catalogue={catalogue} scene={scene} />
      <p class="facts">
        {name !== undefined && (
          <span>
            <PlainText text={name} />
          </span>
        )}
        <PromiseText order={order} scene={scene} />
        <OverdueText order={order} scene={scene} />
        <span>
          {words.arrived} <Ago at={order.placedAt} scene={scene} />
        </span>
        <Holder order={order} agent={agent} scene={scene} />
        <Lease order={order} agent={agent} scene={scene} />
        <a class="jump" href="#chat-title">
          {words.order.chat}
        </a>
      </p>
      {(order.state.status === "cancelled" || order.state.status === "failed") && (
        <p class="note">
          <PlainText text={order.state.reason} block />
        </p>
      )}
    </header>
  );
}

function Lease(props: { readonly order: Order; readonly agent: Agent; readonly scene: Scene }): Child {
  const { order, agent, scene } = props;
  const holder = holderOf(order, scene.realNow);
  const until = holder?.until;
  if (until === undefined || holder?.agent !== agent.id) return null;
  // Shown on the office's clock, which in a rehearsal is another than the one that it runs by.
  const shown = scene.now + until - scene.realNow;
  return <span>{scene.words.until(showMoment(shown, scene.now, scene.zone, scene.language))}</span>;
}
