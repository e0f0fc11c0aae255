/** What every step of the set-up takes: finding tools, building, taking Keycloak. */
export interface SetUpOptions {
  /** Takes a note for the person; it must not go to standard output. */
  readonly log: (note: string) => void;
  /** Ends the step early. */
  readonly signal?: AbortSignal | undefined;
}
