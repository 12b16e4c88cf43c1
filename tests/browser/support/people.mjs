// The people of the demo and what becomes of each. A person who is printed but not listed here fails a test.

/**
 * `ends` is `signed in`, or the words of the page where it ends.
 * `endsOnOnePage` differs where name and password are asked for together: that page tells nobody whether an account is
 * locked, and who is done with one page cannot be too late for the second. `picks` are rows to choose, each once.
 */
export const people = [
  { name: 'Ada', login: 'ada@example.com', password: 'Analytical-1843', ends: 'signed in' },
  { name: 'Ben', login: 'ben@example.com', password: 'Lightning-1752', picks: ['Email'], ends: 'signed in' },
  { name: 'Cleo', login: 'cleo@example.com', ends: 'signed in' },
  { name: 'Dora', login: 'dora@example.com', password: 'Kaleidoscope-1817', picks: ['+44'], ends: 'signed in' },
  { name: 'Emil', login: 'emil@example.com', password: 'Semaphore-1792', picks: ['Security Question'], answer: 'optics', ends: 'signed in' },
  { name: 'Greta', login: 'greta@example.com', password: 'Herbarium-1735', ends: 'signed in' },
  { name: 'Uma', login: 'uma@example.com', password: 'Postmark-1840', ends: 'signed in' },
  { name: 'Pia', login: 'pia@example.com', password: 'Yesterday-2009', newPassword: 'Tomorrow-2031-Again', ends: 'signed in' },
  { name: 'Wes', login: 'wes@example.com', password: 'Tomorrow-2030', later: true, ends: 'signed in' },
  { name: 'Lena', login: 'lena@example.com', password: 'Portcullis-1066', ends: /locked/i, endsOnOnePage: /didn’t match/ },
  { name: 'Tom', login: 'tom@example.com', password: 'Hourglass-1338', ends: /too long|expired|timed out|begin again|start again/i, endsOnOnePage: 'signed in' },
  { name: 'Nina', login: 'nina@example.com', password: 'Outsider-1942', ends: /isn’t set up for this application/ },
];

export function person(name) {
  return people.find((one) => one.name === name);
}
