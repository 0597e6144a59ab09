import { Field, ObjectType } from 'type-graphql';
import type {
  ConnectionStatus,
  CredentialCandidate,
  CredentialMetadata,
  CredentialType as CredentialTypeValue,
  HealthStatus,
  ProviderConnection,
} from '../../core/connections/connection.ts';
import { CredentialType, ProviderConnectionStatus, ProviderHealthStatus } from '../enums.ts';
import { NodeType } from '../node.ts';

@ObjectType('ProviderConnection', {
  implements: NodeType,
  description:
    'How a tenant is reached: which directory, in which cloud, with which application, and how healthy.',
})
export class ProviderConnectionType
  extends NodeType
  implements Omit<ProviderConnection, 'workspaceId' | 'tenantId' | 'scopesGranted' | 'metadata'>
{
  @Field(() => String, { description: 'Which provider, e.g. microsoft.' })
  readonly provider!: string;

  @Field(() => String, { description: 'The directory’s GUID, lower case.' })
  readonly entraTenantId!: string;

  @Field(() => String, { description: 'Display name.' })
  readonly displayName!: string;

  @Field(() => Boolean, { description: 'Whether operations that name no connection use this one.' })
  readonly isDefault!: boolean;

  @Field(() => String, { description: 'global, usgov, usgovdod, china or sandbox.' })
  readonly cloud!: string;

  @Field(() => ProviderConnectionStatus, { description: 'Whether it can be used.' })
  readonly status!: ConnectionStatus;

  @Field(() => ProviderHealthStatus, { description: 'What the latest verification of it found.' })
  readonly healthStatus!: HealthStatus;

  @Field(() => [String], { description: 'Application permissions granted, as last read from the directory.' })
  readonly scopesGranted!: string[];

  @Field(() => Date, { nullable: true, description: 'When a verification last used it.' })
  readonly lastHealthCheckAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Reason code of the last failure; null when healthy.' })
  readonly lastErrorReasonCode!: string | null;

  @Field(() => String, { nullable: true, description: 'The last failure as a sentence.' })
  readonly lastErrorMessage!: string | null;

  @Field(() => Date, { description: 'When it was created.' })
  readonly createdAt!: Date;

  @Field(() => Date, { description: 'When it last changed.' })
  readonly updatedAt!: Date;
}

@ObjectType('ProviderCredential', {
  description: 'Facts about a credential. Its secret is write-only.',
})
export class ProviderCredentialType implements Omit<CredentialMetadata, 'connectionId' | 'details'> {
  @Field(() => CredentialType, { description: 'How the application authenticates.' })
  readonly type!: CredentialTypeValue;

  @Field(() => String, { description: 'The application’s (client) id.' })
  readonly clientId!: string;

  @Field(() => Date, { nullable: true, description: 'When it expires, if known.' })
  readonly expiresAt!: Date | null;

  @Field(() => Date, { description: 'When it was last replaced.' })
  readonly updatedAt!: Date;
}

@ObjectType('ProviderCredentialCandidate', {
  description: 'A credential that was rehearsed and is not in use. Its secret is write-only.',
})
export class ProviderCredentialCandidateType implements Pick<
  CredentialCandidate,
  'type' | 'clientId' | 'expiresAt' | 'updatedAt'
> {
  @Field(() => CredentialType, { description: 'How the application authenticates.' })
  readonly type!: CredentialTypeValue;

  @Field(() => String, { description: 'The application’s (client) id.' })
  readonly clientId!: string;

  @Field(() => Date, { nullable: true, description: 'When it expires, if known.' })
  readonly expiresAt!: Date | null;

  @Field(() => Date, { description: 'When it was submitted.' })
  readonly updatedAt!: Date;
}
