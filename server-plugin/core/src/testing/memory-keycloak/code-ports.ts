import { randomInt, randomUUID } from 'node:crypto';
import type { CognitoPorts } from '../../cognito/ports.ts';
import type { CodePurpose } from '../../ports.ts';
import type { OpenRequest } from './open-request.ts';

type CodePorts = Pick<
  CognitoPorts,
  | 'findCode'
  | 'issueCode'
  | 'sendCode'
  | 'discardCode'
  | 'isRightCode'
  | 'consumeCode'
  | 'takeAttempt'
  | 'releaseAttempt'
  | 'mailCode'
  | 'mailPassword'
>;

/** The codes of a user, the guesses at them, and how they get to the person. */
export function codePorts(request: OpenRequest): CodePorts {
  const { beside, clock } = request;
  const keyOf = (purpose: string) => `${request.realm.id}/${request.user.id}/${purpose}`;
  const placeOf = (purpose: string, id: string, place: number) => `place/${keyOf(purpose)}/${id}/${place}`;

  function stored(purpose: string) {
    const code = beside.codes.get(keyOf(purpose));
    // The core decides by itself whether a code has expired, and finds it a little longer.
    const keptUntil = code === undefined ? 0 : code.sentAtInMillis + (code.validityInSeconds + 60) * 1_000;
    return keptUntil > clock.now() ? code : undefined;
  }
  const end = (purpose: CodePurpose) => beside.codes.delete(keyOf(purpose));

  function mail(to: string | undefined, subject: string, text: string): 'accepted' | 'refused' {
    const { realm } = request;
    const isSendable = to !== undefined && Object.keys(realm.smtp).length > 0;
    if (!isSendable || beside.mailer === 'refused') return 'refused';
    beside.mails.push({ realm: realm.name, to, subject, text });
    return 'accepted';
  }
  function codeOf(purpose: string): string {
    const code = stored(purpose);
    if (code === undefined) throw new Error('no code to send');
    return code.code;
  }

  return {
    findCode: ({ purpose }) => {
      const found = stored(purpose);
      if (found === undefined) return null;
      const { code: _withheld, ...visible } = found;
      return visible;
    },
    issueCode: ({ purpose, digits, ...order }) => {
      if (stored(purpose) !== undefined) return false;
      const code = String(randomInt(10 ** digits)).padStart(digits, '0');
      beside.codes.set(keyOf(purpose), { ...order, id: randomUUID(), code });
      return true;
    },
    sendCode: ({ purpose, message }) => {
      const text = message.replaceAll('{####}', codeOf(purpose));
      const to = stored(purpose)?.destination ?? '';
      if (beside.gateway !== 'refused') beside.texts.push({ realm: request.realm.name, to, text });
      return beside.gateway;
    },
    discardCode: ({ purpose, id }) => stored(purpose)?.id === id && end(purpose),
    isRightCode: ({ purpose, id, code }) => {
      const found = stored(purpose);
      return found?.id === id && found.code === code;
    },
    consumeCode: ({ purpose, id, code }) => {
      const found = stored(purpose);
      return found?.id === id && found.code === code && end(purpose);
    },
    takeAttempt: ({ purpose, id, limit, lifeInSeconds }) => {
      for (let place = 1; place <= limit; place += 1) {
        if (beside.putIfAbsent(placeOf(purpose, id, place), clock.now(), lifeInSeconds)) return place;
      }
      return 0;
    },
    releaseAttempt: ({ purpose, id, place }) => {
      beside.removeObject(placeOf(purpose, id, place));
    },
    mailCode: ({ purpose, subject, message }) =>
      mail(stored(purpose)?.destination, subject, message.replaceAll('{####}', codeOf(purpose))),
    mailPassword: ({ subject, message, password }) =>
      mail(
        request.user.email,
        subject,
        message.replaceAll('{####}', () => password),
      ),
  };
}
