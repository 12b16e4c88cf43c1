// @ts-check
// Asks the browser for a credential, writes what it gives into the fields of the form, and sends the form.

/** @param {string} text */
const bytes = (text) => Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));

/** @param {ArrayBuffer | null} buffer */
const text = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer ?? [])))
  .replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');

/** The options as the browser wants them: in the page, bytes are text. @param {any} options */
function decoded({ challenge, user, allowCredentials = [], excludeCredentials = [], ...rest }) {
  /** @param {{ id: string }} credential */
  const known = (credential) => ({ ...credential, id: bytes(credential.id) });
  return {
    ...rest,
    challenge: bytes(challenge),
    user: user && { ...user, id: bytes(user.id) },
    allowCredentials: allowCredentials.map(known),
    excludeCredentials: excludeCredentials.map(known),
  };
}

let pending = new AbortController();

/** One question at a time: the newest. @param {string | undefined} kind @param {any} publicKey */
async function credential(kind, publicKey) {
  pending.abort();
  pending = new AbortController();
  const { signal } = pending;
  const given = kind === 'create'
    ? await navigator.credentials.create({ publicKey, signal })
    : await navigator.credentials.get({ publicKey, signal, ...(kind === 'autofill' && { mediation: 'conditional' }) });
  if (!(given instanceof PublicKeyCredential)) throw new DOMException('', 'NotAllowedError');
  return given;
}

/** @param {PublicKeyCredential} given @returns {Record<string, string>} */
function answer(given) {
  const { id, response } = given;
  const both = {
    credentialId: id,
    clientData: text(response.clientDataJSON),
    clientExtensions: JSON.stringify(given.getClientExtensionResults()),
  };
  if (response instanceof AuthenticatorAttestationResponse) {
    const transports = JSON.stringify(response.getTransports?.() ?? []);
    return { ...both, attestation: text(response.attestationObject), transports };
  }
  if (response instanceof AuthenticatorAssertionResponse) {
    const { authenticatorData, signature, userHandle } = response;
    return { ...both, authenticatorData: text(authenticatorData), signature: text(signature), userHandle: text(userHandle) };
  }
  return both;
}

/** @param {HTMLFormElement} form @param {Record<string, string>} values */
function send(form, values) {
  for (const field of form.querySelectorAll('input[data-part]')) {
    if (field instanceof HTMLInputElement) field.value = values[field.dataset.part ?? ''] ?? '';
  }
  form.dataset.ceremony = 'done';
  form.requestSubmit();
}

/** @param {HTMLFormElement} form @param {string} fault */
function say(form, fault) {
  const all = [...form.querySelectorAll('template')];
  const words = all.find((one) => one.dataset.fault === fault) ?? all.find((one) => !one.dataset.fault);
  if (words) form.querySelector('[role=alert]')?.replaceChildren(words.content.cloneNode(true));
}

/** @param {HTMLFormElement} form */
function offer(form) {
  const { ceremony: kind, options = '{}' } = form.dataset;
  const button = form.querySelector('button');
  form.hidden = false;
  if (!globalThis.PublicKeyCredential) {
    button?.remove();
    say(form, 'NotSupportedError');
    return;
  }
  form.addEventListener('submit', async (event) => {
    if (form.dataset.ceremony === 'done') return;
    event.preventDefault();
    form.querySelector('[role=alert]')?.replaceChildren();
    try {
      send(form, answer(await credential(kind, decoded(JSON.parse(options)))));
    } catch (error) {
      const name = error instanceof DOMException ? error.name : '';
      if (name === 'AbortError') return;
      say(form, name);
      if (button) button.textContent = button.dataset.again ?? '';
      fillIn();
    }
  });
}

/** Lets the person pick a passkey where the username is typed; who types instead never hears of it. */
async function fillIn() {
  const form = document.querySelector('form[data-ceremony=autofill]');
  if (!(form instanceof HTMLFormElement)) return;
  if (!(await globalThis.PublicKeyCredential?.isConditionalMediationAvailable?.())) return;
  try {
    const values = answer(await credential('autofill', decoded(JSON.parse(form.dataset.options ?? ''))));
    if (values.userHandle) send(form, values);
  } catch {
    // Stopped, or none was picked: the form is there.
  }
}

for (const form of document.querySelectorAll('form[data-ceremony]:not([data-ceremony=autofill])')) {
  if (form instanceof HTMLFormElement) offer(form);
}
fillIn();
