/** What the customer agreed to before data of a protected kind was kept with an order, word for word; or that nothing of it is on record. */
import type { Child } from "hono/jsx";
import type { Catalogue } from "../../../conversation/flow/flow.ts";
import { findFlow } from "../../../conversation/flow/pinned.ts";
import type { Consent } from "../../../domain/consent.ts";
import type { Conversation } from "../../../domain/conversation.ts";
import type { Order } from "../../../domain/order.ts";
import { PlainText } from "../../plain-text.tsx";
import { Clock } from "../frame/ago.tsx";
import type { Scene } from "../frame/scene.ts";

type ConsentProps = {
  readonly scene: Scene;
  readonly catalogue: Catalogue;
  readonly order: Order;
  readonly conversation: Pick<Conversation, "consents">;
};

/** Nothing for a service that needs no consent. */
export function ConsentView({ scene, catalogue, order, conversation }: ConsentProps): Child {
  const { words } = scene;
  const { consent } = order;
  if (!consent && findFlow(catalogue, order)?.sensitive === undefined) return null;
  const withdrawnAt = consent && withdrawalOf(consent, conversation);
  return (
    <section class="panel" aria-labelledby="consent-title">
      <h2 id="consent-title">{words.order.consent}</h2>
      {consent ? (
        <>
          <p class="quiet">
            {words.order.consentGiven} <Clock at={consent.at} scene={scene} />
          </p>
          {withdrawnAt !== undefined && (
            <p class="note">
              {words.order.consentWithdrawn} <Clock at={withdrawnAt} scene={scene} />
            </p>
          )}
          <p class="contract">
            <PlainText text={consent.text} block ours />
          </p>
        </>
      ) : (
        <p class="note">{words.order.noConsent}</p>
      )}
    </section>
  );
}

/** The order has the consent as it was given; whether it was taken back since, its chat knows. */
function withdrawalOf(given: Consent, { consents }: Pick<Conversation, "consents">): number | undefined {
  return consents?.find(({ at, purpose }) => at === given.at && purpose === given.purpose)?.withdrawnAt;
}
