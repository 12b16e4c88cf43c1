// Captchas and Duo: whatever a service's script does, in the page of its own that it may be used in.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { submit } from './support/habits.mjs';
import { person } from './support/people.mjs';
import { setStage } from './support/stage.mjs';

const ada = person('Ada');

/** What the emulated org takes for a proof of a service. */
const SOLVED = 'demo-captcha-solved';

/** A service's script, as far as pages use it; counts what it was asked. */
const service = (name, token) => `
  window.${name} = {
    asked: 0,
    ready: (then) => then(),
    render(place, options) { this.options = options; place.textContent = ''; return 7; },
    reset() {},
    execute(widget) { this.asked += 1; setTimeout(() => this.options.callback(widget === 7 && ${JSON.stringify(token)}), 20); },
  };`;

const SERVICES = [
  { captcha: 'hcaptcha', name: 'hcaptcha', origin: 'https://js.hcaptcha.com' },
  { captcha: 'recaptcha_v2', name: 'grecaptcha', origin: 'https://www.google.com' },
];

describe('a captcha', () => {
  const stage = setStage();

  /** A visitor for whom the services answer with `script`, or not at all. */
  async function arrive({ origin, script }, options = {}) {
    const origins = [...stage.demo.origins, ...(origin ? [origin] : [])];
    const visitor = await stage.arrive({ origins, ...options });
    if (origin) {
      await visitor.context.route(`${origin}/**`, (route) => (script() ? route.fulfill({ contentType: 'text/javascript', body: script() }) : route.abort()));
    }
    return visitor;
  }

  async function giveName(visitor) {
    const answer = await visitor.goto(`${stage.demo.url}/`);
    await visitor.page.locator('input[name=identifier]').fill(ada.login);
    return answer.headers()['content-security-policy'];
  }

  for (const { captcha, name, origin } of SERVICES) {
    test(`of ${name} is solved while the form is sent, on a page that is open to it alone`, async () => {
      await stage.demo.firstPage({ captcha });
      const visitor = await arrive({ origin, script: () => service(name, SOLVED) });

      const policy = await giveName(visitor);
      await visitor.look(`captcha-${name}`);
      const [next] = await Promise.all([visitor.page.waitForNavigation(), submit(visitor)]);

      assert.equal(await visitor.page.locator('input[autocomplete~=current-password]').count(), 1, await visitor.heading());
      assert.ok(policy.includes(`${new URL(origin).hostname.split('.').slice(-2).join('.')}`), policy);
      assert.ok(!policy.includes('unsafe'), policy);
      const after = next.headers()['content-security-policy'];
      assert.ok(!after.includes('captcha') && !after.includes('google'), after);
      await visitor.leave();
    });
  }

  test('that the org does not believe comes back with what was typed', async () => {
    await stage.demo.firstPage({ captcha: 'hcaptcha' });
    const visitor = await arrive({ origin: SERVICES[0].origin, script: () => service('hcaptcha', 'made up') });

    await giveName(visitor);
    await submit(visitor);

    assert.match(await visitor.page.locator('.summary').innerText(), /There is a problem/);
    assert.equal(await visitor.page.locator('input[name=identifier]').inputValue(), ada.login);
    await visitor.leave();
  });

  test('of a service that cannot be reached says so, and works when it can', async () => {
    await stage.demo.firstPage({ captcha: 'hcaptcha' });
    let script = '';
    const visitor = await arrive({ origin: SERVICES[0].origin, script: () => script });

    await giveName(visitor);
    const button = visitor.page.locator('form.form button[type=submit]').first();
    await button.click();
    await visitor.page.getByText('The check that you are a person didn’t succeed').waitFor();
    await visitor.look('captcha-unreachable');
    assert.equal(await button.getAttribute('aria-disabled'), null);
    script = service('hcaptcha', SOLVED);
    await submit(visitor);

    assert.equal(await visitor.page.locator('input[autocomplete~=current-password]').count(), 1);
    // The browser complains of what it could not load, and of nothing else.
    assert.ok(visitor.faults.splice(0).every((fault) => fault.includes('Failed to load resource')));
    await visitor.leave();
  });

  test('of the org itself is a little work that nobody notices', async () => {
    await stage.demo.firstPage({ captcha: 'altcha' });
    const visitor = await arrive({});

    const policy = await giveName(visitor);
    await submit(visitor);

    assert.equal(await visitor.page.locator('input[autocomplete~=current-password]').count(), 1);
    assert.ok(policy.includes(`connect-src 'self' ${stage.demo.org}`) && policy.includes("script-src 'self';"), policy);
    await visitor.leave();
  });

  test('says without script what it needs, and what was typed comes back', async () => {
    await stage.demo.firstPage({ captcha: 'altcha' });
    const visitor = await arrive({}, { javaScript: false });

    await giveName(visitor);
    await visitor.look('captcha-without-script');
    const before = await visitor.page.locator('main').innerText();
    await submit(visitor);

    assert.match(before, /needs JavaScript/);
    assert.match(await visitor.page.locator('.summary').innerText(), /needs JavaScript/);
    assert.equal(await visitor.page.locator('input[name=identifier]').inputValue(), ada.login);
    await visitor.leave();
  });
});

describe('Duo', () => {
  const stage = setStage();
  const bruno = { login: 'bruno@example.com', password: 'Causeway-1902' };

  /** Goes as far as Duo's question. */
  async function asked(options) {
    const visitor = await stage.arrive(options);
    await visitor.goto(`${stage.demo.url}/`);
    await visitor.page.locator('input[name=identifier]').fill(bruno.login);
    await submit(visitor);
    await visitor.page.locator('input[autocomplete~=current-password]').fill(bruno.password);
    await submit(visitor);
    await visitor.leaveBy(() => visitor.page.locator('button.row, a.row', { hasText: 'Duo' }).click());
    return visitor;
  }

  const inFrame = (visitor, name) => visitor.page.frameLocator('iframe.duo').getByRole('button', { name });

  test('asks in its frame, and its answer signs in', async () => {
    const visitor = await asked();

    await inFrame(visitor, 'Yes, it’s me').waitFor();
    await visitor.look('duo');
    assert.equal(await visitor.page.getByRole('button', { name: 'Try again' }).count(), 0);
    await visitor.leaveBy(() => inFrame(visitor, 'Yes, it’s me').click());

    assert.equal(visitor.page.url(), `${stage.demo.url}/`, await visitor.heading());
    await visitor.leave();
  });

  test('that was told no comes back with what went wrong', async () => {
    const visitor = await asked();

    await visitor.leaveBy(() => inFrame(visitor, 'No').click());

    assert.match(await visitor.page.locator('.summary').innerText(), /There is a problem/);
    await visitor.leaveBy(() => inFrame(visitor, 'Yes, it’s me').click());
    assert.equal(visitor.page.url(), `${stage.demo.url}/`);
    await visitor.leave();
  });

  test('says without script what it needs', async () => {
    const visitor = await asked({ javaScript: false });

    assert.match(await visitor.page.locator('main').innerText(), /Duo needs JavaScript/);
    assert.equal(await visitor.page.locator('main form:visible button').count() > 0, true);
    await visitor.leave();
  });
});
