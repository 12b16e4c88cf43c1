// What an e-mail brings: a code, another code, and a link that is opened here or elsewhere.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { askForCode, submit } from './support/habits.mjs';
import { person } from './support/people.mjs';
import { newestCode } from './support/sign-in.mjs';
import { setStage } from './support/stage.mjs';

const ben = person('Ben');

describe('an e-mail', () => {
  const stage = setStage();

  test('can be sent again, with another code', async () => {
    const visitor = await stage.arrive({ javaScript: false });
    await askForCode(visitor, stage.demo);
    const first = await newestCode(visitor, stage.demo, ben);

    await visitor.leaveBy(() => visitor.page.getByRole('button', { name: /new code|again/i }).click());

    await visitor.look('code-sent-again');
    const second = await newestCode(visitor, stage.demo, ben);
    assert.notEqual(second, first);
    await visitor.page.locator('input[autocomplete~=one-time-code]').fill(second);
    await submit(visitor);
    assert.equal(visitor.page.url(), `${stage.demo.url}/`);
    await visitor.leave();
  });

  test('has a link that finishes the sign-in in the browser that asked for it', async () => {
    const visitor = await stage.arrive({ javaScript: false });
    await askForCode(visitor, stage.demo);

    await openMailedLink(visitor);

    assert.match(await visitor.page.locator('body').innerText(), new RegExp(ben.login));
    assert.equal(new URL(visitor.page.url()).search, '', 'the code does not stay in the address');
    await visitor.leave();
  });

  test('has a link that shows its code in any other browser', async () => {
    const visitor = await stage.arrive();
    const other = await stage.arrive();
    await askForCode(visitor, stage.demo);

    await openMailedLink(other);

    await other.look('code-elsewhere');
    const code = await newestCode(visitor, stage.demo, ben);
    assert.match(await other.page.locator('main').innerText(), new RegExp(code));
    await visitor.page.locator('input[autocomplete~=one-time-code]').fill(code);
    await submit(visitor);
    assert.equal(visitor.page.url(), `${stage.demo.url}/`);
    await visitor.leave();
    await other.leave();
  });

  // 127.0.0.1 is another site than localhost, as mail always is: what cookies do on such a link is tried as well.
  async function openMailedLink({ page }) {
    await page.goto(`${stage.demo.inbox}?to=${ben.login}`);
    await Promise.all([page.waitForURL((url) => url.origin === stage.demo.url), page.getByRole('link').first().click()]);
    await page.waitForLoadState('load');
  }
});
