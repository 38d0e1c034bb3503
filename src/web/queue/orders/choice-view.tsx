/** Who may carry an order out, best first, why others are not suggested, and who has it now. */
import type { Child } from "hono/jsx";
import type { Flow } from "../../../conversation/flow/flow.ts";
import { showMoment } from "../../../conversation/show/show.ts";
import { type Choice, type Chosen, type LeftReason, leftReasons } from "../../../dispatch/choose.ts";
import { rankPercent } from "../../../dispatch/rank.ts";
import type { OfferId } from "../../../domain/ids.ts";
import type { Order } from "../../../domain/order.ts";
import type { Partner } from "../../../domain/partner.ts";
import { stands } from "../../../orders/offers.ts";
import { isResting, isSearching } from "../../../orders/search.ts";
import { isClosed, mayBeGiven } from "../../../orders/status.ts";
import { longestReason } from "../../lengths.ts";
import { PlainText, visibleText } from "../../plain-text.tsx";
import type { Scene } from "../frame/scene.ts";
import { placesText } from "../partners/partner-shown.tsx";
import { standingFacts } from "../partners/standing-words.ts";
import { type ChoiceWords, choiceWordsIn } from "./choice-words.ts";
import { OfferByLink, OffersView } from "./offers-view.tsx";
import { PartnerPay } from "./partner-pay-view.tsx";
import { SearchView } from "./search-view.tsx";

/** Names shown for each reason; a big directory would fill the page. */
const mostNamed = 20;

export type ChoiceProps = {
  readonly scene: Scene;
  readonly order: Order;
  readonly path: string;
  readonly choice: Choice;
  /** The partner that has the order, as the directory knows it now. */
  readonly current: Partner | undefined;
  /** When a closed one works next. */
  readonly opensAt: (partner: Partner) => number | undefined;
  readonly linkOf: ((offer: OfferId) => string) | undefined;
  readonly strategy: Flow["dispatch"]["strategy"];
  readonly maySearch: boolean;
  readonly mayAct: boolean;
  readonly mayTend: boolean;
};

export function ChoiceView(props: ChoiceProps): Child {
  const { scene, order, choice, mayTend } = props;
  const words = choiceWordsIn(scene.language);
  const isOver = isClosed(order.state.status);
  if (isOver && !order.partner) return null;
  const isEmpty = choice.chosen.length === 0 && choice.left.size === 0;
  return (
    <section class="panel" aria-labelledby="partners-title">
      <h2 id="partners-title">{words.title}</h2>
      {order.partner && <Current {...props} />}
      <SearchView {...props} />
      <OffersView {...props} />
      {!isOver && isEmpty && (
        <p class="quiet">
          {words.noneListed} {mayTend && <a href="/queue/partners/new">{words.add}</a>}
        </p>
      )}
      {!isOver && !isEmpty && <Suggested {...props} />}
      {!isOver && <LeftOut {...props} />}
    </section>
  );
}

function Current({ scene, order, path, current, mayAct }: ChoiceProps): Child {
  const words = choiceWordsIn(scene.language);
  return (
    <>
      <p>
        {words.now}{" "}
        <a href={`/queue/partners/${order.partner?.id}`}>
          <PlainText text={order.partner?.name[scene.language] ?? ""} />
        </a>{" "}
        <Phone partner={current} />
        {order.partner?.chats?.map((chat) => (
          <>
            {" · "}
            <a href={`/queue/chats/${chat}`}>{words.toldLink}</a>
          </>
        ))}
      </p>
      <PartnerPay {...{ scene, order, path, mayAct }} />
      {mayAct && !isClosed(order.state.status) && (
        <details class="act">
          <summary>{words.giveBack}</summary>
          <form hx-post={`${path}/give_back`} hx-target="#page">
            <input type="hidden" name="version" value={String(order.version)} />
            <label for="give-back-reason">{words.reason}</label>
            <textarea
              id="give-back-reason"
              name="reason"
              rows={2}
              dir="auto"
              required
              maxlength={longestReason}
            />
            <button type="submit">{words.doGiveBack}</button>
          </form>
        </details>
      )}
    </>
  );
}

function Suggested(props: ChoiceProps): Child {
  const { scene, order, choice, mayAct } = props;
  const words = choiceWordsIn(scene.language);
  const others = choice.chosen.filter(({ partner }) => partner.id !== order.partner?.id);
  if (others.length === 0) return order.partner ? null : <p class="quiet">{words.none}</p>;
  const isGivable = mayBeGiven(order.state.status);
  return (
    <>
      <p class="quiet">
        {words.hint} {!mayAct && words.claimFirst}
      </p>
      <ul class="partners">
        {others.map((chosen) => (
          <li>
            <Named partner={chosen.partner} scene={scene} words={words} />
            <StandingLine chosen={chosen} scene={scene} />
            <Turn {...props} partner={chosen.partner} />
            {mayAct && isGivable && <Give {...props} partner={chosen.partner} />}
            <OfferByLink {...props} partner={chosen.partner} />
          </li>
        ))}
      </ul>
      {choice.more > 0 && <p class="quiet">{words.more(choice.more)}</p>}
    </>
  );
}

/** Why it was not asked yet, while others are: who has the offer, and how many come before it. */
function Turn({
  scene,
  order,
  choice,
  strategy,
  partner,
}: ChoiceProps & { readonly partner: Partner }): Child {
  if (strategy === "direct" || !isSearching(order) || isResting(order) || order.partner) return null;
  const words = choiceWordsIn(scene.language);
  const { offers = [], search } = order;
  const isAsked = ({ id }: Partner) =>
    offers.some((offer) => offer.partner.id === id && stands(offer, scene.now));
  if (isAsked(partner)) return <span class="quiet"> · {words.hasThisOffer}</span>;
  if (search?.asked.includes(partner.id)) return null;
  const others = choice.chosen.map((one) => one.partner);
  const sooner = others.slice(0, others.indexOf(partner)).filter(({ id }) => !search?.asked.includes(id));
  const thinking = offers.filter((offer) => stands(offer, scene.now)).length;
  return <span class="quiet"> · {words.notYet(thinking + sooner.length)}</span>;
}

function Named(props: {
  readonly partner: Partner;
  readonly scene: Scene;
  readonly words: ChoiceWords;
}): Child {
  const { partner, scene, words } = props;
  const { language } = scene;
  return (
    <>
      <a href={`/queue/partners/${partner.id}`}>
        <PlainText text={partner.name[language]} />
      </a>{" "}
      <Phone partner={partner} />{" "}
      <span class="quiet">
        {placesText(partner, words.everywhere, language)}
        {partner.demo && ` · ${words.sample}`}
      </span>
    </>
  );
}

function Phone({ partner }: { readonly partner: Partner | undefined }): Child {
  const phone = partner?.contacts.phone;
  if (phone === undefined) return null;
  return (
    <a href={`tel:${visibleText(phone)}`} dir="ltr">
      <PlainText text={phone} />
    </a>
  );
}

/** What it has now, and how it has served: one number, and behind it what that is made of. */
function StandingLine({ chosen, scene }: { readonly chosen: Chosen; readonly scene: Scene }): Child {
  const { load, rank, standing, pressed } = chosen;
  const words = choiceWordsIn(scene.language);
  const facts = Object.values(standingFacts(standing, scene.language)).flat();
  const now = [
    `${words.rank(rankPercent(rank.value))}${rank.newcomer ? ` (${words.newcomer})` : ""}`,
    ...(load.orders > 0 ? [words.has(load.orders)] : []),
    ...(load.offers > 0 ? [words.hasOffers(load.offers)] : []),
    ...(pressed ? [words.pressed] : []),
  ];
  return (
    <>
      <span class="quiet"> · {now.join(" · ")}</span>
      {facts.length > 0 && (
        <>
          <br />
          <small class="quiet">{facts.join(" · ")}</small>
        </>
      )}
    </>
  );
}

function Give({ scene, order, path, partner }: ChoiceProps & { readonly partner: Partner }): Child {
  const words = choiceWordsIn(scene.language);
  return (
    <form class="inline" hx-post={`${path}/give`} hx-target="#page">
      <input type="hidden" name="version" value={String(order.version)} />
      <input type="hidden" name="partner" value={partner.id} />
      <button type="submit" aria-label={words.giveTo(partner.name[scene.language])}>
        {words.give}
      </button>
    </form>
  );
}

/** With these an agreement by phone is still possible; the others are not to get the order at all. */
const mayAgree: ReadonlySet<LeftReason> = new Set(["elsewhere", "asked_before", "full", "closed"]);

function LeftOut(props: ChoiceProps): Child {
  const { scene, order, choice, mayAct } = props;
  const words = choiceWordsIn(scene.language);
  const count = [...choice.left.values()].reduce((sum, { length }) => sum + length, 0);
  if (count === 0) return null;
  const isGivable = mayAct && mayBeGiven(order.state.status);
  return (
    <details class="act">
      <summary>{words.leftTitle(count)}</summary>
      {leftReasons
        .filter((reason) => choice.left.has(reason))
        .map((reason) => {
          const partners = choice.left.get(reason) ?? [];
          return (
            <>
              <h3>{words.left[reason]}</h3>
              <ul class="partners">
                {partners.slice(0, mostNamed).map((partner) => (
                  <li>
                    <Named partner={partner} scene={scene} words={words} />
                    {reason === "closed" && <Opens {...props} partner={partner} />}
                    {isGivable && mayAgree.has(reason) && <Give {...props} partner={partner} />}
                  </li>
                ))}
                {partners.length > mostNamed && <li>{words.andMore(partners.length - mostNamed)}</li>}
              </ul>
            </>
          );
        })}
    </details>
  );
}

function Opens({ scene, opensAt, partner }: ChoiceProps & { readonly partner: Partner }): Child {
  const at = opensAt(partner);
  if (at === undefined) return null;
  const when = showMoment(at, scene.now, scene.zone, scene.language);
  return <span class="quiet"> · {choiceWordsIn(scene.language).opens(when)}</span>;
}
