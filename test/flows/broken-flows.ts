/** Broken flow files, one fault each, with the problem that its owner is to read. Table-like on purpose. */
import type { Edit } from "./small-office.ts";

export type Broken = {
  readonly it: string;
  readonly edit: Edit;
  /** A piece of the edited file that stands on the line to be named; line 1 without it. */
  readonly at?: string;
  /** Where the problem is reported, when that is not the edited file. */
  readonly file?: string;
  readonly where: string;
  readonly problem: string;
  readonly whatToDo: string;
};

const laundry = "services/laundry.yaml";
const cancel = "repairs/cancel.yaml";

const spelling: readonly Broken[] = [
  {
    it: "a key written twice",
    edit: { file: laundry, from: "role: provide", to: "role: provide\nsector: c2c" },
    at: "sector: c2c",
    where: "the file",
    problem: '"sector" stands twice in the same place',
    whatToDo: "Keep one of the two and remove the other.",
  },
  {
    it: "a tab as indentation",
    edit: { file: laundry, from: '  ar: "غسيل"', to: '\tar: "غسيل"' },
    at: '\tar: "غسيل"',
    where: "the file",
    problem: "the line begins with a tab",
    whatToDo: "Indent with spaces only: two for each level.",
  },
  {
    it: "a quotation mark left open",
    edit: { file: "menu.yaml", to: 'offer:\n  - "laundry\n' },
    at: '"laundry',
    where: "the file",
    problem: "a quotation mark, a bracket or a colon is missing here",
    whatToDo: 'Close every " with a second one, every [ with ], and write a colon after each name.',
  },
];

const shapes: readonly Broken[] = [
  {
    it: "a key that nobody knows",
    edit: { file: laundry, from: "role: provide", to: "role: provide\nstagez: []" },
    at: "stagez",
    where: "stagez",
    problem: '"stagez" is not known here',
    whatToDo: 'Write "stages" if that is meant.',
  },
  {
    it: "a key of a question with no near name",
    edit: { file: laundry, from: "    max: 50", to: "    max: 50\n    zzzzzzzzz: 1" },
    at: "zzzzzzzzz",
    where: "question pieces",
    problem: '"zzzzzzzzz" is not known here',
    whatToDo:
      "Remove it. Known here: name, type, asked, only_if, label, ask, show, brief, later, cues, names, units, scales, known, finds, take, part_of, long, counts, wanted, thing, follows, described, named, owner, trouble, story, qualities, day, mobile, derived, min, max, above, future, options, options_from, offer_first, otherwise, remember_as, format, mask.",
  },
  {
    it: "a missing English text",
    edit: { file: laundry, from: '  en: "Laundry"\n', to: "" },
    at: "title:",
    where: "title",
    problem: 'the English text of "title" is missing',
    whatToDo: 'Add the line en: "…" beside the other language.',
  },
  {
    it: "a missing part",
    edit: { file: laundry, from: "  promise_minutes: 30\n", to: "" },
    at: "dispatch:",
    where: "dispatch",
    problem: '"promise_minutes" is missing',
    whatToDo: "Add the line promise_minutes: …",
  },
  {
    it: "an answer type that does not exist",
    edit: { file: laundry, from: "type: integer", to: "type: intger" },
    at: "type: intger",
    where: "question pieces",
    problem: '"intger" is not among what "type" may be',
    whatToDo:
      "Write integer if that is meant. Possible: text, number, integer, choice, yes_no, date, time, duration, place, address, location, phone, money, person_name, national_id, establishment_number, iban, url, photo, document.",
  },
  {
    it: "a number in quotes",
    edit: { file: laundry, from: "max: 50", to: 'max: "50"' },
    at: 'max: "50"',
    where: "question pieces",
    problem: '"max" is "50", but must be a number',
    whatToDo: "Write a number without quotes, like 3 or 0.5.",
  },
  {
    it: "a promise of half a minute",
    edit: { file: laundry, from: "promise_minutes: 30", to: "promise_minutes: 0.5" },
    at: "promise_minutes",
    where: "dispatch",
    problem: '"promise_minutes" is 0.5, but must be a whole number',
    whatToDo: "Write a whole number without quotes, like 3.",
  },
  {
    it: "a promise of no time",
    edit: { file: laundry, from: "promise_minutes: 30", to: "promise_minutes: 0" },
    at: "promise_minutes",
    where: "dispatch",
    problem: '"promise_minutes" is 0, which is too small',
    whatToDo: "It must be more than 0.",
  },
  {
    it: "an empty text",
    edit: { file: laundry, from: '  en: "Laundry"', to: '  en: ""' },
    at: '  en: ""',
    where: "title",
    problem: 'the text of "en" is empty',
    whatToDo: "Write the text, or remove the line.",
  },
  {
    it: "a name with capitals",
    edit: { file: laundry, from: "name: remark", to: "name: Remark Text" },
    at: "Remark Text",
    where: "question Remark Text",
    problem: '"Remark Text" can\'t be a "name"',
    whatToDo: "Use only a–z, 0–9 and _, beginning with a letter, like remark_text.",
  },
  {
    it: "a way of asking that does not exist",
    edit: { file: laundry, from: "asked: optional", to: "asked: sometimes" },
    at: "asked: sometimes",
    where: "question remark",
    problem: '"asked" is "sometimes", which can\'t stand there',
    whatToDo: "Write required, optional, or the name of a rule: asked: { rule: inside_kingdom }.",
  },
  {
    it: "a text where a list belongs",
    edit: { file: laundry, from: 'units: ["ثوب"]', to: 'units: "ثوب"' },
    at: "units:",
    where: "question pieces",
    problem: '"units" is "ثوب", but must be a list',
    whatToDo: "Begin each entry on its own line with a dash: - …, or write [one, two].",
  },
  {
    it: "a sentence's name with a hyphen",
    edit: { file: cancel, from: "many:", to: "too-many:" },
    at: "too-many",
    where: "sentence too-many",
    problem: '"too-many" can\'t be a name',
    whatToDo: "Use only a–z, 0–9 and _, beginning with a letter, like too_many.",
  },
  {
    it: "opening hours without quotes and colon",
    edit: { file: "office.yaml", from: 'monday: [["09:00", "12:00"]]', to: 'monday: [["9", "12:00"]]' },
    at: "monday",
    where: "hours",
    problem: '"9" is not a time of day',
    whatToDo: 'Write hours and minutes in quotes, like "09:00".',
  },
  {
    it: "an empty file",
    edit: { file: "menu.yaml", to: "" },
    where: "the file",
    problem: "the file is empty",
    whatToDo: "Write its lines, or remove the file.",
  },
];

const questions: readonly Broken[] = [
  {
    it: "two questions of one name",
    edit: { file: laundry, from: "name: remark", to: "name: pieces # again" },
    at: "name: pieces # again",
    where: "question pieces",
    problem: "there are two questions named pieces",
    whatToDo: "Give each question a name of its own.",
  },
  {
    it: "a question without its words",
    edit: { file: laundry, from: "    asked: optional\n", to: "" },
    at: "- name: remark",
    where: "question remark",
    problem: "remark is asked for, but its question is missing",
    whatToDo: "Add ask: with ar: and en:, or write asked: optional.",
  },
  {
    it: "a condition on a question that is none",
    edit: { file: laundry, from: "field: kind", to: "field: colour" },
    at: "field: colour",
    where: "question starch",
    problem: "there is no question named colour",
    whatToDo: "Name an earlier choice: kind.",
  },
  {
    it: "a condition on a question that is no choice",
    edit: { file: laundry, from: "field: kind", to: "field: pieces" },
    at: "field: pieces",
    where: "question starch",
    problem: "pieces is no choice (it is of type integer)",
    whatToDo: "Name an earlier choice: kind.",
  },
  {
    it: "a condition on a later question",
    edit: { file: laundry, from: "field: kind", to: "field: remark" },
    at: "field: remark",
    where: "question starch",
    problem: "remark comes only after this question",
    whatToDo: "Name an earlier choice: kind.",
  },
  {
    it: "a condition on an option that does not exist",
    edit: { file: laundry, from: "is: iron", to: "is: [iron, dye]" },
    at: "is: [iron, dye]",
    where: "question starch",
    problem: "kind has no option dye",
    whatToDo: "Its options: wash, iron.",
  },
  {
    it: "two options of one id",
    edit: { file: laundry, from: "- id: iron", to: "- id: wash # again" },
    at: "id: wash # again",
    where: "question kind",
    problem: "kind has two options with the id wash",
    whatToDo: "Give each option an id of its own.",
  },
  {
    it: "an option whose id is too long",
    edit: {
      file: laundry,
      from: "- id: wash\n",
      to: "- id: wash_with_everything_that_anybody_could_wish_for\n",
    },
    at: "id: wash_with_everything_that_anybody_could_wish_for",
    where: "question kind",
    problem: "the id wash_with_everything_that_anybody_could_wish_for is too long for a button",
    whatToDo: "Keep to 40 letters; customers never see it.",
  },
  {
    it: "a word that means two options",
    edit: {
      file: laundry,
      from: 'label: { ar: "كوي", en: "Iron" }',
      to: 'label: { ar: "كوي", en: "Iron" }\n        words: ["تَنظيف"]',
    },
    at: "تَنظيف",
    where: "question kind",
    problem: "«تَنظيف» stands for wash and for iron",
    whatToDo: "Keep it at one of the two.",
  },
  {
    it: "options at a question that is no choice",
    edit: {
      file: laundry,
      from: "asked: optional",
      to: 'asked: optional\n    options: [{ id: a, label: { ar: "أ", en: "A" } }, { id: b, label: { ar: "ب", en: "B" } }]',
    },
    at: "options: [{ id: a",
    where: "question remark",
    problem: "remark has options, but is of type text",
    whatToDo: "Write type: choice, or remove the options.",
  },
  {
    it: "limits the wrong way round",
    edit: { file: laundry, from: "min: 1", to: "min: 60" },
    at: "max: 50",
    where: "question pieces",
    problem: "pieces can have no value: at least 60, at most 50",
    whatToDo: "Make max greater than the lower limit.",
  },
  {
    it: "a limit at a question that is no number",
    edit: { file: laundry, from: "asked: optional", to: "asked: optional\n    min: 2" },
    at: "min: 2",
    where: "question remark",
    problem: "min is for numbers; remark is of type text",
    whatToDo: "Remove min, or change the type to number or integer.",
  },
  {
    it: "a unit of two questions",
    edit: {
      file: laundry,
      from: "type: text\n    asked: optional",
      to: 'type: number\n    asked: optional\n    scales: { "ثـوب": 2 }',
    },
    at: "scales",
    where: "question remark",
    problem: "the unit «ثـوب» belongs to pieces and to remark",
    whatToDo: "Keep it at one of the two: a number that stands with it must have one meaning.",
  },
  {
    it: "«لاحقًا» where nobody asks",
    edit: { file: laundry, from: "asked: optional", to: "asked: optional\n    later: true" },
    at: "later: true",
    where: "question remark",
    problem: "remark is never asked, so nobody can answer «لاحقًا»",
    whatToDo: "Remove later, or let the question be asked.",
  },
  {
    it: "a rule without the questions that it needs",
    edit: { file: laundry, from: "role: provide", to: "role: provide\nrules: [inside_kingdom]" },
    at: "rules:",
    where: "rules",
    problem: "the rule inside_kingdom needs a question named from_city, and there is none",
    whatToDo: "Add the question from_city, or remove the rule.",
  },
  {
    it: "a summary with a field that may be missing",
    edit: { file: laundry, from: 'en: "{kind}, pieces: {pieces}"', to: 'en: "{kind} {pieces} {remark}"' },
    at: "about:",
    where: "about",
    problem: "the variable {remark} may be missing in an order",
    whatToDo: "Use fields that every order has: kind, pieces.",
  },
  {
    it: "a saying written twice",
    edit: { file: laundry, from: "عندي ثوب للكوي", to: "أبي أغسل ثيابي!" },
    at: "أبي أغسل ثيابي!",
    where: "example 2 (ar)",
    problem: "«أبي أغسل ثيابي!» says the same as «ابي اغسل ثيابي» above",
    whatToDo: "Remove it, or say it as somebody else would.",
  },
];

const texts: readonly Broken[] = [
  {
    it: "a variable that a stage does not have",
    edit: { file: laundry, from: "طلبك {ref}: غُسلت القطع.", to: "طلبك {reff}: غُسلت القطع." },
    at: "say: { ar",
    where: "stage washed",
    problem: "the variable {reff} is not known here",
    whatToDo: "Write {ref} if that is meant. Possible here: {ref}, {time}, {about}, {note}.",
  },
  {
    it: "an appointment named by the stage of a service that has none",
    edit: { file: laundry, from: "طلبك {ref}: غُسلت القطع.", to: "طلبك {ref}: غُسلت القطع {appointment}." },
    at: "say: { ar",
    where: "stage washed",
    problem: "the variable {appointment} is not known here",
    whatToDo: "Possible here: {ref}, {time}, {about}, {note}.",
  },
  {
    it: "a brace left open",
    edit: { file: laundry, from: '"Pieces: {value}"', to: '"Pieces: {value"' },
    at: "Pieces: {value",
    where: "question pieces",
    problem: "the text can't be read: a { is not closed by its }",
    whatToDo: "Variables are written {name}, plurals {n, plural, one {…} other {…}}.",
  },
  {
    it: "a brace too many",
    edit: { file: laundry, from: '"Pieces: {value}"', to: '"Pieces: {value}}"' },
    at: "Pieces: {value",
    where: "question pieces",
    problem: "the text can't be read: there is a } without its {",
    whatToDo: "Variables are written {name}, plurals {n, plural, one {…} other {…}}.",
  },
  {
    it: "an Arabic plural without its dual",
    edit: { file: cancel, from: "two {طلبان} ", to: "" },
    at: "plural, zero",
    where: "sentence many",
    problem: "the plural of {count} lacks the form two",
    whatToDo: "Arabic needs zero, one, two, few, many, other. Add: two {…}",
  },
  {
    it: "an English plural without its singular",
    edit: { file: cancel, from: "one {one order} ", to: "" },
    at: "plural, other",
    where: "sentence many",
    problem: "the plural of {count} lacks the form one",
    whatToDo: "English needs one, other. Add: one {…}",
  },
  {
    it: "a stage that is told without words",
    edit: {
      file: laundry,
      from: '    say: { ar: "طلبك {ref}: غُسلت القطع.", en: "{ref}: your pieces are washed." }\n',
      to: "",
    },
    at: "- id: washed",
    where: "stage washed",
    problem: "the customer is told of washed, but the sentence is missing",
    whatToDo: "Add say: with ar: and en:, or write tell: silent.",
  },
  {
    it: "a stage named like a status",
    edit: { file: laundry, from: "- id: washed", to: "- id: done" },
    at: "- id: done",
    where: "stage done",
    problem: "done is the name of a status, so it can't be a stage",
    whatToDo: "Choose another name: stages are steps inside in_progress.",
  },
  {
    it: "a next step that ends its sentence",
    edit: {
      file: laundry,
      from: 'en: "We are preparing the pick-up"',
      to: 'en: "We are preparing the pick-up."',
    },
    at: "next:",
    where: "dispatch",
    problem: "the sentence goes on after it, so it can't end with a punctuation mark",
    whatToDo: "Take the mark away: the customer reads «نبحث عن مندوب، ويصلك الرد قبل 3:30 عصرًا.»",
  },
  {
    it: "how many are asked together, where one is asked after the other",
    edit: {
      file: laundry,
      from: "  promise_minutes: 30\n",
      to: "  promise_minutes: 30\n  strategy: ring\n  at_once: 4\n",
    },
    at: "at_once: 4",
    where: "dispatch",
    problem: "at_once says how many are asked together, and the strategy is ring",
    whatToDo: "Write strategy: broadcast or strategy: quotes, or remove the line.",
  },
  {
    it: "one partner that is asked, and not which",
    edit: {
      file: laundry,
      from: "  promise_minutes: 30\n",
      to: "  promise_minutes: 30\n  strategy: direct\n",
    },
    at: "strategy: direct",
    where: "dispatch",
    problem: "the strategy is direct, but which partner is asked is missing",
    whatToDo:
      "Add the line direct: with the partner's id, like p_najd_couriers (it stands on the partner's page).",
  },
  {
    it: "a partner that is asked alone, where the office looks after the orders",
    edit: {
      file: laundry,
      from: "  promise_minutes: 30\n",
      to: "  promise_minutes: 30\n  direct: p_najd_couriers\n",
    },
    at: "direct: p_najd_couriers",
    where: "dispatch",
    problem: "direct names the partner that is asked alone, and the strategy is office",
    whatToDo: "Write strategy: direct, or remove the line.",
  },
  {
    it: "fields that read as one without one of them",
    edit: {
      file: laundry,
      from: "stages:\n",
      to: 'together:\n  - fields: [pieces, colour]\n    brief: { ar: "{pieces} {colour}", en: "{pieces} {colour}" }\nstages:\n',
    },
    at: "fields: [pieces, colour]",
    where: "together",
    problem: "there is no question named colour",
    whatToDo: "Name one of: kind, pieces, starch, remark.",
  },
];

const office: readonly Broken[] = [
  {
    it: "a sentence left out",
    edit: { file: cancel, from: "many:", to: "manyy:" },
    where: "the file",
    problem: "the sentence many is missing",
    whatToDo: "Add many: with say: (ar: and en:). It may use {count}.",
  },
  {
    it: "a sentence that nobody uses",
    edit: { file: cancel, from: "many:", to: "manyy:" },
    at: "manyy:",
    where: "sentence manyy",
    problem: "no conversation uses a sentence named manyy",
    whatToDo: "Write many if that is meant.",
  },
  {
    it: "a file of sentences left out",
    edit: { file: cancel },
    where: "the file",
    problem: "the file is missing",
    whatToDo: "Add it with the sentences sure, many.",
  },
  {
    it: "a choice that the code waits for",
    edit: { file: cancel, from: 'id: "no"', to: 'id: "nope"' },
    at: "sure:",
    where: "sentence sure",
    problem: "the choice no is missing",
    whatToDo: "Add a choice with id: no. Needed here: yes, no.",
  },
  {
    it: "a status without its file",
    edit: { file: "status/paid.yaml" },
    where: "the file",
    problem: "the file is missing",
    whatToDo: "Add it with id, label, tell and asked.",
  },
  {
    it: "a status under another name",
    edit: { file: "status/paid.yaml", from: "id: paid", to: "id: done" },
    at: "id: done",
    where: "id",
    problem: "the file is called paid.yaml, but its id is done",
    whatToDo: "Rename the file to done.yaml, or write id: paid.",
  },
  {
    it: "a menu that offers what is not there",
    edit: { file: "menu.yaml", to: "offer:\n  - laundry\n  - laundri\n" },
    at: "- laundri",
    where: "offer",
    problem: "the menu offers laundri, and there is no such service",
    whatToDo: "Write laundry if that is meant.",
  },
  {
    it: "no menu",
    edit: { file: "menu.yaml" },
    where: "the file",
    problem: "the file is missing",
    whatToDo: "Copy it from the program's own flows.",
  },
  {
    it: "a shift that ends before it begins",
    edit: { file: "office.yaml", from: '"16:00", "21:00"', to: '"21:00", "16:00"' },
    at: "sunday",
    where: "hours",
    problem: "it opens at 21:00 and closes at 16:00",
    whatToDo: "Let it close after it opens.",
  },
  {
    it: "shifts that overlap",
    edit: { file: "office.yaml", from: '"16:00", "21:00"', to: '"11:00", "21:00"' },
    at: "sunday",
    where: "hours",
    problem: "this shift begins at 11:00, before the one above ends (12:00)",
    whatToDo: "Put the shifts in order, without overlap.",
  },
  {
    it: "a shift of a night before another of the same day",
    edit: {
      file: "office.yaml",
      from: '["09:00", "12:00"], ["16:00", "21:00"]',
      to: '["21:00", "02:00"], ["22:00", "23:00"]',
    },
    at: "sunday",
    where: "hours",
    problem: "this shift begins at 22:00, before the one above ends (02:00)",
    whatToDo: "Put the shifts in order, without overlap.",
  },
  {
    it: "a shift of Ramadan that ends before it begins",
    edit: {
      file: "office.yaml",
      from: "holidays:",
      to: 'ramadan:\n  sunday: [["21:00", "20:00"]]\n  monday: [["21:00", "01:00"]]\n  tuesday: []\n  wednesday: []\n  thursday: []\n  friday: []\n  saturday: []\nholidays:',
    },
    at: '"21:00", "20:00"',
    where: "ramadan",
    problem: "it opens at 21:00 and closes at 20:00",
    whatToDo: "Let it close after it opens.",
  },
  {
    it: "a holiday that ends before it begins",
    edit: { file: "office.yaml", from: 'date: "2026-09-23"', to: 'date: "2026-09-23", until: "2026-09-22"' },
    at: "2026-09-22",
    where: "holidays",
    problem: "it ends on 2026-09-22, before it begins (2026-09-23)",
    whatToDo: "Let until: be the last day, or leave it out.",
  },
  {
    it: "a holiday on a day that does not exist",
    edit: { file: "office.yaml", from: "2026-09-23", to: "2026-09-31" },
    at: "2026-09-31",
    where: "holidays",
    problem: "there is no day 2026-09-31",
    whatToDo: "Write an existing day as year-month-day.",
  },
  {
    it: "a file that nothing reads",
    edit: { file: "services/old/laundry.yaml", to: "id: laundry\n" },
    where: "the file",
    problem: "nothing reads this file",
    whatToDo:
      "Files belong to services/, repairs/ or status/ and end in .yaml; beside them only menu.yaml and office.yaml. Variants of a service belong to services/<id>/.",
  },
];

const time: readonly Broken[] = [
  {
    it: "an appointment whose day no question holds",
    edit: { file: laundry, from: "stages:", to: "appointment:\n  date: pieces\nstages:" },
    at: "date: pieces",
    where: "appointment",
    problem: "there is no question named pieces that asks for a date",
    whatToDo: "Remove the line.",
  },
  {
    it: "an appointment that an unknown stage makes certain",
    edit: {
      file: laundry,
      from: "stages:",
      to: "appointment:\n  date: day\n  certain_from: ironed\nstages:",
    },
    at: "certain_from: ironed",
    where: "appointment",
    problem: "there is no stage ironed",
    whatToDo: "Name one of: washed.",
  },
  {
    it: "a begin on a day that no question holds",
    edit: { file: laundry, from: "dispatch:\n", to: "dispatch:\n  begin_on: pieces\n" },
    at: "begin_on: pieces",
    where: "dispatch",
    problem: "there is no question named pieces that asks for a date",
    whatToDo: "Remove the line.",
  },
  {
    it: "a time on a day that no question holds",
    edit: {
      file: laundry,
      from: 'about: { ar: "{kind}',
      to: `  - name: hour
    type: time
    asked: optional
    day: pieces
    label: { ar: "الساعة", en: "Hour" }
about: { ar: "{kind}`,
    },
    at: "day: pieces",
    where: "question hour",
    problem: "there is no question named pieces that asks for a date",
    whatToDo: "Remove the line.",
  },
  {
    it: "a renewal that runs from a day which customers tell",
    edit: {
      file: laundry,
      from: 'about: { ar: "{kind}',
      to: `  - name: ends
    type: date
    asked: optional
    label: { ar: "النهاية", en: "End" }
renewal:
  expiry_field: ends
about: { ar: "{kind}`,
    },
    at: "expiry_field: ends",
    where: "renewal",
    problem: "customers tell ends themselves, so it may be the last day of what they had before",
    whatToDo: "Name a date question with derived: true and asked: optional, which staff fill in.",
  },
];

export const brokenFlows: readonly Broken[] = [
  ...spelling,
  ...shapes,
  ...questions,
  ...texts,
  ...time,
  ...office,
];
