/**
 * The environment of servers that a few tests use. The JVM's first compiler alone takes half the time for Keycloak's build and start, and is
 * the slower one only in the long run.
 */
export const SHORT_LIVED = { JAVA_OPTS_APPEND: '-XX:TieredStopAtLevel=1' } as const;
