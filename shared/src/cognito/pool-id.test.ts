import { describe, expect, it } from 'vitest';
import { isPoolId, isRegion, poolIdOf, poolNameOf, realmIdOf } from './pool-id.ts';

const realmId = '6c2f1f8a-0c0e-4b1e-9c55-0123456789ab';

describe('poolIdOf', () => {
  it('is the name of a realm that is named as a pool', () => {
    expect(poolIdOf({ name: 'eu-west-1_AbC123def', realmId, attributes: {} })).toBe('eu-west-1_AbC123def');
  });

  it('is made of the realm’s own id otherwise, and leads back to it whatever the region', () => {
    const id = poolIdOf({ name: 'demo', realmId, attributes: { 'lifeguard.cognito.region': 'eu-north-1' } });
    expect(id).toBe('eu-north-1_6c2f1f8a0c0e4b1e9c550123456789ab');
    expect(realmIdOf(id ?? '')).toBe(realmId);
    expect(realmIdOf((id ?? '').replace('eu-north-1', 'us-west-2'))).toBe(realmId);
  });

  it('is nothing where the realm’s own id is no UUID', () => {
    expect(poolIdOf({ name: 'demo', realmId: 'demo', attributes: {} })).toBeUndefined();
  });
});

it.each<[string, boolean]>([
  ['us-east-1_AbC123def', true],
  ['us-gov-west-1_AbC123', true],
  ['local_AbC123', false],
  ['us-east-1_', false],
  ['us-east-1_a-b', false],
])('whether %s is the id of a pool: %s', (text, expected) => {
  expect(isPoolId(text)).toBe(expected);
});

it('a region has no pool behind it', () => {
  expect(isRegion('ap-southeast-2')).toBe(true);
  expect(isRegion('us-east-1_x')).toBe(false);
  expect(poolNameOf('us-east-1_AbC')).toBe('AbC');
});
