import { requireSecretHash } from '../access/secret-hash.ts';
import { type ClientContext, openClientFor } from '../client/open-client.ts';
import { anonymous, type CognitoOperation } from '../operation.ts';
import type { InputModel } from '../protocol/input-model.ts';
import type { CodeDeliveryDetails } from './delivery.ts';
import { hidesExistence } from './hidden-existence.ts';

interface CodeRequest {
  readonly ClientId: string;
  readonly SecretHash?: string;
  readonly Username: string;
}

/** Sends a code to the user of that name, and says where it went. */
type SendCode = (place: ClientContext, username: string) => CodeDeliveryDetails;

/**
 * An operation by which somebody who is not signed in asks for a code.
 * @param send `openly` says why none is sent; `silently` answers everybody alike, for clients that hide who exists
 */
export function codeRequest(
  model: InputModel,
  send: { readonly openly: SendCode; readonly silently: SendCode },
): CognitoOperation {
  return anonymous<CodeRequest>(model, ({ ClientId, SecretHash, Username }, { ports }) => {
    const place = openClientFor(ports, ClientId);
    requireSecretHash(ports, place.client, SecretHash, [Username]);
    const details = hidesExistence(place.settings) ? send.silently(place, Username) : send.openly(place, Username);
    return { CodeDeliveryDetails: details };
  });
}
