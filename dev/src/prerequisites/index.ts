export { findAwsClients } from './aws-clients.ts';
export { provideChromium } from './chromium.ts';
export type { SetUpOptions } from '../set-up-options.ts';
export { provideFirefox } from './firefox.ts';
export { provideJdk, type Jdk } from './jdk.ts';
export { provideMaven } from './maven.ts';
export { findMoto } from './moto.ts';
export { findPostgres } from './postgres.ts';
export { provideVirtualDisplay, type VirtualDisplay } from './virtual-display.ts';
