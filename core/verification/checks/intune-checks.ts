import type { IntunePlan, Pointer } from '../../provider/provider.ts';
import { fail, judgeIfRead, pass, warn, type CheckDefinition } from './check.ts';

export const intuneChecks = [
  {
    key: 'licence.intune',
    title: 'Intune license',
    blocking: false,
    dependsOn: ['tenant.identity'],
    needs: ['licences'],
    connection: 'irrelevant',
    judge: judgeIfRead('licences', ({ intune, lookalikes }, pointers) => {
      const evidence = [...intune.map(describePlan), ...lookalikes.map(describeLookalike), ...pointers];
      const some = (state: IntunePlan['state']) => intune.some((plan) => plan.state === state);
      if (some('enabled')) return pass('A license that includes Intune is active.', evidence);
      if (some('grace')) return warn('licence.intune_grace', evidence);
      if (some('pending')) return warn('licence.intune_pending', evidence);
      if (some('failed')) return warn('licence.intune_setup_failed', evidence);
      return fail('licence.intune_missing', evidence);
    }),
  },
  {
    key: 'intune.mdm_authority',
    title: 'MDM authority',
    blocking: false,
    dependsOn: ['tenant.identity', 'licence.intune'],
    needs: ['mdm_authority'],
    connection: 'irrelevant',
    judge: judgeIfRead('mdm_authority', ({ authority }, pointers) => {
      const evidence = [{ kind: 'mdm_authority', value: authority }, ...pointers];
      if (authority === 'intune') return pass('Intune manages the devices.', evidence);
      return authority === 'unknown'
        ? fail('intune.mdm_authority_unset', evidence)
        : warn('intune.mdm_authority_other', evidence);
    }),
  },
] as const satisfies readonly CheckDefinition[];

function describePlan({ plan, sku, state, provisioning }: IntunePlan): Pointer {
  const how = provisioning === undefined ? '' : ` (${provisioning})`;
  return { kind: `intune_plan_${state}`, value: `${plan} in ${sku}${how}` };
}

function describeLookalike(plan: string): Pointer {
  return { kind: 'not_intune', value: plan };
}
