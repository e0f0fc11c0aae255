export { DEFAULT_REGION, poolIdOf, poolNameOf, realmIdOf } from '@lifeguard/shared/cognito';
