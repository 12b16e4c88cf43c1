// Draws every page at the width of a phone and of a desktop, light and dark, and sheets of many of them to look through.
//
//   npm run screenshots -- --out DIR [--language TAG] [--width 390] [--scheme dark] [NAME...]
//
// Without names all pages are drawn. The demo must have been built: cargo build.

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { listPages } from './support/catalogue.mjs';
import { launch } from './support/chromium.mjs';
import { startDemo } from './support/demo.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    out: { type: 'string' },
    language: { type: 'string', default: 'en' },
    width: { type: 'string', multiple: true, default: ['390', '1280'] },
    scheme: { type: 'string', multiple: true, default: ['light', 'dark'] },
    plain: { type: 'boolean', default: false },
  },
});
if (!values.out) {
  process.stderr.write('Say where to: --out DIR\n');
  process.exit(2);
}

/** How a page is laid on a sheet: as many beside and below each other, so much smaller. */
const SHEETS = { 390: { columns: 6, rows: 2, scale: 0.8, height: 860 }, 1280: { columns: 3, rows: 3, scale: 0.5, height: 900 } };

const demo = await startDemo();
const browser = await launch();
try {
  mkdirSync(values.out, { recursive: true });
  const all = await listPages(demo);
  const wanted = all.filter(({ name, language }) => language === values.language && (!positionals.length || positionals.includes(name)));
  for (const width of values.width.map(Number)) {
    for (const scheme of values.scheme) {
      const pictures = await drawAll(wanted, width, scheme);
      if (!values.plain) await drawSheets(pictures, width, scheme);
    }
  }
} finally {
  await browser.close();
  await demo.stop();
}

async function drawAll(pages, width, scheme) {
  const context = await browser.newContext({
    viewport: { width, height: width < 600 ? 844 : 800 },
    colorScheme: scheme,
    reducedMotion: 'reduce',
    locale: values.language,
  });
  const page = await context.newPage();
  const pictures = [];
  for (const { name, address } of pages) {
    await page.goto(address);
    const path = join(values.out, `${name}-${width}-${scheme}.png`);
    await page.screenshot({ path, fullPage: true, caret: 'initial' });
    pictures.push({ name, path });
  }
  await context.close();
  return pictures;
}

/** Lays pictures beside each other, with their names. */
async function drawSheets(pictures, width, scheme) {
  const { columns, rows, scale, height } = SHEETS[width] ?? SHEETS[390];
  const shown = Math.round(width * scale);
  const page = await browser.newPage({ viewport: { width: columns * (shown + 12) + 12, height: 800 } });
  for (let first = 0, number = 1; first < pictures.length; first += columns * rows, number += 1) {
    const cells = pictures.slice(first, first + columns * rows).map(({ name, path }) => {
      const source = `data:image/png;base64,${readFileSync(path).toString('base64')}`;
      return `<figure><figcaption>${name}</figcaption><img src="${source}" width="${shown}"></figure>`;
    });
    await page.setContent(`<!doctype html><style>
      body { display: grid; grid-template-columns: repeat(${columns}, ${shown}px); gap: 12px; margin: 12px; background: #888; font: 13px sans-serif; }
      figure { margin: 0; max-height: ${height}px; overflow: hidden; }
      img { display: block; }
    </style>${cells.join('')}`);
    const sheet = await page.screenshot({ fullPage: true });
    writeFileSync(join(values.out, `sheet-${width}-${scheme}-${String(number).padStart(2, '0')}.png`), sheet);
  }
  await page.close();
}
