import type { TestBed } from './test-bed.ts';

export interface AccountCredential {
  readonly type: string;
  readonly category: string;
  readonly removeable: boolean;
  readonly createAction?: string;
  readonly updateAction?: string;
  readonly userCredentialMetadatas: readonly {
    readonly credential: { readonly id: string; readonly userLabel?: string };
  }[];
}

/** Keycloak's account API, which the account console and whoever holds a token speak. */
export class AccountApi {
  readonly #url: string;
  readonly #headers: Record<string, string>;

  constructor(bed: TestBed, tokens: Record<string, string>) {
    this.#url = `${bed.url}/realms/${bed.realm}/account/credentials`;
    this.#headers = { authorization: `Bearer ${tokens['access_token']}`, accept: 'application/json' };
  }

  async credential(type: string): Promise<AccountCredential | undefined> {
    const response = await fetch(this.#url, { headers: this.#headers });
    if (!response.ok) throw new Error(`the account API answered ${response.status}`);
    const credentials = (await response.json()) as AccountCredential[];
    return credentials.find((credential) => credential.type === type);
  }

  /** @returns the HTTP status */
  async remove(id: string): Promise<number> {
    return (await fetch(`${this.#url}/${id}`, { method: 'DELETE', headers: this.#headers })).status;
  }
}
