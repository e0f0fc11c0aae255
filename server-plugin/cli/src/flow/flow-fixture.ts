import { type Execution, type Flow, parseFlow } from './flow-tree.ts';

/** A flow in short: `[provider or sub-flow name, requirement, children?]`. With children it is a sub-flow. */
export type Sketch = readonly [name: string, requirement: string, children?: readonly Sketch[]];

/** Turns a sketch into a flow by way of the list that the Admin API would give. */
export function sketchFlow(alias: string, sketches: readonly Sketch[]): Flow {
  return parseFlow(alias, toExecutions(sketches, 0));
}

function toExecutions(sketches: readonly Sketch[], level: number): readonly Execution[] {
  return sketches.flatMap(([name, requirement, children], index) => [
    {
      id: `${level}-${index}-${name}`,
      displayName: name,
      requirement,
      level,
      index,
      priority: index * 10,
      ...(children === undefined ? { providerId: name } : { authenticationFlow: true }),
    },
    ...toExecutions(children ?? [], level + 1),
  ]);
}

/** The second factor of Keycloak 26.7's own browser flow. */
export const CONDITIONAL_2FA: Sketch = [
  'Conditional 2FA',
  'CONDITIONAL',
  [
    ['conditional-user-configured', 'REQUIRED'],
    ['auth-otp-form', 'ALTERNATIVE'],
    ['webauthn-authenticator', 'DISABLED'],
  ],
];

export const PASSWORD: Sketch = ['auth-username-password-form', 'REQUIRED'];

/** Keycloak 26.7's own browser flow, with the given elements in its forms. */
export function browserFlow(alias: string, forms: readonly Sketch[]): Flow {
  return sketchFlow(alias, [
    ['auth-cookie', 'ALTERNATIVE'],
    ['auth-spnego', 'DISABLED'],
    ['identity-provider-redirector', 'ALTERNATIVE'],
    [
      'Organization',
      'ALTERNATIVE',
      [
        [
          'Conditional Organization',
          'CONDITIONAL',
          [
            ['conditional-user-configured', 'REQUIRED'],
            ['organization', 'ALTERNATIVE'],
          ],
        ],
      ],
    ],
    ['forms', 'ALTERNATIVE', forms],
  ]);
}

/** Keycloak 26.7's own flow for the first sign-in by an identity provider, with more elements behind the verification. */
export function firstBrokerFlow(alias: string, behind: readonly Sketch[] = []): Flow {
  return sketchFlow(alias, [
    ['idp-review-profile', 'REQUIRED'],
    [
      'User creation or linking',
      'REQUIRED',
      [
        ['idp-create-user-if-unique', 'ALTERNATIVE'],
        [
          'Handle Existing Account',
          'ALTERNATIVE',
          [
            ['idp-confirm-link', 'REQUIRED'],
            [
              'Account verification options',
              'REQUIRED',
              [
                ['idp-email-verification', 'ALTERNATIVE'],
                [
                  'Verify Existing Account by Re-authentication',
                  'ALTERNATIVE',
                  [
                    ['idp-username-password-form', 'REQUIRED'],
                    [
                      'First broker login - Conditional 2FA',
                      'CONDITIONAL',
                      [
                        ['conditional-user-configured', 'REQUIRED'],
                        ['auth-otp-form', 'ALTERNATIVE'],
                      ],
                    ],
                  ],
                ],
              ],
            ],
            ...behind,
          ],
        ],
      ],
    ],
  ]);
}
