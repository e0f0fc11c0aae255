import type { CognitoRequest } from './answer.ts';
import { CognitoError } from './cognito-error.ts';

export type Members = Readonly<Record<string, unknown>>;

const CONTENT_TYPE = /^application\/x-amz-json-1\.1(?:;|$)/i;

/** Reads the body of a request in AWS JSON 1.1. */
export function parseBody({ contentType, body }: Pick<CognitoRequest, 'contentType' | 'body'>): Members {
  if (!CONTENT_TYPE.test(contentType.trim())) throw new CognitoError('UnknownOperationException', '');
  let value: unknown;
  try {
    value = JSON.parse(body === '' ? '{}' : body);
  } catch {
    throw serialization('The body is not JSON.');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw serialization('Start of structure or map found where not expected.');
  }
  return value as Members;
}

/** What AWS answers when a body can't be read as the model's types. */
export function serialization(message: string): CognitoError {
  return new CognitoError('SerializationException', message);
}
