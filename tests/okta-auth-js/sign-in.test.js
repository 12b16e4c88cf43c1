// Signing in with the client that Okta publishes: what that client accepts, an org would have said.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { IdxStatus } from '@okta/okta-auth-js';

import { ORG, assertTokensOf, choices, codeFor, newClient } from './support.js';

test('signs in with a password, name first', async () => {
  const client = newClient();

  const first = await client.idx.authenticate({ username: 'ada@example.com' });
  assert.equal(first.status, IdxStatus.PENDING);
  assert.equal(first.nextStep.name, 'challenge-authenticator');
  assert.equal(first.nextStep.authenticator.key, 'okta_password');
  const last = await client.idx.proceed({ password: 'Analytical-1843' });

  assertTokensOf(last, 'ada@example.com');
  assert.deepEqual(client.token.decode(last.tokens.accessToken.accessToken).payload.scp, ['openid', 'profile', 'email', 'offline_access']);
});

test('signs in with name and password in one call', async () => {
  const transaction = await newClient().idx.authenticate({ username: 'ada@example.com', password: 'Analytical-1843' });

  assertTokensOf(transaction, 'ada@example.com');
});

test('signs in at the org authorization server', async () => {
  const transaction = await newClient(ORG).idx.authenticate({ username: 'ada@example.com', password: 'Analytical-1843' });

  assertTokensOf(transaction, 'ada@example.com', ORG);
});

test('signs in with a password and a code from an e-mail', async () => {
  const client = newClient();

  await client.idx.authenticate({ username: 'ben@example.com' });
  const choice = await client.idx.proceed({ password: 'Lightning-1752' });
  assert.equal(choice.nextStep.name, 'select-authenticator-authenticate');
  const challenge = await client.idx.proceed({ authenticator: 'okta_email' });
  assert.equal(challenge.nextStep.name, 'challenge-authenticator');
  assert.equal(challenge.nextStep.canResend, true);
  const last = await client.idx.proceed({ verificationCode: await codeFor('ben@example.com') });

  assertTokensOf(last, 'ben@example.com');
  assert.deepEqual(last.tokens.idToken.claims.amr, ['pwd', 'otp', 'mfa']);
});

test('signs in without a password, by a code from an e-mail', async () => {
  const client = newClient();

  const confirm = await client.idx.authenticate({ username: 'cleo@example.com' });
  assert.equal(confirm.nextStep.name, 'authenticator-verification-data');
  await client.idx.proceed({ methodType: 'email' });
  const last = await client.idx.proceed({ verificationCode: await codeFor('cleo@example.com') });

  assertTokensOf(last, 'cleo@example.com');
});

test('chooses e-mail among several authenticators', async () => {
  const client = newClient();

  const choice = await client.idx.authenticate({ username: 'dora@example.com' });
  assert.equal(choice.nextStep.name, 'select-authenticator-authenticate');
  assert.deepEqual(choices(choice), ['okta_password', 'okta_email', 'phone_number', 'phone_number', 'security_question']);
  const challenge = await client.idx.proceed({ authenticator: 'okta_email' });
  assert.equal(challenge.nextStep.name, 'challenge-authenticator');
  const last = await client.idx.proceed({ verificationCode: await codeFor('dora@example.com') });

  assertTokensOf(last, 'dora@example.com');
});

test('says what is wrong with a password and with a name', async () => {
  const client = newClient();

  const unknown = await client.idx.authenticate({ username: 'nobody@example.com' });
  assert.equal(unknown.messages[0].i18n.key, 'idx.unknown.user');

  const again = newClient();
  await again.idx.authenticate({ username: 'uma@example.com' });
  const wrong = await again.idx.proceed({ password: 'not this one' });
  assert.equal(wrong.status, IdxStatus.PENDING);
  assert.equal(wrong.messages[0].i18n.key, 'incorrectPassword');
  assert.equal(wrong.messages[0].class, 'ERROR');

  const last = await again.idx.proceed({ password: 'Postmark-1840' });
  assertTokensOf(last, 'uma@example.com');
  assert.equal(last.tokens.idToken.claims.email_verified, false);
});

test('says what is wrong with a code', async () => {
  const client = newClient();

  await client.idx.authenticate({ username: 'cleo@example.com' });
  await client.idx.proceed({ methodType: 'email' });
  const wrong = await client.idx.proceed({ verificationCode: '1' });

  assert.equal(wrong.status, IdxStatus.PENDING);
  assert.equal(wrong.messages[0].i18n.key, 'api.authn.error.PASSCODE_INVALID');
});

test('renews its tokens', async () => {
  const client = newClient();
  const { tokens } = await client.idx.authenticate({ username: 'ada@example.com', password: 'Analytical-1843' });

  const renewed = await client.token.renewTokens({ tokens });

  assert.notEqual(renewed.accessToken.accessToken, tokens.accessToken.accessToken);
  assert.notEqual(renewed.refreshToken.refreshToken, tokens.refreshToken.refreshToken);
});
