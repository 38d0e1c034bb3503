/** Folded words that may stand around an answer and say nothing else; «رقمي» and "my number" say whose it is. */
export const aroundAnswer: ReadonlySet<string> = new Set(
  "قلت قلتلكم قلتلك قولت قولتلكم قايل ذكرت said olt golt gelt gilt في يوم الساعه تقريبا حوالي رقم الجوال هو هي طيب اوكي تمام يعني بس فقط لو سمحت من فضلك الي علي ل ب مدينه number is it it's its the on at in about around please pls just ok only phone mobile city to for from se fe yom شكرا وشكرا مشكور مشكورين تسلم تسلمون thanks thank you thx shukran ممكن يمكن والله مدري بالضبط maybe probably roughly i think guess say like mmkn yemken ta2reeban tagreeban".split(
    " ",
  ),
);
