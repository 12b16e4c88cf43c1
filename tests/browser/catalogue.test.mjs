// Every page there is, in one browser: what assistive technology, the keyboard, a small screen and a password manager find.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, describe, test } from 'node:test';

import { listPages } from './support/catalogue.mjs';
import { launch } from './support/chromium.mjs';
import { startDemo } from './support/demo.mjs';
import * as look from './support/looks.mjs';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The smallest screens there are, and what a window of 640 px is for somebody who has zoomed to 200 %. */
const NARROW = 320;
const LIGHTEST_PAGE = 30_000;

describe('every page', () => {
  let demo;
  let browser;
  let pages;
  before(async () => {
    [demo, browser] = await Promise.all([startDemo(), launch()]);
    pages = await listPages(demo);
  });
  after(async () => {
    await browser?.close();
    await demo?.stop();
  });

  const english = () => pages.filter(({ language }) => language === 'en');
  /** The languages that are not English take turns: each of them on some dozen pages. */
  const elsewhere = () => pages.filter(({ language }) => language !== 'en').filter((_, index) => index % 29 === 3);

  /**
   * Opens each page once, in one window, and makes all `checks` on it.
   *
   * @returns what each check found, and under `noise` what the page said to the console and asked of others
   */
  async function sweep(which, options, checks) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-US', reducedMotion: 'reduce', ...options });
    const found = Object.fromEntries(['noise', ...Object.keys(checks)].map((name) => [name, []]));
    const page = await context.newPage();
    let current;
    const note = (check, text) => found[check].push(`${current.language}/${current.name}: ${text}`);
    page.on('pageerror', (error) => note('noise', error.message));
    page.on('console', (message) => { if (['error', 'warning'].includes(message.type())) note('noise', message.text()); });
    const asked = [];
    // Nothing leaves this machine: what a page may ask of others is answered with nothing.
    await context.route((url) => url.origin !== demo.org && url.protocol !== 'data:', (route) => {
      asked.push(new URL(route.request().url()));
      return route.fulfill({ contentType: 'text/javascript', body: '' });
    });
    for (current of which) {
      const response = await page.goto(current.address);
      const policy = response.headers()['content-security-policy'];
      for (const { href, origin } of asked.splice(0)) {
        if (!policy.includes(origin)) note('noise', `asked ${href}`);
      }
      for (const [name, check] of Object.entries(checks)) {
        for (const text of await check(page, { ...current, policy })) note(name, text);
      }
    }
    await context.close();
    return found;
  }

  test('is listed in every language', () => {
    assert.ok(english().length > 230, `${english().length} pages`);
    assert.equal(pages.length % english().length, 0);
  });

  describe('on a large screen', () => {
    let found;
    before(async () => {
      found = await sweep(english(), {}, {
        light: (page) => audit(page),
        dark: (page) => inColours(page, { colorScheme: 'dark' }),
        forced: (page) => inColours(page, { forcedColors: 'active' }),
        carries: (page, { policy }) => page.evaluate(look.whatItCarries, policy),
        structure: (page) => page.evaluate(look.structure),
        fields: (page, { name }) => page.evaluate(look.fields, name),
        fault: (page) => page.evaluate(look.focusOnWhatWentWrong),
      });
    });

    test('is accessible', () => assert.deepEqual(found.light, []));
    test('is accessible in dark colours', () => assert.deepEqual(found.dark, []));
    test('is accessible in the colours of the system', () => assert.deepEqual(found.forced, []));
    test('holds nothing that is not ours, and no script or style within', () => assert.deepEqual(found.carries, []));
    test('asks nobody else and breaks none of its own rules', () => assert.deepEqual(found.noise, []));
    test('has one heading, landmarks, and a title that says what to do', () => assert.deepEqual(found.structure, []));
    test('has labels, and what password managers and telephones look for', () => assert.deepEqual(found.fields, []));
    test('puts the focus on what went wrong', () => assert.deepEqual(found.fault, []));
  });

  describe('on the smallest screen, which is also 200 % of 640 px', () => {
    let found;
    before(async () => {
      found = await sweep(english(), { viewport: { width: NARROW, height: 640 } }, {
        fit: (page) => page.evaluate(look.fit),
        keyboard: look.walkByKeyboard,
        mirrored: (page) => page.evaluate(() => { document.documentElement.dir = 'rtl'; }).then(() => page.evaluate(look.fit)),
      });
    });

    test('fits, and everything to press is large enough', () => assert.deepEqual(found.fit, []));
    test('fits when it is mirrored', () => assert.deepEqual(found.mirrored, []));
    test('can be used with the keyboard alone, in the order it is read, and shows where one is', () => assert.deepEqual(found.keyboard, []));
  });

  test('fits and is accessible in the other languages and directions', async () => {
    const found = await sweep(elsewhere(), { viewport: { width: NARROW, height: 640 } }, {
      fit: (page) => page.evaluate(look.fit),
      light: (page) => audit(page),
    });

    assert.deepEqual(found, { noise: [], fit: [], light: [] });
  });

  test('leads on without script', async () => {
    const some = english().filter((_, index) => index % 3 === 0);
    const found = await sweep(some, { javaScriptEnabled: false }, {
      ways: async (page) => {
        const ways = await page.locator('main button:visible, main a:visible, main .code-shown:visible').count();
        return ways > 0 ? [] : ['nothing to press'];
      },
    });

    assert.deepEqual(found, { noise: [], ways: [] });
  });

  test('is light: the first one is there with less than 30 KB', async () => {
    const page = await browser.newPage();
    const session = await page.context().newCDPSession(page);
    let bytes = 0;
    await session.send('Network.enable');
    session.on('Network.loadingFinished', ({ encodedDataLength }) => { bytes += encodedDataLength; });

    await page.goto(english()[0].address, { waitUntil: 'networkidle' });

    assert.ok(bytes > 5_000 && bytes < LIGHTEST_PAGE, `${bytes} bytes`);
    await page.close();
  });
});

/** What axe-core finds; `rules` are all unless some are named. */
async function audit(page, rules) {
  // Not as a script of the page, which its policy would rightly refuse.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(AXE);
  return page.evaluate(async (rules) => {
    const { violations } = await globalThis.axe.run(document, { resultTypes: ['violations'], preload: false, ...(rules && { runOnly: rules }) });
    return violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map((node) => node.html).join(' ')}`);
  }, rules);
}

/** The same page in other colours: what depends on them is looked at again. */
async function inColours(page, colours) {
  await page.emulateMedia(colours);
  const found = await audit(page, ['color-contrast', 'link-in-text-block']);
  await page.emulateMedia({ colorScheme: null, forcedColors: null });
  return found;
}
