/** Where a partner is reached, on its page: phone and e-mail for all, and for heads the keys to its chat and its system. */
import type { Child, PropsWithChildren } from "hono/jsx";
import { leads } from "../../../domain/agent.ts";
import { formatMoment, formatPhone } from "../../../language/format.ts";
import { fieldNames } from "../../../partners/vocabulary.ts";
import { PlainText, visibleText } from "../../plain-text.tsx";
import { ChatKeys } from "./partner-code-view.tsx";
import type { PartnerProps } from "./partner-view.tsx";
import { partnerWordsIn } from "./partner-words.ts";

export function ContactsView(props: PartnerProps): Child {
  const { scene, partner, agent } = props;
  const { language } = scene;
  const words = partnerWordsIn(language);
  const { phone, email, webhook, chat } = partner.contacts;
  return (
    <section class="panel" aria-labelledby="contacts-title">
      <h2 id="contacts-title">{words.contactsTitle}</h2>
      <dl class="fields">
        <Row name={fieldNames.phone[language]} none={words.notGiven}>
          {phone !== undefined && (
            <a href={`tel:${visibleText(phone)}`} dir="ltr">
              {formatPhone(phone)}
            </a>
          )}
        </Row>
        <Row name={fieldNames.email[language]} none={words.notGiven}>
          {email !== undefined && (
            <>
              <a href={`mailto:${visibleText(email)}`} dir="ltr">
                <PlainText text={email} />
              </a>
              <Mail {...props} />
            </>
          )}
        </Row>
        <Row name={fieldNames.webhook[language]} none={words.notGiven}>
          {webhook !== undefined && (
            <>
              <PlainText text={webhook} />
              <SystemTroubleLine {...props} />
            </>
          )}
        </Row>
        <Row name={words.chat} none={words.chatNot}>
          {chat && (
            <a href={`/queue/chats/${chat.conversation}`}>
              {words.chatLinked} {formatMoment(chat.linkedAt, scene.zone, language)}
            </a>
          )}
        </Row>
      </dl>
      {leads(agent) && <Keys {...props} />}
    </section>
  );
}

/** Whether letters go there, and what became of the last one. */
function Mail({ scene, mail }: PartnerProps): Child {
  const words = partnerWordsIn(scene.language);
  if (mail.type !== "told")
    return <p class="quiet">{mail.type === "off" ? words.mailOff : words.mailNone}</p>;
  const when = formatMoment(mail.at, scene.zone, scene.language);
  return (
    <p class="quiet">
      <a href={`/queue/chats/${mail.chat}`} class={mail.state === "failed" ? "pill failed" : undefined}>
        {words.mail[mail.state]} {when}
      </a>
    </p>
  );
}

/** Why nothing arrives at its system, and since when: what has to be mended there. */
function SystemTroubleLine({ scene, systemTrouble }: PartnerProps): Child {
  if (!systemTrouble) return null;
  const words = partnerWordsIn(scene.language);
  const { since, why, status } = systemTrouble;
  return (
    <p role="alert">
      {words.systemTrouble[why](status ?? 0)} {words.systemSince}{" "}
      {formatMoment(since, scene.zone, scene.language)}
    </p>
  );
}

function Row(props: PropsWithChildren<{ readonly name: string; readonly none: string }>): Child {
  return (
    <div class="field">
      <dt>{props.name}</dt>
      <dd class="address">{props.children || <span class="quiet">{props.none}</span>}</dd>
    </div>
  );
}

function Keys(props: PartnerProps): Child {
  const { webhook } = props.partner.contacts;
  return (
    <>
      <ChatKeys {...props} />
      {(webhook !== undefined || props.hasSecret) && <Secret {...props} />}
    </>
  );
}

function Secret({ scene, partner, hasSecret }: PartnerProps): Child {
  const words = partnerWordsIn(scene.language);
  return (
    <>
      <p>
        {words.secret}: <span class="quiet">{hasSecret ? words.secretHas : words.secretNone}</span>
      </p>
      {partner.contacts.webhook !== undefined && (
        <details class="act" id="new-secret">
          <summary>{words.makeSecret}</summary>
          <p>{words.secretSure}</p>
          <form hx-post={`/queue/partners/${partner.id}/secret`} hx-target="#page">
            <button type="submit" class="danger">
              {words.makeSecret}
            </button>
          </form>
        </details>
      )}
    </>
  );
}
