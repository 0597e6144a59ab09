import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { parseId } from '../../core/global-id.ts';
import { badInput, notFound } from '../../core/fault.ts';
import type { RequestContext } from '../context.ts';
import { parseLine } from '../input-text.ts';
import { StartOperationPayload } from '../runs/start.type.ts';
import {
  ActivateProviderCredentialInput,
  CreateProviderConnectionInput,
  DeleteProviderCredentialInput,
  DiscardProviderCredentialCandidateInput,
  MakeDefaultProviderConnectionInput,
  ProviderConnectionPayload,
  RehearseProviderCredentialInput,
  SetProviderCredentialInput,
  UpdateProviderConnectionInput,
} from './provider-connection.input.ts';

/** Longer than any name that fits on a screen. */
const longestName = 200;

@Resolver()
export class ConnectionManagementResolver {
  @Mutation(() => ProviderConnectionPayload, {
    description: 'Adds a connection. CONFLICT if the tenant already has one to this directory.',
  })
  async createProviderConnection(
    @Arg('input', () => CreateProviderConnectionInput, { description: 'How the tenant is reached.' })
    input: CreateProviderConnectionInput,
    @Ctx() context: RequestContext,
  ): Promise<ProviderConnectionPayload> {
    const id = await context.flows.createConnection(context.signIn.viewer, {
      tenantId: parseId('tenant', input.tenantId),
      provider: input.provider,
      entraTenantId: input.entraTenantId ?? null,
      displayName: parseName(input.displayName) ?? null,
      cloud: input.cloud,
    });
    return await answer(context, id);
  }

  @Mutation(() => ProviderConnectionPayload, {
    description:
      'Renames, moves, disables or enables a connection. CONFLICT (extensions.runId) while a run uses it.',
  })
  async updateProviderConnection(
    @Arg('input', () => UpdateProviderConnectionInput, { description: 'The changes.' })
    input: UpdateProviderConnectionInput,
    @Ctx() context: RequestContext,
  ): Promise<ProviderConnectionPayload> {
    const connectionId = parseId('connection', input.connectionId);
    await context.flows.updateConnection(context.signIn.viewer, {
      connectionId,
      displayName: parseName(input.displayName),
      cloud: input.cloud ?? undefined,
      enabled: input.enabled ?? undefined,
      permissionProfiles: input.permissionProfiles ?? undefined,
    });
    return await answer(context, connectionId);
  }

  @Mutation(() => ProviderConnectionPayload, {
    description: 'Makes a connection the default: the one used when an operation names none. Safe to repeat.',
  })
  async makeDefaultProviderConnection(
    @Arg('input', () => MakeDefaultProviderConnectionInput, { description: 'The connection.' })
    input: MakeDefaultProviderConnectionInput,
    @Ctx() context: RequestContext,
  ): Promise<ProviderConnectionPayload> {
    const connectionId = parseId('connection', input.connectionId);
    await context.flows.makeDefaultConnection(context.signIn.viewer, connectionId);
    return await answer(context, connectionId);
  }

  @Mutation(() => ProviderConnectionPayload, {
    description:
      'Sets the connection’s credential. It is stored encrypted and can never be read back. BAD_USER_INPUT names the invalid field. CONFLICT (extensions.runId) while a run is using the connection.',
  })
  async setProviderCredential(
    @Arg('input', () => SetProviderCredentialInput, { description: 'The credential.' })
    { connectionId: id, ...credential }: SetProviderCredentialInput,
    @Ctx() context: RequestContext,
  ): Promise<ProviderConnectionPayload> {
    const connectionId = parseId('connection', id);
    await context.flows.setCredential(context.signIn.viewer, { connectionId, credential });
    return await answer(context, connectionId);
  }

  @Mutation(() => StartOperationPayload, {
    description:
      'Runs a verification with a new credential before it is put into use. The connection’s health and the tenant’s latest verification do not change. SCOPE_BUSY while another run is using the connection.',
  })
  async rehearseProviderCredential(
    @Arg('input', () => RehearseProviderCredentialInput, { description: 'The credential to try.' })
    { connectionId: id, ...credential }: RehearseProviderCredentialInput,
    @Ctx() context: RequestContext,
  ): Promise<StartOperationPayload> {
    const connectionId = parseId('connection', id);
    const { result, run, reason, nextSteps } = await context.flows.rehearseCredential(context.signIn.viewer, {
      connectionId,
      credential,
    });
    return { result, run, reasonCode: reason, nextSteps };
  }

  @Mutation(() => ProviderConnectionPayload, {
    description:
      'Activates the rehearsed credential. CONFLICT if none was rehearsed, its rehearsal did not succeed, or a run is using the connection.',
  })
  async activateProviderCredential(
    @Arg('input', () => ActivateProviderCredentialInput, { description: 'The connection.' })
    input: ActivateProviderCredentialInput,
    @Ctx() context: RequestContext,
  ): Promise<ProviderConnectionPayload> {
    const connectionId = parseId('connection', input.connectionId);
    await context.flows.activateCredential(context.signIn.viewer, {
      connectionId,
      rehearsalRunId: input.rehearsalRunId == null ? null : parseId('run', input.rehearsalRunId),
    });
    return await answer(context, connectionId);
  }

  @Mutation(() => ProviderConnectionPayload, {
    description:
      'Deletes the rehearsed credential. Safe to repeat. CONFLICT (extensions.runId) while a run is using the connection.',
  })
  async discardProviderCredentialCandidate(
    @Arg('input', () => DiscardProviderCredentialCandidateInput, { description: 'The connection.' })
    input: DiscardProviderCredentialCandidateInput,
    @Ctx() context: RequestContext,
  ): Promise<ProviderConnectionPayload> {
    const connectionId = parseId('connection', input.connectionId);
    await context.flows.discardCandidate(context.signIn.viewer, connectionId);
    return await answer(context, connectionId);
  }

  @Mutation(() => ProviderConnectionPayload, {
    description:
      'Deletes the connection’s credentials. CONFLICT (extensions.runId) while a run is using them.',
  })
  async deleteProviderCredential(
    @Arg('input', () => DeleteProviderCredentialInput, { description: 'The connection.' })
    input: DeleteProviderCredentialInput,
    @Ctx() context: RequestContext,
  ): Promise<ProviderConnectionPayload> {
    const connectionId = parseId('connection', input.connectionId);
    await context.flows.deleteCredential(context.signIn.viewer, connectionId);
    return await answer(context, connectionId);
  }
}

/** Loaded anew: an earlier mutation of the same request may have loaded what this one has changed. */
async function answer(context: RequestContext, id: number): Promise<ProviderConnectionPayload> {
  context.refresh();
  const providerConnection = await context.loaders.connection.load(id);
  if (providerConnection === null) throw notFound();
  return { providerConnection };
}

function parseName(name: string | null | undefined): string | undefined {
  if (name == null) return undefined;
  const text = parseLine('displayName', name, { max: longestName });
  if (text === '') throw badInput('displayName', 'The name must not be empty.');
  return text;
}
