import { describe, expect, it } from 'vitest';
import { browserFlow, CONDITIONAL_2FA, PASSWORD, type Sketch, sketchFlow } from '../flow/flow-fixture.ts';
import { type FlowUse, flowUses } from './flow-use.ts';
import { planFlows, type StoredFlow } from './plan-flows.ts';

const STEP: Sketch = ['lifeguard-mfa', 'REQUIRED'];
const OTP_OFF: Sketch = [
  'Conditional 2FA',
  'CONDITIONAL',
  [
    ['conditional-user-configured', 'REQUIRED'],
    ['auth-otp-form', 'DISABLED'],
    ['webauthn-authenticator', 'DISABLED'],
  ],
];

const builtIn = stored(browserFlow('browser', [PASSWORD, CONDITIONAL_2FA]));
const copy = stored(browserFlow('lifeguard-browser', [PASSWORD, STEP, OTP_OFF]));

function stored(flow: Omit<StoredFlow, 'id'>, description?: string): StoredFlow {
  return { ...flow, id: `id of ${flow.alias}`, ...(description === undefined ? {} : { description }) };
}

function use(flow: string, builtInFlow?: string): FlowUse {
  return {
    flow,
    ...(builtInFlow === undefined ? {} : { builtIn: builtInFlow }),
    rebind: (alias) => ({ what: `bind "${alias}" for "${flow}"`, apply: () => Promise.resolve() }),
  };
}

function planned(flows: readonly StoredFlow[], uses: readonly FlowUse[]) {
  const { changes, notes } = planFlows(flows, uses);
  return { changes: changes.map(({ what }) => what), notes };
}

describe('planFlows', () => {
  it('binds the flow that the copy notes, before it deletes the copy', () => {
    const own = stored(browserFlow('shop', [PASSWORD, CONDITIONAL_2FA]));
    const noted = { ...copy, description: "Lifeguard's copy of shop" };
    expect(planned([builtIn, own, noted], [use('lifeguard-browser', 'browser')])).toEqual({
      changes: ['bind "shop" for "lifeguard-browser"', 'delete the flow "lifeguard-browser"'],
      notes: [],
    });
  });

  it.each([
    ['notes nothing', copy],
    ['notes a flow that is gone', { ...copy, description: "Lifeguard's copy of gone" }],
  ])("binds Keycloak's own flow for a copy of it that %s", (_, flow) => {
    expect(planned([flow, builtIn], [use('lifeguard-browser', 'browser')]).changes[0]).toBe(
      'bind "browser" for "lifeguard-browser"',
    );
  });

  it("takes only the step out of an operator's own flow, and says what to look at", () => {
    const own = stored(browserFlow('shop', [PASSWORD, OTP_OFF, ['codes', 'ALTERNATIVE', [STEP]]]));
    expect(planned([builtIn, own], [use('shop', 'browser')])).toEqual({
      changes: ['take Lifeguard\'s step out of "shop"'],
      notes: [expect.stringContaining('enable it'), expect.stringContaining('"codes" of "shop" holds no step')],
    });
  });

  it('gives the profiles of client policies their flow back, before it deletes the copy', () => {
    const executors = [
      { executor: 'auth-flow-enforcer', configuration: { 'auth-flow-alias': 'lifeguard-browser' } },
      { executor: 'pkce-enforcer' },
    ];
    const profiles = [{ name: 'own', executors }, { name: 'other' }];
    const uses = flowUses({ realm: {}, providers: [], clients: [], profiles, aliases: new Map() });
    expect(planned([builtIn, copy], uses).changes).toEqual([
      'let the client profile "own" choose the flow "browser"',
      'delete the flow "lifeguard-browser"',
    ]);
  });

  it('deletes no flow that is still bound', () => {
    const changed = stored(sketchFlow('lifeguard-browser', [PASSWORD, STEP, ['magic-link', 'REQUIRED']]));
    expect(planned([builtIn, changed], [use('lifeguard-browser', 'browser')]).changes).toEqual([
      'take Lifeguard\'s step out of "lifeguard-browser"',
    ]);
  });

  it('leaves a place empty that was empty', () => {
    const after = stored(sketchFlow('lifeguard-post-broker', [STEP]));
    expect(planned([after], [use('lifeguard-post-broker')]).changes).toEqual([
      'bind "" for "lifeguard-post-broker"',
      'delete the flow "lifeguard-post-broker"',
    ]);
  });

  it('has nothing to do where no flow has the step', () => {
    expect(planned([builtIn], [use('browser', 'browser')])).toEqual({ changes: [], notes: [] });
  });
});
