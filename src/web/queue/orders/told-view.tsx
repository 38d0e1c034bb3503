/** What a partner was told and has not confirmed, or could not be told: staff who call it note that here, and of that one nothing is waited for any more. */
import type { Child } from "hono/jsx";
import type { Order } from "../../../domain/order.ts";
import { PlainText, visibleText } from "../../plain-text.tsx";
import type { Scene } from "../frame/scene.ts";
import { choiceWordsIn } from "./choice-words.ts";
import type { ToTell } from "./told.ts";
import { WhatsAppLink } from "./whatsapp-link.tsx";

type ToldProps = {
  readonly scene: Scene;
  readonly order: Order;
  readonly toTell: readonly ToTell[];
  readonly path: string;
};

export function ToldView(props: ToldProps): Child {
  return props.toTell.map((waits) => <OneView {...props} waits={waits} />);
}

function OneView({ scene, order, path, waits }: ToldProps & { readonly waits: ToTell }): Child {
  const { words } = scene;
  const { partner } = waits;
  const hint = `told-${partner.id}`;
  return (
    <div class="notice bad">
      <div id={hint}>
        {hintsOf(scene, waits).map((text) => (
          <p>
            <PlainText text={text} ours />
          </p>
        ))}
      </div>
      <ReadyWords {...{ scene, waits }} />
      <form hx-post={`${path}/partner_told`} hx-target="#page">
        <input type="hidden" name="version" value={String(order.version)} />
        <input type="hidden" name="partner" value={partner.id} />
        <button type="submit" aria-describedby={hint}>
          {words.order.partnerTold}
        </button>
      </form>
    </div>
  );
}

/** To be sent by hand, in the partner's language. */
function ReadyWords({ scene, waits }: Pick<ToldProps, "scene"> & { readonly waits: ToTell }): Child {
  const { partner, record, ready } = waits;
  if (ready === undefined) return null;
  const { readyFor } = scene.words.order;
  const id = `ready-${partner.id}`;
  return (
    <div>
      <label for={id}>{readyFor(visibleText(partner.name[scene.language]))}</label>
      <textarea id={id} readonly rows={3} dir="auto">
        {ready}
      </textarea>
      <div class="buttons">
        <WhatsAppLink partner={record} text={ready} label={choiceWordsIn(scene.language).inWhatsApp} />
      </div>
    </div>
  );
}

/** What its customer wants of their data is said by itself: whoever calls must know. */
function hintsOf({ words, language }: Scene, { partner, what, of }: ToTell): readonly string[] {
  const { toldHint } = words.order;
  const name = partner.name[language];
  if (what !== "untold") return [toldHint[what](name)];
  return [
    ...(of.some((news) => news !== "customer.data") ? [toldHint.untold(name)] : []),
    ...(of.includes("customer.data") ? [toldHint.data(name)] : []),
  ];
}
