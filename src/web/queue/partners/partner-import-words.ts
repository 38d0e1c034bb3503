/** What the import of partners says, and the look at a file before it. Table-like: the English must have all of the Arabic. */
import type { Language } from "../../../domain/language.ts";

const ar = {
  importAbout:
    "ملف CSV كما تحفظه برامج الجداول. لا يُحفظ شيء قبل المراجعة، وإذا وُجد خطأ في سطر واحد لم يُستورد أي سطر.",
  importHow:
    "أسهل طريقة: تصدير الكل، ثم التعديل في برنامج الجداول والحفظ بصيغة CSV UTF-8، ثم استيراد الملف نفسه. السطر الذي فيه رمز يغيّر صاحبه، والسطر بلا رمز يضيف جهة. العمود غير الموجود لا يغيّر شيئًا، والخلية الفارغة تُفرغ حقلها.",
  file: "الملف",
  check: "فحص الملف",
  columns: "الأعمدة المقبولة",
  previewTitle: "مراجعة قبل الاستيراد",
  willAdd: "ستُضاف",
  willChange: "ستتغير",
  willStay: "بلا تغيير",
  changes: "ما يتغير",
  moreOf: (count: number) => `وغيرها: ${count}`,
  confirm: "استيراد الآن",
  nothingToDo: "كل ما في الملف موجود كما هو، فلا شيء يُستورد.",
  imported: (added: number, changed: number) => `اكتمل الاستيراد. أُضيف: ${added}، وتغيّر: ${changed}.`,
  importStale: "تغيّرت جهات منذ المراجعة، فلم يُستورد شيء. يلزم فحص الملف من جديد.",
  importGone: "مضى وقت طويل على المراجعة، ولم يُستورد شيء. يلزم فحص الملف من جديد.",
  importBad: (count: number) => `لم يُستورد شيء. أخطاء بحاجة إلى تصحيح: ${count}.`,
  noFile: "لم يُختر ملف.",
  tooBig: "الملف أكبر من 8 ميغابايت.",
  notUtf8: "نص الملف ليس بترميز UTF-8. في برنامج الجداول يلزم اختيار «CSV UTF-8» عند الحفظ.",
  line: "السطر",
  column: "العمود",
  expected: "المطلوب",
  wholeLine: "السطر كله",
};

type PartnerImportWords = typeof ar;

const en: PartnerImportWords = {
  importAbout:
    "A CSV file as spreadsheets save it. Nothing is saved before you have looked at it, and with one wrong line no line is imported.",
  importHow:
    "The easiest way: export all, edit it in your spreadsheet, save it as CSV UTF-8, and import the same file. A line with an id changes that partner, one without adds a partner. A column that is not there changes nothing; an empty cell empties its field.",
  file: "File",
  check: "Check the file",
  columns: "Columns that are taken",
  previewTitle: "Look before you import",
  willAdd: "To be added",
  willChange: "To be changed",
  willStay: "Unchanged",
  changes: "What changes",
  moreOf: (count) => `and more: ${count}`,
  confirm: "Import now",
  nothingToDo: "Everything in the file is there already, so there is nothing to import.",
  imported: (added, changed) => `The import is done. Added: ${added}, changed: ${changed}.`,
  importStale:
    "Partners have changed since you looked, so nothing was imported. Please check the file again.",
  importGone: "You looked at it too long ago, and nothing was imported. Please check the file again.",
  importBad: (count) => `Nothing is imported. Mistakes to correct: ${count}.`,
  noFile: "No file was chosen.",
  tooBig: "The file is larger than 8 MB.",
  notUtf8: "The text of the file is not UTF-8. In your spreadsheet choose “CSV UTF-8” when you save it.",
  line: "Line",
  column: "Column",
  expected: "What is expected",
  wholeLine: "the whole line",
};

export const partnerImportWordsIn = (language: Language): PartnerImportWords => (language === "ar" ? ar : en);
