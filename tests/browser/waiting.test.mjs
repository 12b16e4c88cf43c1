// Pages that wait, and forms that are on their way: what our scripts add to pages that work without them.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';

import { askForCode, fillIn, submit } from './support/habits.mjs';
import { person } from './support/people.mjs';
import { newestCode } from './support/sign-in.mjs';
import { setStage } from './support/stage.mjs';

const ada = person('Ada');
const ben = person('Ben');

describe('a page that waits for an e-mail', () => {
  const stage = setStage();
  const code = (visitor) => visitor.page.locator('input[autocomplete~=one-time-code]');
  const nextPoll = (visitor) => visitor.page.waitForResponse((response) => response.url().includes('/poll?'));

  test('goes on by itself when the link was followed elsewhere', async () => {
    const visitor = await stage.arrive();
    await askForCode(visitor, stage.demo);

    await stage.demo.approve(ben);
    await visitor.page.waitForURL(`${stage.demo.url}/`);

    assert.match(await visitor.page.locator('body').innerText(), new RegExp(ben.login));
    await visitor.leave();
  });

  test('leaves what is typed alone while it asks, and takes the code', async () => {
    const visitor = await stage.arrive();
    await askForCode(visitor, stage.demo);
    const sent = await newestCode(visitor, stage.demo, ben);
    const first = sent.slice(0, 3);

    await code(visitor).pressSequentially(first);
    for (let polls = 0; polls < 2; polls += 1) assert.equal((await (await nextPoll(visitor)).json()).current, true);

    assert.equal(await code(visitor).inputValue(), first);
    await code(visitor).pressSequentially(sent.slice(3));
    await submit(visitor);
    assert.equal(visitor.page.url(), `${stage.demo.url}/`);
    await visitor.leave();
  });

  test('says that it went on elsewhere where something is typed, and offers the way', async () => {
    const visitor = await stage.arrive();
    await askForCode(visitor, stage.demo);
    await code(visitor).pressSequentially('12');

    await stage.demo.approve(ben);
    const way = visitor.page.getByRole('status').getByRole('link');
    await way.waitFor();

    await visitor.look('went-on-elsewhere');
    assert.equal(await code(visitor).inputValue(), '12');
    await visitor.leaveBy(() => way.click());
    assert.equal(visitor.page.url(), `${stage.demo.url}/`);
    await visitor.leave();
  });

  test('keeps saying what was wrong with a code', async () => {
    const visitor = await stage.arrive();
    await askForCode(visitor, stage.demo);
    const sent = await newestCode(visitor, stage.demo, ben);
    await code(visitor).fill(sent === '000000' ? '111111' : '000000');
    await submit(visitor);

    assert.equal((await (await nextPoll(visitor)).json()).current, true);

    assert.equal(await visitor.page.locator('.summary li').count(), 1);
    await visitor.leave();
  });

  test('asks nothing while nobody looks, and at once when somebody does', async () => {
    const visitor = await stage.arrive();
    await askForCode(visitor, stage.demo);
    let polls = 0;
    visitor.page.on('request', (request) => { polls += request.url().includes('/poll?') ? 1 : 0; });
    const show = (state) => visitor.page.evaluate((state) => {
      Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => state });
      Object.defineProperty(document, 'hidden', { configurable: true, get: () => state === 'hidden' });
      document.dispatchEvent(new Event('visibilitychange'));
    }, state);

    await show('hidden');
    await sleep(5_000);
    const whileHidden = polls;
    const asked = nextPoll(visitor);
    await show('visible');
    await Promise.race([asked, sleep(1_500)]);

    assert.equal(whileHidden, 0);
    assert.equal(polls, 1);
    await visitor.leave();
  });
});

describe('a form that is on its way', () => {
  const stage = setStage();

  test('says so on its button and goes once, however often it is pressed', async () => {
    const visitor = await stage.arrive();
    const { page } = visitor;
    await fillIn(visitor, stage.demo, ada);
    let posts = 0;
    await page.route('**/sign-in/*', async (route) => {
      if (route.request().method() === 'POST') posts += 1;
      await sleep(500);
      await route.continue();
    });
    const button = page.locator('form.form button[type=submit]');

    const arrived = page.waitForURL(`${stage.demo.onePage}/`);
    const label = await button.evaluate((pressed) => {
      for (let presses = 0; presses < 3; presses += 1) pressed.click();
      return pressed.innerText;
    });

    assert.equal(label, 'Signing in…');
    await arrived;
    assert.equal(posts, 1);
    await visitor.leave();
  });
});

describe('without scripts', () => {
  const stage = setStage();

  test('a page with a code to type stays as it is and can be asked by hand', async () => {
    const visitor = await stage.arrive({ javaScript: false });
    await askForCode(visitor, stage.demo);

    await stage.demo.approve(ben);
    await visitor.leaveBy(() => visitor.page.getByRole('button', { name: /opened the link|check/i }).click());

    assert.equal(visitor.page.url(), `${stage.demo.url}/`);
    await visitor.leave();
  });
});
