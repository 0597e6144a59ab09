ALTER TABLE "tenant_permissions" ADD COLUMN "granted_since" timestamp with time zone;
