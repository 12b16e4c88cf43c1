// Chromium, and one visitor in it who notices everything that a page should not do.

import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

import { chromium } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const SCREENSHOTS = fileURLToPath(new URL('../../../target/screenshots/', import.meta.url));

// How long anything may take, and how often it is looked at, in milliseconds.
const PATIENCE = 10_000;
const PAUSE = 50;

/** Starts Chromium without anything that would call home, and with these arguments besides. */
export function launch(...more) {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', ...more],
  });
}

/** One person at one browser with cookies of its own. */
export class Visitor {
  /** What no page should do, in the order it happened. */
  faults = [];
  #audited = new Set();

  /**
   * @param origins the only origins that pages may ask for anything
   */
  static async arrive(browser, { origins, javaScript = true, scheme = 'light', width = 1280 }) {
    const context = await browser.newContext({
      javaScriptEnabled: javaScript,
      colorScheme: scheme,
      viewport: { width, height: 800 },
      locale: 'en-US',
      reducedMotion: 'reduce',
    });
    const visitor = new Visitor();
    Object.assign(visitor, { context, javaScript, scheme, width });
    context.on('request', (request) => {
      const { origin, protocol } = new URL(request.url());
      if (protocol !== 'data:' && !origins.includes(origin)) visitor.faults.push(`asked ${request.url()}`);
    });
    context.setDefaultTimeout(PATIENCE);
    visitor.page = await context.newPage();
    visitor.#watch(visitor.page);
    return visitor;
  }

  #watch(page) {
    page.on('pageerror', (error) => this.faults.push(`script error at ${page.url()}: ${error.message}`));
    page.on('console', (message) => {
      if (!['error', 'warning'].includes(message.type())) return;
      // Chromium also complains of the status of a page that is meant to have it.
      const isStatusOfPage = message.text().startsWith('Failed to load resource') && message.location().url === page.url();
      if (!isStatusOfPage) this.faults.push(`console at ${page.url()}: ${message.text()}`);
    });
  }

  /** Opens an address. */
  async goto(url) {
    const response = await this.page.goto(url);
    await this.#settle();
    return response;
  }

  /** Does what leads to another page, and waits for that page. */
  async leaveBy(action) {
    await Promise.all([this.page.waitForNavigation(), action()]);
    await this.#settle();
  }

  /** Waits until the page is where it stays: one that only leads on is not where anybody arrives. */
  async #settle() {
    for (let waited = 0; waited < PATIENCE; waited += PAUSE) {
      if (await this.#isSettled()) return;
      await sleep(PAUSE);
    }
    assert.fail(`${this.page.url()} does not come to rest`);
  }

  async #isSettled() {
    const state = () => [location.href, document.readyState, document.querySelector('h1')?.innerText];
    // Asking a page that leaves this very moment fails, which is an answer too.
    const [url, readiness, heading] = await this.page.evaluate(state).catch(() => []);
    return url === this.page.url() && readiness === 'complete' && heading !== 'One moment';
  }

  /** The text of the page's heading, or nothing. */
  async heading() {
    const heading = this.page.locator('h1').first();
    return (await heading.count()) ? (await heading.innerText()).trim() : '';
  }

  /** Whether the page is one that the gateway renders. */
  async isAtGateway() {
    return (await this.page.locator('header.brand + main.panel').count()) > 0;
  }

  /** Looks at the page: fits the window, accessible, and a picture for whoever wants to look too. */
  async look(name) {
    await this.#fits();
    mkdirSync(SCREENSHOTS, { recursive: true });
    const file = `${name}-${this.width}-${this.scheme}${this.javaScript ? '' : '-no-script'}.png`;
    await this.page.screenshot({ path: SCREENSHOTS + file.replace(/[^\w.-]+/g, '-').toLowerCase(), fullPage: true });
    if (this.javaScript) await this.#audit();
  }

  async #fits() {
    const [needed, there] = await this.page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
    assert.ok(needed <= there, `${this.page.url()} is ${needed} px wide in a window of ${there} px`);
  }

  /** axe-core needs scripts of its own, so it looks only where pages may have some; the HTML is the same. */
  async #audit() {
    const content = await this.page.content();
    if (this.#audited.has(content)) return;
    this.#audited.add(content);
    // Not as a script of the page, which its policy would rightly refuse.
    await this.page.evaluate(AXE);
    const violations = await this.page.evaluate(async () => {
      const { violations } = await globalThis.axe.run(document, { resultTypes: ['violations'], preload: false });
      return violations.map((violation) => `${violation.id}: ${violation.help}: ${violation.nodes.map((node) => node.html).join(' ')}`);
    });
    assert.deepEqual(violations, [], `axe-core at ${this.page.url()} (“${await this.heading()}”)`);
  }

  /** Leaves, and fails the test if any page did what it should not. */
  async leave() {
    await this.context.close();
    assert.deepEqual(this.faults, []);
  }
}
