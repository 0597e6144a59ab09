import { Arg, Ctx, Field, FieldResolver, ObjectType, Resolver, Root } from 'type-graphql';
import type { ProviderConnection } from '../../core/connections/connection.ts';
import { notFound } from '../../core/fault.ts';
import type { CredentialRule } from '../../core/connections/credential-rules.ts';
import type { CertificateInspection } from '../../core/connections/credential-shape.ts';
import type { RequestContext } from '../context.ts';
import { parseText } from '../input-text.ts';
import { ProviderConnectionType } from './provider-connection.type.ts';

@ObjectType('CredentialRule', {
  description: 'A format rule that can be checked before a credential is sent anywhere.',
})
class CredentialRuleType implements Omit<CredentialRule, 'refuses'> {
  @Field(() => String, { description: 'The field of SetProviderCredentialInput it applies to.' })
  readonly field!: CredentialRule['field'];

  @Field(() => String, {
    description: 'ECMAScript regular expression without flags, applied to the trimmed text.',
  })
  readonly pattern!: string;

  @Field(() => Boolean, {
    description: 'true: matching text is refused; false: text that does not match is refused.',
  })
  readonly refusesMatch!: boolean;

  @Field(() => String, { description: 'The sentence to show when the rule is broken.' })
  readonly message!: string;
}

@ObjectType('CertificateInspection', { description: 'Facts read from a certificate.' })
class CertificateInspectionType implements CertificateInspection {
  @Field(() => String, {
    nullable: true,
    description: 'Why it cannot be used; null if no problem was found.',
  })
  readonly problem!: string | null;

  @Field(() => Date, { nullable: true, description: 'When it expires; null if that cannot be read.' })
  readonly expiresAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'The thumbprint as Entra shows it (SHA-1, hex).' })
  readonly thumbprint!: string | null;

  @Field(() => Boolean, {
    description: 'true if the text also contains a private key, which should not be sent for inspection.',
  })
  readonly containsPrivateKey!: boolean;
}

/** A certificate with its whole chain has a few thousand characters. */
const longestCertificate = 50_000;

@Resolver(() => ProviderConnectionType)
export class CredentialRuleResolver {
  @FieldResolver(() => [CredentialRuleType], {
    description: 'The format rules its credential must meet. If a field breaks several, show the first.',
  })
  async credentialRules(
    @Root() connection: ProviderConnection,
    @Ctx() { flows, loaders }: RequestContext,
  ): Promise<CredentialRuleType[]> {
    const workspace = await loaders.workspace.load(connection.workspaceId);
    if (workspace === null) throw notFound();
    return flows
      .credentialRules(connection, workspace)
      .map(({ refuses, ...rule }) => ({ ...rule, refusesMatch: refuses === 'match' }));
  }

  @FieldResolver(() => CertificateInspectionType, {
    description: 'Inspects a certificate without storing it. Send only the certificate, never its key.',
  })
  certificateInspection(
    @Arg('certificatePem', () => String, { description: 'The certificate in PEM form.' })
    certificatePem: string,
    @Ctx() { flows }: RequestContext,
  ): CertificateInspectionType {
    return flows.inspectCertificate(parseText('certificatePem', certificatePem, { max: longestCertificate }));
  }
}
