/** The page of one offer: what is to be done, for what, and the answer; after an acceptance the order's next steps. Works without scripts. */
import type { html } from "hono/html";
import type { Child } from "hono/jsx";
import type { Catalogue, Flow } from "../../conversation/flow/flow.ts";
import type { LegalMove } from "../../domain/act.ts";
import type { Confirmation } from "../../domain/confirmation.ts";
import type { Both, Language } from "../../domain/language.ts";
import type { Offer, OfferEnd } from "../../domain/offer.ts";
import type { Order } from "../../domain/order.ts";
import { Details, Pay } from "./details-view.tsx";
import { partnerDocument } from "./frame.tsx";
import { Yours } from "./order-view.tsx";
import { Decline, Priced, PriceForm, type ShownQuote } from "./price-view.tsx";
import { type PartnerPageWords, partnerPageWords } from "./words.ts";
import type { Said } from "./words-view.tsx";

export type Notice = { readonly tone: "good" | "bad"; readonly text: string };

/** What the offer is to its partner now. */
export type Standing =
  | { readonly type: "open" }
  /** It has named a price, and may change it until the customer has seen it. */
  | { readonly type: "priced"; readonly quote: ShownQuote; readonly mayChange: boolean }
  | {
      readonly type: "yours";
      readonly steps: readonly LegalMove[];
      /** What customer and partner wrote to each other by this page, oldest first. */
      readonly said: readonly Said[];
      /** A picture is taken as proof, beside those that have come. */
      readonly mayBeProven: boolean;
      readonly proofs: number;
      readonly end?: "done" | "ended";
      /** The appointment has begun, and the customer may have failed to come. */
      readonly mayBeMissed: boolean;
      /** What the last day of what was issued is called here, and what was said of it already; left out: it is not to be said. */
      readonly expiry?: { readonly label: Both; readonly said?: string };
      /** A change, or that it is cancelled, which waits for a word that the partner knows. */
      readonly asked?: Pick<Confirmation, "n" | "what">;
    }
  | {
      readonly type: "over";
      readonly why: OfferEnd;
      /** It was declined, and may be had back: the order is still what it was then, or another. */
      readonly back?: "same" | "changed";
    };

/** What was typed in a form that was refused, by its verb. */
export type Typed = Readonly<Partial<Record<"problem" | "words", string>>>;

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
  readonly typed?: Typed;
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

export type BodyProps = OfferPageProps & { readonly words: PartnerPageWords };

function Body(props: BodyProps): Child {
  const { standing, words, path } = props;
  switch (standing.type) {
    case "over":
      return (
        <>
          <p>{words.over[standing.why]}</p>
          {standing.back && (
            <form method="post" action={`${path}/again?lang=${props.language}`}>
              <p>{words.backHint[standing.back]}</p>
              <button type="submit">{words.doBack}</button>
            </form>
          )}
        </>
      );
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
