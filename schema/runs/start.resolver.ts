import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { parseId } from '../../core/global-id.ts';
import { badInput } from '../../core/fault.ts';
import { operationTypes, parseStartableType } from '../../core/runs/operation-types.ts';
import type { StartAnswer } from '../../flows/runs/start-operation.ts';
import type { RequestContext } from '../context.ts';
import { parseIdempotencyKey } from '../idempotency-key.ts';
import {
  StartOperationInput,
  StartOperationPayload,
  StartVerificationInput,
  StartWorkspaceVerificationInput,
  StartWorkspaceVerificationPayload,
} from './start.type.ts';

/** Ten pages of tenants; who has more sends no list. */
const maxTenants = 1_000;

@Resolver()
export class StartResolver {
  @Mutation(() => StartOperationPayload, {
    description: 'Queues a verification and returns at once. The run reports live and leaves a report.',
  })
  async startVerification(
    @Arg('input', () => StartVerificationInput, { description: 'The tenant to verify.' })
    input: StartVerificationInput,
    @Ctx() { flows, signIn }: RequestContext,
  ): Promise<StartOperationPayload> {
    return toPayload(await flows.startVerification(signIn.viewer, toRequest(input)));
  }

  @Mutation(() => StartOperationPayload, {
    description:
      'Queues an operation whose type is startedBy START_OPERATION and returns at once; the run reports live. Other types are BAD_USER_INPUT.',
  })
  async startOperation(
    @Arg('input', () => StartOperationInput, { description: 'The operation to start.' })
    input: StartOperationInput,
    @Ctx() { flows, signIn }: RequestContext,
  ): Promise<StartOperationPayload> {
    const request = {
      ...toRequest(input),
      type: parseStartableType(operationTypes, input.type),
      acceptRemovals: input.acceptRemovals === true,
    };
    return toPayload(await flows.startOperation(signIn.viewer, request));
  }

  @Mutation(() => StartWorkspaceVerificationPayload, {
    description:
      'Queues verifications of many tenants, with one result per tenant. They have lower priority than single starts. If the request is interrupted, repeat it with the same idempotency key.',
  })
  async startWorkspaceVerification(
    @Arg('input', () => StartWorkspaceVerificationInput, { description: 'The tenant to verify.' })
    input: StartWorkspaceVerificationInput,
    @Ctx() { flows, signIn }: RequestContext,
  ): Promise<StartWorkspaceVerificationPayload> {
    const answers = await flows.startWorkspaceVerification(signIn.viewer, {
      workspaceId: parseId('workspace', input.workspaceId),
      tenantIds: parseTenantIds(input.tenantIds),
      idempotencyKey: parseIdempotencyKey(input.idempotencyKey),
    });
    const count = (wanted: StartAnswer['result']) => answers.filter(({ result }) => result === wanted).length;
    return {
      results: answers.map(toPayload),
      started: count('started'),
      deduped: count('deduped'),
      scopeBusy: count('scope_busy'),
      blocked: count('blocked'),
    };
  }
}

export function toRequest({ tenantId, providerConnectionId, idempotencyKey }: StartVerificationInput) {
  return {
    tenantId: parseId('tenant', tenantId),
    connectionId: providerConnectionId == null ? null : parseId('connection', providerConnectionId),
    idempotencyKey: parseIdempotencyKey(idempotencyKey),
  };
}

function parseTenantIds(ids: readonly string[] | null | undefined): number[] | null {
  if (ids == null) return null;
  if (ids.length > maxTenants) throw badInput('tenantIds', `Name at most ${maxTenants} tenants.`);
  return ids.map((id) => parseId('tenant', id));
}

export function toPayload({ result, run, reason, nextSteps }: StartAnswer): StartOperationPayload {
  return { result, run, reasonCode: reason, nextSteps };
}
