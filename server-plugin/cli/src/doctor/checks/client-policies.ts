import { enforcedFlows, withFlows } from '../../client-policies/flow-enforcers.ts';
import { asksOnEveryWay } from '../../flow/ways-round.ts';
import { kcadmUpdate } from '../commands.ts';
import { ok, problem, quotedList } from '../finding.ts';
import { whenAsked } from './when-asked.ts';

/** A client policy can choose the flow of a sign-in, which then runs in place of the client's and the realm's. Install leaves them alone. */
export const clientPolicies = whenAsked(
  ({ clientPolicies: { policies, profiles, globalProfiles }, enforcedFlows: flows, realm }) => {
    const isOpen = (alias: string): boolean => {
      const flow = flows.get(alias);
      return flow !== undefined && !asksOnEveryWay(flow);
    };
    const known = [...profiles, ...globalProfiles];
    const open = policies
      .filter(({ enabled }) => enabled === true)
      .flatMap(({ name: policy = '', profiles: applied = [] }) =>
        known
          .filter(({ name = '' }) => applied.includes(name))
          .flatMap((profile) =>
            enforcedFlows(profile)
              .filter(isOpen)
              .map((flow) => ({ policy, profile, flow })),
          ),
      );
    if (open.length === 0) return ok('No client policy chooses a flow without the second factor.');
    const names = open.map(
      ({ policy, profile: { name = '' }, flow }) => `"${policy}" (profile "${name}", flow "${flow}")`,
    );
    const isOwn = open.some(({ profile }) => profiles.includes(profile));
    const others = open.flatMap(({ policy, profile }) => (profiles.includes(profile) ? [] : [policy]));
    const closed = withFlows(profiles, (alias) => (isOpen(alias) ? undefined : alias));
    return problem(
      `These client policies choose a flow without Lifeguard's step on every way: ${names.join(', ')}.`,
      ...(isOwn ? [kcadmUpdate(['client-policies', 'profiles'], realm, `profiles=${JSON.stringify(closed)}`)] : []),
      ...(others.length > 0
        ? [`Take the server's own profile out of these client policies: ${quotedList(others)}.`]
        : []),
    );
  },
);
