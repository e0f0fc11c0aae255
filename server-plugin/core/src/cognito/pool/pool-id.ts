export { poolIdOf, poolNameOf, realmIdOf } from '@lifeguard/shared/cognito';
