// The gateway as an operator runs it, with config/branded.yaml in front of the demo's org: for what only a site's own look does.

import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

import { PROGRAM } from './demo.mjs';

const EXAMPLES = fileURLToPath(new URL('../../../config/', import.meta.url));
const PATIENCE = 20_000;
const PAUSE = 50;

/**
 * Serves the branded site at the address of the demo's site with the public client, whose callback the org knows.
 *
 * @returns its `origin`, `argument` with which a Chromium goes to this gateway instead of the demo's, and `stop`, which gives
 *   what it logged
 */
export async function serveBranded(demo) {
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), 'gatehouse-branded-'));
  cpSync(join(EXAMPLES, 'brand'), join(folder, 'brand'), { recursive: true });
  writeFileSync(join(folder, 'key.txt'), randomBytes(32).toString('base64url'));
  const config = join(folder, 'branded.yaml');
  writeFileSync(config, arranged(readFileSync(join(EXAMPLES, 'branded.yaml'), 'utf8'), port, demo));

  const child = spawn(PROGRAM, ['serve', '--config', config], { stdio: ['ignore', 'pipe', 'pipe'] });
  let log = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece) => { log += piece; });
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGTERM');
      await once(child, 'exit');
    }
    rmSync(folder, { recursive: true });
    return log;
  };
  for (let waited = 0; !(await answers(port)); waited += PAUSE) {
    if (child.exitCode !== null || waited > PATIENCE) {
      await stop();
      throw new Error(`the branded gateway does not answer: ${log}`);
    }
    await sleep(PAUSE);
  }
  const { origin, host } = new URL(demo.onePage);
  return { origin, argument: `--host-resolver-rules=MAP ${host} 127.0.0.1:${port}`, stop };
}

/** The example, but at that port and with the demo's org and public client. */
function arranged(example, port, demo) {
  const changes = [
    ['address: 127.0.0.1:8080', `address: 127.0.0.1:${port}`],
    ['issuer: https://example.okta.com/oauth2/default', `issuer: ${demo.org}`],
    ['client_id: 0oa1ab2cd3', 'client_id: 0oademofieldnotes002'],
    ['    client_secret: { env: OKTA_CLIENT_SECRET }\n', ''],
    ['    audience: api://default\n', ''],
    ['host: localhost', 'host: 127.0.0.1'],
    ['public_url: http://localhost:8080', `public_url: ${demo.onePage}`],
  ];
  return changes.reduce((yaml, [old, replacement]) => {
    if (!yaml.includes(old)) throw new Error(`config/branded.yaml has no ${old}`);
    return yaml.replace(old, replacement);
  }, example);
}

async function answers(port) {
  const answer = await fetch(`http://127.0.0.1:${port}/.gatehouse/signed-out`).catch(() => undefined);
  return answer !== undefined;
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}
