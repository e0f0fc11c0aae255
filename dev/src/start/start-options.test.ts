import { describe, expect, test } from 'vitest';
import { readStartOptions, type StartArguments } from './start-options.ts';

function read(args: Partial<StartArguments>, env: Record<string, string> = {}): ReturnType<typeof readStartOptions> {
  return readStartOptions({ rest: [], ...args }, env);
}

test('without options: Keycloak on 8080, the inbox and the application on the next two', () => {
  expect(read({})).toEqual({
    json: false,
    open: false,
    keep: false,
    ports: { keycloak: 8080, inbox: 8081, app: 8082 },
  });
});

test('--port moves all three', () => {
  expect(read({ port: '9000' }).ports).toEqual({ keycloak: 9000, inbox: 9001, app: 9002 });
});

test('--inbox-port moves the inbox, and the application stays clear of both', () => {
  expect(read({ port: '9000', 'inbox-port': '7000' }).ports).toEqual({ keycloak: 9000, inbox: 7000, app: 9001 });
  expect(read({ 'inbox-port': '9500' }).ports).toEqual({ keycloak: 8080, inbox: 9500, app: 9501 });
});

describe('npm without `--` in between', () => {
  test('`npm start --json --open` arrives as variables', () => {
    expect(read({}, { npm_config_json: 'true', npm_config_open: 'true' })).toMatchObject({ json: true, open: true });
  });

  test('`npm start --port=9000 --inbox-port=9100` too', () => {
    const env = { npm_config_port: '9000', npm_config_inbox_port: '9100' };
    expect(read({}, env).ports).toMatchObject({ keycloak: 9000, inbox: 9100 });
  });

  test('`npm start --port 9000` arrives in two pieces', () => {
    expect(read({ rest: ['9000'] }, { npm_config_port: 'true' }).ports.keycloak).toBe(9000);
  });

  test("what stands after `--` wins over npm's variable", () => {
    expect(read({ port: '9000' }, { npm_config_port: '9100' }).ports.keycloak).toBe(9000);
  });
});

describe('what is not understood is one sentence', () => {
  test.each<[string, Partial<StartArguments>, string]>([
    ['a port that is no number', { port: 'x' }, '--port must be a number from 1 to 65535, not "x".'],
    ['a port without a number', { port: '' }, '--port must be a number from 1 to 65535, not "".'],
    ['port 0', { port: '0' }, '--port must be a number'],
    ['a port beyond the last', { 'inbox-port': '65536' }, '--inbox-port must be a number'],
    ['no room for the others', { port: '65535' }, 'Choose ports up to 65533'],
    ['the same port twice', { port: '9000', 'inbox-port': '9000' }, 'must differ'],
    ['an option with a typing error', { rest: ['--prot'] }, '`start` does not know --prot'],
    ['a stray word', { rest: ['now'] }, '`start` does not know now'],
  ])('%s', (_name, args, sentence) => {
    expect(() => read(args)).toThrow(sentence);
  });
});
