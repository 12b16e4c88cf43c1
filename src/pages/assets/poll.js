// @ts-check
// Asks whether something has happened elsewhere, and goes on when it has; what somebody has typed is never taken away.

/** How long to rest when there was too much asking, and the longest pause between two questions that go wrong. */
const REST = 60_000;

/** What the gateway answers. @typedef {{ current: boolean, after_ms: number | null }} Answer */

/** @param {string} url @returns {Promise<Answer>} */
async function ask(url) {
  const answer = await fetch(url, { headers: { accept: 'application/json' }, cache: 'no-store', redirect: 'error' });
  if (answer.status === 429) return { current: true, after_ms: REST };
  if (!answer.ok) throw new Error(`status ${answer.status}`);
  return answer.json();
}

let touched = false;
document.addEventListener('input', () => { touched = true; });

/** Whether there is anything on the page that a person would miss. */
function holdsInput() {
  const fields = [...document.querySelectorAll('input:not([type=hidden])')];
  return touched || fields.some((field) => field instanceof HTMLInputElement && field.value !== field.defaultValue);
}

/** @param {HTMLElement} region where it stands what to ask, and where something is said if need be */
function watch(region) {
  const { poll = '', after = '', next = '' } = region.dataset;
  let pause = Number(after);
  let failures = 0;
  let restsUntil = 0;
  let asking = false;
  let over = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;

  /** @param {number} wait */
  function plan(wait) {
    clearTimeout(timer);
    if (!over && !document.hidden) timer = setTimeout(look, Math.max(wait, restsUntil - Date.now()));
  }

  async function look() {
    if (asking || over || document.hidden) return;
    asking = true;
    try {
      const { current, after_ms: wait } = await ask(poll);
      failures = 0;
      over ||= !current || wait === null;
      pause = wait ?? pause;
      if (pause >= REST) restsUntil = Date.now() + pause;
      if (!current) goOn();
    } catch {
      // Nobody needs to know: the page is still good, and what is done on it will be heard or say what is wrong.
      failures += 1;
    } finally {
      asking = false;
      plan(Math.min(pause * 2 ** failures, Math.max(pause, REST)));
    }
  }

  function goOn() {
    const words = region.querySelector('template');
    if (holdsInput() && words) region.append(words.content.cloneNode(true));
    else location.replace(next);
  }

  document.addEventListener('visibilitychange', () => plan(0));
  // A form that is on its way brings the next page itself.
  document.addEventListener('submit', () => clearTimeout(timer));
  addEventListener('pageshow', (event) => { if (event.persisted) plan(0); });
  // Another script knows that something has happened.
  document.addEventListener('news', () => plan(0));
  plan(pause);
}

const region = document.querySelector('[data-poll]');
if (region instanceof HTMLElement) watch(region);
