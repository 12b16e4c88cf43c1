// Passwords while they are typed, and a button that has to wait: with script and without.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';

import { Visitor, launch } from './support/chromium.mjs';
import { serveReviewed } from './support/fixture.mjs';

describe('a page as it was reviewed', () => {
  let browser;
  let pages;
  before(async () => {
    [browser, pages] = await Promise.all([launch(), serveReviewed()]);
  });
  after(async () => {
    await browser.close();
    pages.stop();
  });

  async function arrive(name, options = {}) {
    const visitor = await Visitor.arrive(browser, { origins: [pages.origin], ...options });
    await visitor.goto(`${pages.origin}/${name}`);
    return visitor;
  }

  const rules = (visitor) => visitor.page.locator('li[data-rule]');
  const ticked = (visitor) => visitor.page.locator('li.met').evaluateAll((all) => all.map((line) => line.dataset.rule));

  test('ticks the rules that a new password keeps, and takes the ticks back', async () => {
    const visitor = await arrive('enroll-password');
    const field = visitor.page.locator('input[autocomplete=new-password]').first();
    const after = async (password) => {
      await field.fill(password);
      return ticked(visitor);
    };

    assert.deepEqual(await after('aB3'), ['upper', 'lower', 'number', 'repeats', 'username']);
    assert.deepEqual(await after('Corr3ct-Horse-Battery'), ['length', 'upper', 'lower', 'number', 'repeats', 'username']);
    await visitor.look('password-rules-ticked');
    assert.deepEqual(await after('aaaa'), ['lower', 'username']);
    assert.deepEqual(await after('I-am-Casey'), ['length', 'upper', 'lower', 'repeats']);
    assert.deepEqual(await after(''), []);
    await visitor.leave();
  });

  test('shows a password to who wants to see it, and sends it as one', async () => {
    const visitor = await arrive('identify-with-password');
    const { page } = visitor;
    const field = page.locator('input[name="credentials.passcode"]');
    await field.fill('Analytical-1843');

    await page.getByRole('button', { name: 'Show: Password' }).click();
    await visitor.look('password-shown');
    const [shown, label] = [await field.getAttribute('type'), await page.getByRole('button', { name: 'Hide: Password' }).count()];
    const types = await page.evaluate(() => {
      const form = document.querySelector('form.form');
      form.addEventListener('submit', (event) => event.preventDefault(), { capture: true });
      form.requestSubmit();
      return document.querySelector('[name="credentials.passcode"]').type;
    });

    assert.deepEqual([shown, label, types], ['text', 1, 'password']);
    await visitor.leave();
  });

  test('lists the rules and offers no button without script', async () => {
    const visitor = await arrive('reset-password', { javaScript: false });

    assert.ok(await rules(visitor).count());
    assert.deepEqual(await ticked(visitor), []);
    assert.equal(await visitor.page.getByRole('button', { name: 'Show: Password' }).count(), 0);
    await visitor.leave();
  });

  test('keeps a button from being pressed in vain, and lets it be pressed in time', async () => {
    pages.change = (html) => html.replace(/data-countdown="\d+"/, 'data-countdown="2"');
    const visitor = await arrive('error-429');
    const button = visitor.page.locator('main .actions .button');

    const waiting = await button.innerText();
    await button.click();
    const isStill = visitor.page.url();
    await visitor.page.getByRole('status').getByText('again now').waitFor({ state: 'attached' });

    assert.match(waiting, /^Try again · 0:0[12]$/);
    assert.equal(isStill, `${pages.origin}/error-429`);
    assert.equal(await button.innerText(), 'Try again');
    assert.equal(await button.getAttribute('aria-disabled'), null);
    await visitor.leave();
  });
});
