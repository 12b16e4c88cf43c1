// Pages as they were reviewed, served with the scripts and the policy they go with: for what the demo's org does not offer.

import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';

const SOURCE = new URL('../../../src/', import.meta.url);
const TYPES = { js: 'text/javascript', css: 'text/css', svg: 'image/svg+xml' };
const POLICY = "default-src 'none'; style-src 'self'; img-src 'self' data:; script-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

/** Steps of documents, and the pages that all sites share. */
const REVIEWED = ['endpoints/views/snapshots/', 'pages/snapshots/'];

/**
 * Serves pages by the names of their snapshots.
 *
 * @returns `origin`, the forms `posted` so far, `change` (what is done to a page before it is sent) and `stop`.
 */
export async function serveReviewed() {
  const fixture = { posted: [], change: (html) => html };
  const server = createServer(async (request, response) => {
    if (request.method === 'POST') {
      fixture.posted.push(Object.fromEntries(new URLSearchParams(await text(request))));
      response.setHeader('content-type', 'text/html');
      response.end('<!doctype html><link rel="icon" href="data:,"><title>Posted</title><h1>Posted</h1>');
      return;
    }
    const file = request.url.split('/').at(-1);
    const type = TYPES[file.split('.').at(-1)];
    if (type) {
      response.setHeader('content-type', type);
      response.end(readFileSync(new URL(`pages/assets/${file}`, SOURCE)));
      return;
    }
    const reviewed = REVIEWED.map((folder) => new URL(`${folder}${file}.snap`, SOURCE)).find((snapshot) => existsSync(snapshot));
    const [, , ...html] = readFileSync(reviewed, 'utf8').split('---\n');
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.setHeader('content-security-policy', POLICY);
    response.end(fixture.change(html.join('---\n').replaceAll('{hash}', 'hash')));
  });
  server.listen(0, 'localhost');
  await once(server, 'listening');
  fixture.origin = `http://localhost:${server.address().port}`;
  fixture.stop = () => {
    server.closeAllConnections();
    server.close();
  };
  return fixture;
}
