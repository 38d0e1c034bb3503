/** An order that a partner has: its next steps, what waits for its word, and what went wrong. */
import type { Child } from "hono/jsx";
import type { LegalMove } from "../../domain/act.ts";
import type { Confirmation } from "../../domain/confirmation.ts";
import type { Both } from "../../domain/language.ts";
import { longestNote } from "../lengths.ts";
import { Details, Pay } from "./details-view.tsx";
import type { BodyProps } from "./page.tsx";
import { NewWords, Proof, Words } from "./words-view.tsx";

export function Yours(props: BodyProps): Child {
  const { standing, words } = props;
  if (standing.type !== "yours") return null;
  return (
    <>
      {standing.asked && <Confirm {...props} asked={standing.asked} />}
      <p>
        {words.status}:{" "}
        <strong>{props.order.state.status === "assigned" ? words.notBegun : props.stateLabel}</strong>
      </p>
      {standing.expiry && <Expiry {...props} {...standing.expiry} />}
      {standing.end !== undefined ? (
        <>
          <p role={standing.end === "ended" ? "alert" : undefined}>{words[standing.end]}</p>
          {standing.mayBeProven && <Proof {...props} proofs={standing.proofs} />}
        </>
      ) : (
        <>
          <NewWords {...props} said={standing.said} />
          <Steps {...props} steps={standing.steps} />
          {standing.mayBeMissed && <NoShow {...props} />}
          <Pay {...props} />
          <Details {...props} hasIt />
          <Words {...props} said={standing.said} />
          <Proof {...props} proofs={standing.proofs} />
          <NoAnswer {...props} />
          <Problem {...props} />
        </>
      )}
    </>
  );
}

function Steps(props: BodyProps & { readonly steps: readonly LegalMove[] }): Child {
  const { words, path, steps, stepLabel, language } = props;
  if (steps.length === 0) return null;
  return (
    <form method="post" action={`${path}/move?lang=${language}`}>
      <h2>{words.steps}</h2>
      <div class="steps">
        {steps.map((step, index) => (
          <button
            type="submit"
            name="move"
            value={step.stage === undefined ? step.to : `${step.to}:${step.stage}`}
            class={index === 0 ? "primary" : undefined}
          >
            {stepLabel(step)}
          </button>
        ))}
      </div>
    </form>
  );
}

/** One press: it is known, or it can't be done so. */
function Confirm(props: BodyProps & { readonly asked: Pick<Confirmation, "n" | "what"> }): Child {
  const { words, path, language, asked } = props;
  return (
    <form method="post" action={`${path}/confirm?lang=${language}`}>
      <h2>{asked.what === "amended" ? words.changed : words.cancelled}</h2>
      <p>{words.confirmAsked}</p>
      <input type="hidden" name="change" value={String(asked.n)} />
      <div class="steps">
        <button type="submit" name="can" value="yes" class="primary">
          {asked.what === "amended" ? words.seen : words.seenCancelled}
        </button>
        <button type="submit" name="can" value="no">
          {words.cannot}
        </button>
      </div>
    </form>
  );
}

type ExpiryProps = BodyProps & { readonly label: Both; readonly said?: string };

/** Until when what was issued lasts; also once the order is done. A date that was wrong is put right in the same way. */
function Expiry(props: ExpiryProps): Child {
  const { words, said } = props;
  if (said === undefined) return <ExpiryForm {...props} />;
  return (
    <details>
      <summary>
        {words.correctExpiry} (<bdi dir="ltr">{said}</bdi>)
      </summary>
      <ExpiryForm {...props} />
    </details>
  );
}

function ExpiryForm({ words, path, language, label, said }: ExpiryProps): Child {
  return (
    <form method="post" action={`${path}/expiry?lang=${language}`}>
      <label for="valid-until">{label[language]}</label>
      <input
        id="valid-until"
        name="valid_until"
        type="date"
        value={said}
        required
        aria-describedby="valid-until-hint"
      />
      <p class="quiet" id="valid-until-hint">
        {words.expiryHint}
      </p>
      <button type="submit">{words.sendExpiry}</button>
    </form>
  );
}

/** Once the appointment has begun, and nobody has said that the customer came. It ends the order, so one press is not enough. */
function NoShow({ words, path, language }: BodyProps): Child {
  return (
    <details>
      <summary>{words.noShow}</summary>
      <p>{words.noShowSure}</p>
      <form method="post" action={`${path}/no_show?lang=${language}`}>
        <button type="submit">{words.sendNoShow}</button>
      </form>
    </details>
  );
}

/** They are asked politely when it would suit them, and staff are called. */
function NoAnswer({ words, path, language }: BodyProps): Child {
  return (
    <details>
      <summary>{words.noAnswer}</summary>
      <form method="post" action={`${path}/no_answer?lang=${language}`}>
        <p class="quiet">{words.noAnswerHint}</p>
        <button type="submit">{words.sendNoAnswer}</button>
      </form>
    </details>
  );
}

function Problem({ words, path, language, typed }: BodyProps): Child {
  return (
    <details open={typed?.problem !== undefined}>
      <summary>{words.problem}</summary>
      <p class="quiet">{words.problemHint}</p>
      <form method="post" action={`${path}/problem?lang=${language}`}>
        <label for="problem">{words.problemText}</label>
        <textarea id="problem" name="text" rows={3} dir="auto" required maxlength={longestNote}>
          {typed?.problem ?? ""}
        </textarea>
        <button type="submit">{words.sendProblem}</button>
      </form>
    </details>
  );
}
