import { type Keycloak, type KeycloakOptions, startKeycloak } from '@lifeguard/dev/keycloak';
import { LIFEGUARD_JAR, SNS_JAR } from './jar-variant.ts';
import { SHORT_LIVED } from './short-lived.ts';

/** The name of the home of these servers, and what each start of it needs. */
export const SECOND_HOME = 'second';
export const SECOND_SERVER_OPTIONS: readonly string[] = ['--hostname-strict=false', '--vault=file'];

export interface SecondServerOptions extends Pick<KeycloakOptions, 'database' | 'env' | 'javaHome' | 'options'> {
  /** The plugin, or what stands in its place. */
  readonly jar?: string;
}

/**
 * Starts the server that specs have to themselves, one after the other: as operators run it, with Keycloak's own features. All share a home
 * and what Keycloak is built with, because it takes longer to build itself than to start.
 */
export async function startSecondServer({
  jar = LIFEGUARD_JAR,
  options = [],
  env,
  ...own
}: SecondServerOptions): Promise<Keycloak> {
  return startKeycloak({
    home: SECOND_HOME,
    jars: [jar, SNS_JAR],
    production: true,
    options: [...SECOND_SERVER_OPTIONS, ...options],
    env: { ...SHORT_LIVED, ...env },
    ...own,
  });
}
