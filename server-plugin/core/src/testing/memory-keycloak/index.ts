export { runningClock } from './clock.ts';
export { type MemoryServer, serveKeycloak } from './http-server.ts';
export { MemoryKeycloak } from './memory-keycloak.ts';
export { signRequest } from './sign-request.ts';
