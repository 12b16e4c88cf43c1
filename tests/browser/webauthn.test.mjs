// Security keys and passkeys, with an authenticator that Chromium emulates.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, beforeEach, describe, test } from 'node:test';

import { Visitor, launch } from './support/chromium.mjs';
import { serveReviewed } from './support/fixture.mjs';
import { signOut, submit } from './support/habits.mjs';
import { person } from './support/people.mjs';
import { newestCode } from './support/sign-in.mjs';
import { setStage } from './support/stage.mjs';

/** The party of the reviewed pages is another one than the machine these tests run on. */
const atHome = (html) => html
  .replaceAll('&#34;ledger.example&#34;', '&#34;localhost&#34;')
  .replaceAll(',&#34;extensions&#34;:{&#34;appid&#34;:&#34;https://ledger.example&#34;}', '');

const bytes = (text) => Buffer.from(text, 'base64url');
const json = (text) => JSON.parse(bytes(text).toString());

/** Gives a visitor an authenticator that says yes to everything. */
async function giveAuthenticator({ context, page }) {
  const devtools = await context.newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true },
  });
}

describe('a ceremony', () => {
  let browser;
  let pages;
  before(async () => {
    [browser, pages] = await Promise.all([launch(), serveReviewed()]);
  });
  after(async () => {
    await browser.close();
    pages.stop();
  });
  beforeEach(() => {
    pages.posted.length = 0;
    pages.change = atHome;
  });

  async function arrive(options) {
    const visitor = await Visitor.arrive(browser, { origins: [pages.origin], ...options });
    await giveAuthenticator(visitor);
    return visitor;
  }

  const open = (visitor, name) => visitor.goto(`${pages.origin}/${name}`);
  const button = (visitor) => visitor.page.locator('form[data-ceremony] button:visible');

  /** Sets up a passkey; gives what was posted. */
  async function setUp(visitor) {
    await open(visitor, 'enroll-webauthn');
    await visitor.leaveBy(() => button(visitor).click());
    return pages.posted.at(-1);
  }

  /** The id of the credential within what an authenticator attests. */
  function credentialId(attestation) {
    const data = bytes(attestation);
    const party = createHash('sha256').update('localhost').digest();
    const start = data.indexOf(party) + 32 + 1 + 4 + 16;
    return data.subarray(start + 2, start + 2 + data.readUInt16BE(start)).toString('base64url');
  }

  test('makes a credential and sends it in the ordinary form', async () => {
    const visitor = await arrive();

    const posted = await setUp(visitor);

    const client = json(posted['credentials.clientData']);
    assert.deepEqual([client.type, client.challenge, client.origin], ['webauthn.create', 'b3duLWNoYWxsZW5nZQ', pages.origin]);
    assert.deepEqual(JSON.parse(posted['credentials.transports']), ['internal']);
    assert.equal(typeof JSON.parse(posted['credentials.clientExtensions']), 'object');
    assert.match(posted['credentials.attestation'], /^[\w-]+$/);
    assert.equal(posted['.form'], 'enroll-authenticator');
    await visitor.leave();
  });

  test('proves to have one that is enrolled', async () => {
    const visitor = await arrive();
    const id = credentialId((await setUp(visitor))['credentials.attestation']);
    pages.change = (html) => atHome(html).replace('b3duLWxhcHRvcA', id);

    await open(visitor, 'challenge-webauthn-several-keys');
    await visitor.look('webauthn-verify');
    await visitor.leaveBy(() => button(visitor).click());

    const posted = pages.posted.at(-1);
    assert.equal(json(posted['credentials.clientData']).type, 'webauthn.get');
    const party = bytes(posted['credentials.authenticatorData']).subarray(0, 32);
    assert.deepEqual(party, createHash('sha256').update('localhost').digest());
    assert.ok(bytes(posted['credentials.signatureData']).length > 60);
    await visitor.leave();
  });

  test('that finds no matching key says so calmly and can be tried again', async () => {
    const visitor = await arrive();
    await open(visitor, 'challenge-webauthn-several-keys');

    await button(visitor).click();
    await visitor.page.getByRole('alert').getByText('That didn’t work').waitFor();

    await visitor.look('webauthn-stopped');
    assert.equal(await button(visitor).innerText(), 'Try again');
    assert.ok(await visitor.page.locator('.ways button').count(), 'the other ways are there');
    assert.deepEqual(pages.posted, []);
    await visitor.leave();
  });

  test('with a key that is set up already says so', async () => {
    const visitor = await arrive();
    const id = credentialId((await setUp(visitor))['credentials.attestation']);
    const exclude = `&#34;excludeCredentials&#34;:[{&#34;type&#34;:&#34;public-key&#34;,&#34;id&#34;:&#34;${id}&#34;}]`;
    pages.change = (html) => atHome(html).replace('&#34;excludeCredentials&#34;:[]', exclude);

    await open(visitor, 'enroll-webauthn');
    await button(visitor).click();

    await visitor.page.getByRole('alert').getByText('already').waitFor();
    await visitor.leave();
  });

  test('for a party of elsewhere tells the person plainly', async () => {
    const visitor = await arrive();
    pages.change = (html) => html;
    await open(visitor, 'enroll-webauthn');

    await button(visitor).click();

    await visitor.page.getByRole('alert').getByText('tell your administrator').waitFor();
    await visitor.leave();
  });

  test('begins by itself where the username is typed, and signs in with the passkey that is picked', async () => {
    const visitor = await arrive();
    pages.change = (html) => atHome(html).replace('&#34;requireResidentKey&#34;:false', '&#34;requireResidentKey&#34;:true');
    await setUp(visitor);

    await visitor.page.goto(`${pages.origin}/identify-with-passkeys`);
    await visitor.page.getByRole('heading', { name: 'Posted' }).waitFor();

    const posted = pages.posted.at(-1);
    assert.equal(posted['.form'], 'challenge-webauthn-autofillui-authenticator');
    assert.equal(bytes(posted['credentials.userHandle']).toString(), 'usr-casey');
    await visitor.leave();
  });

  test('that waits at the username leaves the ordinary form alone', async () => {
    const visitor = await arrive();
    await open(visitor, 'identify-with-passkeys');

    await visitor.look('passkeys');
    await visitor.page.locator('input[name=identifier]').fill('casey@fernhill.example');
    await visitor.leaveBy(() => visitor.page.getByRole('button', { name: 'Continue' }).click());

    assert.deepEqual([pages.posted.at(-1)['.form'], pages.posted.at(-1).identifier], ['identify', 'casey@fernhill.example']);
    await visitor.leave();
  });

  test('is not offered without script, and the page says why', async () => {
    const visitor = await arrive({ javaScript: false });
    await open(visitor, 'challenge-webauthn-several-keys');

    await visitor.look('webauthn');
    assert.equal(await button(visitor).count(), 0);
    assert.match(await visitor.page.locator('main').innerText(), /JavaScript/);
    await visitor.leave();
  });

  test('is not offered by a browser that knows none, and the page says so', async () => {
    const visitor = await arrive();
    await visitor.page.addInitScript(() => { delete globalThis.PublicKeyCredential; });
    await open(visitor, 'challenge-webauthn-several-keys');

    assert.equal(await button(visitor).count(), 0);
    assert.match(await visitor.page.getByRole('alert').innerText(), /another browser/);
    await visitor.leave();
  });
});

describe('at the emulated org', () => {
  const stage = setStage();
  const will = { login: 'will@example.com', password: 'Latchkey-1861' };
  const ada = person('Ada');
  const iris = { login: 'iris@example.com', password: 'Aperture-1839' };

  async function arrive(options) {
    const visitor = await stage.arrive(options);
    await giveAuthenticator(visitor);
    return visitor;
  }

  /** Leaves; that the emulated org knows one algorithm only is no fault of the page. */
  async function leave(visitor) {
    visitor.faults = visitor.faults.filter((fault) => !fault.includes('pubKeyCredParams'));
    await visitor.leave();
  }

  /** Says who it is and proves it with a password. */
  async function givePassword(visitor, site, { login, password }) {
    await visitor.goto(`${site}/`);
    await visitor.page.locator('input[name=identifier]').fill(login);
    await submit(visitor);
    await visitor.page.locator('input[autocomplete~=current-password]').fill(password);
    await submit(visitor);
  }

  /** Presses the button of the ceremony, and is where that leads. */
  async function useKey(visitor) {
    await visitor.leaveBy(() => visitor.page.locator('form[data-ceremony] button:visible').click());
  }

  /** Presses the row that is called that. */
  async function choose(visitor, words) {
    await visitor.leaveBy(() => visitor.page.locator('button.row', { hasText: words }).first().click());
  }

  test('a key is set up at the first sign-in and asked for at the next', async () => {
    const visitor = await arrive();
    const { url } = stage.demo;
    await givePassword(visitor, url, will);
    await visitor.look('will-chooses');
    await visitor.leaveBy(() => visitor.page.locator('button.row').first().click());
    await visitor.look('will-sets-up');
    await useKey(visitor);
    await visitor.look('will-promotion');
    await visitor.leaveBy(() => visitor.page.getByRole('button', { name: 'Skip for now' }).click());
    assert.equal(visitor.page.url(), `${url}/`);
    await signOut(visitor, url);

    await givePassword(visitor, url, will);
    await visitor.leaveBy(() => visitor.page.locator('button.row').first().click());
    await visitor.look('will-verifies');
    await useKey(visitor);
    await visitor.leaveBy(() => visitor.page.getByRole('button', { name: 'Skip for now' }).click());

    assert.match(await visitor.page.locator('body').innerText(), /will@example\.com/);
    await leave(visitor);
  });

  test('a passkey signs in without name and password', async () => {
    const url = stage.demo.everything;
    const visitor = await arrive({ origins: [...stage.demo.origins, url] });
    await givePassword(visitor, url, iris);
    await visitor.look('iris-promotion');
    await useKey(visitor);
    assert.equal(visitor.page.url(), `${url}/`);
    await signOut(visitor, url);

    await visitor.page.goto(`${url}/`);
    await visitor.page.waitForURL(`${url}/`);
    await visitor.page.getByText(iris.login).first().waitFor();

    assert.equal(await visitor.isAtGateway(), false);
    await leave(visitor);
  });

  /** Opens a first page with a button for passkeys, and presses it. */
  async function pressTheButton(visitor, site) {
    await visitor.goto(`${site}/`);
    await visitor.leaveBy(() => visitor.page.getByRole('button', { name: 'Sign in with a passkey' }).click());
  }

  test('a button leads to the passkey, and one that the org does not know any more is refused', async () => {
    await stage.demo.firstPage({ security_keys: true });
    const visitor = await arrive();
    const { url } = stage.demo;
    await givePassword(visitor, url, iris);
    await useKey(visitor);
    await signOut(visitor, url);

    await pressTheButton(visitor, url);
    await visitor.look('iris-presses-the-button');
    await useKey(visitor);
    assert.equal(visitor.page.url(), `${url}/`);
    assert.match(await visitor.page.locator('body').innerText(), /iris@example\.com/);
    await signOut(visitor, url);

    await stage.demo.reset();
    await stage.demo.firstPage({ security_keys: true });
    await pressTheButton(visitor, url);
    await useKey(visitor);
    await visitor.look('iris-is-refused');
    assert.ok(await visitor.isAtGateway());
    await visitor.page.getByRole('alert').getByText('could not be checked').waitFor();
    await leave(visitor);
  });

  test('whoever has no passkey asks for one there, and gets it after signing in another way', async () => {
    await stage.demo.firstPage({ security_keys: true });
    const visitor = await arrive();
    const { url } = stage.demo;
    await pressTheButton(visitor, url);
    await visitor.page.locator('form[data-ceremony] button:visible').click();
    await visitor.page.getByRole('alert').getByText('That didn’t work').waitFor();
    await visitor.look('ada-has-no-passkey');

    await visitor.leaveBy(() => visitor.page.getByRole('button', { name: 'Create a passkey' }).click());
    await visitor.page.locator('input[name=identifier]').fill(ada.login);
    await submit(visitor);
    await visitor.page.locator('input[autocomplete~=current-password]').fill(ada.password);
    await submit(visitor);
    await visitor.look('ada-gets-a-passkey');
    await useKey(visitor);
    assert.equal(visitor.page.url(), `${url}/`);
    await signOut(visitor, url);
    await pressTheButton(visitor, url);
    await useKey(visitor);

    assert.match(await visitor.page.locator('main').innerText(), /ada@example\.com/, 'the key says whose it is');
    await visitor.page.locator('input[autocomplete~=current-password]').fill(ada.password);
    await submit(visitor);
    assert.equal(visitor.page.url(), `${url}/`);
    await leave(visitor);
  });

  test('somebody new sets up a key beside a password and an address', async () => {
    const url = stage.demo.everything;
    const visitor = await arrive({ origins: [...stage.demo.origins, url] });
    const mary = { login: 'mary@keys.example.com', password: 'Ichthyosaur-1811' };
    await visitor.goto(`${url}/`);
    await visitor.leaveBy(() => visitor.page.getByRole('button', { name: 'Sign up' }).click());
    await visitor.page.locator('input[name="userProfile.firstName"]').fill('Mary');
    await visitor.page.locator('input[name="userProfile.lastName"]').fill('Anning');
    await visitor.page.locator('input[name="userProfile.email"]').fill(mary.login);
    await visitor.page.getByLabel('Minerals').check();
    await submit(visitor);

    await choose(visitor, 'Password');
    await visitor.page.locator('input[autocomplete~=new-password]').fill(mary.password);
    await submit(visitor);
    await choose(visitor, 'Email');
    await visitor.page.locator('input[autocomplete~=one-time-code]').fill(await newestCode(visitor, stage.demo, mary));
    await submit(visitor);
    await choose(visitor, 'Security');
    await visitor.look('mary-sets-up-a-key');
    await useKey(visitor);

    assert.equal(visitor.page.url(), `${url}/`);
    assert.match(await visitor.page.locator('body').innerText(), /mary@keys\.example\.com/);
    await leave(visitor);
  });

  test('a page that asks for a key steps up whoever signed in with a password', async () => {
    const visitor = await arrive();
    const { url } = stage.demo;
    await givePassword(visitor, url, iris);
    await useKey(visitor);
    assert.equal(visitor.page.url(), `${url}/`, 'the passkey is made');

    await visitor.goto(`${url}/echo/sealed?page=2`);
    await visitor.look('iris-confirms');
    assert.match(await visitor.page.locator('main').innerText(), /confirm it’s you/i);
    assert.equal(await visitor.page.locator('input[name=identifier]').inputValue(), iris.login);
    await submit(visitor);
    await choose(visitor, 'Security');
    await visitor.look('iris-steps-up');
    await useKey(visitor);

    assert.equal(visitor.page.url(), `${url}/echo/sealed?page=2`);
    assert.match(await visitor.page.locator('body').innerText(), /iris@example\.com/);
    await visitor.goto(`${url}/echo/sealed?page=3`);
    assert.equal(visitor.page.url(), `${url}/echo/sealed?page=3`, 'once is enough');
    // Chromium looks for an icon where a page is no document.
    visitor.faults = visitor.faults.filter((fault) => !/echo\/sealed.*status of 404/.test(fault));
    await leave(visitor);
  });
});
