/** Requests about the sites where codes are offered at the field. */
export interface InlineSitesApi {
  /** Whether codes are offered at the field of an origin. */
  isInlineAt(input: { readonly origin: string }): Promise<boolean>;
  /** The origins where codes are offered at the field. */
  inlineSites(): Promise<readonly string[]>;
  /** Offers them from the moment on in which the browser grants access to the host. */
  offerInlineAt(input: { readonly origin: string }): Promise<void>;
  stopInlineAt(input: { readonly origin: string }): Promise<void>;
}
