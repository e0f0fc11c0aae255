import { describe, expect, it } from 'vitest';
import { sketchFlow } from '../flow/flow-fixture.ts';
import { planPostBroker, POST_BROKER_FLOW, type PostBrokerState } from './plan-post-broker.ts';

const sound = sketchFlow(POST_BROKER_FLOW, [['lifeguard-mfa', 'REQUIRED']]);

function planned(state: Partial<PostBrokerState>): { changes: readonly string[]; leftOpen: readonly string[] } {
  const { changes, leftOpen } = planPostBroker({
    providers: [{ alias: 'google' }],
    postBrokerFlows: new Map(),
    ...state,
  });
  return { changes: changes.map(({ what }) => what), leftOpen };
}

describe('planPostBroker', () => {
  it('makes one flow and gives it to every identity provider that has none', () => {
    expect(planned({ providers: [{ alias: 'google' }, { alias: 'github' }] })).toEqual({
      changes: [
        'create the flow "lifeguard-post-broker" for sign-ins by identity providers',
        'add the step lifeguard-mfa REQUIRED in "lifeguard-post-broker"',
        'set "lifeguard-post-broker" as the post login flow of the identity provider "google"',
        'set "lifeguard-post-broker" as the post login flow of the identity provider "github"',
      ],
      leftOpen: [],
    });
  });

  it('goes on where an earlier run was cut off', () => {
    const [create, add, set] = planned({}).changes;
    expect(create).toContain('create');
    expect(planned({ existing: sketchFlow(POST_BROKER_FLOW, []) }).changes).toEqual([add, set]);
    const disabled = sketchFlow(POST_BROKER_FLOW, [['lifeguard-mfa', 'DISABLED']]);
    expect(planned({ existing: disabled }).changes).toEqual([
      'make the step lifeguard-mfa REQUIRED in "lifeguard-post-broker"',
      set,
    ]);
    expect(planned({ existing: sound }).changes).toEqual([set]);
  });

  it('has nothing to do in a realm without identity providers, or where all have it', () => {
    const nothing = { changes: [], leftOpen: [] };
    expect(planned({ providers: [] })).toEqual(nothing);
    expect(planned({ existing: sound, postBrokerFlows: new Map([['google', sound]]) })).toEqual(nothing);
  });

  it("leaves an operator's own flow alone and says what to do", () => {
    const own = sketchFlow('own', [['set-phone', 'REQUIRED']]);
    const plan = planned({ existing: sound, postBrokerFlows: new Map([['google', own]]) });
    expect(plan.changes).toEqual([]);
    expect(plan.leftOpen).toEqual([expect.stringContaining('put the step lifeguard-mfa into it')]);
  });

  it("leaves somebody else's flow of that name alone", () => {
    const plan = planned({ existing: sketchFlow(POST_BROKER_FLOW, [['magic-link', 'REQUIRED']]) });
    expect(plan).toEqual({ changes: [], leftOpen: [expect.stringContaining('rename or delete it')] });
  });
});
