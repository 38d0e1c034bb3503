/** Where a partner is reached, on its page: phone and e-mail for all, and for heads the keys to its chat and its system. */
import type { Child } from "hono/jsx";
import { formatPhone } from "../../language/format.ts";
import { fieldNames } from "../../partners/vocabulary.ts";
import { fullMoment } from "./moments.ts";
import { mayTendPartners } from "./partner-shown.tsx";
import type { PartnerProps } from "./partner-view.tsx";
import { partnerWordsIn } from "./partner-words.ts";
import { PlainText, visibleText } from "./plain-text.tsx";

export function ContactsView(props: PartnerProps): Child {
  const { scene, partner, agent } = props;
  const { language } = scene;
  const words = partnerWordsIn(language);
  const { phone, email, webhook, chat } = partner.contacts;
  const none = <span class="quiet">{words.notGiven}</span>;
  return (
    <section class="panel" aria-labelledby="contacts-title">
      <h2 id="contacts-title">{words.contactsTitle}</h2>
      <dl class="fields">
        <div class="field">
          <dt>{fieldNames.phone[language]}</dt>
          <dd>
            {phone === undefined ? (
              none
            ) : (
              <a href={`tel:${visibleText(phone)}`} dir="ltr">
                {formatPhone(phone)}
              </a>
            )}
          </dd>
        </div>
        <div class="field">
          <dt>{fieldNames.email[language]}</dt>
          <dd>
            {email === undefined ? (
              none
            ) : (
              <a href={`mailto:${visibleText(email)}`} dir="ltr">
                <PlainText text={email} />
              </a>
            )}
          </dd>
        </div>
        <div class="field">
          <dt>{fieldNames.webhook[language]}</dt>
          <dd class="address">{webhook === undefined ? none : <PlainText text={webhook} />}</dd>
        </div>
        <div class="field">
          <dt>{words.chat}</dt>
          <dd>
            {chat ? (
              <a href={`/queue/chats/${chat.conversation}`}>
                {words.chatLinked} {fullMoment(chat.linkedAt, scene.zone, language)}
              </a>
            ) : (
              <span class="quiet">{words.chatNot}</span>
            )}
          </dd>
        </div>
      </dl>
      {mayTendPartners(agent) && <Keys {...props} />}
    </section>
  );
}

function Keys({ scene, partner, hasSecret }: PartnerProps): Child {
  const { language, now, realNow, zone } = scene;
  const words = partnerWordsIn(language);
  const { linkCode, webhook } = partner.contacts;
  const path = `/queue/partners/${partner.id}`;
  const isGood = linkCode !== undefined && linkCode.until > realNow;
  return (
    <>
      {isGood && (
        <p>
          {words.codeNow}: <code dir="ltr">{linkCode.code}</code>{" "}
          <span class="quiet">
            {/* Shown on the office's clock, which in a rehearsal is another than the one that it runs by. */}
            {words.codeUntil} {fullMoment(now + linkCode.until - realNow, zone, language)}
          </span>
        </p>
      )}
      <form hx-post={`${path}/link-code`} hx-target="#page">
        <button type="submit" aria-describedby="code-hint">
          {words.makeCode}
        </button>
        <p class="quiet" id="code-hint">
          {words.codeHint}
        </p>
      </form>
      {(webhook !== undefined || hasSecret) && (
        <p>
          {words.secret}: <span class="quiet">{hasSecret ? words.secretHas : words.secretNone}</span>
        </p>
      )}
      {webhook !== undefined && (
        <details class="act" id="new-secret">
          <summary>{words.makeSecret}</summary>
          <p>{words.secretSure}</p>
          <form hx-post={`${path}/secret`} hx-target="#page">
            <button type="submit" class="danger">
              {words.makeSecret}
            </button>
          </form>
        </details>
      )}
    </>
  );
}
