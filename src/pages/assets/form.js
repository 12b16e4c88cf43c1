// @ts-check
// A form on its way: it goes once, its button says so, and what went wrong has the focus when it comes back.

/** After so many milliseconds without another page it may be sent again: whoever pressed Stop is not stuck. */
const PATIENCE = 15_000;

/** Takes back what says that a form is on its way; there is one while it is. @type {(() => void) | undefined} */
let letGo;

/** @param {HTMLElement | null} button */
function hold(button) {
  const label = button?.textContent ?? '';
  const busy = button?.dataset.busy;
  button?.setAttribute('aria-disabled', 'true');
  if (button && busy) button.textContent = busy;
  const timer = setTimeout(() => letGo?.(), PATIENCE);
  letGo = () => {
    clearTimeout(timer);
    button?.removeAttribute('aria-disabled');
    if (button && busy) button.textContent = label;
    letGo = undefined;
  };
}

/** Tells the gateway that scripts run here, so that pages need not move by themselves. @param {HTMLFormElement} form */
function sign(form) {
  if (form.elements.namedItem('.script')) return;
  const mark = document.createElement('input');
  Object.assign(mark, { type: 'hidden', name: '.script', value: '1' });
  form.append(mark);
}

document.addEventListener('submit', (event) => {
  const form = event.target;
  if (event.defaultPrevented || !(form instanceof HTMLFormElement)) return;
  if (letGo) {
    event.preventDefault();
    return;
  }
  sign(form);
  hold(event.submitter ?? form.querySelector('button[type=submit]'));
});

// Back may bring the page as it was left.
addEventListener('pageshow', (event) => {
  if (event.persisted) letGo?.();
});

const summary = document.querySelector('.summary');
if (summary instanceof HTMLElement) summary.focus();
