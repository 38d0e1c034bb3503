/** What an agent may do with an order now: claim, release, take, the legal steps, a note. Nothing is offered that would be refused. */
import type { Child } from "hono/jsx";
import type { Catalogue } from "../../../conversation/flow/flow.ts";
import { findFlow } from "../../../conversation/flow/pinned.ts";
import type { LegalMove } from "../../../domain/act.ts";
import { type Agent, leads } from "../../../domain/agent.ts";
import type { Conversation } from "../../../domain/conversation.ts";
import type { Order } from "../../../domain/order.ts";
import { appointmentWish, missable } from "../../../orders/appointment.ts";
import { holderOf, isClosed } from "../../../orders/status.ts";
import { longestNote, longestText } from "../../lengths.ts";
import { complaintWordsIn } from "../complaints/complaint-words.ts";
import { Press } from "../frame/press.tsx";
import type { Scene } from "../frame/scene.ts";
import { movesOf, stepLabel } from "./order-words.ts";

export type ActsProps = {
  readonly scene: Scene;
  readonly catalogue: Catalogue;
  readonly agent: Agent;
  readonly order: Order;
  readonly conversation: Conversation;
  readonly path: string;
};

export function ActsView(props: ActsProps): Child {
  const { scene, order, agent, path } = props;
  const { words } = scene;
  const holder = holderOf(order, scene.realNow);
  const isMine = holder?.agent === agent.id;
  const isOver = isClosed(order.state.status);
  const isAskers = isAsker(props);
  return (
    <section class="panel acts" aria-labelledby="acts-title">
      <h2 id="acts-title">{words.order.acts}</h2>
      {!isOver && !isAskers && (
        <div class="buttons">
          {!holder && mayClaim(props) && <Press path={`${path}/claim`} label={claimLabel(props)} primary />}
          {holder && !isMine && leads(agent) && <Press path={`${path}/take`} label={words.order.take} />}
          {holder && (isMine || leads(agent)) && (
            <Press path={`${path}/release`} label={words.order.release} />
          )}
        </div>
      )}
      {isMine ? (
        <Moves {...props} />
      ) : (
        !isOver &&
        !isAskers &&
        !holder &&
        order.kind !== "complaint" && <p class="quiet">{words.order.claimFirst}</p>
      )}
      {isMine && mayBeMissed(props) && <NoShow {...props} />}
      {!isOver && <Wish {...props} isMine={isMine} />}
      <details class="act" id="note-form">
        <summary>{words.order.note}</summary>
        <form hx-post={`${path}/note`} hx-target="#page">
          <label for="note">{words.order.note}</label>
          <textarea
            id="note"
            name="text"
            rows={2}
            dir="auto"
            required
            maxlength={longestText}
            aria-describedby="note-hint"
          />
          <p class="quiet" id="note-hint">
            {words.order.noteHint}
          </p>
          <button type="submit">{words.order.addNote}</button>
        </form>
      </details>
    </section>
  );
}

/** Whoever asked a department for something: others see to it. */
export function isAsker({
  order,
  conversation,
  agent,
}: Pick<ActsProps, "order" | "conversation" | "agent">): boolean {
  return order.kind === "internal" && conversation.address === agent.id;
}

/** A complaint that was opened again is a head's. */
function mayClaim({ order, agent }: ActsProps): boolean {
  return order.complaint?.reopened === undefined || leads(agent);
}

function claimLabel({ scene, order }: ActsProps): string {
  return order.kind === "complaint" ? complaintWordsIn(scene.language).claim : scene.words.order.claim;
}

/** The appointment has begun, and nobody has said that the customer came. */
function mayBeMissed({ scene, catalogue, order }: ActsProps): boolean {
  const flow = findFlow(catalogue, order);
  return flow !== undefined && missable(order, flow, scene.zone, scene.now) !== undefined;
}

function NoShow({ scene, order, path }: ActsProps): Child {
  return (
    <details class="act" id="no-show">
      <summary>{scene.words.order.noShow}</summary>
      <form hx-post={`${path}/no_show`} hx-target="#page">
        <p>{scene.words.order.noShowSure}</p>
        <input type="hidden" name="version" value={String(order.version)} />
        <button type="submit" class="danger">
          {scene.words.order.doNoShow}
        </button>
      </form>
    </details>
  );
}

/** What the customer wishes of the appointment: staff correct its day, cancel the order, or let it stay. */
function Wish({ scene, catalogue, order, path, isMine }: ActsProps & { readonly isMine: boolean }): Child {
  const flow = findFlow(catalogue, order);
  const wish = flow && appointmentWish(order, flow, scene.zone);
  if (!wish) return null;
  const { words } = scene;
  return (
    <div class="notice bad" id="appointment-wish">
      <p>{words.order.wished[wish]}</p>
      {isMine && (
        <form hx-post={`${path}/keep_appointment`} hx-target="#page">
          <input type="hidden" name="version" value={String(order.version)} />
          <button type="submit">{words.order.keepAppointment}</button>
        </form>
      )}
    </div>
  );
}

function Moves(props: ActsProps): Child {
  const { scene, order, catalogue, path } = props;
  const { words, language } = scene;
  const legal = movesOf(catalogue, order);
  const isEnding = ({ to }: LegalMove) => to === "cancelled" || to === "failed";
  const isBack = ({ to, back }: LegalMove) => to === "seeking" || back === true;
  // Looking for somebody else, or the stage before, is the way back: it comes last and is never the suggestion.
  const steps = [...legal.filter((step) => !isEnding(step) && !isBack(step)), ...legal.filter(isBack)];
  const endings = legal.filter(isEnding);
  if (legal.length === 0) return <p class="quiet">{words.order.noMoves}</p>;
  return (
    <>
      <h3>{words.order.moves}</h3>
      <form class="moves" hx-post={`${path}/move`} hx-target="#page">
        <input type="hidden" name="version" value={String(order.version)} />
        <div class="buttons">
          {steps.map((step, index) => (
            <button
              type="submit"
              name="move"
              value={moveValue(step)}
              class={index === 0 ? "primary" : undefined}
            >
              {step.back === true && `${words.order.backTo} `}
              {stepLabel(catalogue, order, step, language)}
            </button>
          ))}
        </div>
        <label for="move-note">{words.order.moveNote}</label>
        <input id="move-note" name="note" dir="auto" maxlength={longestNote} />
      </form>
      {endings.map((step) => (
        <Ending {...props} step={step} />
      ))}
    </>
  );
}

function Ending({ scene, order, path, step }: ActsProps & { readonly step: LegalMove }): Child {
  const { words } = scene;
  const cancel = order.kind === "complaint" ? complaintWordsIn(scene.language).close : words.order.cancel;
  const label = step.to === "cancelled" ? cancel : words.order.fail;
  return (
    <details class="act" id={`end-${step.to}`}>
      <summary>{label}</summary>
      <form hx-post={`${path}/move`} hx-target="#page">
        <input type="hidden" name="version" value={String(order.version)} />
        <label for={`why-${step.to}`}>{words.order.reasonLabel}</label>
        <textarea id={`why-${step.to}`} name="note" rows={2} dir="auto" required maxlength={longestNote} />
        <button type="submit" class="danger" name="move" value={moveValue(step)}>
          {label}
        </button>
      </form>
    </details>
  );
}

/** `in_progress:picked_up`, `done`. */
function moveValue({ to, stage }: LegalMove): string {
  return stage === undefined ? to : `${to}:${stage}`;
}
