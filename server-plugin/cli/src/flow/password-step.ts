import { enabledSteps, type Flow, type FlowNode } from './flow-tree.ts';
import { PASSWORD_STEPS } from './providers.ts';

export type PasswordStepResult =
  | { readonly ok: true; readonly step: FlowNode }
  | { readonly ok: false; readonly reason: string };

/** Finds the one step after which the second factor belongs, by what it does and not by what its flow is called. */
export function findPasswordStep(flow: Flow): PasswordStepResult {
  const [step, ...others] = enabledSteps(flow.children).filter(({ provider }) =>
    PASSWORD_STEPS.includes(provider ?? ''),
  );
  if (step === undefined) {
    return refuse(`The browser flow "${flow.alias}" has no enabled step ${PASSWORD_STEPS.join(' or ')}`);
  }
  if (others.length > 0) {
    const labels = [step, ...others].map(({ label }) => `"${label}"`).join(' and ');
    return refuse(`The browser flow "${flow.alias}" asks for the password in ${others.length + 1} places (${labels})`);
  }
  // A REQUIRED step beside an ALTERNATIVE one makes Keycloak ignore the alternative, here the password.
  if (step.requirement !== 'REQUIRED') {
    return refuse(
      `The step "${step.label}" of the browser flow "${flow.alias}" is ${step.requirement} instead of REQUIRED`,
    );
  }
  return { ok: true, step };
}

function refuse(finding: string): PasswordStepResult {
  return {
    ok: false,
    reason: `${finding}: bind a flow with one REQUIRED password step, or put the step lifeguard-mfa REQUIRED right after the password by hand.`,
  };
}
