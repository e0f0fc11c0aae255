export { fuzzedRequest } from './broken-request.ts';
export { realValues, unearned } from './fuzz-world.ts';
export { MODEL_INPUTS } from './model-inputs.ts';
