// The everyday accounts of the demo, with JavaScript and without.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { people } from './support/people.mjs';
import { signIn } from './support/sign-in.mjs';
import { setStage } from './support/stage.mjs';

const ways = [
  { way: 'with JavaScript', site: 'url', javaScript: true },
  { way: 'without JavaScript', site: 'url', javaScript: false },
  { way: 'with name and password on one page', site: 'onePage', javaScript: true },
];

for (const { way, site, javaScript } of ways) {
  describe(way, () => {
    const stage = setStage();

    // Who has no password cannot fill in a page that wants one at once.
    for (const person of people.filter((one) => one.password || site === 'url')) {
      const ends = (site === 'onePage' && person.endsOnOnePage) || person.ends;
      const outcome = ends === 'signed in' ? 'reaches the page asked for' : 'learns why that does not work';

      test(`${person.name} ${outcome}`, async () => {
        const visitor = await stage.arrive({ javaScript });
        const wanted = `${stage.demo[site]}/?from=${person.name}&page=2`;

        await visitor.goto(wanted);
        const headings = await signIn(visitor, stage.demo, person);

        if (ends === 'signed in') {
          assert.equal(visitor.page.url(), wanted, headings.join(' > '));
          assert.match(await visitor.page.locator('body').innerText(), new RegExp(person.login));
        } else {
          assert.ok(await visitor.isAtGateway(), 'nobody is let through');
          assert.match(await visitor.page.locator('main').innerText(), ends, headings.join(' > '));
        }
        await visitor.leave();
      });
    }
  });
}

describe('the table of accounts', () => {
  const stage = setStage();

  // The rest of the table is walked over sockets, where a list holds that nobody is left out.
  test('lists everybody who is tried here', () => {
    const printed = new Set(stage.demo.printed.match(/\b[\w.]+@example\.com\b/g));

    assert.deepEqual(people.filter((person) => !printed.has(person.login)), []);
  });
});
