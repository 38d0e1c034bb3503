/**
 * Light stems: a word without what Arabic and English write onto it («بالشحنات» and «شحنة», "shipping" and "ships"). A likeness for
 * counting, never shown: it may cut too much or too little, and does so the same way for every saying.
 */

const arabic = /[\u0620-\u064a]/;
/** And, with, for, so, like and the article; a single letter only before four or more, where it is seldom part of the word. */
const before = /^(?:وبال|وال|بال|فال|كال|ولل|لل|ال|[وبلفه](?=.{4}))/;
/** Pronouns, duals and plurals. */
const behind = /(?:تكم|تها|كم|هم|ها|نا|ون|ين|ات|ته|تي|تك|وا|ه|ي|ك)$/;
/** Persons of the present tense («يوصل», «نشحن», «بتوصل»). */
const person = /^(?:[بحه](?=[اتين].{3}))?[ايتن](.{3,})$/;

const shortest = 3;

/** The stem of a folded word; a word too short to cut comes back as it is. */
export function stemOf(word: string): string {
  if (arabic.test(word)) return arabicStem(word);
  if (word.length <= 4 || !/^[a-z']+$/.test(word)) return word;
  return word
    .replace(/'s$/, "")
    .replace(/(?:ing|ed|es|s|ly|er)$/, "")
    .replace(/(.)\1$/, "$1")
    .replace(/e$/, "");
}

function arabicStem(word: string): string {
  const bare = longEnough(word.replace(before, "")) ?? word;
  const cut = longEnough(bare.replace(behind, "")) ?? bare;
  return person.exec(cut)?.[1] ?? cut;
}

function longEnough(word: string): string | undefined {
  return word.length >= shortest ? word : undefined;
}
