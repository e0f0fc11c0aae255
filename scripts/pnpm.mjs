// Runs the pinned pnpm. It comes from npm into .tools/, so nothing global is needed: node scripts/pnpm.mjs install
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const { config, engines } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const home = join(root, '.tools', `pnpm-${config.pnpm}`);
const bin = join(home, 'node_modules', '.bin');
const lockfileSeen = join(root, 'node_modules', '.lockfile-sha256');
/** Set-up talks on standard error: standard output belongs to the command that was asked for. */
const setUp = ['inherit', process.stderr, 'inherit'];
const parent = process.ppid;
let running;

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  fail(`Node ${process.versions.node} is too old: install Node ${engines.node} and run this again.`);
}

// Whoever ends this process ends what it runs: the child gets the signal, may clean up, and then says how this process exits.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => running?.kill(signal));
// npm forwards neither SIGHUP nor, of course, SIGKILL; under npm the loss of the parent is an end as well.
if (process.env.npm_lifecycle_event !== undefined) {
  setInterval(() => process.ppid !== parent && running?.kill('SIGTERM'), 1000).unref();
}

if (!existsSync(join(bin, 'pnpm'))) {
  mkdirSync(home, { recursive: true });
  writeFileSync(join(home, 'package.json'), '{"private":true}');
  const quiet = ['--no-save', '--no-package-lock', '--no-audit', '--no-fund', '--loglevel=error'];
  await run('npm', ['install', '--prefix', home, ...quiet, `pnpm@${config.pnpm}`], setUp);
}

const args = process.argv.slice(2);
if (args[0] === 'run') {
  const lockfile = createHash('sha256').update(readFileSync(join(root, 'pnpm-lock.yaml'))).digest('hex');
  if (!existsSync(lockfileSeen) || readFileSync(lockfileSeen, 'utf8') !== lockfile) {
    await run('pnpm', ['install', '--frozen-lockfile'], setUp);
    writeFileSync(lockfileSeen, lockfile);
  }
  args.splice(1, 0, '--silent');
}
await run('pnpm', args, 'inherit');

/** Returns when the command has succeeded; otherwise this process exits the way the command did. */
async function run(command, commandArgs, stdio) {
  const env = { ...process.env, PATH: bin + delimiter + process.env.PATH };
  running = spawn(command, commandArgs, { cwd: root, stdio, env });
  const { status, signal } = await new Promise((resolve) => {
    running.once('error', (error) => fail(`${command} could not be started: ${error.message}`));
    running.once('exit', (status, signal) => resolve({ status, signal }));
  });
  running = undefined;
  if (status !== 0) process.exit(status ?? 128 + constants.signals[signal]);
}

function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}
