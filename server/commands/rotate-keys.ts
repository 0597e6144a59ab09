import '../../setup/require-node.ts';
import { rotateKeys, type RotationReport, type UnreadableRow } from '../../flows/connections/rotate-keys.ts';
import { openOperatorTools, runOperatorCommand } from './operator-command.ts';

/**
 * Re-encrypts every stored credential under the first key of ENCRYPTION_KEYS, beside a running program. To change keys
 * without downtime: first let every process know the new key (old:…,new:…), then put it first (new:…,old:…) and run this,
 * then then remove the old one.
 */
async function main(): Promise<number> {
  await using tools = await openOperatorTools(process.env, 'tenantatlas-rotate-keys');
  const report = await rotateKeys(tools);
  print(report, tools.keyring.keyIds.slice(1));
  return report.otherKeysInUse.length === 0 ? 0 : 1;
}

function print(
  { keyId, rotated, unreadable, otherKeysInUse }: RotationReport,
  formerKeyIds: readonly string[],
): void {
  const { provider_credentials: inUse, provider_credential_candidates: rehearsed } = rotated;
  console.log(`Re-encrypted under the key ${keyId}: ${inUse} in use, ${rehearsed} rehearsed.`);
  for (const row of unreadable) console.log(`  Not changed: ${describe(row)}`);
  if (unreadable.length > 0) return;
  if (otherKeysInUse.length > 0) {
    const names = otherKeysInUse.join(', ');
    console.log(
      `Credentials were encrypted under ${names} in the meantime: a process or another npm run rotate-keys has that key first. Put ${keyId} first everywhere and run this again.`,
    );
  } else if (formerKeyIds.length > 0) {
    console.log(
      `No credential uses ${formerKeyIds.join(', ')} any longer. Remove it from ENCRYPTION_KEYS everywhere.`,
    );
  }
}

function describe({ connectionId, keyId, why }: UnreadableRow): string {
  const reason =
    why === 'unknown_key'
      ? `uses the key ${keyId}, which is not in ENCRYPTION_KEYS.`
      : `cannot be decrypted with the key ${keyId}: the key has changed, or the data is damaged.`;
  return `the credential of connection ${connectionId} ${reason}`;
}

await runOperatorCommand(main);
