import '../../setup/require-node.ts';
import { repairStandings } from '../../flows/verification/repair-standings.ts';
import { openOperatorTools, runOperatorCommand } from './operator-command.ts';

/** Compares every tenant's standing and days with its history and repairs what differs; with --check it only tells. */
async function main(): Promise<number> {
  const isCheck = process.argv.includes('--check');
  await using tools = await openOperatorTools(process.env, 'tenantatlas-standing');
  const { checked, stale } = await repairStandings(tools, { repair: !isCheck });
  if (stale.length === 0) console.log(`The standing and days of all ${checked} tenants are correct.`);
  else {
    const what = isCheck ? 'are wrong' : 'were wrong and have been repaired';
    console.log(
      `The standing or days of ${stale.length} of ${checked} tenants ${what}: ${stale.join(', ')}.`,
    );
  }
  return isCheck && stale.length > 0 ? 1 : 0;
}

await runOperatorCommand(main);
