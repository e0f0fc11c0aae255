export const PASSWORD_HASHES = ['cheap', 'keycloak'] as const;
/** How the passwords of a benchmark are hashed: by one iteration, so that what differs is not hidden, or as Keycloak does by default. */
export type PasswordHash = (typeof PASSWORD_HASHES)[number];

const POLICIES: Readonly<Record<PasswordHash, string>> = {
  cheap: 'hashAlgorithm(pbkdf2-sha256) and hashIterations(1)',
  keycloak: '',
};

/** The password policy of a realm whose passwords are hashed so. */
export function passwordPolicyOf(hash: PasswordHash): string {
  return POLICIES[hash];
}

/** @returns undefined for anything but a name of one */
export function asPasswordHash(text: string): PasswordHash | undefined {
  return PASSWORD_HASHES.find((hash) => hash === text);
}
