/** The page of one offer: what is to be done, for what, and the answer; after an acceptance the order's next steps. Works without scripts. */
import { html } from "hono/html";
import type { Child } from "hono/jsx";
import type { Catalogue, Flow } from "../../conversation/flow.ts";
import { showValue } from "../../conversation/show-value.ts";
import type { AnswerValue } from "../../domain/answer.ts";
import type { Confirmation } from "../../domain/confirmation.ts";
import type { LegalMove } from "../../domain/event.ts";
import type { Both, Language } from "../../domain/language.ts";
import type { Offer, OfferEnd } from "../../domain/offer.ts";
import type { Order } from "../../domain/order.ts";
import { formatMoney } from "../../language/format.ts";
import { type ShownTo, shownFields } from "../../orders/shown-fields.ts";
import { assetUrl } from "../asset-files.ts";
import { PrivateMetas } from "../private-metas.tsx";
import { PlainText } from "../queue/plain-text.tsx";
import { Decline, Priced, PriceForm, type ShownQuote } from "./price-view.tsx";
import { type PartnerPageWords, partnerPageWords } from "./words.ts";

export type Notice = { readonly tone: "good" | "bad"; readonly text: string };

/** What the offer is to its partner now. */
export type Standing =
  | { readonly type: "open" }
  /** It has named a price, and may change it until the customer has seen it. */
  | { readonly type: "priced"; readonly quote: ShownQuote; readonly mayChange: boolean }
  | {
      readonly type: "yours";
      readonly steps: readonly LegalMove[];
      readonly end?: "done" | "ended";
      /** The appointment has begun, and the customer may have failed to come. */
      readonly mayBeMissed: boolean;
      /** What the last day of what was issued is called here, and what was said of it already; left out: it is not to be said. */
      readonly expiry?: { readonly label: Both; readonly said?: string };
      /** A change, or that it is cancelled, which waits for a word that the partner knows. */
      readonly asked?: Pick<Confirmation, "n" | "what">;
    }
  | { readonly type: "over"; readonly why: OfferEnd };

export type OfferPageProps = {
  readonly language: Language;
  readonly catalogue: Catalogue;
  readonly flow: Flow;
  readonly order: Order;
  readonly offer: Offer;
  readonly standing: Standing;
  readonly path: string;
  /** When the offer ends, in words. */
  readonly until: string;
  readonly stepLabel: (step: LegalMove) => string;
  readonly stateLabel: string;
  readonly notice?: Notice | undefined;
};

export function offerPage(props: OfferPageProps): ReturnType<typeof html> {
  const { language, catalogue, order, offer, standing, notice, path } = props;
  const words = partnerPageWords(language);
  const isTheirs = standing.type === "yours" && standing.end !== "ended";
  const title = isTheirs ? words.yoursTitle(order.ref) : words.title(order.ref);
  return partnerDocument(
    { language, title, words, path },
    <>
      <p class="quiet">
        {words.from(catalogue.office.name[language])} · {words.to(offer.partner.name[language])}
      </p>
      <h1>{title}</h1>
      <p class="service">{props.flow.title[language]}</p>
      {notice && (
        <p class={`notice ${notice.tone}`} role="status">
          {notice.text}
        </p>
      )}
      <Body {...props} words={words} />
      <p class="quiet">
        {words.call("")}
        <a href={`tel:${catalogue.office.phone}`} dir="ltr">
          {catalogue.office.phone}
        </a>
      </p>
    </>,
  );
}

/** For a link that is none of ours. */
export function unknownPage(language: Language, catalogue: Catalogue): ReturnType<typeof html> {
  const words = partnerPageWords(language);
  return partnerDocument(
    { language, title: words.unknownTitle, words },
    <>
      <h1>{words.unknownTitle}</h1>
      <p>{words.unknown}</p>
      <p class="quiet">{words.call(catalogue.office.phone)}</p>
    </>,
  );
}

type PageProps = {
  readonly language: Language;
  readonly title: string;
  readonly words: PartnerPageWords;
  readonly path?: string;
};

/** The frame of each page that a partner opens by a link. */
export function partnerDocument(
  { language, title, words, path }: PageProps,
  content: Child,
): ReturnType<typeof html> {
  const other = language === "ar" ? "en" : "ar";
  return html`<!doctype html>${(
    <html lang={language} dir={language === "ar" ? "rtl" : "ltr"}>
      <head>
        <PrivateMetas />
        <title>{title}</title>
        <link rel="icon" href={assetUrl("icon.svg")} type="image/svg+xml" />
        <link rel="stylesheet" href={assetUrl("base.css")} />
        <link rel="stylesheet" href={assetUrl("queue/forms.css")} />
        <link rel="stylesheet" href={assetUrl("partner.css")} />
      </head>
      <body class="partner">
        {path !== undefined && (
          <header>
            <a href={`${path}?lang=${other}`} lang={other}>
              {words.other}
            </a>
          </header>
        )}
        <main>{content}</main>
      </body>
    </html>
  )}`;
}

type BodyProps = OfferPageProps & { readonly words: PartnerPageWords };

function Body(props: BodyProps): Child {
  const { standing, words, path } = props;
  switch (standing.type) {
    case "over":
      return <p>{words.over[standing.why]}</p>;
    case "open":
      return (
        <>
          <p>
            {words.until}: <strong>{props.until}</strong>
          </p>
          {props.offer.asks === "price" ? <p>{words.asksPrice}</p> : <Pay {...props} />}
          <Details {...props} hasIt={false} />
          {props.offer.asks === "price" ? (
            <PriceForm {...props} label={words.sendPrice} />
          ) : (
            <form method="post" action={`${path}/accept?lang=${props.language}`}>
              <button type="submit" class="primary">
                {words.accept}
              </button>
            </form>
          )}
          <Decline {...props} label={words.decline} />
        </>
      );
    case "priced":
      return (
        <>
          <Priced {...props} quote={standing.quote} />
          <Details {...props} hasIt={false} />
          {standing.mayChange && (
            <details>
              <summary>{words.changePrice}</summary>
              <PriceForm {...props} label={words.sendPrice} />
            </details>
          )}
          <Decline {...props} label={words.takeBack} />
        </>
      );
    case "yours":
      return <Yours {...props} />;
    default:
      return standing satisfies never;
  }
}

function Yours(props: BodyProps): Child {
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
        <p role={standing.end === "ended" ? "alert" : undefined}>{words[standing.end]}</p>
      ) : (
        <>
          <Steps {...props} steps={standing.steps} />
          {standing.mayBeMissed && <NoShow {...props} />}
          <Pay {...props} />
          <Details {...props} hasIt />
          <Problem {...props} />
        </>
      )}
    </>
  );
}

function Pay({ words, offer, language }: BodyProps): Child {
  return (
    <section aria-labelledby="pay">
      <h2 id="pay">{words.pays}</h2>
      <p>
        {offer.pays ? (
          <>
            <strong>{formatMoney(offer.pays, language)}</strong> {words.paysByOffice}
          </>
        ) : (
          words.paysOpen
        )}
      </p>
    </section>
  );
}

function Details(props: BodyProps & Pick<ShownTo, "hasIt">): Child {
  const { words, language, catalogue, flow, order, hasIt } = props;
  const { contact, offer_shows: offerShows } = flow.dispatch;
  const shown = shownFields(flow.questions, order.fields, { hasIt, contact, offerShows });
  return (
    <section aria-labelledby="details">
      <h2 id="details">{words.details}</h2>
      <dl>
        {shown.map(({ question, value }) => (
          <div>
            <dt>{question.label[language]}</dt>
            <dd>
              <Shown value={value} text={showValue(catalogue, question, value, language, { long: true })} />
            </dd>
          </div>
        ))}
      </dl>
      {contact === "relay" && <p class="quiet">{words.relay}</p>}
      {contact !== "relay" && !hasIt && <p class="quiet">{words.hidden}</p>}
    </section>
  );
}

/** A phone can be called with a tap, and a pin be opened in a map (RFC 3966, RFC 5870). */
function Shown({ value, text }: { readonly value: AnswerValue; readonly text: string }): Child {
  if (typeof value === "string" && /^\+\d{8,15}$/.test(value))
    return (
      <a href={`tel:${value}`} dir="ltr">
        <PlainText text={text} ours />
      </a>
    );
  const pin = typeof value === "object" && "latitude" in value ? value : undefined;
  if (pin)
    return (
      <a href={`geo:${pin.latitude.toFixed(5)},${pin.longitude.toFixed(5)}`} dir="ltr">
        <PlainText text={text} ours />
      </a>
    );
  return <PlainText text={text} ours block />;
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

function Problem({ words, path, language }: BodyProps): Child {
  return (
    <details>
      <summary>{words.problem}</summary>
      <p class="quiet">{words.problemHint}</p>
      <form method="post" action={`${path}/problem?lang=${language}`}>
        <input type="hidden" name="text" value={words.noAnswer} />
        <button type="submit">{words.sendNoAnswer}</button>
      </form>
      <form method="post" action={`${path}/problem?lang=${language}`}>
        <label for="problem">{words.problemText}</label>
        <textarea id="problem" name="text" rows={3} dir="auto" required maxlength={1000} />
        <button type="submit">{words.sendProblem}</button>
      </form>
    </details>
  );
}
