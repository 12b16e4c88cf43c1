// What the org makes of a device: asked of its own page within ours, unseen, and sent with the name.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { submit } from './support/habits.mjs';
import { person } from './support/people.mjs';
import { setStage } from './support/stage.mjs';

const ada = person('Ada');

describe('a device that the org wants to know', () => {
  const stage = setStage();

  test('is described with the name, by a page that nobody sees', async () => {
    const visitor = await stage.arrive();
    const posted = [];
    visitor.page.on('request', (request) => { if (request.method() === 'POST') posted.push(request.postData() ?? ''); });

    await visitor.goto(`${stage.demo.everything}/`);
    await visitor.page.locator('input[name=".fingerprint"]').waitFor({ state: 'attached' });
    await visitor.look('identify-with-fingerprint');
    assert.equal(await visitor.page.locator('iframe:visible').count(), 0);
    await visitor.page.locator('input[name=identifier]').fill(ada.login);
    await submit(visitor);

    assert.match(posted.at(-1), /\.fingerprint=demo-fingerprint-\w+/);
    assert.equal(await visitor.page.locator('input[autocomplete~=current-password]').count(), 1);
    assert.equal(await visitor.page.locator('[data-fingerprint]').count(), 0);
    await visitor.leave();
  });

  test('signs in without it where no script runs', async () => {
    const visitor = await stage.arrive({ javaScript: false });

    await visitor.goto(`${stage.demo.everything}/`);
    await visitor.page.locator('input[name=identifier]').fill(ada.login);
    await submit(visitor);

    assert.equal(await visitor.page.locator('input[autocomplete~=current-password]').count(), 1);
    await visitor.leave();
  });
});
