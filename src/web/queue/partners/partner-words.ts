/**
 * All that the queue says of partners, in both languages; each page's words stand in a file of their own. Names of fields, kinds and states
 * are in `partners/vocabulary.ts`, where files are read by them too.
 */
import type { Language } from "../../../domain/language.ts";
import { partnerBannerWordsIn } from "../frame/partner-banner-words.ts";
import { partnerContactsWordsIn } from "./partner-contacts-words.ts";
import { partnerFormWordsIn } from "./partner-form-words.ts";
import { partnerImportWordsIn } from "./partner-import-words.ts";
import { partnerListWordsIn } from "./partner-list-words.ts";
import { partnerPageWordsIn } from "./partner-page-words.ts";
import { partnerProblemWordsIn } from "./partner-problem-words.ts";

const words = { ar: wordsOf("ar"), en: wordsOf("en") } as const satisfies Record<Language, object>;

export type PartnerWords = ReturnType<typeof wordsOf>;

export function partnerWordsIn(language: Language): PartnerWords {
  return words[language];
}

function wordsOf(language: Language) {
  return {
    ...partnerListWordsIn(language),
    ...partnerPageWordsIn(language),
    ...partnerBannerWordsIn(language),
    ...partnerContactsWordsIn(language),
    ...partnerFormWordsIn(language),
    ...partnerImportWordsIn(language),
    ...partnerProblemWordsIn(language),
  };
}
