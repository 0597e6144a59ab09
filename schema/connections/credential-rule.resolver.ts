import { Arg, Ctx, Field, FieldResolver, ObjectType, Resolver, Root } from 'type-graphql';
import type { ProviderConnection } from '../../core/connections/connection.ts';
import { notFound } from '../../core/fault.ts';
import type { CredentialRule } from '../../core/connections/credential-rules.ts';
import type { CertificateInspection } from '../../core/connections/credential-shape.ts';
import type { RequestContext } from '../context.ts';
import { parseText } from '../ids.ts';
import { ProviderConnectionType } from './provider-connection.type.ts';

@ObjectType('CredentialRule', {
  description: 'What can be told of a credential from the text alone, without sending it anywhere.',
})
class CredentialRuleType implements Omit<CredentialRule, 'refuses'> {
  @Field(() => String, { description: 'The field of SetProviderCredentialInput that it is about.' })
  readonly field!: CredentialRule['field'];

  @Field(() => String, { description: 'ECMAScript regular expression without flags, for the trimmed text.' })
  readonly pattern!: string;

  @Field(() => Boolean, {
    description: 'true: text that matches is refused; false: text that does not match is.',
  })
  readonly refusesMatch!: boolean;

  @Field(() => String, { description: 'What is wrong then, as a sentence.' })
  readonly message!: string;
}

@ObjectType('CertificateInspection', { description: 'What a certificate says of itself.' })
class CertificateInspectionType implements CertificateInspection {
  @Field(() => String, {
    nullable: true,
    description: 'Why it cannot be used; null: nothing speaks against it.',
  })
  readonly problem!: string | null;

  @Field(() => Date, { nullable: true, description: 'When it expires; null where it cannot be read.' })
  readonly expiresAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'The thumbprint as Entra shows it (SHA-1, hex).' })
  readonly thumbprint!: string | null;
}

/** A certificate with its whole chain has a few thousand characters. */
const longestCertificate = 50_000;

@Resolver(() => ProviderConnectionType)
export class CredentialRuleResolver {
  @FieldResolver(() => [CredentialRuleType], {
    description:
      'By these a credential for it is refused before anything else is looked at; of several broken rules of a field the first one says most.',
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
    description:
      'Reads a certificate before it is handed in; stores nothing. Send the certificate only, never its key.',
  })
  certificateInspection(
    @Arg('certificatePem', () => String, { description: 'The certificate in PEM form.' })
    certificatePem: string,
    @Ctx() { flows }: RequestContext,
  ): CertificateInspectionType {
    return flows.inspectCertificate(parseText('certificatePem', certificatePem, { max: longestCertificate }));
  }
}
