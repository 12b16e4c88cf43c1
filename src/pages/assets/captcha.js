// @ts-check
// Asks for the proof that a person is there when a form is sent, and sends the form with it.

/** As long as the script of a service may take to come. */
const PATIENCE = 15_000;
/** So many numbers are tried before the page may breathe. */
const BATCH = 256;

/**
 * @typedef {{ render(place: Element, options: object): unknown, execute(widget: unknown): void, reset(widget: unknown): void,
 *   ready?: (then: () => void) => void }} Vendor
 */

/** The script of a service, once it is there. @param {string} name @param {string} source @returns {Promise<Vendor>} */
function loaded(name, source) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(reject, PATIENCE, new Error('late'));
    const settle = () => {
      const vendor = /** @type {Record<string, Vendor | undefined>} */ (/** @type {unknown} */ (globalThis))[name];
      if (!vendor) return reject(new Error('empty'));
      clearTimeout(timer);
      if (vendor.ready) vendor.ready(() => resolve(vendor));
      else resolve(vendor);
    };
    const script = document.createElement('script');
    script.addEventListener('load', settle);
    script.addEventListener('error', () => reject(new Error('refused')));
    script.src = source;
    document.head.append(script);
  });
}

/** @type {Promise<{ vendor: Vendor, widget: unknown }> | undefined} */
let widget;
/** Whoever waits for the proof. @type {{ resolve(token: string): void, reject(reason: Error): void } | undefined} */
let waiting;

/** @param {HTMLElement} place */
async function rendered(place) {
  const { captcha = '', source = '', siteKey } = place.dataset;
  const vendor = await loaded(captcha, source);
  const fail = () => waiting?.reject(new Error('unsolved'));
  const options = {
    sitekey: siteKey,
    size: 'invisible',
    theme: matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light',
    hl: place.lang,
    callback: (/** @type {string} */ token) => waiting?.resolve(token),
    'error-callback': fail,
    'expired-callback': fail,
    'chalexpired-callback': fail,
    'close-callback': fail,
  };
  return { vendor, widget: vendor.render(place, options) };
}

/** The proof of a service that asks the person, if it has to. @param {HTMLElement} place */
async function asked(place) {
  widget ??= rendered(place);
  widget.catch(() => { widget = undefined; });
  const { vendor, widget: id } = await widget;
  return new Promise((/** @type {(token: string) => void} */ resolve, reject) => {
    waiting = { resolve, reject };
    vendor.reset(id);
    vendor.execute(id);
  });
}

/** @param {ArrayBuffer} buffer */
const hex = (buffer) => Array.from(new Uint8Array(buffer), (byte) => byte.toString(16).padStart(2, '0')).join('');

/** The number whose hash is asked for: work instead of a question. @param {HTMLElement} place */
async function worked(place) {
  const answer = await fetch(place.dataset.source ?? '', { credentials: 'omit' });
  if (!answer.ok) throw new Error('no work');
  const { algorithm, challenge, salt, signature, maxnumber = 1_000_000 } = await answer.json();
  const letters = new TextEncoder();
  const began = Date.now();
  for (let first = 0; first <= maxnumber; first += BATCH) {
    const numbers = Array.from({ length: BATCH }, (_, index) => first + index);
    const hashes = await Promise.all(numbers.map((number) => crypto.subtle.digest(algorithm, letters.encode(salt + number))));
    const number = numbers[hashes.findIndex((hash) => hex(hash) === challenge)];
    if (number !== undefined) {
      return btoa(JSON.stringify({ algorithm, challenge, number, salt, signature, took: Date.now() - began }));
    }
  }
  throw new Error('no number');
}

/** @param {HTMLFormElement} form @param {HTMLElement} place @param {HTMLInputElement} field */
function guard(form, place, field) {
  const [fault, failed] = [form.querySelector('[data-captcha-fault]'), form.querySelector('[data-captcha-failed]')];
  let asking = false;
  form.addEventListener('submit', async (event) => {
    if (field.value) return;
    event.preventDefault();
    if (asking) return;
    asking = true;
    fault?.replaceChildren();
    const button = event.submitter;
    button?.setAttribute('aria-disabled', 'true');
    try {
      field.value = await (place.dataset.captcha === 'altcha' ? worked(place) : asked(place));
      form.requestSubmit(button);
    } catch {
      if (failed instanceof HTMLTemplateElement) fault?.replaceChildren(failed.content.cloneNode(true));
      button?.removeAttribute('aria-disabled');
    } finally {
      asking = false;
    }
  });
  // A proof serves once; Back brings the page with it.
  addEventListener('pageshow', (event) => {
    if (event.persisted) field.value = '';
  });
}

for (const place of document.querySelectorAll('[data-captcha]')) {
  const form = place.closest('form');
  const field = form?.querySelector('input[data-part=captcha]');
  if (form && place instanceof HTMLElement && field instanceof HTMLInputElement) guard(form, place, field);
}
