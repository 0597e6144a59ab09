ALTER TABLE "tenant_permissions" ADD COLUMN "granted_since" timestamp with time zone;
--> statement-breakpoint
COMMENT ON COLUMN tenant_permissions.granted_since IS 'When a verification first saw the permission granted; null while it is not.';
