import { kcadmUpdate } from '../commands.ts';
import type { DoctorFacts } from '../doctor-facts.ts';
import { ok, problem, quotedList } from '../finding.ts';
import { whenAsked } from './when-asked.ts';

type Client = DoctorFacts['clients'][number];

/** Ways to a session that no flow with pages and no step of Lifeguard's is part of; each closes by one setting of the client. */
const WAYS: readonly { readonly name: string; readonly isOpen: (client: Client) => boolean; readonly close: string }[] =
  [
    {
      name: 'Docker registry, by password',
      isOpen: ({ protocol }) => protocol === 'docker-v2',
      close: 'enabled=false',
    },
    {
      name: 'SAML ECP, by password',
      isOpen: ({ protocol, attributes }) => protocol === 'saml' && attributes?.['saml.allow.ecp.flow'] === 'true',
      close: 'attributes."saml.allow.ecp.flow"=false',
    },
    {
      name: 'JWT authorization grant, by the assertion of an identity provider',
      isOpen: ({ attributes }) => attributes?.['oauth2.jwt.authorization.grant.enabled'] === 'true',
      close: 'attributes."oauth2.jwt.authorization.grant.enabled"=false',
    },
  ];

export const otherProtocols = whenAsked(({ clients, realm }) => {
  const open = WAYS.flatMap(({ name, isOpen, close }) =>
    clients.filter((client) => client.enabled === true && isOpen(client)).map((client) => ({ name, client, close })),
  );
  if (open.length === 0) return ok('No client signs users in by a protocol without a second factor.');
  const names = open.map(({ name, client }) => `${quotedList([client.clientId ?? ''])} (${name})`).join(', ');
  return problem(
    `These clients get a user's tokens by a protocol that knows no second factor: ${names}.`,
    ...open.map(({ client, close }) => kcadmUpdate(['clients', client.id ?? ''], realm, close)),
  );
});
