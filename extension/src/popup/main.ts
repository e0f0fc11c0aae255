import { afterFirstPaint } from '../ui/after-first-paint.ts';

// Everything else comes once something is seen: evaluating it would put the first paint off.
await afterFirstPaint();
await import('./app.tsx');
