// @ts-check
// Asks the device that the browser runs on: looks for an application that listens on it, opens one, or presses what needs no person.

/** How long somebody may take to put a finger on a sensor. */
const PATIENCE = 5 * 60_000;
/** Telephones of one make take their time to say that somebody listens. */
const SLOW_PROBE = 3_000;
/** So often a page does by itself what a person could press: whatever an org answers, nobody goes round in circles. */
const MOST = 8;

/** Whether the page may still go on by itself; counts. @param {string} what */
function mayGoOn(what) {
  const key = `gatehouse ${location.pathname} ${what}`;
  try {
    const count = Number(sessionStorage.getItem(key));
    sessionStorage.setItem(key, String(count + 1));
    return count < MOST;
  } catch {
    return false;
  }
}

/** The form of the page with that value in a field of that name. @param {string} name @param {string} [value] */
function formWith(name, value) {
  const fields = [...document.querySelectorAll(`input[name="${name}"]`)];
  const field = fields.find((one) => one instanceof HTMLInputElement && (value === undefined || one.value === value));
  return field instanceof HTMLInputElement ? field.form : null;
}

/** The form that gives up waiting, with that reason. @param {string} reason @param {number} [status] */
function givingUp(reason, status) {
  const form = formWith('reason');
  const values = { reason, statusCode: status ? String(status) : '' };
  for (const [name, value] of Object.entries(values)) {
    const field = form?.elements.namedItem(name);
    if (field instanceof HTMLInputElement) field.value = value;
  }
  return form;
}

/** @param {string} url @param {number} timeout @param {RequestInit} [more] */
const ask = (url, timeout, more) =>
  fetch(url, { signal: AbortSignal.timeout(timeout), credentials: 'omit', cache: 'no-store', redirect: 'error', ...more });

/** @param {string} server @param {number} timeout */
async function isThere(server, timeout) {
  try {
    return (await ask(`${server}/probe`, timeout)).ok;
  } catch {
    return false;
  }
}

/** The status with which the application answers; none where it does not. @param {string} server @param {string} challengeRequest */
async function challenge(server, challengeRequest) {
  const body = JSON.stringify({ challengeRequest });
  try {
    return (await ask(`${server}/challenge`, PATIENCE, { method: 'POST', body, headers: { 'content-type': 'application/json' } })).status;
  } catch {
    return undefined;
  }
}

/** Whether the person does not let pages look at the device; browsers call the permission by one of these names. */
async function isDenied() {
  for (const name of ['loopback-network', 'local-network-access']) {
    try {
      const { state } = await navigator.permissions.query({ name: /** @type {PermissionName} */ (name) });
      if (state === 'denied') return true;
    } catch {
      // This browser has no such permission.
    }
  }
  return false;
}

/** @param {HTMLElement} region @param {string} what */
function say(region, what) {
  const words = region.querySelector(`template[data-said="${what}"]`);
  if (words instanceof HTMLTemplateElement) region.append(words.content.cloneNode(true));
  return words !== null;
}

/** @param {HTMLElement} region */
async function look(region) {
  const { servers = '', challenge: request = '', timeout = '' } = region.dataset;
  const patience = /Android/.test(navigator.userAgent) ? Math.max(Number(timeout), SLOW_PROBE) : Number(timeout);
  let left = false;
  // A page that is left breaks off what it asked, which is no answer of anybody.
  for (const leaving of ['submit', 'beforeunload', 'pagehide']) addEventListener(leaving, () => { left = true; });
  addEventListener('pageshow', (event) => { if (event.persisted) location.reload(); });
  // From here on, whoever presses the button wants another way.
  givingUp('USER_CANCELED');

  /** @param {string} reason @param {number} [status] */
  function giveUp(reason, status) {
    if (left) return;
    const form = givingUp(reason, status);
    if (form && mayGoOn(reason)) form.requestSubmit();
    else {
      givingUp('USER_CANCELED');
      say(region, 'missing');
    }
  }

  for (const server of servers.split(' ').filter(Boolean)) {
    if (left) return;
    if (!(await isThere(server, patience))) continue;
    const status = await challenge(server, request);
    // Somebody else's application, on a machine of several people: the next may be this person's.
    if (status === 503) continue;
    if (status !== undefined && status >= 200 && status < 300) document.dispatchEvent(new Event('news'));
    else giveUp('OV_RETURNED_ERROR', status);
    return;
  }
  if (!((await isDenied()) && say(region, 'denied'))) giveUp('OV_UNREACHABLE_BY_LOOPBACK');
}

/** Opens what is no page for people. Not the window itself: an application that is not there would leave an error in its place. @param {string} href */
function open(href) {
  const frame = document.createElement('iframe');
  Object.assign(frame, { src: href, hidden: true, title: '' });
  frame.setAttribute('aria-hidden', 'true');
  document.body.append(frame);
}

const region = document.querySelector('[data-device]');
if (region instanceof HTMLElement) {
  const { device, href = '', form: id = '' } = region.dataset;
  if (device === 'loopback') look(region);
  if (device === 'frame') open(href);
  if (device === 'press' && mayGoOn(id)) formWith('.form', id)?.requestSubmit();
  if (device === 'leave' && mayGoOn('leave')) location.assign(href);
}
