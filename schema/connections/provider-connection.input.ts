import { Field, ID, InputType, ObjectType } from 'type-graphql';
import type { CredentialInput } from '../../core/connections/credential-shape.ts';
import type {
  CredentialType as CredentialTypeValue,
  ProviderConnection,
} from '../../core/connections/connection.ts';
import type { PermissionProfile as PermissionProfileValue } from '../../core/connections/permission-profiles.ts';
import { CredentialType, PermissionProfile } from '../enums.ts';
import { ProviderConnectionType } from './provider-connection.type.ts';

@InputType('CreateProviderConnectionInput', { description: 'How a tenant shall be reached.' })
export class CreateProviderConnectionInput {
  @Field(() => ID, { description: 'The tenant. Its first connection becomes the default.' })
  readonly tenantId!: string;

  @Field(() => String, { defaultValue: 'microsoft', description: 'Which provider.' })
  readonly provider!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The directory’s GUID; left out, the tenant’s own. It cannot be changed later.',
  })
  readonly entraTenantId?: string | null;

  @Field(() => String, { nullable: true, description: 'Name as shown; left out, after the tenant.' })
  readonly displayName?: string | null;

  @Field(() => String, {
    defaultValue: 'global',
    description: 'global, usgov, usgovdod or china; sandbox where the demo runs.',
  })
  readonly cloud!: string;
}

@InputType('UpdateProviderConnectionInput', { description: 'What shall change; what is left out stays.' })
export class UpdateProviderConnectionInput {
  @Field(() => ID, { description: 'The connection.' })
  readonly connectionId!: string;

  @Field(() => String, { nullable: true, description: 'Name as shown.' })
  readonly displayName?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The cloud; in another one, what was found out before no longer counts.',
  })
  readonly cloud?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'false disables it: no operation starts over it.' })
  readonly enabled?: boolean | null;

  @Field(() => [PermissionProfile], {
    nullable: true,
    description: 'What the tenant requires, from the next verification on; READ is always among them.',
  })
  readonly permissionProfiles?: PermissionProfileValue[] | null;
}

@InputType('MakeDefaultProviderConnectionInput', { description: 'Which connection shall be the default.' })
export class MakeDefaultProviderConnectionInput {
  @Field(() => ID, { description: 'The connection; the former default of tenant and provider is cleared.' })
  readonly connectionId!: string;
}

@InputType()
class CredentialFields implements CredentialInput {
  @Field(() => ID, { description: 'The connection it is for.' })
  readonly connectionId!: string;

  @Field(() => CredentialType, { description: 'How the application proves who it is.' })
  readonly type!: CredentialTypeValue;

  @Field(() => String, { description: 'The application’s (client) ID, a GUID.' })
  readonly clientId!: string;

  @Field(() => String, { nullable: true, description: 'CLIENT_SECRET: the secret’s value, not its ID.' })
  readonly clientSecret?: string | null;

  @Field(() => String, { nullable: true, description: 'CERTIFICATE: the certificate in PEM form.' })
  readonly certificatePem?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'CERTIFICATE: its RSA private key in PEM form, without a passphrase.',
  })
  readonly privateKeyPem?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'FEDERATED: path of the token file on the worker’s machine, below a folder the operator allows.',
  })
  readonly tokenFile?: string | null;

  @Field(() => Date, {
    nullable: true,
    description: 'CLIENT_SECRET: when it expires. Read from the certificate otherwise.',
  })
  readonly expiresAt?: Date | null;

  @Field(() => String, {
    nullable: true,
    description: 'The directory it is meant for: must be the connection’s, as a guard against a mix-up.',
  })
  readonly tenantId?: string | null;
}

@InputType('SetProviderCredentialInput', { description: 'The credential to use from now on. Write-only.' })
export class SetProviderCredentialInput extends CredentialFields {}

@InputType('RehearseProviderCredentialInput', {
  description: 'A credential to try out while the one in use stays in use. Write-only.',
})
export class RehearseProviderCredentialInput extends CredentialFields {}

@InputType('ActivateProviderCredentialInput', { description: 'Which rehearsed credential to put into use.' })
export class ActivateProviderCredentialInput {
  @Field(() => ID, { description: 'The connection.' })
  readonly connectionId!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The rehearsal whose report was looked at: CONFLICT when another one has come since.',
  })
  readonly rehearsalRunId?: string | null;
}

@InputType('DiscardProviderCredentialCandidateInput', {
  description: 'Whose rehearsed credential to delete.',
})
export class DiscardProviderCredentialCandidateInput {
  @Field(() => ID, { description: 'The connection; the credential in use stays.' })
  readonly connectionId!: string;
}

@InputType('DeleteProviderCredentialInput', { description: 'Whose credential to delete.' })
export class DeleteProviderCredentialInput {
  @Field(() => ID, { description: 'The connection; a rehearsed credential goes as well.' })
  readonly connectionId!: string;
}

@ObjectType('ProviderConnectionPayload', { description: 'What became of the connection.' })
export class ProviderConnectionPayload {
  @Field(() => ProviderConnectionType, { description: 'The connection as it is now.' })
  readonly providerConnection!: ProviderConnection;
}
