/**
 * A file that is larger than its box takes is named before it is sent: `data-most` are the bytes, `data-too-large` the words. The server
 * refuses it too, but a browser on a slow line may lose that answer while it still sends.
 */
document.addEventListener("change", ({ target: box }) => {
  if (!(box instanceof HTMLInputElement) || box.type !== "file" || !box.dataset.most) return;
  const most = Number(box.dataset.most);
  const isTooLarge = [...(box.files ?? [])].some(({ size }) => size > most);
  box.setCustomValidity(isTooLarge ? (box.dataset.tooLarge ?? "") : "");
  if (isTooLarge) box.reportValidity();
});
