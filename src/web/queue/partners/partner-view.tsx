/** One partner whole: what it does, when, where it is reached, its licences, and what heads do with it. */
import type { Child } from "hono/jsx";
import type { Catalogue } from "../../../conversation/flow/flow.ts";
import type { SystemTrouble } from "../../../dispatch/system-troubles.ts";
import { type Agent, leads } from "../../../domain/agent.ts";
import type { Conversation } from "../../../domain/conversation.ts";
import type { ConversationId } from "../../../domain/ids.ts";
import type { Order } from "../../../domain/order.ts";
import type { Partner } from "../../../domain/partner.ts";
import type { Standing } from "../../../domain/standing.ts";
import { formatDate, formatList, formatMoney } from "../../../language/format.ts";
import { licenceWarnings } from "../../../partners/ready.ts";
import { fieldNames, kindNames, languageNames, licenceNames } from "../../../partners/vocabulary.ts";
import { PlainText } from "../../plain-text.tsx";
import type { Scene } from "../frame/scene.ts";
import { Sign } from "../frame/sign.tsx";
import { OrderCards } from "../lists/list-view.tsx";
import { PartnerActs } from "./partner-acts-view.tsx";
import { type CodeLink, NewCode } from "./partner-code-view.tsx";
import { ContactsView } from "./partner-contacts-view.tsx";
import { PartnerHours } from "./partner-hours-view.tsx";
import { PartnerPills, placesText, serviceName, todayOf, warningText } from "./partner-shown.tsx";
import { partnerWordsIn } from "./partner-words.ts";
import { StandingView } from "./standing-view.tsx";

/** How mail to this partner goes. `off`: the office sends none. */
export type MailState =
  | { readonly type: "off" }
  | { readonly type: "none" }
  | {
      readonly type: "told";
      readonly chat: ConversationId;
      readonly at: number;
      /** `moot`: it had nothing to say any more when it was to leave. */
      readonly state: "sent" | "waiting" | "failed" | "moot";
    };

export type PartnerProps = {
  readonly scene: Scene;
  readonly catalogue: Catalogue;
  readonly agent: Agent;
  readonly partner: Partner;
  readonly hasSecret: boolean;
  readonly mail: MailState;
  /** Why its system did not take the last thing that it was told. */
  readonly systemTrouble: SystemTrouble | undefined;
  /** How it has served; undefined: nothing is known. */
  readonly standing: Standing | undefined;
  /** Its orders that are not over, newest first, and the chats that they stand in. */
  readonly orders: readonly Order[];
  readonly chats: ReadonlyMap<ConversationId, Conversation>;
  /** A secret that was just made: shown in this answer and nowhere else. */
  readonly revealed?: string | undefined;
  /** A code for its chat that was just made, as well. */
  readonly code?: { readonly code: string; readonly links: readonly CodeLink[] } | undefined;
  /** What a refused pause had in its box. */
  readonly typedReason?: string | undefined;
};

export function PartnerView(props: PartnerProps): Child {
  const { scene, partner, agent, revealed } = props;
  const words = partnerWordsIn(scene.language);
  return (
    <div data-live="off">
      <p class="quiet">
        <a href="/queue/partners">{words.back}</a>
      </p>
      <Head {...props} />
      {revealed !== undefined && (
        <section class="panel reveal" aria-labelledby="once">
          <p id="once">{words.secretOnce(partner.name[scene.language])}</p>
          <p>
            <output class="password secret" dir="ltr">
              {revealed}
            </output>
          </p>
        </section>
      )}
      <NewCode {...props} />
      <div class="columns">
        <div class="column">
          <Orders {...props} />
          <StandingView standing={props.standing} language={scene.language} />
          <Details {...props} />
          <PartnerHours {...props} />
        </div>
        <div class="column">
          {leads(agent) && <PartnerActs {...props} />}
          <Licences {...props} />
          <ContactsView {...props} />
        </div>
      </div>
    </div>
  );
}

function Orders({ scene, catalogue, agent, orders, chats }: PartnerProps): Child {
  const words = partnerWordsIn(scene.language);
  return (
    <section class="panel" aria-labelledby="orders-title">
      <h2 id="orders-title">{words.ordersTitle}</h2>
      {orders.length === 0 ? (
        <p class="quiet">{words.noOrders}</p>
      ) : (
        <ul class="cards">
          <OrderCards {...{ scene, catalogue, agent, orders, chats }} more={undefined} />
        </ul>
      )}
    </section>
  );
}

function Head({ scene, partner, agent }: PartnerProps): Child {
  const { language } = scene;
  const words = partnerWordsIn(language);
  const { state } = partner;
  const other = language === "ar" ? "en" : "ar";
  const isExpired = licenceWarnings(partner, todayOf(scene)).some(({ type }) => type === "expired");
  return (
    <header class="order-head">
      <h1>
        <PlainText text={partner.name[language]} />
      </h1>
      <PartnerPills partner={partner} scene={scene} />
      <p class="facts">
        <span lang={other}>
          <PlainText text={partner.name[other]} />
        </span>
        <span>{kindNames[partner.kind][language]}</span>
        <span dir="ltr">{partner.id}</span>
        {partner.demo && <span>{words.sample}</span>}
      </p>
      {leads(agent) && (
        <a class="button" href={`/queue/partners/${partner.id}/edit`}>
          {words.edit}
        </a>
      )}
      {state.status !== "active" && state.reason !== undefined && (
        <p class="note">
          <PlainText text={state.reason} block />
        </p>
      )}
      {isExpired && <p class="note">{words.expiredNote}</p>}
    </header>
  );
}

function Details({ scene, partner, catalogue }: PartnerProps): Child {
  const { language } = scene;
  const words = partnerWordsIn(language);
  return (
    <section class="panel" aria-labelledby="details-title">
      <h2 id="details-title">{words.details}</h2>
      <dl class="price">
        {partner.services.map((service) => {
          const price = partner.prices[service];
          return (
            <div>
              <dt>{serviceName(catalogue, service, language)}</dt>
              <dd>{price ? formatMoney(price, language) : words.quoted}</dd>
            </div>
          );
        })}
      </dl>
      {partner.services.length === 0 && <p>{words.noServices}</p>}
      {Object.keys(partner.prices).length > 0 && <p class="quiet">{words.taxIncluded}</p>}
      <dl class="fields">
        <div class="field">
          <dt>{fieldNames.places[language]}</dt>
          <dd>{placesText(partner, words.everywhere, language)}</dd>
        </div>
        <div class="field">
          <dt>{fieldNames.capacity[language]}</dt>
          <dd>{partner.capacity ?? words.anyNumber}</dd>
        </div>
        <div class="field">
          <dt>{fieldNames.languages[language]}</dt>
          <dd>
            {formatList(
              partner.languages.map((one) => languageNames[one][language]),
              language,
            )}
          </dd>
        </div>
      </dl>
    </section>
  );
}

function Licences({ scene, partner }: PartnerProps): Child {
  const { language } = scene;
  const words = partnerWordsIn(language);
  const warnings = licenceWarnings(partner, todayOf(scene));
  return (
    <section class="panel" aria-labelledby="licences-title">
      <h2 id="licences-title">{words.licencesTitle}</h2>
      {partner.licences.length === 0 && <p class="quiet">{words.noLicences}</p>}
      <dl class="fields">
        {partner.licences.map((licence) => {
          const warning = warnings.find((one) => one.licence === licence);
          return (
            <div class="field">
              <dt>{licenceNames[licence.kind][language]}</dt>
              <dd>
                <span class="value">
                  <PlainText text={licence.number} />
                </span>
                <span class="facts">
                  {licence.expires === undefined ? (
                    words.noEnd
                  ) : (
                    <span>
                      {words.lastDay}:{" "}
                      <time datetime={licence.expires}>
                        {formatDate(licence.expires, language, { hijri: true })}
                      </time>
                    </span>
                  )}
                  {warning && (
                    <strong class={warning.type === "expired" ? "late" : "soon"}>
                      <Sign />
                      {warningText(warning, words, language)}
                    </strong>
                  )}
                </span>
              </dd>
            </div>
          );
        })}
      </dl>
    </section>
  );
}
