import { runLifeguard } from './commands/run-lifeguard.ts';

await runLifeguard(process.argv.slice(2));
