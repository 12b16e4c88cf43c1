// How the pages look: on small and large screens, light and dark, and when the org is out of order.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { fillIn, signOut, submit } from './support/habits.mjs';
import { person } from './support/people.mjs';
import { signIn } from './support/sign-in.mjs';
import { setStage } from './support/stage.mjs';

const [ada, dora, emil, pia, wes] = ['Ada', 'Dora', 'Emil', 'Pia', 'Wes'].map(person);

describe('every kind of page', () => {
  const stage = setStage({ forEachTest: true });

  for (const scheme of ['light', 'dark']) {
    for (const width of [320, 390, 1280]) {
      test(`fits ${width} px and can be read in ${scheme}`, async () => {
        const visitor = await stage.arrive({ scheme, width });

        await visitor.goto(`${stage.demo.url}/`);
        for (const one of [emil, dora, pia, wes]) {
          await signIn(visitor, stage.demo, { ...one, name: `every-${one.name}` });
          await signOut(visitor, stage.demo.url);
          await visitor.goto(`${stage.demo.url}/`);
        }
        await visitor.goto(`${stage.demo.url}/.gatehouse/no-such-page`);
        await visitor.look('not-found');
        await fillIn(visitor, stage.demo, { ...ada, password: 'not-her-password' });
        await submit(visitor);
        await visitor.look('wrong-password');
        await visitor.leave();
      });
    }
  }
});

describe('an org that is out of order', () => {
  const stage = setStage();

  test('gets a calm page with a way on', async () => {
    const visitor = await stage.arrive({ width: 390 });
    await stage.demo.fault('/', 'internal_error', 20);

    await visitor.goto(`${stage.demo.url}/`);

    await visitor.look('org-out-of-order');
    assert.ok(await visitor.isAtGateway());
    assert.match(await visitor.page.title(), /^Error: /);
    assert.ok(await visitor.page.locator('main .actions').count(), 'there is a way on');
    await visitor.leave();
  });
});
