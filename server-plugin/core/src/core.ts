import type { Host } from './border.ts';
import { API_CALL, apiQuestions, callApi } from './cognito/api.ts';
import { cognitoPortsOf } from './cognito/ports.ts';
import { operations } from './operations.ts';
import { own } from './own.ts';
import { portsOf } from './ports.ts';

/**
 * The border: two strings and the host come in, one string goes out. The server evaluates this script once and freezes it; nothing outside
 * of a call remembers anything.
 * @param name one of the operations, or `cognito` and the X-Amz-Target of a request
 * @param json the operation's input
 * @returns the operation's answer as JSON, `null` where it has none
 * @throws whatever goes wrong; the caller denies
 */
export function call(name: string, json: string, host: Host): string {
  return JSON.stringify(answer(name, JSON.parse(json), host) ?? null);
}

function answer(name: string, input: unknown, host: Host): unknown {
  if (name.startsWith(API_CALL)) return callApi(name.slice(API_CALL.length), input as never, cognitoPortsOf(host));
  const operation = own(operations, name);
  if (operation !== undefined) return operation(input as never, portsOf(host));
  const question = own(apiQuestions, name);
  if (question !== undefined) return question(input as never, cognitoPortsOf(host));
  throw new Error(`no operation ${name}`);
}
