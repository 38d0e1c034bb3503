/** Who somebody is to the customer: family, friends, colleagues, whoever buys from them; in the first person, as regular expressions. */

/** «أختي», «ابن عمي», "o5ti", "my cousin", "a customer": the source of an expression without anchors, for folded text. */
export const kin =
  "(?:ا?خ[وت]\\p{L}{1,3}|اخوي?|خوي|ربع[يه]|رفي[قج]\\p{L}{1,3}|صا?ح[با]\\p{L}{1,3}|صدي[قج]\\p{L}{1,4}|زمي[ل]\\p{L}{1,4}|خال[تيه]\\p{L}{0,2}|عم[تيه]\\p{L}{0,2}|ام[يه]|والد[تيه]\\p{L}{0,2}|جد[تيه]\\p{L}{0,2}|بنت[يه]|ولد[يه]|ابن[يه]|حما[تي]\\p{L}{0,2}|نسيب[يه]|جار[يتن]\\p{L}{0,2}|(?:ال)?(?:عميل|زبون)\\p{L}{0,3}|\\w*(?:o5t|okht|u5t|ukht|a5oo|akhoo|5alt|khalt|sa7b|9a7b|rfee[jgq]|kh[ae]?w|3amm?|5al|gar|jar)[iy]|(?:my|our|her|his) (?:\\p{L}+ )?(?:sister|brother|mother|father|mum|mom|dad|son|daughter|cousin|aunt|uncle|friend|wife|husband|colleague|niece|nephew|grandmother|grandfather|neighbou?r|client|customer|buyer|boss)|a (?:customer|client|buyer|friend)|customer|client)";

const kinWord = new RegExp(
  "^ل?(?:اخوي|اخويا|اخي|اختي|اخوك|ابني|ولدي|بنتي|عمي|عمتي|خالي|خالتي|خويي|خوي|رفيجي|رفيقي|رفيجتي|رفيقتي|صديقي|صديقتي|صاحبي|صاحبتي|زميلي|زميلتي|جاري|جارتي|جارنا|جارتنا|خالتنا|عمتنا|صديقنا|نسيبي|حماتي|حمايا|جدي|جدتي|زوجتي|زوجي|مراتي|جوزي|والدي|والدتي|عميلي|عميلتي|زبوني|زبونتي|" +
    "o5ti|o5ty|okhti|okhty|u5ti|ukhti|a5ooy|a5oya|akhooy|akhoya|okhoya|o5oya|3ammi|3amy|3ammy|5ali|5alti|5alty|khali|khalti|sa7bi|sa7by|9a7bi|sa7bti|sadeegi|sadi2i|9adi8ti|9di8ti|sadi2ti|sadeegti|sadiqti|garti|jarti|rfeeji|rfeejti|khwi|5wi|gari|jari|" +
    "sister|brother|mother|father|son|daughter|cousin|aunt|uncle|friend|wife|husband|colleague|niece|nephew|grandmother|grandfather|neighbour|neighbor|client|customer|buyer)$",
  "u",
);

/** Is the folded word somebody of the customer's? In English it stands behind "my", "our" or "a". */
export function isKinWord(word: string): boolean {
  return kinWord.test(word);
}
