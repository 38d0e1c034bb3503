// @ts-check
/** What the server wrote into the page for its script: language, zone, words; and how an element is found and made. */

const { dataset } = document.body;

/** @type {Readonly<Record<string, string>>} The page's own words, from src/web/chat/words.ts. */
const words = JSON.parse(dataset.words ?? "{}");

export const language = dataset.language === "en" ? "en" : "ar";
export const zone = dataset.zone ?? "Asia/Riyadh";
export const publicUrl = dataset.publicUrl ?? location.origin;
export const api = "/api/v1";
/** The largest file that the office takes. */
export const maxFileBytes = Number(dataset.maxFileBytes);

/** @param {string} name */
export function word(name) {
  return words[name] ?? name;
}

/**
 * The element with this id, which the page is known to have.
 * @template {HTMLElement} [Type=HTMLElement]
 * @param {string} id
 * @returns {Type}
 */
export function byId(id) {
  const element = document.getElementById(id);
  if (!element) throw new Error(`The page has no element #${id}.`);
  return /** @type {Type} */ (element);
}

/**
 * A new element. Whatever people wrote goes in as text; there is no way to give markup.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {string} className
 * @param {string | (Node | undefined)[]} [content]
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function make(tag, className, content = []) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  if (typeof content === "string") element.textContent = content;
  else element.append(...content.filter((child) => child !== undefined));
  return element;
}

/**
 * A button with these words.
 * @param {string} className
 * @param {string} label
 * @param {() => void} press
 */
export function makeButton(className, label, press) {
  const button = make("button", className, label);
  button.type = "button";
  button.addEventListener("click", press);
  return button;
}

/**
 * Runs `work` while no other tab of this browser runs something under the same name.
 * @template Result
 * @param {string} name
 * @param {() => Promise<Result>} work
 * @returns {Promise<Result>}
 */
export function alone(name, work) {
  return navigator.locks ? navigator.locks.request(name, work) : work();
}
