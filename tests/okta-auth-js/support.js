// The client that Okta publishes, at the emulated org, and what its tests share.
//
// ORG is the org's origin; CLIENT_ID names a public client that asks for the name first; REDIRECT_URI is one of its.

import assert from 'node:assert/strict';
import { OktaAuth, IdxStatus } from '@okta/okta-auth-js';

export const { ORG, CLIENT_ID, REDIRECT_URI } = process.env;
const ISSUER = `${ORG}/oauth2/default`;

// The client's own memory is one for the whole process; people must not share it.
function newMemory() {
  const items = new Map();
  return {
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
  };
}

export function newClient(issuer = ISSUER) {
  return new OktaAuth({
    issuer,
    clientId: CLIENT_ID,
    redirectUri: REDIRECT_URI,
    scopes: ['openid', 'profile', 'email', 'offline_access'],
    pkce: true,
    // The client fills in the forms from what it is given, as it does by default up to version 7.
    idx: { enableLegacyMode: true },
    storageManager: Object.fromEntries(
      ['token', 'cache', 'transaction', 'shared-transaction', 'original-uri', 'idx-response'].map((section) => [
        section,
        { storageProvider: newMemory() },
      ]),
    ),
  });
}

/** The newest code or link that was sent to a person. */
export async function mailTo(login) {
  const response = await fetch(`${ORG}/demo/codes?login=${encodeURIComponent(login)}`);
  assert.equal(response.status, 200, 'a code was sent');
  return response.json();
}

export const codeFor = async (login) => (await mailTo(login)).code;

/** What one of a person's devices shows now. */
export async function shownTo(login, key) {
  const devices = await (await fetch(`${ORG}/demo/devices?login=${encodeURIComponent(login)}`)).json();
  return devices.find((device) => device.key === key).code;
}

/** Turns one of the org's own knobs. */
export async function control(what, body) {
  const answer = await fetch(`${ORG}/demo/${what}`, { method: 'POST', body: JSON.stringify(body) });
  assert.ok(answer.ok, `${what}: ${answer.status}`);
}

/** The names of what may be chosen in the next step. */
export const choices = ({ nextStep }) => nextStep.inputs.find(({ name }) => name === 'authenticator').options.map(({ value }) => value);

export function assertTokensOf(transaction, login, issuer = ISSUER) {
  assert.equal(transaction.status, IdxStatus.SUCCESS, JSON.stringify(transaction.messages));
  const { idToken, accessToken, refreshToken } = transaction.tokens;
  assert.equal(idToken.claims.preferred_username, login);
  assert.equal(idToken.claims.email, login);
  assert.equal(idToken.claims.iss, issuer);
  assert.equal(idToken.claims.aud, CLIENT_ID);
  assert.ok(accessToken.accessToken);
  assert.ok(refreshToken.refreshToken);
}
