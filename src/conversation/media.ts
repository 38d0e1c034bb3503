/** Everything that is not words: locations, contacts, files, voice, stickers, reactions. Each has a declared answer. */
import type { FileRef } from "../domain/answer.ts";
import type { Draft } from "../domain/conversation.ts";
import { fileLimits, fileNumbers, fileTypes, isFileType, takesKind } from "../domain/files.ts";
import type { Content, Unsupported } from "../domain/message.ts";
import { isolate } from "../language/format.ts";
import { findPhones, isMobile } from "../language/people/phones.ts";
import { isClosed } from "../orders/status.ts";
import type { Flow, Question } from "./flow/flow.ts";
import { flowOf, questionNamed } from "./flow/pinned.ts";
import { nextQuestion } from "./form/fill.ts";
import { takeFields } from "./form/form.ts";
import { noteOwnPhone } from "./form/known-values.ts";
import { proposeSeen } from "./form/propose-seen.ts";
import { agree } from "./hearing/decide.ts";
import { closeDecision, promiseAnswer, wantPerson } from "./person/person.ts";
import { activeDraft, addLine, putDraft, type Work } from "./work.ts";

/** Files that arrive within this time of each other are one album: the later ones are added without a word. */
const albumMs = 60_000;

export function stepMedia(work: Work, content: Content): void {
  work.aside = true;
  switch (content.type) {
    case "location":
      takeLocation(work, content);
      return;
    case "contact":
      takeContact(work, content);
      return;
    case "photo":
      takeFile(work, content);
      if (content.seen) proposeSeen(work, content.seen);
      else if (content.unread && activeDraft(work)) addLine(work, "media.picture_too_large");
      return;
    case "document":
      takeFile(work, content);
      return;
    case "voice":
      leaveVoice(work, content);
      return;
    case "reaction":
      react(work, content);
      return;
    case "unsupported":
      answerUnsupported(work, content.what);
      return;
    case "text":
    case "choice":
    case "edit":
    case "by_staff":
      work.silent = true;
      return;
    default:
      content satisfies never;
  }
}

/** A note that nobody here could hear goes to a person at once. A form that is open goes on meanwhile. */
function leaveVoice(work: Work, { unread }: Extract<Content, { type: "voice" }>): void {
  const inForm = activeDraft(work) !== undefined;
  wantPerson(work, "voice", !inForm);
  const by = promiseAnswer(work);
  if (unread === "too_long") addLine(work, "media.voice_too_long", { by });
  else addLine(work, inForm ? "media.voice_form" : "media.voice", { by });
  if (inForm) return;
  closeDecision(work);
  work.aside = false;
  work.asked = true;
}

/** A 👍 (in any skin) on the read-back itself is a yes; any other reaction changes nothing. */
function react(work: Work, { emoji, to }: Extract<Content, { type: "reaction" }>): void {
  const { open } = work;
  if (open?.type === "read_back" && to === open.key && emoji.startsWith("\u{1F44D}")) {
    work.aside = false;
    agree(work);
  } else work.silent = true;
}

function answerUnsupported(work: Work, what: Unsupported): void {
  if (what === "deleted") work.silent = true;
  else if (what === "withheld") addLine(work, "consent.no_file");
  else if (what === "call") answerCall(work);
  else if (what === "file_too_large") addLine(work, "media.file_too_large", { mb: fileNumbers.mb });
  else if (what === "file_too_many_pixels")
    addLine(work, "media.file_too_many_pixels", { megapixels: fileNumbers.megapixels });
  else addLine(work, `media.${what}`);
}

/** Nobody answers the phone here: a colleague calls back, and the chat goes on. One line is enough for a customer who rings again. */
function answerCall(work: Work): void {
  const again = work.person?.reason === "call";
  wantPerson(work, "call", false);
  if (again) work.silent = true;
  else addLine(work, "media.call", { by: promiseAnswer(work) });
}

type Asked = { readonly draft: Draft; readonly flow: Flow; readonly question: Question };

/** The open question when it takes one of the types, else the next one that does; of files also one that is never asked for. */
function fitting(work: Work, types: readonly Question["type"][]): Asked | undefined {
  const draft = activeDraft(work);
  if (!draft) return undefined;
  const flow = flowOf(work.catalogue, draft);
  const asked = askedNow(work, draft, flow);
  const takes = (one: Question | undefined): one is Question => one !== undefined && types.includes(one.type);
  // A picture is sent unasked: an optional question for one takes it too.
  const missing = (one: Question): boolean =>
    draft.fields[one.name] === undefined && (one.asked === "required" || takesFiles(one));
  const unasked = (one: Question): boolean => one.asked === "optional" && takesFiles(one);
  const question = takes(asked)
    ? asked
    : (flow.questions.find((one) => takes(one) && missing(one)) ??
      flow.questions.find((one) => takes(one) && unasked(one)));
  return question && { draft, flow, question };
}

function askedNow({ open }: Work, draft: Draft, flow: Flow): Question | undefined {
  return open?.type === "field" && open.draft === draft.id
    ? questionNamed(flow, open.field)
    : nextQuestion(flow, draft);
}

/** A file is asked for, be it of another kind than this one. */
function askedForFile(work: Work): Asked | undefined {
  const draft = activeDraft(work);
  const flow = draft && flowOf(work.catalogue, draft);
  const question = flow && askedNow(work, draft, flow);
  return question && takesFiles(question) ? { draft, flow, question } : undefined;
}

const takesFiles = ({ type }: Question): boolean => isFileType(type);

function takeLocation(work: Work, content: Extract<Content, { type: "location" }>): void {
  const found = fitting(work, ["address", "location"]);
  if (!found) {
    addLine(work, "media.location_not_needed");
    return;
  }
  const location = { latitude: content.latitude, longitude: content.longitude };
  const value = found.question.type === "location" ? location : { text: content.label ?? "", location };
  const text = content.label ?? "";
  work.aside = false;
  takeFields(work, found.draft, {
    fields: { [found.question.name]: { value, text, start: 0, end: text.length } },
  });
}

/** A contact card: its number for a phone question, and its name where the form asks the same person's. */
function takeContact(work: Work, content: Extract<Content, { type: "contact" }>): void {
  const found = fitting(work, ["phone"]);
  if (!found) {
    if (!content.own || !noteOwnPhone(work)) addLine(work, "media.contact_not_needed");
    return;
  }
  const [phone] = findPhones(content.phone);
  const text = content.phone;
  const { name } = found.question;
  work.aside = false;
  const reason = phone?.value.type !== "phone" ? "bad_phone" : "not_mobile";
  if (phone?.value.type !== "phone" || (found.question.mobile && !isMobile(phone.value.e164))) {
    takeFields(work, found.draft, {
      fields: {},
      bad: { [name]: { text, start: 0, end: text.length, reason } },
    });
    return;
  }
  const owner = questionNamed(found.flow, name.replace(/phone$/, "name"));
  takeFields(work, found.draft, {
    fields: {
      [name]: { value: phone.value.e164, text, start: 0, end: text.length },
      ...(owner?.type === "person_name" && content.name.trim() !== "" && !found.draft.fields[owner.name]
        ? {
            [owner.name]: {
              value: content.name.trim(),
              text: content.name,
              start: 0,
              end: content.name.length,
            },
          }
        : {}),
    },
  });
}

/** A file goes to the question that takes one; else it stays in the chat, where staff see it. */
function takeFile(work: Work, content: Extract<Content, { type: "photo" | "document" }>): void {
  const file: FileRef = {
    id: content.document,
    name: content.name,
    type: content.mediaType,
    bytes: content.bytes,
  };
  if (addToAlbum(work, file)) return;
  const found =
    fitting(
      work,
      fileTypes.filter((type) => takesKind(type, file)),
    ) ?? askedForFile(work);
  if (found) {
    const before = found.draft.fields[found.question.name]?.value;
    const value = Array.isArray(before) ? [...before, file] : [file];
    work.aside = false;
    takeFields(work, found.draft, {
      fields: { [found.question.name]: { value, text: file.name, start: 0, end: file.name.length } },
    });
    return;
  }
  keepInChat(work);
}

/** One line for a whole album: the same for each picture would be noise, and more than five alike are taken for a machine's talk. */
function keepInChat(work: Work): void {
  const { fileAt } = work.before;
  const order = work.orders.find(({ status }) => !isClosed(status));
  if (fileAt !== undefined && work.at - fileAt <= albumMs) work.silent = true;
  else if (order) addLine(work, "media.file_kept_for", { ref: isolate(order.ref) });
  else if (activeDraft(work)) addLine(work, "media.file_kept");
  else addLine(work, "media.file_not_needed");
}

/** The next picture of an album whose first one has just answered a question; where that takes no more it is kept in the chat, which says so. */
function addToAlbum(work: Work, file: FileRef): boolean {
  const draft = activeDraft(work);
  if (!draft || work.at - work.before.heardAt > albumMs) return false;
  const flow = flowOf(work.catalogue, draft);
  const open = work.open?.type === "field" ? questionNamed(flow, work.open.field) : undefined;
  if (open && takesFiles(open)) return false;
  const last = flow.questions.findLast(
    ({ name, type }) => isFileType(type) && takesKind(type, file) && draft.fields[name] !== undefined,
  );
  const field = last && draft.fields[last.name];
  if (!last || !field || !Array.isArray(field.value)) return false;
  const value: readonly FileRef[] = [...field.value, file];
  const { language } = work;
  // The file itself was looked at; of those before it, which may be older than the table of kinds, only the number counts.
  if (value.length > fileLimits.perQuestion) {
    const bounds = { min: "none", max: String(fileNumbers.most) };
    addLine(work, "bad_answer.too_many_files", { label: last.label[language], value: file.name, ...bounds });
    return true;
  }
  putDraft(work, { ...draft, fields: { ...draft.fields, [last.name]: { ...field, value } } });
  work.silent = true;
  return true;
}
