import { Field, ID, InputType, ObjectType } from 'type-graphql';
import type { CredentialInput } from '../../core/connections/credential-shape.ts';
import type {
  CredentialType as CredentialTypeValue,
  ProviderConnection,
} from '../../core/connections/connection.ts';
import type { PermissionProfile as PermissionProfileValue } from '../../core/connections/permission-profiles.ts';
import { CredentialType, PermissionProfile } from '../enums.ts';
import { ProviderConnectionType } from './provider-connection.type.ts';

@InputType('CreateProviderConnectionInput', { description: 'How to reach the tenant.' })
export class CreateProviderConnectionInput {
  @Field(() => ID, { description: 'The tenant. Its first connection becomes the default.' })
  readonly tenantId!: string;

  @Field(() => String, { defaultValue: 'microsoft', description: 'The provider.' })
  readonly provider!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The directory (tenant) GUID; defaults to the tenant’s. It cannot be changed later.',
  })
  readonly entraTenantId?: string | null;

  @Field(() => String, { nullable: true, description: 'Display name; defaults to the tenant’s name.' })
  readonly displayName?: string | null;

  @Field(() => String, {
    defaultValue: 'global',
    description: 'global, usgov, usgovdod or china; also sandbox in the demo.',
  })
  readonly cloud!: string;
}

@InputType('UpdateProviderConnectionInput', { description: 'The changes; omitted fields stay as they are.' })
export class UpdateProviderConnectionInput {
  @Field(() => ID, { description: 'The connection.' })
  readonly connectionId!: string;

  @Field(() => String, { nullable: true, description: 'Display name.' })
  readonly displayName?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The cloud. Changing it resets the connection’s results.',
  })
  readonly cloud?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'false disables the connection: no operation uses it.',
  })
  readonly enabled?: boolean | null;

  @Field(() => [PermissionProfile], {
    nullable: true,
    description: 'The permission profiles required from the next verification on; READ is always included.',
  })
  readonly permissionProfiles?: PermissionProfileValue[] | null;
}

@InputType('MakeDefaultProviderConnectionInput', { description: 'The connection to make the default.' })
export class MakeDefaultProviderConnectionInput {
  @Field(() => ID, {
    description: 'The connection. The previous default of the tenant and provider is cleared.',
  })
  readonly connectionId!: string;
}

@InputType()
class CredentialFields implements CredentialInput {
  @Field(() => ID, { description: 'The connection it is for.' })
  readonly connectionId!: string;

  @Field(() => CredentialType, { description: 'How the application authenticates.' })
  readonly type!: CredentialTypeValue;

  @Field(() => String, { description: 'The application’s (client) ID, a GUID.' })
  readonly clientId!: string;

  @Field(() => String, { nullable: true, description: 'CLIENT_SECRET: the secret’s value, not its ID.' })
  readonly clientSecret?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'CERTIFICATE: the certificate in PEM form; may contain its key and its chain as well.',
  })
  readonly certificatePem?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'CERTIFICATE: its RSA private key in PEM form, without a passphrase.',
  })
  readonly privateKeyPem?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'CERTIFICATE, instead of the PEM fields: a PFX (PKCS#12) file in base64, at most 64 KB.',
  })
  readonly pfxBase64?: string | null;

  @Field(() => String, { nullable: true, description: 'The password of the PFX file, if it has one.' })
  readonly pfxPassword?: string | null;

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
    description: 'The directory it belongs to; must match the connection’s, as a safeguard against mix-ups.',
  })
  readonly tenantId?: string | null;
}

@InputType('SetProviderCredentialInput', { description: 'The connection’s new credential. Write-only.' })
export class SetProviderCredentialInput extends CredentialFields {}

@InputType('RehearseProviderCredentialInput', {
  description: 'A credential to rehearse while the current one stays in use. Write-only.',
})
export class RehearseProviderCredentialInput extends CredentialFields {}

@InputType('ActivateProviderCredentialInput', { description: 'The rehearsed credential to activate.' })
export class ActivateProviderCredentialInput {
  @Field(() => ID, { description: 'The connection.' })
  readonly connectionId!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The rehearsal run that was reviewed; CONFLICT if a newer rehearsal exists.',
  })
  readonly rehearsalRunId?: string | null;
}

@InputType('DiscardProviderCredentialCandidateInput', {
  description: 'The connection whose rehearsed credential to delete.',
})
export class DiscardProviderCredentialCandidateInput {
  @Field(() => ID, { description: 'The connection; the credential in use stays.' })
  readonly connectionId!: string;
}

@InputType('DeleteProviderCredentialInput', { description: 'The connection whose credential to delete.' })
export class DeleteProviderCredentialInput {
  @Field(() => ID, { description: 'The connection. A rehearsed credential is deleted as well.' })
  readonly connectionId!: string;
}

@ObjectType('ProviderConnectionPayload', { description: 'The connection’s status.' })
export class ProviderConnectionPayload {
  @Field(() => ProviderConnectionType, { description: 'The connection after the change.' })
  readonly providerConnection!: ProviderConnection;
}
