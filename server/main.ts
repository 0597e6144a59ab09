import '../setup/require-node.ts';
import './young-generation.ts';

// Not a static import: those are all read and compiled before the first of them runs.
await import('./program.ts');
