/** Is a stream of bytes plain text? Looked at while it passes by: valid UTF-8 throughout, no control characters, no markup. */

export type TextWatch = {
  add(chunk: Uint8Array): void;
  /** True when everything that passed was plain text. */
  end(): boolean;
};

/** Tab, line feed, form feed and carriage return are the only controls of a text file. */
const controls = /[\u0000-\u0008\u000b\u000e-\u001f\u007f]/;
/** Browsers look for markup in the first 1,445 bytes (https://mimesniff.spec.whatwg.org/#the-resource-header). */
const headLength = 1_445;
const markup = /^\s*<|<(?:!doctype|\?xml|html|head|body|script|svg|iframe|table|style|title|!--)/i;

export function textWatch(): TextWatch {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let isText = true;
  let head = "";

  function look(text: string): void {
    if (controls.test(text)) isText = false;
    if (head.length < headLength) head += text.slice(0, headLength - head.length);
  }

  return {
    add(chunk) {
      if (!isText) return;
      try {
        look(decoder.decode(chunk, { stream: true }));
      } catch {
        isText = false;
      }
    },
    end() {
      if (!isText) return false;
      try {
        look(decoder.decode());
      } catch {
        return false;
      }
      return isText && !markup.test(head);
    },
  };
}
