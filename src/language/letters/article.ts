/** A folded word without its article and the letter joined to that: «الدور», «بالدور», «للدور» and «والدور» are «دور». */
export const withoutArticle = (word: string): string => word.replace(/^[وفبكل]?(?:ال|لل)(?=..)/, "");
