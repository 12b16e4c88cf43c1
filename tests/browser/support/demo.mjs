// The demo as a program: started on a free port, read from what it prints, ended with the tests.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The program that is tried. */
export const PROGRAM = process.env.GATEHOUSE ?? fileURLToPath(new URL('../../../target/debug/gatehouse', import.meta.url));
// How long the program may take to say where it is; a machine that also compiles is slow.
const PATIENCE = 20_000;

/**
 * Starts the demo. `GATEHOUSE` names another program than target/debug/gatehouse.
 *
 * @returns the sites that ask for the name first (`url`), for name and password on one page (`onePage`) and for anything (`everything`), `inbox`, `pages` and `org`,
 *   `origins` of all of these, what was `printed`, and `stop`.
 */
export async function startDemo() {
  if (!existsSync(PROGRAM)) {
    throw new Error(`${PROGRAM} is not there; run cargo build first`);
  }
  const child = spawn(PROGRAM, ['demo', '--port', '0'], { stdio: ['ignore', 'pipe', 'pipe'] });
  let printed = '';
  let complaints = '';
  child.stderr.on('data', (piece) => { complaints += piece; });
  const ready = new Promise((resolve, reject) => {
    child.stdout.on('data', (piece) => {
      printed += piece;
      const addresses = addressesIn(printed);
      if (addresses) resolve(addresses);
    });
    child.once('exit', (code) => reject(new Error(`the demo ended with ${code}: ${complaints}`)));
    setTimeout(() => reject(new Error(`the demo did not say where it is: ${printed}${complaints}`)), PATIENCE).unref();
  });
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGTERM');
      await once(child, 'exit');
    }
    return complaints;
  };
  try {
    return new Demo(await ready, () => printed, stop);
  } catch (error) {
    await stop();
    throw error;
  }
}

class Demo {
  constructor(addresses, printed, stop) {
    Object.assign(this, addresses);
    this.stop = stop;
    Object.defineProperty(this, 'printed', { get: printed });
  }

  /** Puts every account and the org back to how they were at the start. */
  async reset() {
    await this.#control('reset', {});
  }

  /** Makes the next `times` requests to the org below `path` go wrong. */
  async fault(path, fault, times = 1) {
    await this.#control('faults', { path, fault, times });
  }

  /** Makes the first page of the site that asks for the name first offer these things, until the next reset. */
  async firstPage(offers) {
    await this.#control('first-page', { client: '0oademofieldnotes001', offers });
  }

  /** Puts Okta Verify on this machine: whose it is, how slow, and with which status it refuses. */
  async device(manner) {
    await this.#control('device', manner);
  }

  /** Where Okta Verify listens, and why pages gave up on it. */
  async deviceReport() {
    return (await fetch(`${this.org}/demo/device`)).json();
  }

  /** Says yes to what that person was asked by e-mail or on a phone, as if it were done elsewhere. */
  async approve({ login }) {
    await this.#control('approve', { login });
  }

  async #control(what, body) {
    const answer = await fetch(`${this.org}/demo/${what}`, { method: 'POST', body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(`${what}: ${answer.status} ${await answer.text()}`);
  }
}

/** The addresses in what the demo prints, once all are there. */
function addressesIn(printed) {
  const lines = printed.match(/Open\s+(http:\S+)\/ .*\n\s+(http:\S+)\/ .*\n\s+(http:\S+)\/ .*\n\s*Codes\s+(http:\S+)\n\s*Pages\s+(http:\S+)\//);
  if (!lines) return undefined;
  const [, url, onePage, everything, inbox, pages] = lines;
  const org = new URL(inbox).origin;
  return { url, onePage, everything, inbox, pages, org, origins: [url, onePage, everything, org] };
}
