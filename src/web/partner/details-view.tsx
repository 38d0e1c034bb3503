/** What there is to do, and for what: the details that a partner may read, and its pay. */
import type { Child } from "hono/jsx";
import { showValue } from "../../conversation/show/show-value.ts";
import type { AnswerValue } from "../../domain/answer.ts";
import { formatMoney } from "../../language/format.ts";
import { type ShownTo, shownFields } from "../../orders/shown-fields.ts";
import { PlainText } from "../plain-text.tsx";
import type { BodyProps } from "./page.tsx";

export function Pay({ words, offer, language }: BodyProps): Child {
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

export function Details(props: BodyProps & Pick<ShownTo, "hasIt">): Child {
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
