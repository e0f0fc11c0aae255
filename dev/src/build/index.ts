export { buildCli } from './build-cli.ts';
export { buildExtension, type ExtensionBuilds } from './build-extension.ts';
export { buildJar, type BuildJarOptions } from './build-jar.ts';
export type { SetUpOptions } from '../set-up-options.ts';
