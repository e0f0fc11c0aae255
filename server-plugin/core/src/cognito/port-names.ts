import { portsOf } from '../ports.ts';
import { cognitoPortsOf } from './ports.ts';

/** The names of the ports that the API adds to those of every part: the list that the Java shell is held against. */
export function cognitoPortNames(): readonly string[] {
  const host = { call: () => '' };
  const shared = Object.keys(portsOf(host, () => ''));
  return Object.keys(cognitoPortsOf(host, () => '')).filter((name) => !shared.includes(name));
}
