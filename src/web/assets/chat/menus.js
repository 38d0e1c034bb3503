// @ts-check
/** The two menus (chat options, attach), as the keyboard and screen readers expect menus to be. */
import { byId } from "./page.js";

/**
 * A button that opens a list of buttons: arrows move, Escape and Tab close, focus comes back.
 * @param {string} buttonId @param {string} menuId
 */
export function createMenu(buttonId, menuId) {
  const button = byId(buttonId);
  const menu = byId(menuId);
  const entries = /** @type {HTMLButtonElement[]} */ ([...menu.querySelectorAll("[role=menuitem]")]);

  /** @param {number} index */
  const focus = (index) => entries.at(index % entries.length)?.focus();

  /** @param {boolean} back */
  function close(back) {
    if (menu.hidden) return;
    menu.hidden = true;
    button.setAttribute("aria-expanded", "false");
    if (back) button.focus();
  }

  /** @param {number} index */
  function open(index) {
    menu.hidden = false;
    button.setAttribute("aria-expanded", "true");
    focus(index);
  }

  button.addEventListener("click", () => (menu.hidden ? open(0) : close(true)));
  button.addEventListener("keydown", (event) => {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    event.preventDefault();
    open(event.key === "ArrowDown" ? 0 : -1);
  });
  menu.addEventListener("keydown", (event) => {
    const at = entries.indexOf(/** @type {HTMLButtonElement} */ (document.activeElement));
    const moves = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 };
    if (event.key in moves) {
      event.preventDefault();
      focus(moves[/** @type {keyof typeof moves} */ (event.key)]);
    } else if (event.key === "Escape" || event.key === "Tab") close(event.key === "Escape");
  });
  // Before the entry does its work: a window that it opens gives the focus back to what had it, which must be in sight then.
  menu.addEventListener("click", () => close(true), { capture: true });
  document.addEventListener("pointerdown", ({ target }) => {
    if (target instanceof Node && !menu.contains(target) && !button.contains(target)) close(false);
  });
}

/**
 * Opens a window of the page and resolves with the value of the button that closed it; a press beside it closes it too.
 * @param {string} id
 * @returns {Promise<string>}
 */
export function ask(id) {
  const dialog = /** @type {HTMLDialogElement} */ (byId(id));
  dialog.returnValue = "";
  dialog.showModal();
  /** @param {MouseEvent} event */
  const beside = (event) => {
    if (event.target === dialog) dialog.close("");
  };
  dialog.addEventListener("mousedown", beside);
  return new Promise((resolve) => {
    dialog.addEventListener(
      "close",
      () => {
        dialog.removeEventListener("mousedown", beside);
        resolve(dialog.returnValue);
      },
      { once: true },
    );
  });
}
