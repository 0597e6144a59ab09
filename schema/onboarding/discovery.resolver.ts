import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import { parseId } from '../../core/global-id.ts';
import type { RequestContext } from '../context.ts';

@InputType('DiscoverDirectoryInput', { description: 'Which directory to look for.' })
class DiscoverDirectoryInput {
  @Field(() => ID, { description: 'The workspace that wants to onboard it.' })
  readonly workspaceId!: string;

  @Field(() => String, { description: 'One of its domain names, such as contoso.com, or its GUID.' })
  readonly name!: string;
}

@ObjectType('DirectorySighting', { description: 'A directory in a Microsoft cloud.' })
class DirectorySightingType {
  @Field(() => String, { description: 'global, usgov, usgovdod, china or sandbox.' })
  readonly cloud!: string;

  @Field(() => String, { description: 'The directory’s GUID, lower case.' })
  readonly entraTenantId!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The region where Microsoft keeps it, such as EU; null if not stated.',
  })
  readonly region!: string | null;
}

@ObjectType('DiscoverDirectoryPayload', { description: 'The clouds where the directory was found.' })
class DiscoverDirectoryPayload {
  @Field(() => [DirectorySightingType], {
    description:
      'The clouds that have the name. Empty if no cloud that answered has it; more than one if it belongs to a different directory in each.',
  })
  readonly sightings!: readonly DirectorySightingType[];

  @Field(() => [String], {
    description:
      'Clouds that did not answer. While there are any, an empty list of sightings proves nothing.',
  })
  readonly unansweredClouds!: readonly string[];
}

@Resolver()
export class DiscoveryResolver {
  @Mutation(() => DiscoverDirectoryPayload, {
    description:
      'Asks Microsoft’s public discovery documents for a directory’s GUID and cloud; changes nothing. Needs TENANT_MANAGE in the workspace.',
  })
  async discoverDirectory(
    @Arg('input', () => DiscoverDirectoryInput, { description: 'The domain or id to look up.' })
    input: DiscoverDirectoryInput,
    @Ctx() { flows, signIn }: RequestContext,
  ): Promise<DiscoverDirectoryPayload> {
    const workspaceId = parseId('workspace', input.workspaceId);
    const question = { workspaceId, name: input.name };
    const { sightings, unanswered } = await flows.discoverDirectory(signIn.viewer, question);
    return {
      sightings: sightings.map(({ cloud, directoryId, region }) => ({
        cloud,
        entraTenantId: directoryId,
        region,
      })),
      unansweredClouds: unanswered,
    };
  }
}
