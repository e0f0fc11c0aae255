import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { watchFields } from './watch-fields.ts';

interface FakeRoot extends EventTarget {
  hasInput: boolean;
  typeOfInput: string;
  hosts: { readonly shadowRoot: FakeRoot | null }[];
}

let page: FakeRoot;
let idle: (() => void)[];
let now: number;
let observed: unknown[];
let report: (changes: readonly { readonly type: string }[]) => void;

function fakeRoot(): FakeRoot {
  const root = Object.assign(new EventTarget(), {
    hasInput: false,
    typeOfInput: 'text',
    hosts: [] as FakeRoot['hosts'],
    querySelectorAll: () => [
      ...root.hosts,
      ...(root.hasInput ? [{ localName: 'input', shadowRoot: null, type: root.typeOfInput }] : []),
    ],
  });
  return root;
}

beforeEach(() => {
  page = fakeRoot();
  idle = [];
  observed = [];
  now = 0;
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  vi.spyOn(performance, 'now').mockImplementation(() => now);
  vi.stubGlobal('document', page);
  vi.stubGlobal('requestIdleCallback', (callback: () => void) => idle.push(callback));
  vi.stubGlobal(
    'MutationObserver',
    class {
      constructor(callback: typeof report) {
        report = callback;
      }
      observe = (root: unknown) => observed.push(root);
      disconnect = () => observed.splice(0);
    },
  );
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

function watch() {
  const onChange = vi.fn();
  const watching = new AbortController();
  watchFields({ onChange, signal: watching.signal });
  return { onChange, watching };
}

function becomeIdle(): void {
  for (const callback of idle.splice(0)) callback();
}

const NODES = [{ type: 'childList' }];
const ATTRIBUTES = [{ type: 'attributes' }];

test('a page with a field is told at once, one without is not', () => {
  expect(watch().onChange).not.toHaveBeenCalled();
  page.hasInput = true;
  expect(watch().onChange).toHaveBeenCalledTimes(1);
});

test.each(['text', 'tel', 'number', 'password'])('an input that is %s to the browser is told', (type) => {
  Object.assign(page, { hasInput: true, typeOfInput: type });
  expect(watch().onChange).toHaveBeenCalledTimes(1);
});

test.each(['email', 'search', 'url', 'date', 'checkbox', 'hidden', 'submit'])('an input that is %s is not', (type) => {
  Object.assign(page, { hasInput: true, typeOfInput: type });
  expect(watch().onChange).not.toHaveBeenCalled();
});

test('a storm of changes is one rescan, when the page is idle', () => {
  const { onChange } = watch();
  page.hasInput = true;
  for (let change = 0; change < 10_000; change += 1) report(NODES);
  expect(idle).toHaveLength(1);
  expect(onChange).not.toHaveBeenCalled();
  becomeIdle();
  expect(onChange).toHaveBeenCalledTimes(1);
});

test('a page whose rescans take long has them seldom, and none is left out', () => {
  const { onChange } = watch();
  page.hasInput = true;
  onChange.mockImplementation(() => (now += 3));
  report(NODES);
  becomeIdle();
  expect(onChange).toHaveBeenCalledTimes(1);
  for (let change = 0; change < 100; change += 1) report(NODES);
  expect(idle).toHaveLength(0);
  now += 60;
  vi.advanceTimersByTime(60);
  becomeIdle();
  expect(onChange).toHaveBeenCalledTimes(2);
  now += 60;
  report(NODES);
  expect(idle).toHaveLength(1);
});

test('sleeps while attributes change on a page that has no field', () => {
  watch();
  report(ATTRIBUTES);
  page.dispatchEvent(new Event('transitionend'));
  expect(idle).toHaveLength(0);
});

test('wakes up for attributes and for the end of a movement on a page that has one', () => {
  page.hasInput = true;
  watch();
  report(ATTRIBUTES);
  expect(idle).toHaveLength(1);
  becomeIdle();
  page.dispatchEvent(new Event('animationend'));
  expect(idle).toHaveLength(1);
});

test('a field that goes away is told, once', () => {
  page.hasInput = true;
  const { onChange } = watch();
  page.hasInput = false;
  for (let times = 0; times < 2; times += 1) {
    report(NODES);
    becomeIdle();
  }
  expect(onChange).toHaveBeenCalledTimes(2);
});

test('a shadow root that comes late is observed of its own, once', () => {
  const { onChange } = watch();
  const inner = fakeRoot();
  inner.hasInput = true;
  page.hosts = [{ shadowRoot: inner }];
  for (let times = 0; times < 2; times += 1) {
    report(NODES);
    becomeIdle();
  }
  expect(observed).toEqual([page, inner]);
  expect(onChange).toHaveBeenCalledTimes(2);
});

test('nothing is watched or told after the end', () => {
  const { onChange, watching } = watch();
  report(NODES);
  watching.abort();
  page.hasInput = true;
  becomeIdle();
  expect(observed).toEqual([]);
  expect(onChange).not.toHaveBeenCalled();
});
