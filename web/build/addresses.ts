import type { Plugin } from 'vite';
import { routes } from '../paths.ts';

/** Lists the addresses of all pages beside them: the server answers 404 for every other one. */
export function addresses(): Plugin {
  return {
    name: 'addresses',
    apply: 'build',
    generateBundle() {
      this.emitFile({
        type: 'asset',
        fileName: 'addresses.json',
        source: JSON.stringify(Object.values(routes)),
      });
    },
  };
}
