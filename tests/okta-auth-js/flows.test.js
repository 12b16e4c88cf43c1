// Every other flow that the published client knows: authenticators, setting up, passwords, accounts.

import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { IdxStatus } from '@okta/okta-auth-js';

import { CLIENT_ID, assertTokensOf, choices, codeFor, control, newClient, shownTo } from './support.js';

before(() => control('first-page', { client: CLIENT_ID, offers: { sign_up: true, unlock: true, identity_providers: true } }));

/** Somebody behind their password. */
async function behindPassword(username, password) {
  const client = newClient();
  const transaction = await client.idx.authenticate({ username, password });
  assert.equal(transaction.status, IdxStatus.PENDING, JSON.stringify(transaction.messages));
  return { client, transaction };
}

test('proves who it is by a code from an application', async () => {
  const { client } = await behindPassword('otto@example.com', 'Chronometer-1761');

  const challenge = await client.idx.proceed({ authenticator: 'google_otp' });
  assert.equal(challenge.nextStep.authenticator.key, 'google_otp');
  const last = await client.idx.proceed({ verificationCode: await shownTo('otto@example.com', 'google_otp') });

  assertTokensOf(last, 'otto@example.com');
});

test('proves who it is by a text message', async () => {
  const { client } = await behindPassword('emil@example.com', 'Semaphore-1792');

  const confirm = await client.idx.proceed({ authenticator: 'phone_number' });
  assert.equal(confirm.nextStep.name, 'authenticator-verification-data');
  await client.idx.proceed({ methodType: 'sms' });
  const last = await client.idx.proceed({ verificationCode: await codeFor('emil@example.com') });

  assertTokensOf(last, 'emil@example.com');
});

test('proves who it is by a security question, after a wrong answer', async () => {
  const { client } = await behindPassword('emil@example.com', 'Semaphore-1792');

  const challenge = await client.idx.proceed({ authenticator: 'security_question' });
  assert.equal(challenge.nextStep.authenticator.key, 'security_question');
  const wrong = await client.idx.proceed({ answer: 'telescopes' });
  assert.equal(wrong.messages[0].class, 'ERROR');
  const last = await client.idx.proceed({ answer: 'optics' });

  assertTokensOf(last, 'emil@example.com');
});

test('waits for the approval of a push', async () => {
  const { client } = await behindPassword('paul@example.com', 'Lanterns-1775');

  const choice = await client.idx.proceed({ authenticator: 'okta_verify' });
  const waiting = choice.nextStep.name === 'challenge-poll' ? choice : await client.idx.proceed({ methodType: 'push' });
  assert.equal(waiting.nextStep.name, 'challenge-poll');
  assert.ok(waiting.nextStep.poll.required);
  await control('approve', { login: 'paul@example.com' });
  const last = await client.idx.poll();

  assertTokensOf(last, 'paul@example.com');
});

test('sets up an application by its secret', async () => {
  const { client, transaction } = await behindPassword('tess@example.com', 'Toolbox-1905');
  assert.equal(transaction.nextStep.name, 'select-authenticator-enroll');
  assert.equal(transaction.nextStep.canSkip, true);

  const enroll = await client.idx.proceed({ authenticator: 'google_otp' });
  const { sharedSecret, qrcode } = enroll.nextStep.authenticator.contextualData;
  assert.match(sharedSecret, /^[A-Z2-7]{16,}$/);
  assert.match(qrcode.href, /^data:image\/png;base64,/);
  const next = await client.idx.proceed({ verificationCode: await shownTo('tess@example.com', 'google_otp') });
  assert.ok(!choices(next).includes('google_otp'));
  const last = await client.idx.proceed({ skip: true });

  assertTokensOf(last, 'tess@example.com');
});

test('sets up a phone, because it has to, and leaves the question', async () => {
  const { client } = await behindPassword('nell@example.com', 'Switchboard-1878');

  await client.idx.proceed({ authenticator: 'phone_number' });
  await client.idx.proceed({ methodType: 'sms', phoneNumber: '+14155550123' });
  const next = await client.idx.proceed({ verificationCode: await codeFor('nell@example.com') });
  const last = next.status === IdxStatus.SUCCESS ? next : await client.idx.proceed({ skip: true });

  assertTokensOf(last, 'nell@example.com');
});

test('offers Okta Verify by QR code and by e-mail', async () => {
  const { client } = await behindPassword('fay@example.com', 'Handset-1876');

  const enroll = await client.idx.proceed({ authenticator: 'okta_verify', channel: 'qrcode' });
  assert.equal(enroll.nextStep.name, 'enroll-poll');
  assert.match(enroll.nextStep.authenticator.contextualData.qrcode.href, /^data:image/);
  const mailed = await client.idx.proceed({ step: 'select-enrollment-channel', channel: 'email' });
  const sent = mailed.nextStep.name === 'enrollment-channel-data' ? await client.idx.proceed({ email: 'fay@example.com' }) : mailed;

  assert.equal(sent.nextStep.name, 'enroll-poll');
  assert.equal(sent.nextStep.authenticator.contextualData.selectedChannel, 'email');
});

test('hands over what a browser needs to make a security key', async () => {
  const { client } = await behindPassword('will@example.com', 'Latchkey-1861');

  const { nextStep } = await client.idx.proceed({ authenticator: 'webauthn' });
  assert.deepEqual(nextStep.inputs.map(({ name }) => name), ['clientData', 'attestation']);
  const { activationData } = nextStep.authenticator.contextualData;
  assert.ok(activationData.challenge && activationData.user.id);
  assert.ok(activationData.pubKeyCredParams.some(({ alg }) => alg === -7));
});

test('changes a password that has run out', async () => {
  const { client, transaction } = await behindPassword('pia@example.com', 'Yesterday-2009');
  assert.equal(transaction.nextStep.name, 'reenroll-authenticator');

  const weak = await client.idx.proceed({ newPassword: 'short' });
  assert.equal(weak.messages[0].class, 'ERROR');
  const last = await client.idx.proceed({ newPassword: 'Tomorrow-2031-and-on' });

  assertTokensOf(last, 'pia@example.com');
});

test('leaves a password that runs out soon as it is', async () => {
  const { client, transaction } = await behindPassword('wes@example.com', 'Tomorrow-2030');
  assert.equal(transaction.nextStep.name, 'reenroll-authenticator-warning');

  assertTokensOf(await client.idx.proceed({ skip: true }), 'wes@example.com');
});

test('recovers a password by e-mail', async () => {
  const client = newClient();

  let step = await client.idx.recoverPassword({ username: 'greta@example.com' });
  if (step.nextStep.name === 'select-authenticator-authenticate') step = await client.idx.proceed({ authenticator: 'okta_email' });
  if (step.nextStep.name === 'authenticator-verification-data') step = await client.idx.proceed({ methodType: 'email' });
  step = await client.idx.proceed({ verificationCode: await codeFor('greta@example.com') });
  assert.equal(step.nextStep.name, 'reset-authenticator', JSON.stringify(step.messages));
  const last = await client.idx.proceed({ password: 'Herbarium-1736-pressed' });

  assertTokensOf(last, 'greta@example.com');
});

test('signs up, with a password and an address', async () => {
  const client = newClient();
  const login = 'newcomer@example.org';

  const profile = { firstName: 'New', lastName: 'Comer', email: login, expertise: 'insects', countryCode: 'SE' };
  let step = await client.idx.register(profile);
  for (let steps = 0; step.status === IdxStatus.PENDING && steps < 8; steps += 1) {
    const { name, authenticator } = step.nextStep;
    if (name === 'select-authenticator-enroll' && choices(step).includes('okta_password')) {
      step = await client.idx.proceed({ authenticator: 'okta_password' });
    } else if (name === 'select-authenticator-enroll' && choices(step).includes('okta_email')) {
      step = await client.idx.proceed({ authenticator: 'okta_email' });
    } else if (name === 'enroll-authenticator' && authenticator.key === 'okta_password') {
      step = await client.idx.proceed({ password: 'Foundling-1741-basket' });
    } else if (name === 'enroll-authenticator') {
      step = await client.idx.proceed({ verificationCode: await codeFor(login) });
    } else {
      step = await client.idx.proceed({ skip: true });
    }
  }

  assertTokensOf(step, login);
});

test('unlocks an account by e-mail', async () => {
  const client = newClient();

  let step = await client.idx.unlockAccount({ username: 'lena@example.com', authenticator: 'okta_email' });
  if (step.nextStep?.name === 'authenticator-verification-data') step = await client.idx.proceed({ methodType: 'email' });
  const last = await client.idx.proceed({ verificationCode: await codeFor('lena@example.com') });

  assert.equal(last.status, IdxStatus.TERMINAL, JSON.stringify(last.messages));
  assert.match(last.messages[0].i18n.key, /unlock/);
});

test('leads to another provider', async () => {
  const client = newClient();

  const { availableSteps } = await client.idx.start();

  const redirects = availableSteps.filter(({ name }) => name === 'redirect-idp');
  assert.ok(redirects.length === 3, JSON.stringify(availableSteps.map(({ name }) => name)));
  for (const { href, idp } of redirects) assert.ok(href.startsWith('http') && idp.id);
});

test('gives a sign-in up', async () => {
  const { client } = await behindPassword('ben@example.com', 'Lightning-1752');

  const canceled = await client.idx.cancel();

  assert.equal(canceled.status, IdxStatus.CANCELED);
});
