import type { EncryptionKey } from '../../db/connections/envelope.ts';

/** What test programs seal credentials with, and the demo template's are sealed with. */
export const testKeys: readonly [EncryptionKey] = [{ id: 'test', key: Buffer.alloc(32, 7) }];
