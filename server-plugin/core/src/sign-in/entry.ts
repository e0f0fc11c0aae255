/**
 * The way by which somebody comes to the second factor: the pages of a sign-in or of a password reset, back from an identity provider, a
 * step-up to a level of authentication that stands for a second factor, the direct grant, or a device that CIBA asks.
 */
export type Entry = 'browser' | 'identity-provider' | 'step-up' | 'direct-grant' | 'backchannel';

/** Whether the user has pages in front of them on which a factor can be set up. */
export function hasPages(entry: Entry = 'browser'): boolean {
  return entry !== 'direct-grant' && entry !== 'backchannel';
}
