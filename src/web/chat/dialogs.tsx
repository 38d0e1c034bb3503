/** The chat page's three small windows: the return link, a contact to send, and a question before something is left behind. */
import type { ChatWords } from "./words.ts";

type Input = { words: ChatWords };

export function LinkDialog({ words }: Input) {
  return (
    <dialog class="dialog" id="link-dialog" aria-labelledby="link-title">
      <form method="dialog">
        <h2 id="link-title">{words.linkTitle}</h2>
        <p>{words.linkText}</p>
        <img class="qr" id="qr" alt={words.qr} width={208} height={208} />
        <input class="field" id="link" type="text" dir="ltr" readonly aria-label={words.returnLink} />
        <div class="acts">
          <button class="act act-main" type="button" id="copy-link" autofocus>
            {words.copy}
          </button>
          <button class="act" type="button" id="share-link" hidden>
            {words.share}
          </button>
          <button class="act" type="submit" value="close">
            {words.close}
          </button>
        </div>
        <p class="unseen" id="link-note" role="status"></p>
      </form>
    </dialog>
  );
}

export function ContactDialog({ words }: Input) {
  return (
    <dialog class="dialog" id="contact-dialog" aria-labelledby="contact-title">
      <form method="dialog" id="contact-form">
        <h2 id="contact-title">{words.contactTitle}</h2>
        <label class="labelled">
          <span>{words.contactName}</span>
          <input
            class="field"
            id="contact-name"
            type="text"
            dir="auto"
            maxlength={200}
            autocomplete="off"
            required
          />
        </label>
        <label class="labelled">
          <span>{words.contactPhone}</span>
          <input
            class="field"
            id="contact-phone"
            type="tel"
            dir="ltr"
            maxlength={40}
            autocomplete="off"
            required
          />
        </label>
        <div class="acts">
          <button class="act act-main" type="submit" value="send">
            {words.send}
          </button>
          <button class="act" type="submit" value="close" formnovalidate>
            {words.cancel}
          </button>
        </div>
      </form>
    </dialog>
  );
}

/** A new chat; the script puts other words in for another chat's link. */
export function ConfirmDialog({ words }: Input) {
  return (
    <dialog class="dialog" id="confirm-dialog" aria-labelledby="confirm-title">
      <form method="dialog">
        <h2 id="confirm-title">{words.newChatTitle}</h2>
        <p id="confirm-text">{words.newChatText}</p>
        <div class="acts">
          <button class="act act-main" type="submit" value="yes" id="confirm-yes">
            {words.newChatYes}
          </button>
          <button class="act" type="submit" value="no">
            {words.cancel}
          </button>
        </div>
      </form>
    </dialog>
  );
}
