/** The directory of partners as cards, with a search and two filters above it. */

import type { Child } from "hono/jsx";
import type { Catalogue } from "../../../conversation/flow/flow.ts";
import { type Agent, leads } from "../../../domain/agent.ts";
import { type Partner, partnerStatuses } from "../../../domain/partner.ts";
import { formatList } from "../../../language/format.ts";
import { kindNames, statusNames } from "../../../partners/vocabulary.ts";
import type { PartnerFilter } from "../../../store/partners.ts";
import { PlainText } from "../../plain-text.tsx";
import { MoreCards } from "../frame/more-cards.tsx";
import type { Scene } from "../frame/scene.ts";
import { PartnerPills, placesText, serviceIds, serviceName } from "./partner-shown.tsx";
import { partnerWordsIn } from "./partner-words.ts";

export type PartnerListProps = {
  readonly scene: Scene;
  readonly catalogue: Catalogue;
  readonly agent: Agent;
  readonly filter: PartnerFilter;
  readonly partners: readonly Partner[];
  /** The address of the next page. */
  readonly more?: string | undefined;
};

export function PartnerListView(props: PartnerListProps): Child {
  const { scene, partners, agent } = props;
  const words = partnerWordsIn(scene.language);
  return (
    <section aria-labelledby="title" data-live="off">
      <div class="list-head">
        <h1 id="title">{words.title}</h1>
        {leads(agent) && (
          <div class="buttons">
            <a class="button primary" href="/queue/partners/new">
              {words.add}
            </a>
            <a class="button" href="/queue/partners/import">
              {words.importTitle}
            </a>
            <a class="button" href="/queue/partners/export.csv" download>
              {words.exportAll}
            </a>
          </div>
        )}
      </div>
      <p class="quiet">{words.about}</p>
      <Filter {...props} />
      {partners.length === 0 ? (
        <Empty {...props} />
      ) : (
        <ol class="cards" id="cards">
          <PartnerCards {...props} />
        </ol>
      )}
    </section>
  );
}

/** An ordinary form: its address can be kept and sent to a colleague. */
function Filter({ scene, catalogue, filter }: PartnerListProps): Child {
  const words = partnerWordsIn(scene.language);
  const { language } = scene;
  return (
    <search class="partner-filter">
      <form action="/queue/partners" method="get">
        <div class="box">
          <label for="partner-q">{words.search}</label>
          <input
            id="partner-q"
            name="q"
            type="search"
            dir="auto"
            maxlength={200}
            value={filter.query ?? ""}
            placeholder={words.searchHint}
          />
        </div>
        <div class="box">
          <label for="partner-service">{words.service}</label>
          <select id="partner-service" name="service">
            <option value="">{words.anyService}</option>
            {serviceIds(catalogue, "business").map((service) => (
              <option value={service} selected={filter.service === service}>
                {serviceName(catalogue, service, language)}
              </option>
            ))}
          </select>
        </div>
        <div class="box">
          <label for="partner-state">{words.state}</label>
          <select id="partner-state" name="state">
            <option value="">{words.anyState}</option>
            {partnerStatuses.map((status) => (
              <option value={status} selected={filter.status === status}>
                {statusNames[status][language]}
              </option>
            ))}
          </select>
        </div>
        <button type="submit">{words.show}</button>
      </form>
    </search>
  );
}

function Empty({ scene, filter, agent }: PartnerListProps): Child {
  const words = partnerWordsIn(scene.language);
  const isFiltered = Object.keys(filter).length > 0;
  if (!isFiltered) return <p class="empty">{leads(agent) ? words.none : words.noneForAgents}</p>;
  return (
    <p class="empty">
      {words.noneFits} <a href="/queue/partners">{words.clear}</a>
    </p>
  );
}

/** The cards of one page and, last, the way to the next. */
export function PartnerCards(props: PartnerListProps): Child {
  const { partners, more, scene } = props;
  return (
    <>
      {partners.map((partner) => (
        <PartnerCard {...props} partner={partner} />
      ))}
      <MoreCards scene={scene} path={more} />
    </>
  );
}

function PartnerCard(props: PartnerListProps & { readonly partner: Partner }): Child {
  const { partner, scene, catalogue } = props;
  const { language } = scene;
  const words = partnerWordsIn(language);
  const services = partner.services.map((service) => serviceName(catalogue, service, language));
  return (
    <li class="card" id={partner.id}>
      <div class="card-head">
        <a class="card-link" href={`/queue/partners/${partner.id}`}>
          <PlainText text={partner.name[language]} />
        </a>
        <PartnerPills partner={partner} scene={scene} />
      </div>
      <p class="about">{services.length === 0 ? words.noServices : formatList(services, language)}</p>
      <p class="facts">
        <span>{placesText(partner, words.everywhere, language)}</span>
        {partner.kind === "office" && <span>{kindNames.office[language]}</span>}
        {partner.contacts.phone !== undefined && (
          <span dir="ltr">
            <PlainText text={partner.contacts.phone} />
          </span>
        )}
        {partner.demo && <span>{words.sample}</span>}
      </p>
    </li>
  );
}
