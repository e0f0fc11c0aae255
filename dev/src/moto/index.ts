export { startMoto, type Moto } from './start-moto.ts';
