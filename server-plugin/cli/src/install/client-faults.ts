import type ClientRepresentation from '@keycloak/keycloak-admin-client/lib/defs/clientRepresentation.js';

/** The settings of a client that are not as they are wanted, by their names in the Admin API. All others, and its name, are the operator's. */
export function clientFaults(client: ClientRepresentation, wanted: ClientRepresentation): readonly string[] {
  const { attributes: wantedAttributes = {}, name: _, ...settings } = wanted;
  const attributes = (client.attributes ?? {}) as Readonly<Record<string, unknown>>;
  return [
    ...differing(client as Readonly<Record<string, unknown>>, settings),
    ...differing(attributes, wantedAttributes as Readonly<Record<string, unknown>>),
  ];
}

function differing(actual: Readonly<Record<string, unknown>>, wanted: object): readonly string[] {
  return Object.entries(wanted).flatMap(([name, value]) => (asText(actual[name]) === asText(value) ? [] : [name]));
}

/** Keycloak gives lists back in an order of its own. */
function asText(value: unknown): string | undefined {
  return JSON.stringify(Array.isArray(value) ? value.toSorted() : value);
}
