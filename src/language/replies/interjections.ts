/** Sounds that an answer begins with and that say nothing: «يعني الملقا», «والله ٣», "sure, Omar Haddad". */

const always =
  "يعني|والله|بص|طيب|طب|اوكي|اوك|ماشي|حسنا|حسنًا|في الحقيق[ةه]|الله يعافيك|الله يعافيكم|الله يعطيك العافي[ةه]|الله يسلمك|um+|uh+|well|ok|okay|sure|right|alright|wall?ah?|ya3ni|yaani|tayy?eb";
/** «ايه» agrees, and in Egypt it asks ("what"); «معليش» may lead to a correction: only a parser that takes the whole rest can tell. */
const agreeing =
  "معليش|معلش|ma3lesh|ma3leish|[اإ]يه|[اإ]ي|[اآ]ه|[اأ]يوه|[اأ]يوا|نعم|yes|yeah|yep|aiwa|aywa|eh|na3am";

const leading = (words: string) => new RegExp(`^\\s*(?:${words})(?:\\s*[،,.]\\s*|\\s+)(?=\\S)`, "iu");
const alwaysLeads = leading(always);
const mayLead = leading(`${always}|${agreeing}`);

/** The message with its first sound blanked, so that offsets stay; undefined where it begins with none, or is nothing else. */
export const behindInterjection = (text: string): string | undefined => blanked(text, alwaysLeads);

/** The same, also behind an agreement: for where the rest has to be an answer from end to end. */
export const behindAgreement = (text: string): string | undefined => blanked(text, mayLead);

function blanked(text: string, lead: RegExp): string | undefined {
  const found = lead.exec(text)?.[0];
  return found === undefined ? undefined : " ".repeat(found.length) + text.slice(found.length);
}
