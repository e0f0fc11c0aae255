/** What the DOM calls the types of inputs that can hold a code; an unknown type is `text` to it. Some pages mask theirs as a password. */
export const CODE_INPUT_TYPES: ReadonlySet<string> = new Set(['text', 'tel', 'number', 'password']);
