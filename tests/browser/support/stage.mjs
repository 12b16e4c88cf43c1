// What a suite plays on: a demo and a browser of its own.

import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach } from 'node:test';

import { Visitor, launch } from './chromium.mjs';
import { startDemo } from './demo.mjs';
import { people } from './people.mjs';

/**
 * Sets the stage for the surrounding suite, or for each of its tests.
 *
 * All visitors come from one address, and the gateway lets one address begin only so many sign-ins in a while. So nobody
 * shares a stage who begins more than a dozen.
 */
export function setStage({ forEachTest = false } = {}) {
  const stage = {
    /** Somebody with a browser that nobody used before. */
    arrive: (options = {}) => Visitor.arrive(stage.browser, { origins: stage.demo.origins, ...options }),
  };
  const [begin, end] = forEachTest ? [beforeEach, afterEach] : [before, after];
  begin(async () => {
    [stage.demo, stage.browser] = await Promise.all([startDemo(), launch()]);
  });
  if (!forEachTest) beforeEach(() => stage.demo.reset());
  end(async () => {
    await stage.browser?.close();
    const log = (await stage.demo?.stop()) ?? '';
    assert.doesNotMatch(log, /panicked/);
    for (const { password } of people) {
      assert.ok(!password || !log.includes(password), 'a password stands in the log');
    }
  });
  return stage;
}
