/** The part of an offer's page that asks for a price: the form, the price that was named, and how to decline. */
import type { Child } from "hono/jsx";
import type { Language } from "../../domain/language.ts";
import { longestReason } from "../lengths.ts";
import { PlainText } from "../plain-text.tsx";
import type { PartnerPageWords } from "./words.ts";

/** A price as its partner reads it back, in words. */
export type ShownQuote = {
  readonly total: string;
  readonly note?: string | undefined;
  readonly time?: string | undefined;
  readonly until: string;
};

type Props = { readonly words: PartnerPageWords; readonly path: string; readonly language: Language };

export function PriceForm({ words, path, language, label }: Props & { readonly label: string }): Child {
  return (
    <form method="post" action={`${path}/quote?lang=${language}`}>
      <label for="price">{words.price}</label>
      <input
        id="price"
        name="price"
        inputmode="decimal"
        autocomplete="off"
        maxlength={60}
        required
        dir="auto"
        aria-describedby="price-hint"
      />
      <p class="quiet" id="price-hint">
        {words.priceHint}
      </p>
      <label for="note">{words.note}</label>
      <textarea id="note" name="note" rows={2} dir="auto" maxlength={160} aria-describedby="note-hint" />
      <p class="quiet" id="note-hint">
        {words.noteHint}
      </p>
      <label for="time">{words.otherTime}</label>
      <input id="time" name="time" type="datetime-local" />
      <button type="submit" class="primary">
        {label}
      </button>
    </form>
  );
}

export function Priced({ words, quote }: Pick<Props, "words"> & { readonly quote: ShownQuote }): Child {
  const { total, note, time, until } = quote;
  return (
    <>
      <p>{words.over.quoted}</p>
      <dl>
        <div>
          <dt>{words.yourPrice}</dt>
          <dd>
            {total} <span class="quiet">{words.standsUntil(until)}</span>
          </dd>
        </div>
        {note !== undefined && (
          <div>
            <dt>{words.yourNote}</dt>
            <dd>
              <PlainText text={note} block />
            </dd>
          </div>
        )}
        {time !== undefined && (
          <div>
            <dt>{words.yourTime}</dt>
            <dd>{time}</dd>
          </div>
        )}
      </dl>
    </>
  );
}

export function Decline({ words, path, language, label }: Props & { readonly label: string }): Child {
  return (
    <details>
      <summary>{label}</summary>
      <form method="post" action={`${path}/decline?lang=${language}`}>
        <label for="reason">{words.why}</label>
        <textarea id="reason" name="reason" rows={2} dir="auto" maxlength={longestReason} />
        <button type="submit">{words.doDecline}</button>
      </form>
    </details>
  );
}
