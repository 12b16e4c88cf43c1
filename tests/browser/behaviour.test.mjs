// How the pages behave for people who use the keyboard, make mistakes, go back, or open two tabs.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { askForCode, fillIn, signOut, submit } from './support/habits.mjs';
import { person } from './support/people.mjs';
import { newestCode } from './support/sign-in.mjs';
import { setStage } from './support/stage.mjs';

const ada = person('Ada');
const ben = person('Ben');

/** What has the focus, by the best name it has. */
function focused(page) {
  return page.evaluate(() => {
    const { name, id, className, tagName } = document.activeElement;
    return name || id || className || tagName;
  });
}

describe('the keyboard alone', () => {
  const stage = setStage();

  test('signs in, and the ring shows where it is', async () => {
    const visitor = await stage.arrive();
    const { keyboard } = visitor.page;
    await visitor.goto(`${stage.demo.onePage}/`);

    for (const [field, text] of [['identifier', ada.login], ['credentials.passcode', ada.password]]) {
      await tabTo(visitor.page, field);
      const ring = await visitor.page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle);
      assert.notEqual(ring, 'none', `${field} shows no ring`);
      await keyboard.type(text);
    }
    await visitor.leaveBy(() => keyboard.press('Enter'));

    assert.equal(await visitor.isAtGateway(), false);
    await visitor.leave();
  });

  async function tabTo(page, name) {
    const seen = [];
    for (let presses = 0; presses < 15; presses += 1) {
      const now = await focused(page);
      if (now === name) return;
      seen.push(now);
      await page.keyboard.press('Tab');
    }
    assert.fail(`Tab does not reach ${name}: ${seen.join(', ')}`);
  }
});

describe('a mistake', () => {
  const stage = setStage();

  test('in the password is said in a summary that has the focus', async () => {
    const visitor = await stage.arrive();
    const { page } = visitor;
    await fillIn(visitor, stage.demo, { ...ada, password: 'not-her-password' });

    await submit(visitor);

    await visitor.look('wrong-password');
    assert.match(await page.title(), /^Error: /);
    assert.match(await focused(page), /summary/);
    await visitor.leave();
  });

  test('in the password is made good on the same page', async () => {
    const visitor = await stage.arrive();
    await fillIn(visitor, stage.demo, { ...ada, password: 'not-her-password' });
    await submit(visitor);

    await visitor.page.locator('input[type=password]').fill(ada.password);
    await submit(visitor);

    assert.equal(visitor.page.url(), `${stage.demo.onePage}/`);
    await visitor.leave();
  });

  test('in a code is said with a link to the field, and leaves the same code good', async () => {
    const visitor = await stage.arrive();
    await askForCode(visitor, stage.demo);
    const code = await newestCode(visitor, stage.demo, ben);

    const field = visitor.page.locator('input[autocomplete~=one-time-code]');
    await field.fill(code === '000000' ? '111111' : '000000');
    await submit(visitor);
    await visitor.look('wrong-code');
    assert.match(await visitor.page.title(), /^Error: /);
    await visitor.page.locator('.summary a').first().press('Enter');
    assert.equal(await focused(visitor.page), await field.getAttribute('name'));
    assert.equal(await field.getAttribute('aria-invalid'), 'true');
    assert.ok(await field.getAttribute('aria-describedby'), 'the field says what is wrong with it');
    await field.fill(code);
    await submit(visitor);

    assert.equal(visitor.page.url(), `${stage.demo.url}/`);
    await visitor.leave();
  });

  test('of leaving the form empty is said and loses nothing', async () => {
    const visitor = await stage.arrive();
    await visitor.goto(`${stage.demo.url}/`);

    await submit(visitor);

    assert.match(await visitor.page.title(), /^Error: /);
    assert.ok(await visitor.page.locator('input[name=identifier]').count());
    await visitor.look('empty-form');
    await visitor.leave();
  });
});

describe('the Back button', () => {
  const stage = setStage();

  test('after signing in shows no form that is over', async () => {
    const visitor = await stage.arrive();
    await fillIn(visitor, stage.demo, ada);
    await submit(visitor);

    await visitor.page.goBack().catch(() => undefined);

    assert.equal(await visitor.page.locator('input[type=password]').count(), 0, await visitor.page.title());
    await visitor.leave();
  });

  test('after signing out brings nobody back', async () => {
    const visitor = await stage.arrive();
    await fillIn(visitor, stage.demo, ada);
    await submit(visitor);
    await signOut(visitor, stage.demo.onePage);

    await visitor.page.goBack();
    await visitor.page.reload();

    assert.ok(await visitor.isAtGateway(), visitor.page.url());
    const session = await visitor.context.request.get(`${stage.demo.onePage}/.gatehouse/session`);
    assert.equal((await session.json()).signed_in, false);
    await visitor.leave();
  });
});

describe('two tabs', () => {
  const stage = setStage();

  test('sign in beside each other, and the second finds the session of the first', async () => {
    const visitor = await stage.arrive();
    const first = visitor.page;
    await fillIn(visitor, stage.demo, ada);
    visitor.page = await visitor.context.newPage();
    await fillIn(visitor, stage.demo, ada);

    await submit(visitor);
    visitor.page = first;
    await submit(visitor);

    assert.equal(first.url(), `${stage.demo.onePage}/`);
    assert.match(await first.locator('body').innerText(), new RegExp(ada.login));
    await visitor.leave();
  });
});
