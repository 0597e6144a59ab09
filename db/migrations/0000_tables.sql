CREATE TYPE "public"."workspace_role" AS ENUM('readonly', 'operator', 'manager', 'owner');--> statement-breakpoint
CREATE TABLE "provider_credential_candidates" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "provider_credential_candidates_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"provider_connection_id" bigint NOT NULL,
	"rehearsal_run_id" bigint NOT NULL,
	"type" text NOT NULL,
	"client_id" text NOT NULL,
	"payload" "bytea" NOT NULL,
	"key_id" text NOT NULL,
	"expires_at" timestamp with time zone,
	"details" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "provider_credential_candidates_connection_unique" UNIQUE("provider_connection_id"),
	CONSTRAINT "provider_credential_candidates_type_known" CHECK ("provider_credential_candidates"."type" in ('client_secret', 'certificate', 'federated')),
	CONSTRAINT "provider_credential_candidates_payload_is_envelope" CHECK (octet_length("provider_credential_candidates"."payload") > 29 and get_byte("provider_credential_candidates"."payload", 0) = 1)
);
--> statement-breakpoint
CREATE TABLE "provider_connections" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "provider_connections_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"workspace_id" bigint NOT NULL,
	"tenant_id" bigint NOT NULL,
	"provider" text DEFAULT 'microsoft' NOT NULL,
	"entra_tenant_id" text NOT NULL,
	"display_name" text NOT NULL,
	"is_default" boolean DEFAULT false NOT NULL,
	"cloud" text DEFAULT 'global' NOT NULL,
	"status" text DEFAULT 'needs_consent' NOT NULL,
	"health_status" text DEFAULT 'unknown' NOT NULL,
	"scopes_granted" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"last_health_check_at" timestamp with time zone,
	"last_error_reason_code" text,
	"last_error_message" text,
	"metadata" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "provider_connections_directory_unique" UNIQUE("tenant_id","provider","entra_tenant_id"),
	CONSTRAINT "provider_connections_tenant_id_unique" UNIQUE("tenant_id","id"),
	CONSTRAINT "provider_connections_status_known" CHECK ("provider_connections"."status" in ('needs_consent', 'connected', 'error', 'disabled')),
	CONSTRAINT "provider_connections_health_known" CHECK ("provider_connections"."health_status" in ('unknown', 'healthy', 'degraded', 'unhealthy')),
	CONSTRAINT "provider_connections_entra_tenant_id_guid" CHECK ("provider_connections"."entra_tenant_id" ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'),
	CONSTRAINT "provider_connections_scopes_are_list" CHECK (jsonb_typeof("provider_connections"."scopes_granted") = 'array')
);
--> statement-breakpoint
CREATE TABLE "provider_credentials" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "provider_credentials_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"provider_connection_id" bigint NOT NULL,
	"type" text DEFAULT 'client_secret' NOT NULL,
	"client_id" text NOT NULL,
	"payload" "bytea" NOT NULL,
	"key_id" text NOT NULL,
	"expires_at" timestamp with time zone,
	"details" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "provider_credentials_connection_unique" UNIQUE("provider_connection_id"),
	CONSTRAINT "provider_credentials_type_known" CHECK ("provider_credentials"."type" in ('client_secret', 'certificate', 'federated')),
	CONSTRAINT "provider_credentials_payload_is_envelope" CHECK (octet_length("provider_credentials"."payload") > 29 and get_byte("provider_credentials"."payload", 0) = 1)
);
--> statement-breakpoint
CREATE TABLE "tenant_permissions" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "tenant_permissions_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"tenant_id" bigint NOT NULL,
	"provider_connection_id" bigint NOT NULL,
	"permission" text NOT NULL,
	"required_for" text NOT NULL,
	"granted" boolean NOT NULL,
	"state" text NOT NULL,
	"checked_at" timestamp with time zone NOT NULL,
	CONSTRAINT "tenant_permissions_unique" UNIQUE("provider_connection_id","permission")
);
--> statement-breakpoint
CREATE TABLE "api_tokens" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "api_tokens_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"user_id" bigint NOT NULL,
	"workspace_id" bigint NOT NULL,
	"name" text NOT NULL,
	"token_hash" "bytea" NOT NULL,
	"prefix" text NOT NULL,
	"scopes" jsonb,
	"created_by_token_id" bigint,
	"expires_at" timestamp with time zone,
	"last_used_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "api_tokens_hash_unique" UNIQUE("token_hash"),
	CONSTRAINT "api_tokens_hash_is_sha256" CHECK (octet_length("api_tokens"."token_hash") = 32),
	CONSTRAINT "api_tokens_scopes_have_view" CHECK ("api_tokens"."scopes" is null or (jsonb_typeof("api_tokens"."scopes") = 'array' and "api_tokens"."scopes" ? 'view'))
);
--> statement-breakpoint
CREATE TABLE "audit_entries" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "audit_entries_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"workspace_id" bigint NOT NULL,
	"actor_user_id" bigint,
	"action" text NOT NULL,
	"subject_type" text NOT NULL,
	"subject_id" bigint NOT NULL,
	"data" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "user_sessions" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "user_sessions_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"user_id" bigint NOT NULL,
	"token_hash" "bytea" NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "user_sessions_hash_unique" UNIQUE("token_hash"),
	CONSTRAINT "user_sessions_hash_is_sha256" CHECK (octet_length("user_sessions"."token_hash") = 32)
);
--> statement-breakpoint
CREATE TABLE "findings" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "findings_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"workspace_id" bigint NOT NULL,
	"tenant_id" bigint NOT NULL,
	"provider_connection_id" bigint NOT NULL,
	"operation_run_id" bigint NOT NULL,
	"kind" text NOT NULL,
	"external_id" text NOT NULL,
	"change" text NOT NULL,
	"title" text NOT NULL,
	"severity" text NOT NULL,
	"status" text DEFAULT 'new' NOT NULL,
	"fingerprint" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_seen_at" timestamp with time zone DEFAULT now() NOT NULL,
	"acknowledged_by_user_id" bigint,
	"acknowledged_at" timestamp with time zone,
	"acknowledgement_reason" text,
	CONSTRAINT "findings_kind_known" CHECK ("findings"."kind" in ('configuration_profiles', 'compliance_policies', 'apps', 'scripts', 'assignment_filters', 'groups')),
	CONSTRAINT "findings_change_known" CHECK ("findings"."change" in ('appeared', 'changed', 'renamed', 'gone')),
	CONSTRAINT "findings_severity_known" CHECK ("findings"."severity" in ('low', 'medium', 'high')),
	CONSTRAINT "findings_status_known" CHECK ("findings"."status" in ('new', 'acknowledged')),
	CONSTRAINT "findings_fingerprint_is_sha256" CHECK ("findings"."fingerprint" ~ '^[0-9a-f]{64}$'),
	CONSTRAINT "findings_acknowledged_by_somebody_for_a_reason" CHECK (("findings"."status" = 'acknowledged') = ("findings"."acknowledged_by_user_id" is not null and "findings"."acknowledged_at" is not null
        and coalesce(btrim("findings"."acknowledgement_reason"), '') <> ''))
);
--> statement-breakpoint
CREATE TABLE "inventory_items" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "inventory_items_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"tenant_id" bigint NOT NULL,
	"provider_connection_id" bigint NOT NULL,
	"kind" text NOT NULL,
	"external_id" text NOT NULL,
	"name" text NOT NULL,
	"revision" text,
	"first_seen_at" timestamp with time zone NOT NULL,
	"last_seen_at" timestamp with time zone NOT NULL,
	"gone_at" timestamp with time zone,
	CONSTRAINT "inventory_items_unique" UNIQUE("provider_connection_id","kind","external_id"),
	CONSTRAINT "inventory_items_kind_known" CHECK ("inventory_items"."kind" in ('configuration_profiles', 'compliance_policies', 'apps', 'scripts', 'assignment_filters', 'groups')),
	CONSTRAINT "inventory_items_seen_in_order" CHECK ("inventory_items"."first_seen_at" <= "inventory_items"."last_seen_at")
);
--> statement-breakpoint
CREATE TABLE "tenant_onboarding_sessions" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "tenant_onboarding_sessions_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"workspace_id" bigint NOT NULL,
	"tenant_id" bigint,
	"status" text DEFAULT 'in_progress' NOT NULL,
	"current_step" text DEFAULT 'connection' NOT NULL,
	"state" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"consent_state_hash" "bytea",
	"consent_expires_at" timestamp with time zone,
	"consent_requested_by_user_id" bigint,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "tenant_onboarding_sessions_consent_state_unique" UNIQUE("consent_state_hash"),
	CONSTRAINT "tenant_onboarding_sessions_status_known" CHECK ("tenant_onboarding_sessions"."status" in ('in_progress', 'completed', 'cancelled')),
	CONSTRAINT "tenant_onboarding_sessions_step_known" CHECK ("tenant_onboarding_sessions"."current_step" in ('connection', 'credential', 'consent', 'verification', 'complete')),
	CONSTRAINT "tenant_onboarding_sessions_state_is_object" CHECK (jsonb_typeof("tenant_onboarding_sessions"."state") = 'object'),
	CONSTRAINT "tenant_onboarding_sessions_consent_state_is_sha256" CHECK (octet_length("tenant_onboarding_sessions"."consent_state_hash") = 32),
	CONSTRAINT "tenant_onboarding_sessions_consent_link_is_whole" CHECK (("tenant_onboarding_sessions"."consent_state_hash" is null) = ("tenant_onboarding_sessions"."consent_expires_at" is null)
        and ("tenant_onboarding_sessions"."consent_state_hash" is null or ("tenant_onboarding_sessions"."consent_requested_by_user_id" is not null and "tenant_onboarding_sessions"."status" = 'in_progress')))
);
--> statement-breakpoint
CREATE TABLE "idempotency_keys" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "idempotency_keys_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"workspace_id" bigint NOT NULL,
	"user_id" bigint NOT NULL,
	"key" text NOT NULL,
	"input_hash" text NOT NULL,
	"response" jsonb NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "idempotency_keys_unique" UNIQUE("workspace_id","user_id","key")
);
--> statement-breakpoint
CREATE TABLE "operation_run_events" (
	"run_id" bigint NOT NULL,
	"seq" integer NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"kind" text NOT NULL,
	"message" text NOT NULL,
	"data" jsonb DEFAULT '{}'::jsonb NOT NULL,
	CONSTRAINT "operation_run_events_pkey" PRIMARY KEY("run_id","seq")
);
--> statement-breakpoint
CREATE TABLE "operation_runs" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "operation_runs_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"workspace_id" bigint NOT NULL,
	"tenant_id" bigint,
	"type" text NOT NULL,
	"status" text DEFAULT 'queued' NOT NULL,
	"outcome" text DEFAULT 'pending' NOT NULL,
	"context" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"failure_summary" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"summary_counts" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"initiator_user_id" bigint,
	"provider_connection_id" bigint,
	"run_identity_hash" text,
	"attempt" integer DEFAULT 0 NOT NULL,
	"job_id" uuid,
	"requeues" integer DEFAULT 0 NOT NULL,
	"cancel_requested_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"acknowledgements_version" integer DEFAULT 0 NOT NULL,
	"last_event_seq" integer DEFAULT 0 NOT NULL,
	"report_overall" text,
	"report_counts" jsonb,
	"reason_code" text,
	"report_digest" text,
	"report_intact" boolean GENERATED ALWAYS AS ((not context ? 'verification_report' or md5((context -> 'verification_report')::text) = report_digest) is true) STORED NOT NULL,
	"is_rehearsal" boolean GENERATED ALWAYS AS ((context ->> 'credential' is not distinct from 'candidate')) STORED NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"started_at" timestamp with time zone,
	"completed_at" timestamp with time zone,
	CONSTRAINT "operation_runs_status_known" CHECK ("operation_runs"."status" in ('queued', 'running', 'completed')),
	CONSTRAINT "operation_runs_outcome_known" CHECK ("operation_runs"."outcome" in ('pending', 'succeeded', 'partially_succeeded', 'failed', 'blocked', 'cancelled')),
	CONSTRAINT "operation_runs_completed_has_outcome" CHECK (("operation_runs"."status" = 'completed') = ("operation_runs"."outcome" <> 'pending')),
	CONSTRAINT "operation_runs_completed_has_time" CHECK (("operation_runs"."status" = 'completed') = ("operation_runs"."completed_at" is not null)),
	CONSTRAINT "operation_runs_running_has_start" CHECK ("operation_runs"."status" <> 'running' or "operation_runs"."started_at" is not null),
	CONSTRAINT "operation_runs_connection_has_tenant" CHECK ("operation_runs"."provider_connection_id" is null or "operation_runs"."tenant_id" is not null),
	CONSTRAINT "operation_runs_completed_verification_has_report" CHECK ("operation_runs"."status" <> 'completed' or "operation_runs"."type" <> 'provider.connection.check' or
        ("operation_runs"."context" ? 'verification_report' and "operation_runs"."report_overall" is not null and "operation_runs"."report_overall" <> 'running'))
);
--> statement-breakpoint
CREATE TABLE "verification_check_acknowledgements" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "verification_check_acknowledgements_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"operation_run_id" bigint NOT NULL,
	"check_key" text NOT NULL,
	"reason" text NOT NULL,
	"acknowledged_by_user_id" bigint NOT NULL,
	"acknowledged_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone,
	"evidence_hash" text NOT NULL,
	CONSTRAINT "verification_check_acknowledgements_unique" UNIQUE("operation_run_id","check_key"),
	CONSTRAINT "verification_check_acknowledgements_reason_given" CHECK (btrim("verification_check_acknowledgements"."reason") <> ''),
	CONSTRAINT "verification_check_acknowledgements_hash_shape" CHECK ("verification_check_acknowledgements"."evidence_hash" ~ '^[0-9a-f]{64}$'),
	CONSTRAINT "verification_check_acknowledgements_expiry_later" CHECK ("verification_check_acknowledgements"."expires_at" > "verification_check_acknowledgements"."acknowledged_at")
);
--> statement-breakpoint
CREATE TABLE "tenant_memberships" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "tenant_memberships_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"tenant_id" bigint NOT NULL,
	"user_id" bigint NOT NULL,
	"role" "workspace_role" NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "tenant_memberships_unique" UNIQUE("tenant_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "tenants" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "tenants_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"workspace_id" bigint NOT NULL,
	"name" text NOT NULL,
	"status" text DEFAULT 'onboarding' NOT NULL,
	"tenant_id" text,
	"external_id" text,
	"app_client_id" text,
	"app_client_secret" text,
	"app_certificate_thumbprint" text,
	"app_notes" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "tenants_workspace_tenant_id_unique" UNIQUE("workspace_id","tenant_id"),
	CONSTRAINT "tenants_workspace_id_unique" UNIQUE("workspace_id","id"),
	CONSTRAINT "tenants_status_known" CHECK ("tenants"."status" in ('onboarding', 'active', 'archived')),
	CONSTRAINT "tenants_tenant_id_guid" CHECK ("tenants"."tenant_id" ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'),
	CONSTRAINT "tenants_name_not_blank" CHECK (btrim("tenants"."name") <> '')
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "users_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"email" text,
	"display_name" text NOT NULL,
	"entra_oid" text,
	"entra_tid" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "workspace_memberships" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "workspace_memberships_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"workspace_id" bigint NOT NULL,
	"user_id" bigint NOT NULL,
	"role" "workspace_role" NOT NULL,
	"current_tenant_id" bigint,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "workspace_memberships_unique" UNIQUE("workspace_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "workspaces" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "workspaces_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"name" text NOT NULL,
	"slug" text NOT NULL,
	"access_epoch" bigint DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "workspaces_slug_unique" UNIQUE("slug"),
	CONSTRAINT "workspaces_slug_shape" CHECK ("workspaces"."slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$')
);
--> statement-breakpoint
ALTER TABLE "provider_credential_candidates" ADD CONSTRAINT "provider_credential_candidates_provider_connection_id_provider_connections_id_fk" FOREIGN KEY ("provider_connection_id") REFERENCES "public"."provider_connections"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "provider_credential_candidates" ADD CONSTRAINT "provider_credential_candidates_rehearsal_run_id_operation_runs_id_fk" FOREIGN KEY ("rehearsal_run_id") REFERENCES "public"."operation_runs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "provider_connections" ADD CONSTRAINT "provider_connections_tenant_of_workspace" FOREIGN KEY ("workspace_id","tenant_id") REFERENCES "public"."tenants"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "provider_credentials" ADD CONSTRAINT "provider_credentials_provider_connection_id_provider_connections_id_fk" FOREIGN KEY ("provider_connection_id") REFERENCES "public"."provider_connections"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tenant_permissions" ADD CONSTRAINT "tenant_permissions_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tenant_permissions" ADD CONSTRAINT "tenant_permissions_connection_of_tenant" FOREIGN KEY ("tenant_id","provider_connection_id") REFERENCES "public"."provider_connections"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "api_tokens" ADD CONSTRAINT "api_tokens_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "api_tokens" ADD CONSTRAINT "api_tokens_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "api_tokens" ADD CONSTRAINT "api_tokens_created_by_token_id_api_tokens_id_fk" FOREIGN KEY ("created_by_token_id") REFERENCES "public"."api_tokens"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_entries" ADD CONSTRAINT "audit_entries_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_entries" ADD CONSTRAINT "audit_entries_actor_user_id_users_id_fk" FOREIGN KEY ("actor_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "user_sessions" ADD CONSTRAINT "user_sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "findings" ADD CONSTRAINT "findings_operation_run_id_operation_runs_id_fk" FOREIGN KEY ("operation_run_id") REFERENCES "public"."operation_runs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "findings" ADD CONSTRAINT "findings_acknowledged_by_user_id_users_id_fk" FOREIGN KEY ("acknowledged_by_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "findings" ADD CONSTRAINT "findings_tenant_of_workspace" FOREIGN KEY ("workspace_id","tenant_id") REFERENCES "public"."tenants"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "findings" ADD CONSTRAINT "findings_connection_of_tenant" FOREIGN KEY ("tenant_id","provider_connection_id") REFERENCES "public"."provider_connections"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inventory_items" ADD CONSTRAINT "inventory_items_connection_of_tenant" FOREIGN KEY ("tenant_id","provider_connection_id") REFERENCES "public"."provider_connections"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tenant_onboarding_sessions" ADD CONSTRAINT "tenant_onboarding_sessions_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tenant_onboarding_sessions" ADD CONSTRAINT "tenant_onboarding_sessions_consent_requested_by_user_id_users_id_fk" FOREIGN KEY ("consent_requested_by_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tenant_onboarding_sessions" ADD CONSTRAINT "tenant_onboarding_sessions_tenant_of_workspace" FOREIGN KEY ("workspace_id","tenant_id") REFERENCES "public"."tenants"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idempotency_keys" ADD CONSTRAINT "idempotency_keys_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idempotency_keys" ADD CONSTRAINT "idempotency_keys_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "operation_run_events" ADD CONSTRAINT "operation_run_events_run_id_operation_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."operation_runs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "operation_runs" ADD CONSTRAINT "operation_runs_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "operation_runs" ADD CONSTRAINT "operation_runs_initiator_user_id_users_id_fk" FOREIGN KEY ("initiator_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "operation_runs" ADD CONSTRAINT "operation_runs_tenant_of_workspace" FOREIGN KEY ("workspace_id","tenant_id") REFERENCES "public"."tenants"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "operation_runs" ADD CONSTRAINT "operation_runs_connection_of_tenant" FOREIGN KEY ("tenant_id","provider_connection_id") REFERENCES "public"."provider_connections"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "verification_check_acknowledgements" ADD CONSTRAINT "verification_check_acknowledgements_operation_run_id_operation_runs_id_fk" FOREIGN KEY ("operation_run_id") REFERENCES "public"."operation_runs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "verification_check_acknowledgements" ADD CONSTRAINT "verification_check_acknowledgements_acknowledged_by_user_id_users_id_fk" FOREIGN KEY ("acknowledged_by_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tenant_memberships" ADD CONSTRAINT "tenant_memberships_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tenant_memberships" ADD CONSTRAINT "tenant_memberships_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tenants" ADD CONSTRAINT "tenants_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "workspace_memberships" ADD CONSTRAINT "workspace_memberships_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "workspace_memberships" ADD CONSTRAINT "workspace_memberships_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "workspace_memberships" ADD CONSTRAINT "workspace_memberships_current_tenant_of_workspace" FOREIGN KEY ("workspace_id","current_tenant_id") REFERENCES "public"."tenants"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "provider_credential_candidates_run_idx" ON "provider_credential_candidates" USING btree ("rehearsal_run_id");--> statement-breakpoint
CREATE UNIQUE INDEX "provider_connections_default_unique" ON "provider_connections" USING btree ("tenant_id","provider") WHERE "provider_connections"."is_default";--> statement-breakpoint
CREATE INDEX "provider_connections_workspace_idx" ON "provider_connections" USING btree ("workspace_id","tenant_id");--> statement-breakpoint
CREATE INDEX "tenant_permissions_tenant_idx" ON "tenant_permissions" USING btree ("tenant_id","permission");--> statement-breakpoint
CREATE INDEX "api_tokens_user_idx" ON "api_tokens" USING btree ("user_id","id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "api_tokens_workspace_idx" ON "api_tokens" USING btree ("workspace_id");--> statement-breakpoint
CREATE INDEX "api_tokens_created_by_token_idx" ON "api_tokens" USING btree ("created_by_token_id");--> statement-breakpoint
CREATE INDEX "audit_entries_workspace_idx" ON "audit_entries" USING btree ("workspace_id","id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "audit_entries_actor_idx" ON "audit_entries" USING btree ("actor_user_id");--> statement-breakpoint
CREATE INDEX "audit_entries_subject_idx" ON "audit_entries" USING btree ("subject_type","subject_id","id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "user_sessions_user_idx" ON "user_sessions" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "user_sessions_expires_idx" ON "user_sessions" USING btree ("expires_at");--> statement-breakpoint
CREATE UNIQUE INDEX "findings_open_unique" ON "findings" USING btree ("fingerprint") WHERE "findings"."status" = 'new';--> statement-breakpoint
CREATE INDEX "findings_workspace_idx" ON "findings" USING btree ("workspace_id","id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "findings_tenant_idx" ON "findings" USING btree ("tenant_id","id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "findings_connection_idx" ON "findings" USING btree ("provider_connection_id");--> statement-breakpoint
CREATE INDEX "findings_run_idx" ON "findings" USING btree ("operation_run_id");--> statement-breakpoint
CREATE INDEX "findings_acknowledged_by_idx" ON "findings" USING btree ("acknowledged_by_user_id");--> statement-breakpoint
CREATE INDEX "inventory_items_tenant_idx" ON "inventory_items" USING btree ("tenant_id","kind","name","id");--> statement-breakpoint
CREATE UNIQUE INDEX "tenant_onboarding_sessions_open_unique" ON "tenant_onboarding_sessions" USING btree ("tenant_id") WHERE "tenant_onboarding_sessions"."status" = 'in_progress';--> statement-breakpoint
CREATE INDEX "tenant_onboarding_sessions_tenant_idx" ON "tenant_onboarding_sessions" USING btree ("tenant_id","id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "tenant_onboarding_sessions_workspace_idx" ON "tenant_onboarding_sessions" USING btree ("workspace_id","id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "tenant_onboarding_sessions_consent_user_idx" ON "tenant_onboarding_sessions" USING btree ("consent_requested_by_user_id");--> statement-breakpoint
CREATE INDEX "idempotency_keys_user_idx" ON "idempotency_keys" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "idempotency_keys_expires_idx" ON "idempotency_keys" USING btree ("expires_at");--> statement-breakpoint
CREATE UNIQUE INDEX "operation_runs_active_connection_unique" ON "operation_runs" USING btree ("provider_connection_id") WHERE "operation_runs"."status" in ('queued', 'running');--> statement-breakpoint
CREATE UNIQUE INDEX "operation_runs_active_identity_unique" ON "operation_runs" USING btree ("run_identity_hash") WHERE "operation_runs"."status" in ('queued', 'running');--> statement-breakpoint
CREATE INDEX "operation_runs_tenant_type_idx" ON "operation_runs" USING btree ("tenant_id","type","id" DESC NULLS LAST) WHERE not "operation_runs"."is_rehearsal";--> statement-breakpoint
CREATE INDEX "operation_runs_good_idx" ON "operation_runs" USING btree ("tenant_id","id" DESC NULLS LAST) WHERE "operation_runs"."type" = 'provider.connection.check' and "operation_runs"."status" = 'completed' and "operation_runs"."report_overall" = 'ready' and not "operation_runs"."is_rehearsal";--> statement-breakpoint
CREATE INDEX "operation_runs_bad_idx" ON "operation_runs" USING btree ("tenant_id","id") WHERE "operation_runs"."type" = 'provider.connection.check' and "operation_runs"."status" = 'completed' and "operation_runs"."report_overall" <> 'ready' and "operation_runs"."outcome" <> 'cancelled' and not "operation_runs"."is_rehearsal";--> statement-breakpoint
CREATE INDEX "operation_runs_tenant_idx" ON "operation_runs" USING btree ("tenant_id","id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "operation_runs_workspace_idx" ON "operation_runs" USING btree ("workspace_id","id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "operation_runs_connection_idx" ON "operation_runs" USING btree ("provider_connection_id","id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "operation_runs_initiator_idx" ON "operation_runs" USING btree ("initiator_user_id");--> statement-breakpoint
CREATE INDEX "verification_check_acknowledgements_user_idx" ON "verification_check_acknowledgements" USING btree ("acknowledged_by_user_id");--> statement-breakpoint
CREATE INDEX "tenant_memberships_user_idx" ON "tenant_memberships" USING btree ("user_id","tenant_id");--> statement-breakpoint
CREATE INDEX "tenants_workspace_name_idx" ON "tenants" USING btree ("workspace_id","name","id");--> statement-breakpoint
CREATE UNIQUE INDEX "users_email_unique" ON "users" USING btree (lower("email"));--> statement-breakpoint
CREATE UNIQUE INDEX "users_entra_unique" ON "users" USING btree ("entra_tid","entra_oid");--> statement-breakpoint
CREATE INDEX "workspace_memberships_user_idx" ON "workspace_memberships" USING btree ("user_id","workspace_id");--> statement-breakpoint
CREATE INDEX "workspace_memberships_current_tenant_idx" ON "workspace_memberships" USING btree ("current_tenant_id");