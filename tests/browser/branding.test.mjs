// A site with a look of its own, as config/branded.yaml gives it one: what of it arrives on the screen, light and dark.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';

import { serveBranded } from './support/branded.mjs';
import { Visitor, launch } from './support/chromium.mjs';
import { startDemo } from './support/demo.mjs';

const LOOKS = {
  light: { logo: 'logo.svg', accent: 'rgb(15, 107, 79)' },
  dark: { logo: 'logo-dark.svg', accent: 'rgb(111, 211, 174)' },
};

describe('a site with a look of its own', () => {
  let demo;
  let browser;
  let branded;
  before(async () => {
    demo = await startDemo();
    branded = await serveBranded(demo);
    browser = await launch(branded.argument);
  });
  after(async () => {
    await browser?.close();
    const log = (await branded?.stop()) ?? '';
    await demo?.stop();
    assert.doesNotMatch(log, /panicked/);
  });

  for (const [scheme, { logo, accent }] of Object.entries(LOOKS)) {
    for (const width of [320, 1280]) {
      test(`shows it at ${width} px in ${scheme}, and asks nobody else`, async () => {
        const visitor = await Visitor.arrive(browser, { origins: [branded.origin], scheme, width });

        await visitor.goto(`${branded.origin}/`);

        assert.equal(await visitor.heading(), 'Sign in');
        const seen = await visitor.page.evaluate(whatIsSeen);
        assert.match(seen.logo, new RegExp(`^/\\.gatehouse/assets/[\\w-]{12}/${logo.replace('.', '\\.')}$`));
        assert.ok(seen.isDrawn, 'the logo is drawn');
        assert.equal(seen.alt, 'Fernhill');
        assert.equal(seen.button, accent);
        assert.match(seen.font, /^Georgia/, 'the stylesheet of the site comes last');
        assert.match(seen.icon, /\/icon\.svg$/);
        assert.deepEqual(seen.links.slice(0, 3), ['mailto:service@fernhill.example', 'https://fernhill.example/privacy', 'https://fernhill.example/imprint']);
        await visitor.look('branded-first');

        await visitor.goto(`${branded.origin}/.gatehouse/no-such-page`);
        assert.ok(await visitor.page.getByText('extension 4821').isVisible(), 'help stands at the foot of a refusal');
        await visitor.look('branded-refusal');
        await visitor.leave();
      });
    }
  }

  test('offers the languages of the site alone', async () => {
    const visitor = await Visitor.arrive(browser, { origins: [branded.origin] });
    await visitor.goto(`${branded.origin}/`);

    await visitor.page.locator('details.languages summary').click();
    assert.deepEqual(await visitor.page.locator('details.languages a').allInnerTexts(), ['Deutsch', 'Français']);
    await visitor.look('branded-languages');
    await visitor.leaveBy(() => visitor.page.getByText('Deutsch').click());

    assert.equal(await visitor.page.locator('html').getAttribute('lang'), 'de');
    assert.ok(await visitor.page.getByText('Durchwahl 4821').isVisible());
    await visitor.look('branded-german');
    await visitor.leave();
  });

  test('gives a picture that is opened by itself no origin to act on', async () => {
    const visitor = await Visitor.arrive(browser, { origins: [branded.origin] });
    await visitor.goto(`${branded.origin}/`);
    const { logo } = await visitor.page.evaluate(whatIsSeen);

    const response = await visitor.page.goto(`${branded.origin}${logo}`);

    assert.equal(response.headers()['content-type'], 'image/svg+xml');
    assert.equal(await visitor.page.evaluate(() => globalThis.origin), 'null', 'it is nobody, on no origin');
    await visitor.leave();
  });
});

/** What of the look has arrived; runs in the page. */
function whatIsSeen() {
  const logo = document.querySelector('img.logo');
  const style = (selector) => getComputedStyle(document.querySelector(selector));
  return {
    logo: new URL(logo.currentSrc).pathname,
    isDrawn: logo.complete && logo.naturalWidth > 0 && logo.getBoundingClientRect().height > 20,
    alt: logo.alt,
    button: style('main button[type=submit]').backgroundColor,
    font: style('h1').fontFamily,
    icon: document.querySelector('link[rel=icon]').href,
    links: [...document.querySelectorAll('footer > a')].map((link) => link.href),
  };
}
