import { type InputModel, readModel } from './protocol/input-model.ts';
import type { StructureShape } from './protocol/input-shape.ts';
import type { CognitoPorts } from './ports.ts';
import type { OpenedAccessToken, PortPool } from './records.ts';

/** Roles of `realm-management` by which a signed request may do something; `create-realm` is one of the whole server. */
export type Role =
  | 'create-realm'
  | 'view-realm'
  | 'manage-realm'
  | 'view-clients'
  | 'manage-clients'
  | 'view-users'
  | 'manage-users';

export interface AnonymousContext {
  readonly ports: CognitoPorts;
}

/** The pool that the request names is open. */
export interface PoolContext {
  readonly ports: CognitoPorts;
  readonly pool: PortPool;
}

/** The token's pool, client and user are open, and the token has the scope of the API. */
export type UserContext = { readonly ports: CognitoPorts; readonly pool: PortPool } & Pick<
  OpenedAccessToken & { readonly ok: true },
  'client' | 'user' | 'authTimeInSeconds' | 'provenFactor'
>;

/** One operation of the API: what the model says of its input, who may call it, and what it does with an input that the model accepts. */
export type CognitoOperation = { readonly input: StructureShape } & (
  | { readonly access: 'anonymous'; run(input: never, context: AnonymousContext): unknown }
  | { readonly access: 'access-token'; run(input: never, context: UserContext): unknown }
  /** Signed, by somebody who has the role; the role is asked of the pool in `UserPoolId`. */
  | { readonly access: 'pool'; readonly role: Role; run(input: never, context: PoolContext): unknown }
  /** Signed, about no pool that is there already. */
  | { readonly access: 'signed'; run(input: never, context: AnonymousContext): unknown }
);

/** An operation for whoever knows a client's id; what it is given has to prove the rest. */
export function anonymous<Input>(
  model: InputModel,
  run: (input: Input, context: AnonymousContext) => unknown,
): CognitoOperation {
  return { input: readModel(model), access: 'anonymous', run };
}

/** An operation of a signed-in user upon itself. */
export function withAccessToken<Input>(
  model: InputModel,
  run: (input: Input, context: UserContext) => unknown,
): CognitoOperation {
  return { input: readModel(model), access: 'access-token', run };
}

/** An operation of an administrator upon one pool. */
export function onPool<Input>(
  model: InputModel,
  role: Role,
  run: (input: Input, context: PoolContext) => unknown,
): CognitoOperation {
  return { input: readModel(model), access: 'pool', role, run };
}

/** An operation of an administrator that asks for its roles itself. */
export function signed<Input>(
  model: InputModel,
  run: (input: Input, context: AnonymousContext) => unknown,
): CognitoOperation {
  return { input: readModel(model), access: 'signed', run };
}
