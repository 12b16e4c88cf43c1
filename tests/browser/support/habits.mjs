// The few things that most visitors do.

import { person } from './people.mjs';

/** Sends the form of the page. */
export async function submit(visitor) {
  await visitor.leaveBy(() => visitor.page.locator('form.form button[type=submit]').first().click());
}

/** Opens the site where name and password stand on one page, as somebody without a session, and fills it in. */
export async function fillIn(visitor, demo, { login, password }) {
  await visitor.goto(`${demo.onePage}/`);
  await visitor.page.locator('input[name=identifier]').fill(login);
  await visitor.page.locator('input[type=password]').fill(password);
}

/** Goes as Ben as far as the page that wants the code from the e-mail, on the site that asks for the name first. */
export async function askForCode(visitor, demo) {
  const ben = person('Ben');
  await visitor.goto(`${demo.url}/`);
  await visitor.page.locator('input[name=identifier]').fill(ben.login);
  await submit(visitor);
  await visitor.page.locator('input[autocomplete~=current-password]').fill(ben.password);
  await submit(visitor);
  await visitor.leaveBy(() => visitor.page.locator('button.row', { hasText: 'Email' }).click());
}

/** Signs out on the page that asks for it, and looks at both pages. */
export async function signOut(visitor, site) {
  await visitor.goto(`${site}/.gatehouse/sign-out`);
  await visitor.look('sign-out');
  await visitor.leaveBy(() => visitor.page.getByRole('button', { name: 'Sign out' }).click());
  await visitor.look('signed-out');
}
