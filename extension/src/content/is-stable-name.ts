/**
 * Whether a name is one that an author gave and that the next load of the page has again. Frameworks and builds make up
 * others: `:r1:`, `input-8f3a91c2`, `field_1700000010`, `XkQ9zT2b`.
 */
export function isStableName(name: string): boolean {
  if (name === '' || name.length > 60 || /[:«»]/.test(name)) return false;
  return !name.split(/[^A-Za-z0-9]+/).some(isMadeUp);
}

function isMadeUp(part: string): boolean {
  if (/\d{4}/.test(part)) return true;
  const isHex = part.length >= 6 && /^[\da-f]+$/i.test(part) && /\d/.test(part);
  // Letters and digits that take turns.
  const turns = part.match(/[A-Za-z]+|\d+/g)?.length ?? 0;
  return isHex || turns > 3 || (part.length >= 8 && turns === 3 && /[a-z][A-Z]/.test(part));
}
