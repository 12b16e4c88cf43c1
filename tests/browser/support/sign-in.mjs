// Signs in as a person would: looks at what the page asks for, fills it in, presses the button.

/** A sign-in of more pages than this goes in circles. */
const MOST_PAGES = 12;

/**
 * Goes through the gateway's pages until there is nothing left to do, and looks at each of them.
 *
 * @returns the headings of the pages on the way
 */
export async function signIn(visitor, demo, person) {
  const picks = [...(person.picks ?? [])];
  const headings = [];
  while (await visitor.isAtGateway()) {
    const heading = await visitor.heading();
    headings.push(heading);
    await visitor.look(`${person.name}-${headings.length}-${heading}`);
    if (headings.length > MOST_PAGES) throw new Error(`${person.name} goes in circles: ${headings.join(' > ')}`);
    if (!(await takeStep(visitor, demo, person, picks))) break;
  }
  return headings;
}

/** Does what the page asks for; false when the person has nothing to give it. */
async function takeStep(visitor, demo, person, picks) {
  const { page } = visitor;
  // What a person has already said is not said again to a page that refused it.
  if ((await page.locator('.summary').count()) > 0) return false;
  if (await fillIn(visitor, demo, person)) {
    await visitor.leaveBy(() => page.locator('form.form button[type=submit]').first().click());
    return true;
  }
  const row = picks.length > 0 && page.locator('button.row, a.row', { hasText: picks[0] }).first();
  if (row && (await row.count()) > 0) {
    picks.shift();
    await visitor.leaveBy(() => row.click());
    return true;
  }
  const later = page.getByRole('button', { name: /later|skip|not now/i }).first();
  if (person.later && (await later.count()) > 0) {
    await visitor.leaveBy(() => later.click());
    return true;
  }
  return false;
}

/** Fills every field that the person has something for; says whether there was one. */
async function fillIn(visitor, demo, person) {
  const { page } = visitor;
  if (person.later && (await page.locator('input[autocomplete="new-password"]').count()) > 0) return false;
  const known = [
    ['input[name=identifier]', () => person.login],
    ['input[autocomplete~=current-password]', () => person.password],
    ['input[autocomplete~=new-password]', () => person.newPassword],
    ['input[autocomplete~=one-time-code]', () => newestCode(visitor, demo, person)],
    ['input[name$=answer]', () => person.answer],
  ];
  // A page may only want to be told to go on.
  const form = page.locator('form.form').first();
  let filled = (await form.count()) > 0 && (await form.locator('input:not([type=hidden]), select').count()) === 0;
  for (const [selector, value] of known) {
    for (const field of await page.locator(selector).all()) {
      const text = await value();
      if (text === undefined) return false;
      await field.fill(text);
      filled = true;
    }
  }
  return filled;
}

/** Reads the newest code in the demo's inbox, as a person would: in another tab. */
export async function newestCode(visitor, demo, person) {
  const tab = await visitor.context.newPage();
  try {
    await tab.goto(`${demo.inbox}?to=${encodeURIComponent(person.login)}`);
    return (await tab.locator('.code').first().innerText()).trim();
  } finally {
    await tab.close();
  }
}
