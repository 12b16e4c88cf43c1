// @ts-check
// A button that has to wait says how long, and works again when the time is over.

const told = document.querySelector('[data-countdown]');
const button = document.querySelector('main .actions .button');
if (told instanceof HTMLElement && button instanceof HTMLElement) wait(told, button, Number(told.dataset.countdown));

/** @param {HTMLElement} told @param {HTMLElement} button @param {number} seconds */
function wait(told, button, seconds) {
  const end = Date.now() + seconds * 1000;
  const label = button.textContent ?? '';
  /** @param {Event} event */
  const refuse = (event) => event.preventDefault();

  function show() {
    const left = Math.ceil((end - Date.now()) / 1000);
    if (left > 0) {
      button.textContent = `${label} · ${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`;
      return;
    }
    clearInterval(timer);
    button.textContent = label;
    button.removeAttribute('aria-disabled');
    button.removeEventListener('click', refuse);
    told.textContent = told.dataset.over ?? '';
  }

  button.setAttribute('aria-disabled', 'true');
  button.addEventListener('click', refuse);
  const timer = setInterval(show, 1000);
  show();
}
