/** Pages of requests between departments: one's own, what can be asked, the form, and the asker's part of an order's page. */
import type { Child } from "hono/jsx";
import type { Flow, Question } from "../../../conversation/flow/flow.ts";
import type { Agent } from "../../../domain/agent.ts";
import type { Conversation } from "../../../domain/conversation.ts";
import { fileLimits } from "../../../domain/files.ts";
import type { ConversationId, OrderRef } from "../../../domain/ids.ts";
import type { Order } from "../../../domain/order.ts";
import type { BadReason } from "../../../domain/understanding.ts";
import { isClosed } from "../../../orders/status.ts";
import { longestReason } from "../../lengths.ts";
import { visibleText } from "../../plain-text.tsx";
import type { Scene } from "../frame/scene.ts";
import { type ListScene, OrderCards } from "../lists/list-view.tsx";
import { type RequestWords, requestWordsIn } from "./request-words.ts";
import { askedIn, isFileQuestion, mostText, type RequestProblem } from "./requests.ts";

export function RequestsView(
  props: ListScene & {
    readonly orders: readonly Order[];
    readonly chats: ReadonlyMap<ConversationId, Conversation>;
    readonly more?: string | undefined;
    readonly fresh: ReadonlySet<OrderRef>;
  },
): Child {
  const { scene, orders } = props;
  const words = requestWordsIn(scene.language);
  return (
    <section aria-labelledby="title" data-live="list" data-part="/queue/requests">
      <div class="list-head">
        <h1 id="title">{words.title}</h1>
        <a class="button" href="/queue/requests/new">
          {words.make}
        </a>
      </div>
      <p class="quiet">{words.lead}</p>
      {orders.length === 0 ? (
        <p class="empty">{words.none}</p>
      ) : (
        <ol class="cards" id="cards">
          <OrderCards {...props} more={props.more} />
        </ol>
      )}
    </section>
  );
}

export function ChooseRequest({
  scene,
  flows,
}: {
  readonly scene: Scene;
  readonly flows: readonly Flow[];
}): Child {
  const words = requestWordsIn(scene.language);
  return (
    <section aria-labelledby="title">
      <h1 id="title">{words.choose}</h1>
      {flows.length === 0 && <p class="empty">{words.nothingToAsk}</p>}
      <ul class="cards">
        {flows.map(({ id, title, description }) => (
          <li class="card">
            <a class="card-link" href={`/queue/requests/new/${id}`}>
              {title[scene.language]}
            </a>
            <p class="about">{description[scene.language]}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

export type RequestFormProps = {
  readonly scene: Scene;
  readonly flow: Flow;
  readonly typed: URLSearchParams;
  readonly problems: ReadonlyMap<string, RequestProblem>;
  /** Made with the form: sent twice, it asks once. */
  readonly once: string;
};

export function RequestForm(props: RequestFormProps): Child {
  const { scene, flow } = props;
  const words = requestWordsIn(scene.language);
  return (
    <section class="panel narrow" data-live="off" aria-labelledby="title">
      <h1 id="title">{flow.title[scene.language]}</h1>
      <p class="quiet">{flow.description[scene.language]}</p>
      <form
        hx-post={`/queue/requests/${flow.id}`}
        hx-target="#page"
        hx-encoding={askedIn(flow).some(isFileQuestion) ? "multipart/form-data" : undefined}
      >
        <input type="hidden" name="once" value={props.once} />
        {askedIn(flow).map((question) => (
          <Asked {...props} question={question} words={words} />
        ))}
        <button type="submit" class="primary">
          {words.send}
        </button>
      </form>
    </section>
  );
}

function Asked(
  props: RequestFormProps & { readonly question: Question; readonly words: RequestWords },
): Child {
  const { scene, question, problems, words } = props;
  const { name, asked, only_if, ask, label } = question;
  const problem = problems.get(name);
  const isNeeded = asked === "required" && !only_if;
  return (
    <>
      <label for={`ask-${name}`}>
        {(ask ?? label)[scene.language]} {asked === "optional" && <span class="quiet">{words.optional}</span>}{" "}
        {isFileQuestion(question) && <span class="quiet">{words.filesHint}</span>}
      </label>
      <Box {...props} isNeeded={isNeeded} describedBy={problem && `wrong-${name}`} />
      {problem && (
        <p class="wrong" id={`wrong-${name}`}>
          {problem in words.problems
            ? words.problems[problem as keyof RequestWords["problems"]]
            : scene.words.badValue[problem as BadReason]}
        </p>
      )}
    </>
  );
}

type BoxProps = RequestFormProps & {
  readonly question: Question;
  readonly words: RequestWords;
  readonly isNeeded: boolean;
  readonly describedBy: string | undefined;
};

/** A list where the answers are a list, a calendar for a day; else a box, because the parser reads what people write. */
function Box({ scene, question, typed, isNeeded, describedBy, words }: BoxProps): Child {
  const { name, type, long } = question;
  const value = typed.get(name) ?? "";
  const common = {
    ...{ id: `ask-${name}`, name, required: isNeeded },
    ...(describedBy !== undefined && { "aria-describedby": describedBy, "aria-invalid": "true" as const }),
  };
  const options = optionsOf(scene, question);
  if (options) {
    return (
      <select {...common}>
        <option value="">{words.pick}</option>
        {options.map((option) => (
          <option value={option.id} selected={option.id === value}>
            {option.label}
          </option>
        ))}
      </select>
    );
  }
  if (isFileQuestion(question))
    return (
      <input
        {...common}
        {...{ type: "file", multiple: true, accept: type === "photo" ? "image/*" : undefined }}
        {...{ "data-most": fileLimits.bytes, "data-too-large": scene.words.badValue.file_too_large }}
      />
    );
  if (long) {
    return (
      <textarea {...common} rows={4} dir="auto" maxlength={mostText}>
        {value}
      </textarea>
    );
  }
  if (type === "date" || type === "time") return <input {...common} type={type} dir="ltr" value={value} />;
  return <input {...common} dir="auto" maxlength={500} value={value} />;
}

function optionsOf(
  { words, language }: Scene,
  { type, options }: Question,
): readonly { readonly id: string; readonly label: string }[] | undefined {
  if (type === "yes_no")
    return [
      { id: "true", label: words.order.yes },
      { id: "false", label: words.order.no },
    ];
  return options?.map(({ id, label }) => ({ id, label: label[language] }));
}

/** Who asked, and what they may still do: in the place of a customer's conversation. */
export function AskerView(props: {
  readonly scene: Scene;
  readonly order: Order;
  readonly conversation: Conversation;
  readonly agent: Agent;
  readonly path: string;
}): Child {
  const { scene, order, conversation, agent, path } = props;
  const words = requestWordsIn(scene.language);
  const name = conversation.known.customer_name?.value;
  const isYours = conversation.address === agent.id;
  return (
    <section class="panel" aria-labelledby="asker-title">
      <h2 id="asker-title">{isYours ? words.yours : words.internal}</h2>
      {!isYours && typeof name === "string" && <p>{words.askedBy(visibleText(name))}</p>}
      {isYours && <p class="quiet">{words.details}</p>}
      {isYours && !isClosed(order.state.status) && (
        <details class="act" id="withdraw">
          <summary>{words.withdraw}</summary>
          <form hx-post={`${path}/withdraw_request`} hx-target="#page">
            <label for="withdraw-reason">{words.reason}</label>
            <textarea
              id="withdraw-reason"
              name="reason"
              rows={2}
              dir="auto"
              required
              maxlength={longestReason}
            />
            <button type="submit" class="danger">
              {words.doWithdraw}
            </button>
          </form>
        </details>
      )}
    </section>
  );
}
