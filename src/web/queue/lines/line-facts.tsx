/** What a line's platform carries: how choices look there, how long a message, how large a file, and what customers see and can mend. */
import type { Child } from "hono/jsx";
import type { Capabilities } from "../../../channels/channel.ts";
import type { Language } from "../../../domain/language.ts";

const ar = {
  title: "ما تتيحه المنصة",
  buttons: (most: number) =>
    most === 0 ? "الخيارات: أسطر مرقّمة، فلا أزرار على هذه المنصة." : `أقصى عدد لأزرار الرسالة: ${most}.`,
  text: (most: string) => `أقصى عدد لأحرف الرسالة: ${most}، وما زاد يصل في رسائل متتابعة.`,
  files: (incoming: number, outgoing: number) =>
    `أكبر ملف من العميل: ‎${incoming}\u00a0MB‎، وأكبر ملف إليه: ‎${outgoing}\u00a0MB‎.`,
  typing: { yes: "يرى العميل أن الرد يُكتب.", no: "لا يرى العميل أن الرد يُكتب." },
  edits: {
    yes: "إن عدّل العميل رسالته وصل التعديل إلى المكتب.",
    no: "لا تعديل للرسائل بعد إرسالها، ويكفي أن يكتب العميل الصحيح.",
  },
};
type FactWords = typeof ar;
const en: FactWords = {
  title: "What the platform carries",
  buttons: (most) =>
    most === 0
      ? "Choices are numbered lines: there are no buttons on this platform."
      : `Most buttons of a message: ${most}.`,
  text: (most) => `Most characters of a message: ${most}; what is longer arrives as several.`,
  files: (incoming, outgoing) =>
    `Largest file from a customer: ${incoming}\u00a0MB; largest file to one: ${outgoing}\u00a0MB.`,
  typing: {
    yes: "Customers see that an answer is being written.",
    no: "Customers do not see that an answer is being written.",
  },
  edits: {
    yes: "Where a customer edits a message, the office gets the correction.",
    no: "Messages can't be edited once sent; customers just write what is right.",
  },
};

const mega = 1024 * 1024;

export function LineFacts(props: {
  readonly language: Language;
  readonly channel: string;
  readonly capabilities: Capabilities;
}): Child {
  const { language, channel, capabilities } = props;
  const { buttons, maxTextLength, files, typing, edits } = capabilities;
  const words = language === "ar" ? ar : en;
  return (
    <details class="act" id={`facts-${channel}`}>
      <summary>{words.title}</summary>
      <ul class="quiet">
        <li>{words.buttons(buttons)}</li>
        <li>{words.text(maxTextLength.toLocaleString("en"))}</li>
        {files && <li>{words.files(Math.floor(files.in / mega), Math.floor(files.out / mega))}</li>}
        <li>{typing ? words.typing.yes : words.typing.no}</li>
        <li>{edits ? words.edits.yes : words.edits.no}</li>
      </ul>
    </details>
  );
}
