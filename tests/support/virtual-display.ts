import { execFile, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { promisify } from 'node:util';

const runFile = promisify(execFile);

/** A screen of its own in memory, where windows open and keys are really pressed. */
export interface VirtualDisplay extends AsyncDisposable {
  /** What `DISPLAY` must be for programs that shall appear here. */
  readonly name: string;
  /** Gives the keyboard to the newest window of a class, as a window manager would. */
  focusWindow(windowClass: string): Promise<void>;
  /** Presses keys together, in xdotool's words: `alt+shift+l`. */
  press(keys: string): Promise<void>;
}

/** Why there can be no virtual display here, in one sentence; `undefined` when there can. */
export function noVirtualDisplay(): string | undefined {
  const missing = ['Xvfb', 'xdotool'].filter((command) => spawnSync(command, ['-help']).error !== undefined);
  return missing.length === 0 ? undefined : `a real key press needs ${missing.join(' and ')}`;
}

export async function startVirtualDisplay(): Promise<VirtualDisplay> {
  // Xvfb writes the number of a free display into the descriptor once the display is ready.
  const screen = ['-displayfd', '3', '-screen', '0', '1280x900x24', '-nolisten', 'tcp'];
  const xvfb = spawn('Xvfb', screen, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const exited = once(xvfb, 'exit');
  const announced = once(xvfb.stdio[3] as Readable, 'data').then(([number]) => `:${String(number).trim()}`);
  const name = await Promise.race([
    announced,
    exited.then(([status]) => Promise.reject(new Error(`Xvfb ended with status ${status}`))),
  ]);
  const env = { ...process.env, DISPLAY: name };
  const xdotool = async (...args: readonly string[]) => (await runFile('xdotool', args, { env })).stdout.trim();

  return {
    name,
    async focusWindow(windowClass) {
      const windows = await xdotool('search', '--sync', '--onlyvisible', '--class', windowClass);
      await xdotool('windowfocus', '--sync', windows.split('\n').at(-1)!);
    },
    async press(keys) {
      await xdotool('key', '--clearmodifiers', keys);
    },
    async [Symbol.asyncDispose]() {
      xvfb.kill();
      await exited;
    },
  };
}
