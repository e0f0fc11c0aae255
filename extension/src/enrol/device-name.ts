/** A name that a list of devices understands. Keycloak refuses one that it has already, so the minute (UTC) is in it. */
export function deviceNameAt(nowInMillis: number): string {
  return `Lifeguard ${new Date(nowInMillis).toISOString().slice(0, 16).replace('T', ' ')}`;
}
