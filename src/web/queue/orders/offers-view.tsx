/** The offers of an order: whom it was shown, what they said, and the link by which one that is open is answered. */
import type { Child } from "hono/jsx";
import { showMoment } from "../../../conversation/show/show.ts";
import type { Offer } from "../../../domain/offer.ts";
import type { Partner } from "../../../domain/partner.ts";
import { acceptedOffer, mayBeOffered, overWhy, stands } from "../../../orders/offers.ts";
import { mayAskPrices } from "../../../orders/quotes.ts";
import { PlainText, visibleText } from "../../plain-text.tsx";
import type { Scene } from "../frame/scene.ts";
import type { ChoiceProps } from "./choice-view.tsx";
import { type ChoiceWords, choiceWordsIn } from "./choice-words.ts";
import { PriceOf, ShowPrices } from "./quotes-view.tsx";
import { WhatsAppLink } from "./whatsapp-link.tsx";

/** Buttons that make an offer to this partner, or ask it for a price; nothing where it has one that stands, or none can be made. */
export function OfferByLink(props: ChoiceProps & { readonly partner: Partner }): Child {
  const { scene, order, path, partner, mayAct, linkOf } = props;
  const { offers = [] } = order;
  const isAsked = offers.some((offer) => offer.partner.id === partner.id && stands(offer, scene.now));
  if (!mayAct || !linkOf || isAsked || !mayBeOffered(order)) return null;
  const words = choiceWordsIn(scene.language);
  const name = partner.name[scene.language];
  return (
    <>
      <form class="inline" hx-post={`${path}/offer`} hx-target="#page">
        <input type="hidden" name="partner" value={partner.id} />
        <button type="submit" aria-label={words.offerTo(name)}>
          {words.offer}
        </button>
      </form>
      {mayAskPrices(order) && (
        <form class="inline" hx-post={`${path}/offer`} hx-target="#page">
          <input type="hidden" name="partner" value={partner.id} />
          <input type="hidden" name="asks" value="price" />
          <button type="submit" aria-label={words.askPriceOf(name)}>
            {words.askPrice}
          </button>
        </form>
      )}
    </>
  );
}

export function OffersView(props: ChoiceProps): Child {
  const { scene, order } = props;
  const words = choiceWordsIn(scene.language);
  if (!order.offers || order.offers.length === 0) return null;
  return (
    <>
      <h3>{words.offersTitle}</h3>
      <ul class="partners offers">
        {order.offers.toReversed().map((offer) => (
          <li>
            <PlainText text={offer.partner.name[scene.language]} />{" "}
            <span class="quiet">{stateText(offer, scene, words)}</span>
            {offer.partner.chats?.map((chat) => (
              <>
                {" · "}
                <a href={`/queue/chats/${chat}`}>{words.toldLink}</a>
              </>
            ))}
            {offer.state.type === "declined" && offer.state.reason !== "" && (
              <p class="note">
                <PlainText text={offer.state.reason} block />
              </p>
            )}
            {overWhy(offer, scene.now) === undefined && <OpenOffer {...props} offer={offer} />}
            {offer === acceptedOffer(order) && <TakenOffer {...props} offer={offer} />}
            {overWhy(offer, scene.now) === "quoted" && <PriceOf {...props} offer={offer} />}
          </li>
        ))}
      </ul>
      <ShowPrices {...props} />
    </>
  );
}

function stateText(offer: Offer, scene: Scene, { offerState }: ChoiceWords): string {
  const why = overWhy(offer, scene.now);
  const until = showMoment(offer.until, scene.now, scene.zone, scene.language);
  if (why === undefined) return offer.asks === "price" ? offerState.asked(until) : offerState.open(until);
  if (offer.given) return offerState.given;
  if (offer.late) return offer.late.takes ? offerState.takenLate : offerState.declinedLate;
  return offerState[why];
}

/** Its page, for a partner that is told by nothing else. */
function TakenOffer(props: ChoiceProps & { readonly offer: Offer }): Child {
  const { mayAct, linkOf, offer } = props;
  if (!mayAct || !linkOf || offer.partner.chats !== undefined) return null;
  const words = choiceWordsIn(props.scene.language);
  return <OfferLink {...props} link={linkOf(offer.id)} hint={words.takenLinkHint} />;
}

function OpenOffer(props: ChoiceProps & { readonly offer: Offer }): Child {
  const { scene, path, mayAct, linkOf, offer } = props;
  if (!mayAct || !linkOf) return null;
  const words = choiceWordsIn(scene.language);
  return (
    <OfferLink {...props} link={linkOf(offer.id)} hint={words.linkHint}>
      <form class="inline" hx-post={`${path}/withdraw_offer`} hx-target="#page">
        <input type="hidden" name="offer" value={offer.id} />
        <button type="submit">{words.withdraw}</button>
      </form>
    </OfferLink>
  );
}

type LinkProps = ChoiceProps & {
  readonly offer: Offer;
  readonly link: string;
  readonly hint: string;
  readonly children?: Child;
};

function OfferLink({ scene, order, offer, link, hint, choice, current, children }: LinkProps): Child {
  const words = choiceWordsIn(scene.language);
  const id = `link-${offer.id}`;
  const partners = [...choice.chosen.map((one) => one.partner), ...(current ? [current] : [])];
  const partner = partners.find((one) => one.id === offer.partner.id);
  const said = offer.state.type === "accepted" ? words.waTaken(order.ref) : words.waText(order.ref);
  return (
    <>
      <label for={id}>{words.link(visibleText(offer.partner.name[scene.language]))}</label>
      <input id={id} value={link} readonly dir="ltr" aria-describedby={`${id}-hint`} />
      <p class="quiet" id={`${id}-hint`}>
        {hint}
      </p>
      <div class="buttons">
        <WhatsAppLink partner={partner} text={`${said} ${link}`} label={words.inWhatsApp} />
        {children}
      </div>
    </>
  );
}
