import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { CredentialCandidate, CredentialMetadata } from '../../core/connections/connection.ts';
import { notFound } from '../../core/fault.ts';
import type { OperationRun } from '../../core/runs/run.ts';
import type { RequestContext } from '../context.ts';
import { OperationRunType } from '../runs/operation-run.type.ts';
import { ProviderCredentialCandidateType, ProviderCredentialType } from './provider-connection.type.ts';

@Resolver(() => ProviderCredentialType)
export class ProviderCredentialResolver {
  @FieldResolver(() => String, {
    nullable: true,
    description: 'CERTIFICATE: the thumbprint as Entra shows it (SHA-1, hex).',
  })
  thumbprint(@Root() { details }: CredentialMetadata): string | null {
    return details.thumbprint ?? null;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'FEDERATED: where the worker reads its token.',
  })
  tokenFile(@Root() { details }: CredentialMetadata): string | null {
    return details.token_file ?? null;
  }
}

@Resolver(() => ProviderCredentialCandidateType)
export class ProviderCredentialCandidateResolver {
  @FieldResolver(() => String, {
    nullable: true,
    description: 'CERTIFICATE: the thumbprint as Entra shows it (SHA-1, hex).',
  })
  thumbprint(@Root() { details }: CredentialCandidate): string | null {
    return details.thumbprint ?? null;
  }

  @FieldResolver(() => OperationRunType, { description: 'The run that tries it, with its report.' })
  async rehearsal(
    @Root() { rehearsalRunId }: CredentialCandidate,
    @Ctx() { loaders }: RequestContext,
  ): Promise<OperationRun> {
    const run = await loaders.run.load(rehearsalRunId);
    if (run === null) throw notFound();
    return run;
  }
}
