// Okta Verify on the machine that the browser runs on: looked for, opened, or not there.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { submit } from './support/habits.mjs';
import { person } from './support/people.mjs';
import { setStage } from './support/stage.mjs';

const ada = person('Ada');
/** Okta Verify is all that is asked of her. */
const nora = { login: 'nora@example.com' };

/** What the page may do, according to its policy. */
async function policyOf(visitor) {
  const response = await visitor.page.reload();
  return response.headers()['content-security-policy'];
}

/** Leaves; that nobody listens at a port is no fault of the page. */
async function leave(visitor, known = []) {
  const expected = ['ERR_UNSAFE_PORT', 'ERR_CONNECTION_REFUSED', 'asked http://localhost:1/', ...known];
  visitor.faults = visitor.faults.filter((fault) => !expected.some((part) => fault.includes(part)));
  await visitor.leave();
}

describe('a page that looks for Okta Verify', () => {
  const stage = setStage();

  /** A browser on a machine with that Okta Verify, or none. */
  async function arrive(device = {}, options = {}) {
    const { demo } = stage;
    await demo.firstPage({ device_challenge: 'loopback' });
    await demo.device(device);
    const { port } = await demo.deviceReport();
    const visitor = await stage.arrive({ origins: [...demo.origins, `http://localhost:${port}`], ...options });
    return { visitor, port };
  }

  test('signs in with what it finds, although nobody listens at the first port', async () => {
    const { visitor } = await arrive({ owner: nora.login });

    await visitor.page.goto(`${stage.demo.url}/`);
    await visitor.page.waitForURL(`${stage.demo.url}/`);
    await visitor.page.getByText(nora.login).first().waitFor();

    assert.deepEqual((await stage.demo.deviceReport()).givenUp, []);
    await leave(visitor);
  });

  test('waits for whoever takes time over the sensor', async () => {
    const { visitor } = await arrive({ owner: nora.login, slow_by: 5_000 });
    await visitor.goto(`${stage.demo.url}/`);
    await visitor.look('device-looking');

    await visitor.page.waitForURL(`${stage.demo.url}/`);

    assert.deepEqual((await stage.demo.deviceReport()).givenUp, []);
    await leave(visitor);
  });

  test('goes on by itself where nobody is there, and says so to the org', async () => {
    const { visitor } = await arrive();

    await visitor.page.goto(`${stage.demo.url}/`);
    await visitor.page.locator('input[name=identifier]').waitFor();

    assert.deepEqual((await stage.demo.deviceReport()).givenUp, [{ reason: 'OV_UNREACHABLE_BY_LOOPBACK', statusCode: null }]);
    await visitor.page.locator('input[name=identifier]').fill(ada.login);
    await submit(visitor);
    await visitor.page.locator('input[autocomplete~=current-password]').fill(ada.password);
    await submit(visitor);
    assert.equal(visitor.page.url(), `${stage.demo.url}/`);
    await leave(visitor, ['503']);
  });

  test('tells the org with which status it was refused', async () => {
    const { visitor } = await arrive({ owner: ada.login, refuses_with: 400 });

    await visitor.page.goto(`${stage.demo.url}/`);
    await visitor.page.locator('input[name=identifier]').waitFor();

    assert.deepEqual((await stage.demo.deviceReport()).givenUp, [{ reason: 'OV_RETURNED_ERROR', statusCode: 400 }]);
    await leave(visitor, ['400']);
  });

  test('takes 503 for the application of somebody else on the same machine', async () => {
    const { visitor } = await arrive({ owner: ada.login, refuses_with: 503 });

    await visitor.page.goto(`${stage.demo.url}/`);
    await visitor.page.locator('input[name=identifier]').waitFor();

    assert.deepEqual((await stage.demo.deviceReport()).givenUp, [{ reason: 'OV_UNREACHABLE_BY_LOOPBACK', statusCode: null }]);
    await leave(visitor, ['503']);
  });

  test('lets the person choose another way meanwhile', async () => {
    const { visitor } = await arrive({ owner: ada.login, slow_by: 20_000 });
    await visitor.goto(`${stage.demo.url}/`);

    await visitor.leaveBy(() => visitor.page.getByRole('button', { name: 'Sign in another way' }).click());

    assert.deepEqual((await stage.demo.deviceReport()).givenUp, [{ reason: 'USER_CANCELED', statusCode: null }]);
    assert.equal(await visitor.page.locator('input[name=identifier]').count(), 1);
    await leave(visitor, ['ERR_ABORTED']);
  });

  test('may ask those ports and no others, and other pages none', async () => {
    const { visitor, port } = await arrive({ owner: ada.login, slow_by: 20_000 });
    await visitor.goto(`${stage.demo.url}/`);

    const here = await policyOf(visitor);
    await visitor.leaveBy(() => visitor.page.getByRole('button', { name: 'Sign in another way' }).click());
    const elsewhere = await policyOf(visitor);

    assert.match(here, new RegExp(`connect-src 'self' http://localhost:1 http://localhost:${port};`));
    assert.doesNotMatch(elsewhere, /localhost|frame-src/);
    await leave(visitor, ['ERR_ABORTED']);
  });

  test('that is reloaded while somebody takes time goes on waiting', async () => {
    const { visitor } = await arrive({ owner: nora.login, slow_by: 3_000 });
    await visitor.goto(`${stage.demo.url}/`);

    for (let reloads = 0; reloads < 3; reloads += 1) await visitor.page.reload();
    await visitor.page.waitForURL(`${stage.demo.url}/`);

    assert.deepEqual((await stage.demo.deviceReport()).givenUp, []);
    await leave(visitor, ['ERR_ABORTED']);
  });

  test('says without script that it cannot, and offers another way', async () => {
    const { visitor } = await arrive({ owner: ada.login }, { javaScript: false });
    await visitor.goto(`${stage.demo.url}/`);

    await visitor.look('device-without-script');
    assert.match(await visitor.page.locator('main').innerText(), /JavaScript/);
    await visitor.leaveBy(() => visitor.page.getByRole('button', { name: 'Sign in another way' }).click());

    assert.deepEqual((await stage.demo.deviceReport()).givenUp, [{ reason: 'OV_UNREACHABLE_BY_LOOPBACK', statusCode: null }]);
    assert.equal(await visitor.page.locator('input[name=identifier]').count(), 1);
    await leave(visitor);
  });
});

describe('as a second factor', () => {
  const stage = setStage();
  const finn = { login: 'finn@example.com', password: 'Turnstile-1830' };

  /** Somebody who has given the password, and chooses to let the computer answer. */
  async function chooseFastPass(visitor) {
    await visitor.goto(`${stage.demo.url}/`);
    await visitor.page.locator('input[name=identifier]').fill(finn.login);
    await submit(visitor);
    await visitor.page.locator('input[autocomplete~=current-password]').fill(finn.password);
    await submit(visitor);
    await visitor.page.locator('button.row', { hasText: 'FastPass' }).click();
  }

  for (const { owner, outcome } of [
    { owner: finn.login, outcome: 'the computer answers' },
    { owner: undefined, outcome: 'another way is asked for where it does not' },
  ]) {
    test(outcome, async () => {
      await stage.demo.device(owner ? { owner } : {});
      const { port } = await stage.demo.deviceReport();
      const visitor = await stage.arrive({ origins: [...stage.demo.origins, `http://localhost:${port}`] });

      await chooseFastPass(visitor);

      if (owner) await visitor.page.waitForURL(`${stage.demo.url}/`);
      else await visitor.page.locator('button.row', { hasText: 'Type a code' }).waitFor();
      const { givenUp } = await stage.demo.deviceReport();
      assert.deepEqual(givenUp.map(({ reason }) => reason), owner ? [] : ['OV_UNREACHABLE_BY_LOOPBACK']);
      await leave(visitor, ['503']);
    });
  }
});

describe('a page that opens what is on the device', () => {
  const stage = setStage();

  /** Lets a page ask in that way; the address that it opened is the one of a frame. */
  async function arrive(method, options) {
    await stage.demo.firstPage({ device_challenge: method });
    const visitor = await stage.arrive(options);
    await visitor.goto(`${stage.demo.url}/`);
    return visitor;
  }

  const frames = (visitor) => visitor.page.locator('iframe').evaluateAll((all) => all.map((frame) => frame.src));

  test('opens Okta Verify by itself and by a button, and goes on with its answer', async () => {
    await stage.demo.device({ owner: nora.login });
    const visitor = await arrive('custom_uri');

    await visitor.look('device-open');
    const [opened] = await frames(visitor);
    const button = visitor.page.getByRole('link', { name: 'Open Okta Verify' });
    assert.equal(await button.getAttribute('href'), opened);
    assert.match(opened, /^com-okta-authenticator:\/deviceChallenge\?/);
    const { port } = await stage.demo.deviceReport();
    const challengeRequest = opened.split('challengeRequest=')[1];
    await fetch(`http://localhost:${port}/challenge`, { method: 'POST', body: JSON.stringify({ challengeRequest }) });

    await visitor.page.waitForURL(`${stage.demo.url}/`);
    await leave(visitor, ['com-okta-authenticator']);
  });

  test('may open that application and nothing else', async () => {
    const visitor = await arrive('custom_uri');

    assert.match(await policyOf(visitor), /; frame-src com-okta-authenticator:;/);

    await leave(visitor, ['com-okta-authenticator']);
  });

  test('leaves to a press what opens a page', async () => {
    const visitor = await arrive('universal_link');

    assert.deepEqual(await frames(visitor), []);
    assert.match(await visitor.page.getByRole('link', { name: 'Open Okta Verify' }).getAttribute('href'), /^https:/);
    assert.doesNotMatch(await policyOf(visitor), /frame-src/);

    await leave(visitor);
  });

  test('shows the browser a page of the org that no person sees, and goes on with what that found out', async () => {
    await stage.demo.device({ owner: nora.login });
    await stage.demo.firstPage({ device_challenge: 'chrome_dtc' });
    const visitor = await stage.arrive();
    const step = visitor.page.waitForResponse((response) => response.headers()['content-security-policy']?.includes('frame-src'));
    const framed = visitor.page.waitForRequest((request) => request.url().includes('/idp/device/'));

    await visitor.page.goto(`${stage.demo.url}/`);

    const policy = (await step).headers()['content-security-policy'];
    assert.equal(policy.match(/frame-src ([^;]*);/)[1], stage.demo.org);
    assert.equal(new URL((await framed).url()).origin, stage.demo.org);
    await visitor.page.waitForURL(`${stage.demo.url}/`);
    await leave(visitor);
  });

  test('lets the system add its signature, and goes on to the name where it does not', async () => {
    await stage.demo.firstPage({ device_challenge: 'apple_sso_extension' });
    const visitor = await stage.arrive();

    await visitor.page.goto(`${stage.demo.url}/`);
    await visitor.page.locator('input[name=identifier]').waitFor();

    await leave(visitor);
  });

  test('goes where the system adds its signature on the way, and comes back signed in', async () => {
    await stage.demo.device({ owner: nora.login });
    await stage.demo.firstPage({ device_challenge: 'apple_sso_extension_by_get' });
    const visitor = await stage.arrive();
    const asked = visitor.page.waitForRequest((request) => request.url().includes('/sso_extension/'));

    await visitor.page.goto(`${stage.demo.url}/`);
    await visitor.page.waitForURL(`${stage.demo.url}/`);
    await visitor.page.getByText(nora.login).first().waitFor();

    const request = await asked;
    assert.deepEqual([request.method(), request.isNavigationRequest()], ['GET', true]);
    assert.equal(new URL(request.url()).origin, stage.demo.org);
    await leave(visitor);
  });

  test('comes back from there without a signature, and goes on to the name', async () => {
    await stage.demo.firstPage({ device_challenge: 'apple_sso_extension_by_get' });
    const visitor = await stage.arrive();

    await visitor.page.goto(`${stage.demo.url}/`);
    await visitor.page.locator('input[name=identifier]').fill(ada.login);
    await submit(visitor);
    await visitor.page.locator('input[autocomplete~=current-password]').fill(ada.password);
    await submit(visitor);

    assert.equal(visitor.page.url(), `${stage.demo.url}/`);
    await leave(visitor);
  });

  test('goes there and gives up by presses where there is no script', async () => {
    await stage.demo.firstPage({ device_challenge: 'apple_sso_extension_by_get' });
    const visitor = await stage.arrive({ javaScript: false });
    await visitor.goto(`${stage.demo.url}/`);
    await visitor.look('apple-without-script');

    await visitor.leaveBy(() => visitor.page.locator('main a[href*="/sso_extension/"]').click());
    await visitor.look('apple-unsigned-without-script');
    await visitor.leaveBy(() => visitor.page.locator('main form button').first().click());

    assert.equal(await visitor.page.locator('input[name=identifier]').count(), 1);
    await leave(visitor);
  });

  test('needs no script for the button and for another way', async () => {
    const visitor = await arrive('custom_uri', { javaScript: false });

    await visitor.look('device-open-without-script');
    assert.equal(await visitor.page.getByRole('link', { name: 'Open Okta Verify' }).count(), 1);
    await visitor.leaveBy(() => visitor.page.getByRole('button', { name: 'Sign in another way' }).click());

    assert.equal(await visitor.page.locator('input[name=identifier]').count(), 1);
    await leave(visitor);
  });
});
