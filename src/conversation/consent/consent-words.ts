/**
 * «لا خلاص ما أوافق» in the middle of a form about health: the consent that it stands on is taken back. The full phrases («سحب الموافقة») are
 * commands that can be said at any time (`commands.ts`).
 */
import type { Conversation } from "../../domain/conversation.ts";
import { fold, tokens } from "../../language/letters/normalise.ts";
import type { Catalogue } from "../flow/flow.ts";
import { flowOf } from "../flow/pinned.ts";
import { activeDraftOf } from "../reading/reading-context.ts";

/** A denial with the word for agreeing right behind it, in folded text. */
const denied =
  /(?<![\p{L}\d])(?:(?:لا|ما|مو|مش|مب|مهوب|غير|ماني|منيب|لست|لم اعد|ما عاد|ماعاد|معدش) ?(?:عاد |انا )?(?:ا|ن)?(?:وافق|موافق|موافقه|موافقا)|(?:don'?t|do not|not|no longer|can'?t) (?:really )?(?:agree|consent)|disagree|(?:mesh|mish|msh|mo|mu|ma|la|mosh) (?:mwafe2|mowafe2|mwafi2|mwafeg|mowafeg|mwafiq|mowafiq|awafe2|awafeg|awafiq|mwafe2a|mwafga))(?![\p{L}\d])/u;
/** Longer messages say more than that. */
const mostWords = 8;

const denies = (text: string): boolean =>
  text.length <= 80 && denied.test(fold(text)) && tokens(text).length <= mostWords;

/** Whether a whole message refuses the consent that is asked for, in other words than the button's («لا والله ما اوافق»). */
export function refusesConsent({ open }: Pick<Conversation, "open">, text: string): boolean {
  return open?.type === "consent" && denies(text);
}

/** Whether a whole message takes back the consent of the form that is open. A press or a question of ours that it answers comes first. */
export function takesConsentBack(catalogue: Catalogue, conversation: Conversation, text: string): boolean {
  if (conversation.consents === undefined) return false;
  const draft = activeDraftOf(conversation);
  return draft !== undefined && flowOf(catalogue, draft).sensitive !== undefined && denies(text);
}
