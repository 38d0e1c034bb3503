/** What a partner and its customer write to each other, and the pictures that prove the work, on the page of an order that it has. */
import type { Child } from "hono/jsx";
import { fileLimits, fileNumbers } from "../../domain/files.ts";
import { longestNote } from "../lengths.ts";
import { PlainText } from "../plain-text.tsx";
import type { BodyProps } from "./page.tsx";

/** One message, as it was passed on. */
export type Said = { readonly from: "customer" | "partner"; readonly text: string; readonly when: string };

/** At the head of the page, where the customer wrote last. */
export function NewWords({ words, said }: BodyProps & { readonly said: readonly Said[] }): Child {
  const last = said.at(-1);
  if (last?.from !== "customer") return null;
  return (
    <p class="notice">
      <a href="#words">{words.customerWrote(last.when)}</a>
    </p>
  );
}

export function Words(props: BodyProps & { readonly said: readonly Said[] }): Child {
  const { words, path, language, said, flow, typed } = props;
  return (
    <section aria-labelledby="words">
      <h2 id="words">{words.withCustomer}</h2>
      {said.length > 0 && (
        <ol class="talk">
          {said.map(({ from, text, when }) => (
            <li class={from}>
              <p class="quiet">
                {from === "customer" ? words.fromCustomer : words.fromYou} · {when}
              </p>
              <PlainText text={text} block />
            </li>
          ))}
        </ol>
      )}
      <form method="post" action={`${path}/words?lang=${language}`}>
        <label for="to-customer">{words.toCustomer}</label>
        <textarea
          id="to-customer"
          name="text"
          rows={3}
          dir="auto"
          required
          maxlength={longestNote}
          aria-describedby="to-customer-hint"
        >
          {typed?.words ?? ""}
        </textarea>
        <p class="quiet" id="to-customer-hint">
          {flow.dispatch.contact === "relay" ? words.toCustomerMasked : words.toCustomerHint}
        </p>
        <button type="submit">{words.sendWords}</button>
      </form>
    </section>
  );
}

/** @param proofs how many have come */
export function Proof({ words, path, language, proofs }: BodyProps & { readonly proofs: number }): Child {
  return (
    <section aria-labelledby="proof">
      <h2 id="proof">{words.proof}</h2>
      {proofs > 0 && <p>{words.proofsSent(proofs)}</p>}
      <form method="post" action={`${path}/proof?lang=${language}`} enctype="multipart/form-data">
        <label for="proof-file">{words.proofFile}</label>
        <input
          id="proof-file"
          name="file"
          type="file"
          accept="image/*,application/pdf"
          required
          aria-describedby="proof-hint"
          data-most={fileLimits.bytes}
          data-too-large={words.said.badProof.too_large}
        />
        <p class="quiet" id="proof-hint">
          {words.proofHint(fileNumbers.mb)}
        </p>
        <button type="submit">{words.sendProof}</button>
      </form>
    </section>
  );
}
