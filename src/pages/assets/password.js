// @ts-check
// A password while it is typed: the rules it keeps are ticked, and it can be looked at.

/** @param {RegExp} letters */
const atLeast = (letters) => (/** @type {string} */ text, /** @type {number} */ least) => (text.match(letters) ?? []).length >= least;

/** What of a name no password may hold: its parts that are long enough to mean something. @param {string} name */
const partsOf = (name) => name.toLowerCase().split(/[\s,.\-_#@]+/).filter((part) => part.length > 3);

/** @type {Record<string, (text: string, count: number) => boolean>} */
const rules = {
  length: atLeast(/./gsu),
  upper: atLeast(/\p{Lu}/gu),
  lower: atLeast(/\p{Ll}/gu),
  number: atLeast(/\p{Nd}/gu),
  symbol: atLeast(/[^\p{L}\p{N}\s]/gu),
  repeats: (text, most) => text !== '' && !new RegExp(`(.)\\1{${most}}`, 'su').test(text),
  username: (text) => text !== '' && !partsOf(username()).some((part) => text.toLowerCase().includes(part)),
};

function username() {
  const field = document.querySelector('input[autocomplete~=username]');
  return field instanceof HTMLInputElement ? field.value : '';
}

/** @param {string} name */
function copyOf(name) {
  const template = document.querySelector(`template[data-${name}]`);
  return template instanceof HTMLTemplateElement ? template.content.firstElementChild?.cloneNode(true) : undefined;
}

/** @param {HTMLInputElement} field */
function tick(field) {
  for (const line of document.querySelectorAll('li[data-rule]')) {
    if (!(line instanceof HTMLElement)) continue;
    const { rule = '', count } = line.dataset;
    const isMet = rules[rule]?.(field.value, Number(count)) ?? false;
    if (isMet === line.classList.contains('met')) continue;
    line.classList.toggle('met', isMet);
    if (isMet) line.prepend(copyOf('met') ?? '');
    else line.firstElementChild?.remove();
  }
}

/** @param {HTMLInputElement} field */
function uncover(field) {
  const button = copyOf('uncover');
  if (!(button instanceof HTMLButtonElement)) return;
  const label = field.labels?.[0]?.textContent?.trim() ?? '';
  /** @param {boolean} isShown */
  const show = (isShown) => {
    field.type = isShown ? 'text' : 'password';
    const word = (isShown ? button.dataset.hide : button.dataset.show) ?? '';
    button.classList.toggle('shown', isShown);
    button.title = word;
    button.setAttribute('aria-label', `${word}: ${label}`);
  };
  button.addEventListener('click', () => {
    show(field.type === 'password');
    field.focus();
  });
  // What is sent is a password again, for whoever keeps it.
  field.form?.addEventListener('submit', () => show(false));
  show(false);
  field.after(button);
}

for (const field of document.querySelectorAll('input[type=password]')) {
  if (!(field instanceof HTMLInputElement)) continue;
  uncover(field);
  if (field.autocomplete === 'new-password') field.addEventListener('input', () => tick(field));
}
