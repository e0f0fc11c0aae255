const BEGINNING = "Lifeguard's copy of ";

/** The description of a copy that asks for the second factor. */
export function describeCopy(original: string): string {
  return `${BEGINNING}${original}`;
}

/** The flow that a description names; undefined for a flow that is no such copy. */
export function copiedFrom(description: string | undefined): string | undefined {
  return description?.startsWith(BEGINNING) === true ? description.slice(BEGINNING.length) : undefined;
}
