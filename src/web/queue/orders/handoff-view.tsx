/** The department that an order is in: the last hand-off and what became of it, handing it on, and handing it back. */

import type { Child } from "hono/jsx";
import { showMoment } from "../../../conversation/show/show.ts";
import { type Agent, leads } from "../../../domain/agent.ts";
import type { Conversation } from "../../../domain/conversation.ts";
import type { Order } from "../../../domain/order.ts";
import { formatList } from "../../../language/format.ts";
import { holderOf, isClosed, isHandedOver } from "../../../orders/status.ts";
import { longestNote } from "../../lengths.ts";
import { PlainText, visibleText } from "../../plain-text.tsx";
import { type DepartmentWords, departmentWordsIn } from "../departments/department-words.ts";
import type { ShownHandoff } from "../departments/departments.ts";
import type { Scene } from "../frame/scene.ts";
import { isAsker } from "./acts-view.tsx";

export type HandoffProps = {
  readonly scene: Scene;
  readonly order: Order;
  readonly conversation: Conversation;
  readonly path: string;
  readonly agent: Agent;
  readonly shownHandoff: ShownHandoff;
};

export function HandoffView(props: HandoffProps): Child {
  const { scene, order, agent, shownHandoff } = props;
  const { others, current } = shownHandoff;
  if (others.length === 0 && !order.handoff) return null;
  const words = departmentWordsIn(scene.language);
  const holder = holderOf(order, scene.realNow);
  const isOpen = !isClosed(order.state.status) && !isAsker(props);
  const isHead = leads(agent);
  const names = current.map(({ name }) => visibleText(name[scene.language]));
  return (
    <section class="panel" aria-labelledby="department-title">
      <h2 id="department-title">{words.title}</h2>
      <p>{names.length > 0 ? words.of(formatList(names, scene.language)) : words.nowhere}</p>
      {order.handoff && <Last {...props} />}
      {isOpen && order.handoff && !order.handoff.back && (isHead || !holder || holder.agent === agent.id) && (
        <Back {...props} words={words} />
      )}
      {isOpen && others.length > 0 && (isHead || holder?.agent === agent.id) && (
        <HandOff {...props} words={words} />
      )}
    </section>
  );
}

type Part = HandoffProps & { readonly words: DepartmentWords };

function Last({ scene, order }: HandoffProps): Child {
  const { handoff } = order;
  if (!handoff) return null;
  return (
    <>
      <p class="facts">
        <HandoffText order={order} scene={scene} always />
      </p>
      <p class="note">
        <PlainText text={handoff.note} block />
      </p>
      <p class="quiet">
        {handoff.by.name !== undefined && <PlainText text={handoff.by.name} />} ·{" "}
        {showMoment(handoff.at, scene.now, scene.zone, scene.language)}
      </p>
    </>
  );
}

/** From where to where, by when, and whether somebody has taken it. `always`: also once the order has moved on. */
export function HandoffText(props: {
  readonly order: Order;
  readonly scene: Scene;
  readonly always?: boolean;
}): Child {
  const { order, scene, always = false } = props;
  const { handoff } = order;
  const waits = isHandedOver(order);
  if (!handoff || !(waits || always)) return null;
  const { language, now, zone } = scene;
  const words = departmentWordsIn(language);
  const holder = holderOf(order, scene.realNow);
  const [from, to] = [handoff.from, handoff.to].map((one) => one && visibleText(one.name[language]));
  const taken =
    holder && holder.since >= handoff.at ? words.takenBy(visibleText(holder.name)) : words.notTaken;
  return (
    <>
      <span>{handoff.done ? words.doneBy(from) : wayOf(words, handoff.back === true, from, to)}</span>
      {waits && !handoff.back && <span>{words.due(showMoment(handoff.due, now, zone, language))}</span>}
      {waits && <span>{taken}</span>}
    </>
  );
}

function wayOf(
  words: DepartmentWords,
  isBack: boolean,
  from: string | undefined,
  to: string | undefined,
): string {
  if (isBack) return from === undefined ? words.back : words.backFrom(from);
  return from === undefined ? words.handedTo(to ?? "") : words.handedFrom(from, to ?? "");
}

function Back({ order, path, words }: Part): Child {
  return (
    <details class="act" id="hand-back">
      <summary>{words.backAct}</summary>
      <form hx-post={`${path}/hand_off_back`} hx-target="#page">
        <input type="hidden" name="version" value={String(order.version)} />
        <label for="hand-back-reason">{words.reason}</label>
        <textarea id="hand-back-reason" name="reason" rows={2} dir="auto" required maxlength={longestNote} />
        <label class="tick">
          <input type="checkbox" name="done" value="yes" /> {words.doneToo}
        </label>
        <button type="submit">{words.doBack}</button>
      </form>
    </details>
  );
}

function HandOff({ scene, order, path, words, shownHandoff }: Part): Child {
  return (
    <details class="act" id="hand-off">
      <summary>{words.handOff}</summary>
      <form hx-post={`${path}/hand_off`} hx-target="#page">
        <input type="hidden" name="version" value={String(order.version)} />
        <label for="hand-off-to">{words.to}</label>
        <select id="hand-off-to" name="to" required>
          {shownHandoff.others.map(({ id, name }) => (
            <option value={id}>{visibleText(name[scene.language])}</option>
          ))}
        </select>
        <label for="hand-off-note">{words.note}</label>
        <textarea id="hand-off-note" name="note" rows={2} dir="auto" required maxlength={longestNote} />
        <label for="hand-off-due">{words.dueLabel}</label>
        <input
          id="hand-off-due"
          name="due"
          type="datetime-local"
          dir="ltr"
          required
          value={shownHandoff.due}
          aria-describedby="hand-off-hint"
        />
        <p class="quiet" id="hand-off-hint">
          {words.dueHint}
        </p>
        <button type="submit">{words.doHandOff}</button>
      </form>
    </details>
  );
}
