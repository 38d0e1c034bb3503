/** A complaint on its own page: what it is about, what was answered, and the form for the answer; and the complaints of an order on that order's page. */
import type { Child } from "hono/jsx";
import { type ComplaintFlow, isComplaintFlow } from "../../../conversation/flow/complaint-flow.ts";
import { findFlow } from "../../../conversation/flow/pinned.ts";
import { type Outcome, outcomeNames } from "../../../domain/complaint.ts";
import type { Order } from "../../../domain/order.ts";
import { isAnswered, mayBeReopened } from "../../../orders/complaint.ts";
import { holderOf, isClosed } from "../../../orders/status.ts";
import { longestComplaint } from "../../lengths.ts";
import { PlainText, visibleText } from "../../plain-text.tsx";
import { Clock } from "../frame/ago.tsx";
import { Ref } from "../frame/ref.tsx";
import type { Scene } from "../frame/scene.ts";
import { Sign } from "../frame/sign.tsx";
import type { ActsProps } from "../orders/acts-view.tsx";
import { serviceTitle, stateLabel } from "../orders/order-words.ts";
import { StatePill } from "../orders/state-pill.tsx";
import { type ComplaintWords, complaintWordsIn } from "./complaint-words.ts";
import type { ShownComplaints } from "./complaints.ts";

export type ComplaintProps = ActsProps & { readonly shownComplaints: ShownComplaints };

/** The part of an order's page that tells of complaints. */
export function ComplaintView(props: ComplaintProps): Child {
  if (props.order.kind === "complaint") return <OwnPart {...props} />;
  return props.order.kind === undefined ? <OfOrder {...props} /> : null;
}

function OwnPart(props: ComplaintProps): Child {
  const { scene, order, agent, catalogue } = props;
  const words = complaintWordsIn(scene.language);
  const { complaint } = order;
  const isMine = holderOf(order, scene.realNow)?.agent === agent.id;
  const flow = findFlow(catalogue, order);
  const waits = flow !== undefined && isComplaintFlow(flow) && isAnswered(order, flow.complaint);
  return (
    <section class="panel" aria-labelledby="complaint-title">
      <h2 id="complaint-title">{words.title}</h2>
      <About {...props} words={words} />
      {isMine && !isClosed(order.state.status) && <Tie {...props} words={words} />}
      {complaint?.reopened && !isClosed(order.state.status) && !complaint.outcome && (
        <p class="late">
          <Sign />
          {words.forHead}
        </p>
      )}
      {complaint?.reopened?.first && (
        <OutcomeView
          scene={scene}
          words={words}
          title={words.firstOutcome}
          outcome={complaint.reopened.first}
        />
      )}
      {complaint?.outcome && (
        <OutcomeView scene={scene} words={words} title={words.outcome} outcome={complaint.outcome} />
      )}
      {waits && <p class="quiet">{words.waitsForCustomer}</p>}
      {complaint?.settled && <p class="quiet">{words.settled[complaint.settled.by]}</p>}
      {!isClosed(order.state.status) &&
        (isMine ? <AnswerForm {...props} words={words} /> : !waits && <p class="quiet">{words.takeFirst}</p>)}
      {!isClosed(order.state.status) && !waits && (
        <ComplainForm path={props.path} words={words} title={words.more} send={words.doMore} />
      )}
      {flow !== undefined && isComplaintFlow(flow) && <Heard {...props} words={words} flow={flow} />}
    </section>
  );
}

type Part = ComplaintProps & { readonly words: ComplaintWords };

function About({ scene, catalogue, order, shownComplaints, words }: Part): Child {
  const { about } = shownComplaints;
  if (!about) return <p>{order.about ? <Ref of={order.about} /> : words.aboutNothing}</p>;
  return (
    <p>
      {words.about}{" "}
      <a href={`/queue/orders/${about.ref}`}>
        <Ref of={about.ref} /> {serviceTitle(catalogue, about, scene.language)}
      </a>{" "}
      <StatePill order={about} catalogue={catalogue} scene={scene} />
    </p>
  );
}

function Tie({ scene, catalogue, order, path, shownComplaints, words }: Part): Child {
  const { others } = shownComplaints;
  if (others.length === 0) return null;
  return (
    <details class="act" id="tie-form">
      <summary>{words.tie}</summary>
      <form hx-post={`${path}/tie_complaint`} hx-target="#page">
        <input type="hidden" name="version" value={String(order.version)} />
        <label for="tie-about">{words.which}</label>
        <select id="tie-about" name="about" required>
          {others.map((one) => (
            <option value={one.ref}>
              {`${one.ref} ${serviceTitle(catalogue, one, scene.language)}, ${stateLabel(catalogue, one, scene.language)}`}
            </option>
          ))}
        </select>
        <button type="submit">{words.doTie}</button>
      </form>
    </details>
  );
}

function OutcomeView(props: {
  readonly scene: Scene;
  readonly words: ComplaintWords;
  readonly title: string;
  readonly outcome: Outcome;
}): Child {
  const { scene, words, title, outcome } = props;
  const { what, words: said, by, at, blames } = outcome;
  return (
    <>
      <h3>{title}</h3>
      <p>
        {words.outcomes[what]}
        {blames && ` · ${words.counted(visibleText(blames.name[scene.language]))}`}
      </p>
      <p class="note">
        <PlainText text={said} block />
      </p>
      <p class="quiet">
        {by.name !== undefined && <PlainText text={by.name} />} · <Clock at={at} scene={scene} />
      </p>
    </>
  );
}

function AnswerForm({ scene, order, path, shownComplaints, words }: Part): Child {
  const { partners } = shownComplaints;
  const before = order.complaint?.outcome;
  return (
    <details class="act" id="answer-form" open={before === undefined}>
      <summary>{before ? words.answerAnew : words.answer}</summary>
      <form hx-post={`${path}/answer_complaint`} hx-target="#page">
        <input type="hidden" name="version" value={String(order.version)} />
        <label for="outcome">{words.outcome}</label>
        <select id="outcome" name="outcome" required>
          {outcomeNames.map((name) => (
            <option value={name} selected={name === before?.what}>
              {words.outcomes[name]}
            </option>
          ))}
        </select>
        <WordsBox of="answer" label={words.words} hint={words.wordsHint} required text={before?.words} />
        {partners.length > 0 && (
          <>
            <label for="blames">{words.blames}</label>
            <select id="blames" name="blames" aria-describedby="blames-hint">
              <option value="">{words.nobody}</option>
              {partners.map(({ id, name }) => (
                <option value={id} selected={id === before?.blames?.id}>
                  {visibleText(name[scene.language])}
                </option>
              ))}
            </select>
            <p class="quiet" id="blames-hint">
              {words.blamesHint}
            </p>
          </>
        )}
        <button type="submit" class="primary">
          {words.send}
        </button>
      </form>
    </details>
  );
}

/** On the page of an order that is complained of, or may be. */
function OfOrder({ scene, catalogue, path, shownComplaints }: ComplaintProps): Child {
  const { complaints, isKept } = shownComplaints;
  if (!isKept && complaints.length === 0) return null;
  const words = complaintWordsIn(scene.language);
  return (
    <section class="panel" aria-labelledby="complaint-title">
      <h2 id="complaint-title">{words.ofOrder}</h2>
      {complaints.length > 0 && (
        <ul class="plain-list">
          {complaints.map((one: Order) => (
            <li>
              <a href={`/queue/orders/${one.ref}`}>
                <Ref of={one.ref} />
              </a>{" "}
              <StatePill order={one} catalogue={catalogue} scene={scene} />
            </li>
          ))}
        </ul>
      )}
      {isKept && <ComplainForm path={path} words={words} title={words.open} send={words.doOpen} />}
    </section>
  );
}

/** What the customer says to our answer on the phone: content, which closes it, or not, which opens it again. */
function Heard({ scene, order, path, words, flow }: Part & { readonly flow: ComplaintFlow }): Child {
  const waits = isAnswered(order, flow.complaint);
  if (!waits && !mayBeReopened(order, flow.complaint, scene.now)) return null;
  return (
    <details class="act" id="heard-form">
      <summary>{words.heard}</summary>
      <form hx-post={`${path}/hear_complaint`} hx-target="#page">
        <input type="hidden" name="version" value={String(order.version)} />
        <WordsBox of="heard" label={words.openWords} hint={words.heardHint} />
        {waits && (
          <button type="submit" name="content" value="yes">
            {words.content}
          </button>
        )}
        <button type="submit" name="content" value="no">
          {words.notContent}
        </button>
      </form>
    </details>
  );
}

/** What a customer says on the phone or at the desk. */
function ComplainForm(props: {
  readonly path: string;
  readonly words: ComplaintWords;
  readonly title: string;
  readonly send: string;
}): Child {
  const { path, words, title, send } = props;
  return (
    <details class="act" id="complain-form">
      <summary>{title}</summary>
      <form hx-post={`${path}/complain`} hx-target="#page">
        <WordsBox of="complain" label={words.openWords} hint={words.openHint} required />
        <button type="submit">{send}</button>
      </form>
    </details>
  );
}

/** What somebody said, in their words. */
function WordsBox(props: {
  readonly of: "answer" | "heard" | "complain";
  readonly label: string;
  readonly hint: string;
  readonly required?: boolean;
  readonly text?: string | undefined;
}): Child {
  const { of, label, hint, required = false, text = "" } = props;
  return (
    <>
      <label for={`${of}-words`}>{label}</label>
      <textarea
        id={`${of}-words`}
        name="words"
        rows={3}
        dir="auto"
        required={required}
        maxlength={longestComplaint}
        aria-describedby={`${of}-hint`}
      >
        {text}
      </textarea>
      <p class="quiet" id={`${of}-hint`}>
        {hint}
      </p>
    </>
  );
}
