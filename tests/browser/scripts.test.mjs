// The scripts of the pages are typed: the compiler reads them as strictly as it can.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const compiler = createRequire(import.meta.url).resolve('typescript/bin/tsc');
const project = fileURLToPath(new URL('.', import.meta.url));

test('every script of ours passes the compiler', async () => {
  const run = promisify(execFile)(process.execPath, [compiler, '--project', project]);

  const { stdout } = await run.catch((failed) => failed);

  assert.equal(stdout, '');
});
