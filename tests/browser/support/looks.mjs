// What is looked at on each page. The functions run in the page and return what is wrong with it, a line each.

/** Nothing runs, styles or loads that is not ours, but for what the page's policy lets in on purpose. */
export function whatItCarries(policy) {
  const wrong = [];
  const isLetIn = (url) => url.startsWith(location.origin) || url.startsWith('data:') || policy.includes(new URL(url).origin);
  for (const script of document.querySelectorAll('script')) {
    if (!script.src || !isLetIn(script.src) || script.text) wrong.push(`script: ${script.outerHTML}`);
  }
  for (const element of document.querySelectorAll('*')) {
    for (const { name } of element.attributes) {
      if (name === 'style' || name.startsWith('on')) wrong.push(`${name} on ${element.outerHTML.slice(0, 80)}`);
    }
  }
  for (const { name } of performance.getEntriesByType('resource')) {
    if (!isLetIn(name)) wrong.push(`loads ${name}`);
  }
  if (document.querySelector('style, iframe, object, embed')) wrong.push('holds a style or a frame');
  return wrong;
}

/** One heading, the landmarks, and a title that says both what to do and where. */
export function structure() {
  const wrong = [];
  const headings = [...document.querySelectorAll('h1')];
  if (headings.length !== 1) wrong.push(`${headings.length} main headings`);
  for (const landmark of ['header', 'main']) {
    if (document.querySelectorAll(landmark).length !== 1) wrong.push(`not one ${landmark}`);
  }
  const heading = headings[0]?.textContent.trim() ?? '';
  if (!document.title.includes(heading)) wrong.push(`the title ${document.title} does not say ${heading}`);
  const levels = [...document.querySelectorAll('h1, h2, h3')].map((one) => Number(one.tagName[1]));
  if (levels[0] !== 1 || levels.some((level, index) => index > 0 && level - levels[index - 1] > 1)) wrong.push(`headings ${levels}`);
  if (!document.documentElement.lang || !document.documentElement.dir) wrong.push('no language or direction');
  const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
  if (new Set(ids).size !== ids.length) wrong.push('an id twice');
  return wrong;
}

/** Each field has a label and says what it is for; what password managers and keyboards of telephones need is there. */
export function fields(name) {
  const wrong = [];
  const all = [...document.querySelectorAll('main input:not([type=hidden]), main select')];
  for (const field of all) {
    const label = field.labels?.[0]?.textContent.trim() || field.getAttribute('aria-label');
    if (!label) wrong.push(`no label: ${field.outerHTML}`);
    if (field.type === 'tel' && field.autocomplete !== 'tel') wrong.push(`a telephone number without tel: ${field.outerHTML}`);
    if (field.type === 'email' && !/\bemail\b|off/.test(field.autocomplete)) wrong.push(`an address without email: ${field.outerHTML}`);
    if (field.inputMode === 'numeric' && !/one-time-code|off|postal-code|^$/.test(field.autocomplete)) wrong.push(`a code without one-time-code: ${field.outerHTML}`);
    for (const id of (field.getAttribute('aria-describedby') ?? '').split(' ').filter(Boolean)) {
      if (!document.getElementById(id)?.textContent.trim()) wrong.push(`described by nothing: ${field.outerHTML}`);
    }
    if (field.getAttribute('aria-invalid') && !field.getAttribute('aria-describedby')) wrong.push(`wrong without a reason: ${field.outerHTML}`);
    if (field.hasAttribute('autofocus') && document.querySelector('.summary')) wrong.push('takes the focus from the summary');
  }
  // A password is kept together with whose it is.
  for (const field of all.filter(({ type }) => type === 'password')) {
    const form = field.form;
    const tokens = field.autocomplete;
    if (/password/.test(tokens) && !form?.querySelector('[autocomplete~=username]') && !form?.querySelector('[autocomplete=email]')) {
      const isKnown = Boolean(document.querySelector('.account'));
      if (isKnown) wrong.push(`a password of nobody: ${field.outerHTML}`);
    }
  }
  const expected = {
    'challenge-email': 'one-time-code', 'challenge-sms': 'one-time-code', 'challenge-google': 'one-time-code', 'challenge-call': 'one-time-code',
    'challenge-password': 'current-password', 'enroll-password': 'new-password', 'reset-password': 'new-password', 'password-expired': 'new-password',
    'identify-first': 'username', 'identify-with-password': 'current-password', 'enroll-phone': 'tel', 'identify-with-passkeys': 'webauthn',
  }[name];
  if (expected && !document.querySelector(`main input[autocomplete~=${expected}]`)) wrong.push(`nobody is asked for ${expected}`);
  return wrong;
}

/** After something went wrong the summary has the focus, and the title says so. */
export function focusOnWhatWentWrong() {
  const summary = document.querySelector('.summary');
  if (!summary) return [];
  const wrong = [];
  if (document.activeElement !== summary) wrong.push('the summary has no focus');
  if (!document.title.startsWith('Error: ')) wrong.push(`is called ${document.title}`);
  for (const link of summary.querySelectorAll('a[href^="#"]')) {
    const field = document.getElementById(link.hash.slice(1));
    if (!field?.matches('input, select, textarea')) wrong.push(`leads to no field: ${link.outerHTML}`);
  }
  return wrong;
}

/** No scrolling to the side, nothing cut off, and 24 px to press (WCAG 2.2, 2.5.8; links within a sentence may be smaller). */
export function fit() {
  const wrong = [];
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth > clientWidth) wrong.push(`is ${scrollWidth} px wide on a screen of ${clientWidth} px`);
  for (const element of document.querySelectorAll('main *, header, footer *')) {
    const { left, right, width } = element.getBoundingClientRect();
    if (width > 1 && (left < -1 || right > clientWidth + 1)) wrong.push(`sticks out: ${element.outerHTML.slice(0, 90)}`);
  }
  for (const target of document.querySelectorAll('button, input:not([type=hidden], .hidden), select, summary, a[href]')) {
    const isInText = target.matches('p a, li a:not(.link), .summary a');
    const visible = target.checkVisibility();
    const box = target.labels?.[0] && target.matches('[type=radio], [type=checkbox]') ? target.labels[0] : target;
    const { width, height } = box.getBoundingClientRect();
    if (visible && !isInText && (width < 24 || height < 24)) wrong.push(`${Math.round(width)} x ${Math.round(height)} px: ${target.outerHTML.slice(0, 90)}`);
  }
  return wrong;
}

/** Presses Tab through the page: everything that can be reached is reached once, downwards, with a ring, and nothing traps. */
export async function walkByKeyboard(page) {
  // From the top, wherever the page put the focus.
  const wanted = await page.evaluate(async () => {
    await new Promise((resolve) => { requestAnimationFrame(() => requestAnimationFrame(resolve)); });
    const start = document.querySelector('header');
    start.tabIndex = -1;
    start.focus();
    start.removeAttribute('tabindex');
    const all = [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, summary')];
    const seen = new Set();
    const reachable = all.filter((one) => one.tabIndex >= 0 && one.checkVisibility({ visibilityProperty: true }) && !one.disabled).filter((one) => {
      // A set of radio buttons is one stop.
      if (one.type !== 'radio') return true;
      return !seen.has(one.name) && seen.add(one.name);
    });
    globalThis.seenByTab = [];
    addEventListener('focusin', ({ target }) => {
      const { outlineStyle, outlineWidth } = getComputedStyle(target);
      const { top, bottom, width } = target.getBoundingClientRect();
      const line = target.closest('.foot') ?? target;
      const isHidden = width <= 1 || bottom < 0 || top > innerHeight;
      globalThis.seenByTab.push({
        what: target.outerHTML.slice(0, 90),
        at: all.indexOf(target),
        top: line.getBoundingClientRect().top + scrollY,
        ring: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2,
        isHidden,
      });
    });
    return reachable.length;
  });
  for (let presses = 0; presses < wanted; presses += 1) await page.keyboard.press('Tab');
  const seen = await page.evaluate(() => globalThis.seenByTab);
  const wrong = [];
  if (seen.length < wanted) wrong.push(`${seen.length} of ${wanted} things are reached`);
  seen.forEach(({ what, at, top, ring, isHidden }, index) => {
    const before = seen[index - 1];
    if (!ring) wrong.push(`no ring: ${what}`);
    if (isHidden) wrong.push(`has the focus out of sight: ${what}`);
    // What stands in one line may differ by the height of a letter.
    if (before && (at <= before.at || top < before.top - 12)) wrong.push(`stands before what was reached before it: ${what}`);
  });
  return wrong;
}
