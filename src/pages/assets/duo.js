// @ts-check
// Shows Duo's question in a frame by Duo's own script, and sends the signed answer in the form.

/** @typedef {{ init(options: object): void }} Duo */

/** As long as the service's script may take to come. */
const PATIENCE = 15_000;

/** @param {HTMLFormElement} form @param {HTMLInputElement} field */
function serve(form, field) {
  const { host, duo: sig_request, source = '', frame: title = '' } = form.dataset;
  const [button, fault, words] = [form.querySelector('button'), form.querySelector('[role=alert]'), form.querySelector('template')];
  /** @type {HTMLIFrameElement | undefined} */
  let iframe;

  function fail() {
    iframe?.remove();
    if (words) fault?.replaceChildren(words.content.cloneNode(true));
    if (button) button.hidden = false;
  }

  function ask() {
    const service = /** @type {{ Duo?: Duo }} */ (globalThis).Duo;
    if (!service) return fail();
    iframe = document.createElement('iframe');
    iframe.className = 'duo';
    iframe.title = title;
    form.append(iframe);
    service.init({
      host,
      sig_request,
      iframe,
      post_action: form.action,
      // Its own form would arrive without what every form of ours carries.
      submit_callback(/** @type {HTMLFormElement} */ theirs) {
        const answer = new FormData(theirs).get('sig_response');
        if (typeof answer !== 'string' || !answer) return fail();
        field.value = answer;
        form.requestSubmit();
      },
    });
  }

  function begin() {
    fault?.replaceChildren();
    if (button) button.hidden = true;
    const script = document.createElement('script');
    const timer = setTimeout(() => script.dispatchEvent(new Event('error')), PATIENCE);
    const settle = (/** @type {() => void} */ then) => () => {
      clearTimeout(timer);
      then();
    };
    script.addEventListener('load', settle(ask), { once: true });
    script.addEventListener('error', settle(fail), { once: true });
    script.src = source;
    document.head.append(script);
  }

  form.addEventListener('submit', (event) => {
    if (field.value) return;
    event.preventDefault();
    begin();
  });
  // An answer serves once; Back brings the page with it.
  addEventListener('pageshow', (event) => {
    if (!event.persisted) return;
    field.value = '';
    iframe?.remove();
    begin();
  });
  form.hidden = false;
  begin();
}

const form = document.querySelector('form[data-duo]');
const field = form?.querySelector('input[data-part=duo]');
if (form instanceof HTMLFormElement && field instanceof HTMLInputElement) serve(form, field);
