import { getNamedType, GraphQLID, isObjectType, type GraphQLObjectType, type GraphQLSchema } from 'graphql';
import { toGlobalId, type IdKind } from '../core/global-id.ts';

/** Whose `id` is which kind's. A type with an `id` that is missing here stops the build of the schema. */
const kinds = {
  ApiToken: 'token',
  BackupSet: 'backupset',
  AuditEntry: 'audit',
  Event: 'event',
  Finding: 'finding',
  InventoryItem: 'item',
  OperationRun: 'run',
  Policy: 'policy',
  ProviderConnection: 'connection',
  BackupScheduleRun: 'duerun',
  Schedule: 'schedule',
  SyncScheduleRun: 'duerun',
  Tenant: 'tenant',
  TenantOnboardingSession: 'session',
  User: 'user',
  VerificationScheduleRun: 'duerun',
  VerificationCheckAcknowledgement: 'ack',
  Workspace: 'workspace',
} satisfies Readonly<Record<string, IdKind>>;

/** What a kind's objects are in the schema. */
export const typeNames: Readonly<Partial<Record<IdKind, string>>> = Object.fromEntries(
  Object.entries(kinds).map(([typeName, kind]) => [kind, typeName]),
);

/** Their resolvers give the id of something else as clients see it. */
const pointers = new Set([
  'AuditEntry.subjectId',
  'TenantReadinessDays.tenantId',
  'VerificationReport.previousReportId',
]);

/** Makes every `id` in an answer one that is unique across types, whatever field led to its object. */
export function withGlobalIds(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap()).filter(isObjectType)) giveIds(type);
  return schema;
}

function giveIds(type: GraphQLObjectType): void {
  for (const field of Object.values(type.getFields())) {
    if (getNamedType(field.type) !== GraphQLID || pointers.has(`${type.name}.${field.name}`)) continue;
    const kind = field.name === 'id' ? kindOf(type.name) : undefined;
    if (kind === undefined) {
      throw new Error(`${type.name}.${field.name} is an ID: say in schema/global-ids.ts of what kind.`);
    }
    field.resolve = ({ id }: { readonly id: number }) => toGlobalId(kind, id);
  }
}

const kindOf = (name: string) => (Object.hasOwn(kinds, name) ? kinds[name as keyof typeof kinds] : undefined);
