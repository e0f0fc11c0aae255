import { readClientSettings } from '../client/client-settings.ts';
import type { ListUserPoolClientsInput } from '../model/input-types.ts';
import { ListUserPoolClients } from '../model/inputs.ts';
import { onPool } from '../operation.ts';
import { readPage } from '../protocol/page.ts';

const MOST = 60;

/**
 * The clients that may use the API. Others of the realm are left out, so that a page may be shorter than it could.
 * @see Amazon Cognito API Reference, ListUserPoolClients
 */
export const listUserPoolClients = onPool<ListUserPoolClientsInput>(
  ListUserPoolClients,
  'view-clients',
  ({ UserPoolId, MaxResults = MOST, NextToken, ClientType }, { ports }) => {
    // None registers itself by the API.
    if (ClientType === 'DCR') return { UserPoolClients: [] };
    const { items, next } = readPage({ token: NextToken, max: MaxResults }, (range) => ports.clients(range));
    const clients = items.flatMap((client) => {
      const settings = readClientSettings(client);
      if (settings === undefined) return [];
      return [{ ClientId: client.clientId, UserPoolId, ClientName: settings.ClientName ?? client.name }];
    });
    return { UserPoolClients: clients, ...(next === undefined ? {} : { NextToken: next }) };
  },
);
