import { defineConfig } from 'vite';

export default defineConfig({
  root: import.meta.dirname,
  ssr: { noExternal: true },
  build: {
    ssr: 'sdk.ts',
    outDir: '../../dist/server/mcp',
    // The compiler has put the other files there.
    emptyOutDir: false,
    target: 'node24',
    rolldownOptions: { checks: { bundlerTimings: false } },
  },
});
