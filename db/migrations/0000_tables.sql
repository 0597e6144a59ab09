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
	CONSTRAINT "provider_connections_permission_profiles_known" CHECK (not "provider_connections"."metadata" ? 'permission_profiles' or (jsonb_typeof("provider_connections"."metadata" -> 'permission_profiles') = 'array'
        and "provider_connections"."metadata" -> 'permission_profiles' <@ '["read","manage","scripts"]'::jsonb)),
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
CREATE TABLE "sign_in_attempts" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "sign_in_attempts_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"secret_hash" "bytea" NOT NULL,
	"return_to" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "sign_in_attempts_hash_unique" UNIQUE("secret_hash"),
	CONSTRAINT "sign_in_attempts_hash_is_sha256" CHECK (octet_length("sign_in_attempts"."secret_hash") = 32),
	CONSTRAINT "sign_in_attempts_return_is_local" CHECK ("sign_in_attempts"."return_to" ~ '^/([^/\\]|$)')
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
CREATE TABLE "verification_rechecks" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "verification_rechecks_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"tenant_id" bigint NOT NULL,
	"provider_connection_id" bigint NOT NULL,
	"attempt" integer NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"reason_code" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "verification_rechecks_connection_unique" UNIQUE("provider_connection_id"),
	CONSTRAINT "verification_rechecks_attempt_on_ladder" CHECK ("verification_rechecks"."attempt" between 1 and 4)
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
	"verdict" text GENERATED ALWAYS AS (case when type = 'provider.connection.check' and status = 'completed' and outcome <> 'cancelled'
          and (context ->> 'credential') is distinct from 'candidate'
          and not (outcome = 'failed' and coalesce(failure_summary #>> '{0,reason_code}', '') ~ '^(network|proxy)[.]|^worker[.]lost$')
          then nullif(report_overall, 'running') end) STORED,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"started_at" timestamp with time zone,
	"completed_at" timestamp with time zone,
	CONSTRAINT "operation_runs_status_known" CHECK ("operation_runs"."status" in ('queued', 'running', 'completed')),
	CONSTRAINT "operation_runs_outcome_known" CHECK ("operation_runs"."outcome" in ('pending', 'succeeded', 'partially_succeeded', 'failed', 'blocked', 'cancelled')),
	CONSTRAINT "operation_runs_completed_has_outcome" CHECK (("operation_runs"."status" = 'completed') = ("operation_runs"."outcome" <> 'pending')),
	CONSTRAINT "operation_runs_completed_has_time" CHECK (("operation_runs"."status" = 'completed') = ("operation_runs"."completed_at" is not null)),
	CONSTRAINT "operation_runs_cancel_requested_while_running" CHECK ("operation_runs"."cancel_requested_at" is null or "operation_runs"."status" <> 'queued'),
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
	"ended_by_change" boolean DEFAULT false NOT NULL,
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
	"name_chosen_by" text DEFAULT 'person' NOT NULL,
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
	CONSTRAINT "tenants_name_chosen_by_known" CHECK ("tenants"."name_chosen_by" in ('person', 'graph', 'nobody')),
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
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "users_entra_ids_together" CHECK (("users"."entra_tid" is null) = ("users"."entra_oid" is null)),
	CONSTRAINT "users_entra_tid_guid" CHECK ("users"."entra_tid" ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'),
	CONSTRAINT "users_entra_oid_guid" CHECK ("users"."entra_oid" ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$')
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
ALTER TABLE "verification_rechecks" ADD CONSTRAINT "verification_rechecks_connection_of_tenant" FOREIGN KEY ("tenant_id","provider_connection_id") REFERENCES "public"."provider_connections"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
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
CREATE INDEX "api_tokens_user_idx" ON "api_tokens" USING btree ("user_id","id");--> statement-breakpoint
CREATE INDEX "api_tokens_workspace_idx" ON "api_tokens" USING btree ("workspace_id");--> statement-breakpoint
CREATE INDEX "api_tokens_created_by_token_idx" ON "api_tokens" USING btree ("created_by_token_id");--> statement-breakpoint
CREATE INDEX "audit_entries_workspace_idx" ON "audit_entries" USING btree ("workspace_id","id");--> statement-breakpoint
CREATE INDEX "audit_entries_actor_idx" ON "audit_entries" USING btree ("actor_user_id");--> statement-breakpoint
CREATE INDEX "audit_entries_subject_idx" ON "audit_entries" USING btree ("subject_type","subject_id","id");--> statement-breakpoint
CREATE INDEX "sign_in_attempts_expires_idx" ON "sign_in_attempts" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "user_sessions_user_idx" ON "user_sessions" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "user_sessions_expires_idx" ON "user_sessions" USING btree ("expires_at");--> statement-breakpoint
CREATE UNIQUE INDEX "findings_open_unique" ON "findings" USING btree ("fingerprint") WHERE "findings"."status" = 'new';--> statement-breakpoint
CREATE INDEX "findings_workspace_idx" ON "findings" USING btree ("workspace_id","id");--> statement-breakpoint
CREATE INDEX "findings_tenant_idx" ON "findings" USING btree ("tenant_id","id");--> statement-breakpoint
CREATE INDEX "findings_connection_idx" ON "findings" USING btree ("provider_connection_id");--> statement-breakpoint
CREATE INDEX "findings_run_idx" ON "findings" USING btree ("operation_run_id");--> statement-breakpoint
CREATE INDEX "findings_acknowledged_by_idx" ON "findings" USING btree ("acknowledged_by_user_id");--> statement-breakpoint
CREATE INDEX "inventory_items_tenant_idx" ON "inventory_items" USING btree ("tenant_id","kind","name","id");--> statement-breakpoint
CREATE UNIQUE INDEX "tenant_onboarding_sessions_open_unique" ON "tenant_onboarding_sessions" USING btree ("tenant_id") WHERE "tenant_onboarding_sessions"."status" = 'in_progress';--> statement-breakpoint
CREATE INDEX "tenant_onboarding_sessions_tenant_idx" ON "tenant_onboarding_sessions" USING btree ("tenant_id","id");--> statement-breakpoint
CREATE INDEX "tenant_onboarding_sessions_workspace_idx" ON "tenant_onboarding_sessions" USING btree ("workspace_id","id");--> statement-breakpoint
CREATE INDEX "tenant_onboarding_sessions_consent_user_idx" ON "tenant_onboarding_sessions" USING btree ("consent_requested_by_user_id");--> statement-breakpoint
CREATE INDEX "verification_rechecks_tenant_idx" ON "verification_rechecks" USING btree ("tenant_id");--> statement-breakpoint
CREATE INDEX "idempotency_keys_user_idx" ON "idempotency_keys" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "idempotency_keys_expires_idx" ON "idempotency_keys" USING btree ("expires_at");--> statement-breakpoint
CREATE UNIQUE INDEX "operation_runs_active_connection_unique" ON "operation_runs" USING btree ("provider_connection_id") WHERE "operation_runs"."status" in ('queued', 'running');--> statement-breakpoint
CREATE UNIQUE INDEX "operation_runs_active_identity_unique" ON "operation_runs" USING btree ("run_identity_hash") WHERE "operation_runs"."status" in ('queued', 'running');--> statement-breakpoint
CREATE INDEX "operation_runs_tenant_type_idx" ON "operation_runs" USING btree ("tenant_id","type","id") WHERE not "operation_runs"."is_rehearsal";--> statement-breakpoint
CREATE INDEX "operation_runs_verdict_idx" ON "operation_runs" USING btree ("tenant_id","id") WHERE "operation_runs"."verdict" is not null;--> statement-breakpoint
CREATE INDEX "operation_runs_good_idx" ON "operation_runs" USING btree ("tenant_id","id") WHERE "operation_runs"."verdict" = 'ready';--> statement-breakpoint
CREATE INDEX "operation_runs_bad_idx" ON "operation_runs" USING btree ("tenant_id","id") WHERE "operation_runs"."verdict" <> 'ready';--> statement-breakpoint
CREATE INDEX "operation_runs_under_way_idx" ON "operation_runs" USING btree ("tenant_id","id") WHERE "operation_runs"."type" = 'provider.connection.check' and "operation_runs"."status" in ('queued', 'running') and not "operation_runs"."is_rehearsal";--> statement-breakpoint
CREATE INDEX "operation_runs_tenant_idx" ON "operation_runs" USING btree ("tenant_id","id");--> statement-breakpoint
CREATE INDEX "operation_runs_workspace_idx" ON "operation_runs" USING btree ("workspace_id","id");--> statement-breakpoint
CREATE INDEX "operation_runs_workspace_ended_idx" ON "operation_runs" USING btree ("workspace_id","completed_at");--> statement-breakpoint
CREATE INDEX "operation_runs_connection_idx" ON "operation_runs" USING btree ("provider_connection_id","id");--> statement-breakpoint
CREATE INDEX "operation_runs_initiator_idx" ON "operation_runs" USING btree ("initiator_user_id");--> statement-breakpoint
CREATE INDEX "verification_check_acknowledgements_user_idx" ON "verification_check_acknowledgements" USING btree ("acknowledged_by_user_id");--> statement-breakpoint
CREATE INDEX "tenant_memberships_user_idx" ON "tenant_memberships" USING btree ("user_id","tenant_id");--> statement-breakpoint
CREATE INDEX "tenants_workspace_name_idx" ON "tenants" USING btree ("workspace_id","name","id");--> statement-breakpoint
CREATE UNIQUE INDEX "users_email_unique" ON "users" USING btree (lower("email"));--> statement-breakpoint
CREATE UNIQUE INDEX "users_entra_unique" ON "users" USING btree ("entra_tid","entra_oid");--> statement-breakpoint
CREATE INDEX "workspace_memberships_user_idx" ON "workspace_memberships" USING btree ("user_id","workspace_id");--> statement-breakpoint
CREATE INDEX "workspace_memberships_current_tenant_idx" ON "workspace_memberships" USING btree ("current_tenant_id");
--> statement-breakpoint

-- Who may see which tenant, written once: every query of a viewer joins this view. Owners of a workspace are entitled
-- to all its tenants; everybody else needs a tenant membership too, and has the weaker of the two roles.
CREATE VIEW entitled_tenants AS
SELECT member.user_id,
       tenant.workspace_id,
       tenant.id AS tenant_id,
       CASE WHEN member.role = 'owner' THEN member.role ELSE least(member.role, tenant_member.role) END AS role
FROM workspace_memberships member
JOIN tenants tenant ON tenant.workspace_id = member.workspace_id
LEFT JOIN tenant_memberships tenant_member
  ON tenant_member.tenant_id = tenant.id AND tenant_member.user_id = member.user_id
WHERE member.role = 'owner' OR tenant_member.id IS NOT NULL;
--> statement-breakpoint

-- A run never goes back, is final once completed, and counts its own versions: no writer can forget, also not psql.
-- What lists show of the report is copied beside it, so that a page of runs de-toasts no document.
CREATE FUNCTION operation_runs_before_write() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  unacknowledged operation_runs;
BEGIN
  IF TG_OP = 'UPDATE' THEN
    -- The run as it would be without its acknowledgements' counter. Generated columns are not computed yet in NEW, so
    -- each of the table's has to be copied here, or nothing can be acknowledged.
    IF OLD.status = 'completed' THEN
      unacknowledged := NEW;
      unacknowledged.acknowledgements_version := OLD.acknowledgements_version;
      unacknowledged.report_intact := OLD.report_intact;
      unacknowledged.is_rehearsal := OLD.is_rehearsal;
      unacknowledged.verdict := OLD.verdict;
    END IF;
    IF OLD.status = 'completed'
      AND (unacknowledged IS DISTINCT FROM OLD OR NEW.acknowledgements_version <= OLD.acknowledgements_version) THEN
      RAISE EXCEPTION 'operation run % is completed and cannot be changed', OLD.id
        USING ERRCODE = 'restrict_violation', CONSTRAINT = 'operation_runs_completed_is_final';
    END IF;
    IF OLD.status = 'running' AND NEW.status = 'queued' THEN
      RAISE EXCEPTION 'operation run % cannot go back to queued', OLD.id
        USING ERRCODE = 'restrict_violation', CONSTRAINT = 'operation_runs_status_never_goes_back';
    END IF;
    IF (NEW.id, NEW.workspace_id, NEW.tenant_id, NEW.type) IS DISTINCT FROM (OLD.id, OLD.workspace_id, OLD.tenant_id, OLD.type) THEN
      RAISE EXCEPTION 'operation run % cannot become another run', OLD.id
        USING ERRCODE = 'restrict_violation', CONSTRAINT = 'operation_runs_identity_is_fixed';
    END IF;
    NEW.version := OLD.version + 1;
  ELSE
    NEW.version := 1;
  END IF;
  IF TG_OP = 'INSERT' OR NEW.context IS DISTINCT FROM OLD.context THEN
    NEW.report_overall := NEW.context #>> '{verification_report,summary,overall}';
    NEW.report_counts := NEW.context #> '{verification_report,summary,counts}';
    NEW.report_digest := md5((NEW.context -> 'verification_report')::text);
    NEW.reason_code := NEW.context ->> 'reason_code';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER operation_runs_before_write BEFORE INSERT OR UPDATE ON operation_runs
FOR EACH ROW EXECUTE FUNCTION operation_runs_before_write();
--> statement-breakpoint

-- One channel for all hints. A payload names what changed ('run:12', 'access:3', …), never how: readers look at the row.
CREATE FUNCTION tenantatlas_hint(what text, id bigint) RETURNS void LANGUAGE sql AS $$
  SELECT pg_notify('tenantatlas', what || ':' || id)
$$;
--> statement-breakpoint

-- Beginnings and ends are announced in the transaction. Progress in between is not: a NOTIFY in every write would
-- cost two thirds of the throughput, so the worker sends those hints after its commit.
CREATE FUNCTION operation_runs_announce() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM tenantatlas_hint('run', NEW.id);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER operation_runs_announce_new AFTER INSERT ON operation_runs
FOR EACH ROW EXECUTE FUNCTION operation_runs_announce();
--> statement-breakpoint
CREATE TRIGGER operation_runs_announce_status AFTER UPDATE ON operation_runs
FOR EACH ROW WHEN (OLD.status IS DISTINCT FROM NEW.status) EXECUTE FUNCTION operation_runs_announce();
--> statement-breakpoint

-- A decision about access remembers the workspace's epoch; the epoch moves in the same transaction as what it rests on.
CREATE FUNCTION bump_access_epoch(changed_workspace_id bigint) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  UPDATE workspaces SET access_epoch = access_epoch + 1 WHERE id = changed_workspace_id;
  PERFORM tenantatlas_hint('access', changed_workspace_id);
END $$;
--> statement-breakpoint
CREATE FUNCTION workspace_memberships_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN PERFORM bump_access_epoch(OLD.workspace_id); END IF;
  IF TG_OP = 'INSERT' OR NEW.workspace_id <> OLD.workspace_id THEN PERFORM bump_access_epoch(NEW.workspace_id); END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER workspace_memberships_changed AFTER INSERT OR DELETE OR UPDATE OF workspace_id, user_id, role
ON workspace_memberships FOR EACH ROW EXECUTE FUNCTION workspace_memberships_changed();
--> statement-breakpoint
CREATE FUNCTION tenant_memberships_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    PERFORM bump_access_epoch(workspace_id) FROM tenants WHERE id = OLD.tenant_id;
  END IF;
  IF TG_OP = 'INSERT' OR NEW.tenant_id <> OLD.tenant_id THEN
    PERFORM bump_access_epoch(workspace_id) FROM tenants WHERE id = NEW.tenant_id;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER tenant_memberships_changed AFTER INSERT OR DELETE OR UPDATE OF tenant_id, user_id, role
ON tenant_memberships FOR EACH ROW EXECUTE FUNCTION tenant_memberships_changed();
--> statement-breakpoint

-- Entitlement to an open stream rests on the sign-in too, so a token or session that is revoked, shortened or deleted
-- moves the epoch as a membership does: no state committed afterwards is delivered on it, even if the hint is lost.
CREATE FUNCTION credential_of_viewer_changed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  of_workspace bigint;
BEGIN
  -- One that has expired carries no stream; deleting such rows must not move every workspace's epoch.
  IF OLD.expires_at <= now() THEN RETURN NULL; END IF;
  PERFORM tenantatlas_hint(TG_ARGV[0], OLD.id);
  IF TG_ARGV[0] = 'token' THEN
    PERFORM bump_access_epoch(OLD.workspace_id);
    RETURN NULL;
  END IF;
  -- A session reaches all of its user's workspaces. Always in the same order, so that two never wait for each other.
  FOR of_workspace IN
    SELECT workspace_id FROM workspace_memberships WHERE user_id = OLD.user_id ORDER BY workspace_id
  LOOP
    PERFORM bump_access_epoch(of_workspace);
  END LOOP;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER api_tokens_changed AFTER DELETE OR UPDATE OF revoked_at, expires_at, scopes ON api_tokens
FOR EACH ROW EXECUTE FUNCTION credential_of_viewer_changed('token');
--> statement-breakpoint
CREATE TRIGGER user_sessions_changed AFTER DELETE OR UPDATE OF expires_at ON user_sessions
FOR EACH ROW EXECUTE FUNCTION credential_of_viewer_changed('session');
--> statement-breakpoint

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME
    USING ERRCODE = 'restrict_violation', CONSTRAINT = TG_TABLE_NAME || '_append_only';
END $$;
--> statement-breakpoint
CREATE TRIGGER operation_run_events_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON operation_run_events
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER audit_entries_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entries
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint

CREATE FUNCTION touch_updated_at() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.updated_at := now();
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER tenants_touch BEFORE UPDATE ON tenants FOR EACH ROW EXECUTE FUNCTION touch_updated_at();
--> statement-breakpoint
CREATE TRIGGER provider_connections_touch BEFORE UPDATE ON provider_connections FOR EACH ROW EXECUTE FUNCTION touch_updated_at();
--> statement-breakpoint
-- "When it was last replaced": re-encryption under another key (npm run rotate-keys) writes payload and key_id only.
CREATE TRIGGER provider_credentials_touch BEFORE UPDATE OF type, client_id, expires_at, details ON provider_credentials
FOR EACH ROW EXECUTE FUNCTION touch_updated_at();
--> statement-breakpoint
CREATE TRIGGER tenant_onboarding_sessions_touch BEFORE UPDATE ON tenant_onboarding_sessions FOR EACH ROW EXECUTE FUNCTION touch_updated_at();
--> statement-breakpoint

-- A workspace without an owner could never be managed again. Asked at commit, so that one transaction can hand a
-- workspace over in any order. Two that each demote one of the last two owners cannot both pass: the first change of a
-- membership holds the workspace's row (bump_access_epoch), so the second is judged after the first is committed.
CREATE FUNCTION workspace_keeps_an_owner() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM workspaces WHERE id = OLD.workspace_id)
    AND NOT EXISTS (SELECT FROM workspace_memberships WHERE workspace_id = OLD.workspace_id AND role = 'owner')
  THEN
    RAISE EXCEPTION 'workspace % keeps at least one owner', OLD.workspace_id
      USING ERRCODE = 'restrict_violation', CONSTRAINT = 'workspace_keeps_an_owner';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER workspace_keeps_an_owner AFTER UPDATE OR DELETE ON workspace_memberships
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD.role = 'owner')
EXECUTE FUNCTION workspace_keeps_an_owner();
--> statement-breakpoint

-- Leaving a workspace is leaving all of it: whoever is let in again later starts without old roles and old tokens.
CREATE FUNCTION workspace_memberships_left() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM tenant_memberships given USING tenants tenant
  WHERE tenant.id = given.tenant_id AND tenant.workspace_id = OLD.workspace_id AND given.user_id = OLD.user_id;
  UPDATE api_tokens SET revoked_at = now()
  WHERE user_id = OLD.user_id AND workspace_id = OLD.workspace_id AND revoked_at IS NULL;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER workspace_memberships_left AFTER DELETE ON workspace_memberships
FOR EACH ROW EXECUTE FUNCTION workspace_memberships_left();
--> statement-breakpoint

-- What a token has made ends with it, and what those have made: this update fires the trigger for them in turn.
CREATE FUNCTION api_tokens_revoked() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE api_tokens SET revoked_at = NEW.revoked_at WHERE created_by_token_id = NEW.id AND revoked_at IS NULL;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER api_tokens_revoked AFTER UPDATE OF revoked_at ON api_tokens
FOR EACH ROW WHEN (OLD.revoked_at IS NULL AND NEW.revoked_at IS NOT NULL) EXECUTE FUNCTION api_tokens_revoked();
--> statement-breakpoint

CREATE FUNCTION api_tokens_stay_revoked() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'API token % was revoked for good', OLD.id
    USING ERRCODE = 'restrict_violation', CONSTRAINT = 'api_tokens_stay_revoked';
END $$;
--> statement-breakpoint
CREATE TRIGGER api_tokens_stay_revoked BEFORE UPDATE OF revoked_at ON api_tokens
FOR EACH ROW WHEN (OLD.revoked_at IS NOT NULL AND NEW.revoked_at IS DISTINCT FROM OLD.revoked_at)
EXECUTE FUNCTION api_tokens_stay_revoked();
--> statement-breakpoint

-- An acknowledgement is about a check of a completed run that did not pass; one on a blocking check has an end.
CREATE FUNCTION verification_check_acknowledgements_before_write() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  run_status text;
  acknowledged jsonb;
BEGIN
  SELECT run.status, checked.item INTO run_status, acknowledged
  FROM operation_runs run
  LEFT JOIN LATERAL jsonb_array_elements(run.context #> '{verification_report,checks}') checked (item)
    ON checked.item ->> 'key' = NEW.check_key
  WHERE run.id = NEW.operation_run_id;
  IF run_status IS DISTINCT FROM 'completed' THEN
    RAISE EXCEPTION 'operation run % is not completed, so nothing of it can be acknowledged', NEW.operation_run_id
      USING ERRCODE = 'restrict_violation', CONSTRAINT = 'verification_check_acknowledgements_run_completed';
  END IF;
  IF acknowledged IS NULL OR acknowledged ->> 'status' NOT IN ('fail', 'warn', 'unknown') THEN
    RAISE EXCEPTION 'check % of operation run % did not fail', NEW.check_key, NEW.operation_run_id
      USING ERRCODE = 'restrict_violation', CONSTRAINT = 'verification_check_acknowledgements_check_failed';
  END IF;
  IF NEW.expires_at IS NULL AND (acknowledged ->> 'blocking')::boolean THEN
    RAISE EXCEPTION 'check % is blocking: its acknowledgement needs an end', NEW.check_key
      USING ERRCODE = 'restrict_violation', CONSTRAINT = 'verification_check_acknowledgements_blocking_ends';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER verification_check_acknowledgements_before_write BEFORE INSERT OR UPDATE
ON verification_check_acknowledgements FOR EACH ROW EXECUTE FUNCTION verification_check_acknowledgements_before_write();
--> statement-breakpoint

-- A completed run does not change, but what is acknowledged on it does: the run's version moves with it, so that who
-- watches the tenant or the workspace gets a newer state, and the hint says where to look.
CREATE FUNCTION verification_check_acknowledgements_changed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  run_id bigint := coalesce(NEW.operation_run_id, OLD.operation_run_id);
BEGIN
  UPDATE operation_runs SET acknowledgements_version = acknowledgements_version + 1 WHERE id = run_id;
  PERFORM tenantatlas_hint('run', run_id);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER verification_check_acknowledgements_changed AFTER INSERT OR UPDATE OR DELETE
ON verification_check_acknowledgements FOR EACH ROW EXECUTE FUNCTION verification_check_acknowledgements_changed();
--> statement-breakpoint

-- A payload is encrypted for one connection, so a row that changes hands could never be opened again.
CREATE FUNCTION credential_stays_with_connection() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a credential cannot move to another connection'
    USING ERRCODE = 'restrict_violation', CONSTRAINT = TG_TABLE_NAME || '_connection_is_fixed';
END $$;
--> statement-breakpoint
CREATE TRIGGER provider_credentials_stay BEFORE UPDATE ON provider_credentials
FOR EACH ROW WHEN (OLD.provider_connection_id <> NEW.provider_connection_id) EXECUTE FUNCTION credential_stays_with_connection();
--> statement-breakpoint
CREATE TRIGGER provider_credential_candidates_stay BEFORE UPDATE ON provider_credential_candidates
FOR EACH ROW WHEN (OLD.provider_connection_id <> NEW.provider_connection_id) EXECUTE FUNCTION credential_stays_with_connection();
--> statement-breakpoint

-- Whoever asks for a run to stop, also by hand: those who watch it see so at once.
CREATE TRIGGER operation_runs_announce_cancel_request AFTER UPDATE ON operation_runs
FOR EACH ROW WHEN (OLD.cancel_requested_at IS DISTINCT FROM NEW.cancel_requested_at)
EXECUTE FUNCTION operation_runs_announce();
--> statement-breakpoint

-- Whose account a user is never changes: an operator can take the ids away (the person then signs in by name once more),
-- but nobody can put another person's in their place.
CREATE FUNCTION users_entra_ids_are_fixed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'user % is another account of Entra already', OLD.id
    USING ERRCODE = 'restrict_violation', CONSTRAINT = 'users_entra_ids_are_fixed';
END $$;
--> statement-breakpoint
CREATE TRIGGER users_entra_ids_are_fixed BEFORE UPDATE OF entra_tid, entra_oid ON users
FOR EACH ROW WHEN (OLD.entra_oid IS NOT NULL AND NEW.entra_oid IS NOT NULL
  AND (OLD.entra_tid, OLD.entra_oid) IS DISTINCT FROM (NEW.entra_tid, NEW.entra_oid))
EXECUTE FUNCTION users_entra_ids_are_fixed();
--> statement-breakpoint

COMMENT ON VIEW entitled_tenants IS 'Who may see which tenant, and with which role; every query for a viewer joins it.';
--> statement-breakpoint
COMMENT ON TABLE provider_credential_candidates IS 'A credential in rehearsal, beside the one in use.';
--> statement-breakpoint
COMMENT ON COLUMN provider_credential_candidates.id IS 'Row number.';
--> statement-breakpoint
COMMENT ON COLUMN provider_credential_candidates.provider_connection_id IS 'The connection it belongs to.';
--> statement-breakpoint
COMMENT ON COLUMN provider_credential_candidates.rehearsal_run_id IS 'The run that tries it.';
--> statement-breakpoint
COMMENT ON COLUMN provider_credential_candidates.type IS 'client_secret, certificate or federated.';
--> statement-breakpoint
COMMENT ON COLUMN provider_credential_candidates.client_id IS 'The application''s id; not a secret.';
--> statement-breakpoint
COMMENT ON COLUMN provider_credential_candidates.payload IS 'AES-256-GCM envelope; never plain.';
--> statement-breakpoint
COMMENT ON COLUMN provider_credential_candidates.key_id IS 'Name of the encryption key, as in ENCRYPTION_KEYS.';
--> statement-breakpoint
COMMENT ON COLUMN provider_credential_candidates.expires_at IS 'As entered or read from the certificate; null if unknown.';
--> statement-breakpoint
COMMENT ON COLUMN provider_credential_candidates.details IS 'JSON object of public facts, such as the thumbprint.';
--> statement-breakpoint
COMMENT ON COLUMN provider_credential_candidates.created_at IS 'When the row was written.';
--> statement-breakpoint
COMMENT ON TABLE provider_connections IS 'How one tenant is reached at one provider: which directory, how healthy.';
--> statement-breakpoint
COMMENT ON COLUMN provider_connections.id IS 'Row number.';
--> statement-breakpoint
COMMENT ON COLUMN provider_connections.workspace_id IS 'The workspace it belongs to.';
--> statement-breakpoint
COMMENT ON COLUMN provider_connections.tenant_id IS 'The tenant it belongs to.';
--> statement-breakpoint
COMMENT ON COLUMN provider_connections.provider IS 'microsoft.';
--> statement-breakpoint
COMMENT ON COLUMN provider_connections.entra_tenant_id IS 'Directory GUID in lower case; unique per tenant and provider.';
--> statement-breakpoint
COMMENT ON COLUMN provider_connections.display_name IS 'As people call it.';
--> statement-breakpoint
COMMENT ON COLUMN provider_connections.is_default IS 'At most one default per tenant and provider.';
--> statement-breakpoint
COMMENT ON COLUMN provider_connections.cloud IS 'global, usgov, usgovdod, china or sandbox.';
--> statement-breakpoint
COMMENT ON COLUMN provider_connections.status IS 'needs_consent, connected, error or disabled.';
--> statement-breakpoint
COMMENT ON COLUMN provider_connections.health_status IS 'unknown, healthy, degraded or unhealthy: what the last verification found.';
--> statement-breakpoint
COMMENT ON COLUMN provider_connections.scopes_granted IS 'JSON list of the permissions that the last verification saw granted.';
--> statement-breakpoint
COMMENT ON COLUMN provider_connections.last_health_check_at IS 'When a verification last judged the connection.';
--> statement-breakpoint
COMMENT ON COLUMN provider_connections.last_error_reason_code IS 'Reason code of the last failure; null when healthy.';
--> statement-breakpoint
COMMENT ON COLUMN provider_connections.last_error_message IS 'Sentence for last_error_reason_code; contains no secrets.';
--> statement-breakpoint
COMMENT ON COLUMN provider_connections.metadata IS 'JSON object; permission_profiles lists what the connection is used for.';
--> statement-breakpoint
COMMENT ON COLUMN provider_connections.created_at IS 'When the row was written.';
--> statement-breakpoint
COMMENT ON COLUMN provider_connections.updated_at IS 'When the row was last changed, by trigger.';
--> statement-breakpoint
COMMENT ON TABLE provider_credentials IS 'The credential in use of one connection, encrypted.';
--> statement-breakpoint
COMMENT ON COLUMN provider_credentials.id IS 'Row number.';
--> statement-breakpoint
COMMENT ON COLUMN provider_credentials.provider_connection_id IS 'The connection it belongs to.';
--> statement-breakpoint
COMMENT ON COLUMN provider_credentials.type IS 'client_secret, certificate or federated.';
--> statement-breakpoint
COMMENT ON COLUMN provider_credentials.client_id IS 'The application''s id; not a secret.';
--> statement-breakpoint
COMMENT ON COLUMN provider_credentials.payload IS 'AES-256-GCM envelope (version, nonce, tag, ciphertext); never plain.';
--> statement-breakpoint
COMMENT ON COLUMN provider_credentials.key_id IS 'Name of the encryption key, as in ENCRYPTION_KEYS.';
--> statement-breakpoint
COMMENT ON COLUMN provider_credentials.expires_at IS 'As entered or read from the certificate; null if unknown.';
--> statement-breakpoint
COMMENT ON COLUMN provider_credentials.details IS 'JSON object of public facts, such as the thumbprint.';
--> statement-breakpoint
COMMENT ON COLUMN provider_credentials.created_at IS 'When the row was written.';
--> statement-breakpoint
COMMENT ON COLUMN provider_credentials.updated_at IS 'When the row was last changed, by trigger.';
--> statement-breakpoint
COMMENT ON TABLE tenant_permissions IS 'Permissions a connection needs against those it has, as last verified.';
--> statement-breakpoint
COMMENT ON COLUMN tenant_permissions.id IS 'Row number.';
--> statement-breakpoint
COMMENT ON COLUMN tenant_permissions.tenant_id IS 'The tenant it belongs to.';
--> statement-breakpoint
COMMENT ON COLUMN tenant_permissions.provider_connection_id IS 'The connection it belongs to.';
--> statement-breakpoint
COMMENT ON COLUMN tenant_permissions.permission IS 'Name of the app role, such as Device.Read.All.';
--> statement-breakpoint
COMMENT ON COLUMN tenant_permissions.required_for IS 'What needs it.';
--> statement-breakpoint
COMMENT ON COLUMN tenant_permissions.granted IS 'Whether it can be used now.';
--> statement-breakpoint
COMMENT ON COLUMN tenant_permissions.state IS 'effective, granted_not_yet_effective, revoked_still_effective, missing or unverifiable.';
--> statement-breakpoint
COMMENT ON COLUMN tenant_permissions.checked_at IS 'When the verification read it.';
--> statement-breakpoint
COMMENT ON TABLE api_tokens IS 'A token for scripts.';
--> statement-breakpoint
COMMENT ON COLUMN api_tokens.id IS 'Row number.';
--> statement-breakpoint
COMMENT ON COLUMN api_tokens.user_id IS 'Whose rights it carries.';
--> statement-breakpoint
COMMENT ON COLUMN api_tokens.workspace_id IS 'The workspace it belongs to.';
--> statement-breakpoint
COMMENT ON COLUMN api_tokens.name IS 'As its owner calls it.';
--> statement-breakpoint
COMMENT ON COLUMN api_tokens.token_hash IS 'SHA-256 of the token; the plaintext is shown once and never stored.';
--> statement-breakpoint
COMMENT ON COLUMN api_tokens.prefix IS 'First characters of the token, to recognize it.';
--> statement-breakpoint
COMMENT ON COLUMN api_tokens.scopes IS 'JSON list of capabilities; null: everything its user may do.';
--> statement-breakpoint
COMMENT ON COLUMN api_tokens.created_by_token_id IS 'The token that created this one; revoked together with it.';
--> statement-breakpoint
COMMENT ON COLUMN api_tokens.expires_at IS 'When it expires.';
--> statement-breakpoint
COMMENT ON COLUMN api_tokens.last_used_at IS 'Latest use.';
--> statement-breakpoint
COMMENT ON COLUMN api_tokens.revoked_at IS 'When it was revoked; final.';
--> statement-breakpoint
COMMENT ON COLUMN api_tokens.created_at IS 'When the row was written.';
--> statement-breakpoint
COMMENT ON TABLE audit_entries IS 'Who did what; append-only.';
--> statement-breakpoint
COMMENT ON COLUMN audit_entries.id IS 'Row number.';
--> statement-breakpoint
COMMENT ON COLUMN audit_entries.workspace_id IS 'The workspace it belongs to.';
--> statement-breakpoint
COMMENT ON COLUMN audit_entries.actor_user_id IS 'Who; null for the system.';
--> statement-breakpoint
COMMENT ON COLUMN audit_entries.action IS 'What, such as member.removed.';
--> statement-breakpoint
COMMENT ON COLUMN audit_entries.subject_type IS 'Kind of object acted on.';
--> statement-breakpoint
COMMENT ON COLUMN audit_entries.subject_id IS 'Its id; has no foreign key, so that the entry outlives it.';
--> statement-breakpoint
COMMENT ON COLUMN audit_entries.data IS 'JSON object of details; contains no secrets.';
--> statement-breakpoint
COMMENT ON COLUMN audit_entries.at IS 'When.';
--> statement-breakpoint
COMMENT ON TABLE sign_in_attempts IS 'A browser on its way to Microsoft and back; used once.';
--> statement-breakpoint
COMMENT ON COLUMN sign_in_attempts.id IS 'Row number.';
--> statement-breakpoint
COMMENT ON COLUMN sign_in_attempts.secret_hash IS 'SHA-256 of the secret in the browser''s cookie.';
--> statement-breakpoint
COMMENT ON COLUMN sign_in_attempts.return_to IS 'Local path to open after sign-in.';
--> statement-breakpoint
COMMENT ON COLUMN sign_in_attempts.created_at IS 'When the row was written.';
--> statement-breakpoint
COMMENT ON COLUMN sign_in_attempts.expires_at IS 'The attempt cannot be completed after this time.';
--> statement-breakpoint
COMMENT ON TABLE user_sessions IS 'A browser that is signed in.';
--> statement-breakpoint
COMMENT ON COLUMN user_sessions.id IS 'Row number.';
--> statement-breakpoint
COMMENT ON COLUMN user_sessions.user_id IS 'Who is signed in.';
--> statement-breakpoint
COMMENT ON COLUMN user_sessions.token_hash IS 'SHA-256 of the token in the cookie.';
--> statement-breakpoint
COMMENT ON COLUMN user_sessions.created_at IS 'When the row was written.';
--> statement-breakpoint
COMMENT ON COLUMN user_sessions.expires_at IS 'The session ends then.';
--> statement-breakpoint
COMMENT ON TABLE findings IS 'A change between two syncs that somebody should look at.';
--> statement-breakpoint
COMMENT ON COLUMN findings.id IS 'Row number.';
--> statement-breakpoint
COMMENT ON COLUMN findings.workspace_id IS 'The workspace it belongs to.';
--> statement-breakpoint
COMMENT ON COLUMN findings.tenant_id IS 'The tenant it belongs to.';
--> statement-breakpoint
COMMENT ON COLUMN findings.provider_connection_id IS 'The connection it belongs to.';
--> statement-breakpoint
COMMENT ON COLUMN findings.operation_run_id IS 'The sync that saw it last.';
--> statement-breakpoint
COMMENT ON COLUMN findings.kind IS 'Collection of the changed object.';
--> statement-breakpoint
COMMENT ON COLUMN findings.external_id IS 'The provider''s id of the object.';
--> statement-breakpoint
COMMENT ON COLUMN findings.change IS 'What happened to it.';
--> statement-breakpoint
COMMENT ON COLUMN findings.title IS 'One line for people.';
--> statement-breakpoint
COMMENT ON COLUMN findings.severity IS 'low, medium or high.';
--> statement-breakpoint
COMMENT ON COLUMN findings.status IS 'new or acknowledged.';
--> statement-breakpoint
COMMENT ON COLUMN findings.fingerprint IS 'SHA-256 over connection, object and change; at most one new finding has it.';
--> statement-breakpoint
COMMENT ON COLUMN findings.created_at IS 'When the row was written.';
--> statement-breakpoint
COMMENT ON COLUMN findings.last_seen_at IS 'Latest sync that saw the change.';
--> statement-breakpoint
COMMENT ON COLUMN findings.acknowledged_by_user_id IS 'Who acknowledged it.';
--> statement-breakpoint
COMMENT ON COLUMN findings.acknowledged_at IS 'When; set together with by and reason.';
--> statement-breakpoint
COMMENT ON COLUMN findings.acknowledgement_reason IS 'Why.';
--> statement-breakpoint
COMMENT ON TABLE inventory_items IS 'What a connection''s directory held when it was last read completely; rows stay when the object is gone.';
--> statement-breakpoint
COMMENT ON COLUMN inventory_items.id IS 'Row number.';
--> statement-breakpoint
COMMENT ON COLUMN inventory_items.tenant_id IS 'The tenant it belongs to.';
--> statement-breakpoint
COMMENT ON COLUMN inventory_items.provider_connection_id IS 'The connection it belongs to.';
--> statement-breakpoint
COMMENT ON COLUMN inventory_items.kind IS 'Collection it belongs to.';
--> statement-breakpoint
COMMENT ON COLUMN inventory_items.external_id IS 'The provider''s id of the object.';
--> statement-breakpoint
COMMENT ON COLUMN inventory_items.name IS 'Display name at the last sync.';
--> statement-breakpoint
COMMENT ON COLUMN inventory_items.revision IS 'The provider''s revision mark; null where it has none.';
--> statement-breakpoint
COMMENT ON COLUMN inventory_items.first_seen_at IS 'First sync that saw it.';
--> statement-breakpoint
COMMENT ON COLUMN inventory_items.last_seen_at IS 'Latest sync that saw it.';
--> statement-breakpoint
COMMENT ON COLUMN inventory_items.gone_at IS 'First complete sync without it; null while it exists.';
--> statement-breakpoint
COMMENT ON TABLE tenant_onboarding_sessions IS 'Progress of onboarding one tenant.';
--> statement-breakpoint
COMMENT ON COLUMN tenant_onboarding_sessions.id IS 'Row number.';
--> statement-breakpoint
COMMENT ON COLUMN tenant_onboarding_sessions.workspace_id IS 'The workspace it belongs to.';
--> statement-breakpoint
COMMENT ON COLUMN tenant_onboarding_sessions.tenant_id IS 'The tenant it belongs to.';
--> statement-breakpoint
COMMENT ON COLUMN tenant_onboarding_sessions.status IS 'in_progress, completed or cancelled.';
--> statement-breakpoint
COMMENT ON COLUMN tenant_onboarding_sessions.current_step IS 'Step the session is at.';
--> statement-breakpoint
COMMENT ON COLUMN tenant_onboarding_sessions.state IS 'JSON object: connection, verification run, answers so far.';
--> statement-breakpoint
COMMENT ON COLUMN tenant_onboarding_sessions.consent_state_hash IS 'SHA-256 of the state in the open consent link; null without one.';
--> statement-breakpoint
COMMENT ON COLUMN tenant_onboarding_sessions.consent_expires_at IS 'When that link expires.';
--> statement-breakpoint
COMMENT ON COLUMN tenant_onboarding_sessions.consent_requested_by_user_id IS 'Whose rights the consent link carries.';
--> statement-breakpoint
COMMENT ON COLUMN tenant_onboarding_sessions.created_at IS 'When the row was written.';
--> statement-breakpoint
COMMENT ON COLUMN tenant_onboarding_sessions.updated_at IS 'When the row was last changed, by trigger.';
--> statement-breakpoint
COMMENT ON TABLE verification_rechecks IS 'The next automatic verification of a connection that waits for a grant to take effect.';
--> statement-breakpoint
COMMENT ON COLUMN verification_rechecks.id IS 'Row number.';
--> statement-breakpoint
COMMENT ON COLUMN verification_rechecks.tenant_id IS 'The tenant it belongs to.';
--> statement-breakpoint
COMMENT ON COLUMN verification_rechecks.provider_connection_id IS 'The connection it belongs to.';
--> statement-breakpoint
COMMENT ON COLUMN verification_rechecks.attempt IS 'Step of the ladder: 2, 10, 60 minutes, 24 hours.';
--> statement-breakpoint
COMMENT ON COLUMN verification_rechecks.due_at IS 'When it is due.';
--> statement-breakpoint
COMMENT ON COLUMN verification_rechecks.reason_code IS 'What is waited for.';
--> statement-breakpoint
COMMENT ON COLUMN verification_rechecks.created_at IS 'When the row was written.';
--> statement-breakpoint
COMMENT ON TABLE idempotency_keys IS 'Answers that a repeated request with the same key gets again.';
--> statement-breakpoint
COMMENT ON COLUMN idempotency_keys.id IS 'Row number.';
--> statement-breakpoint
COMMENT ON COLUMN idempotency_keys.workspace_id IS 'The workspace it belongs to.';
--> statement-breakpoint
COMMENT ON COLUMN idempotency_keys.user_id IS 'Whose key it is.';
--> statement-breakpoint
COMMENT ON COLUMN idempotency_keys.key IS 'As sent by the client; unique per workspace and user.';
--> statement-breakpoint
COMMENT ON COLUMN idempotency_keys.input_hash IS 'SHA-256 of the input; another input under the same key is refused.';
--> statement-breakpoint
COMMENT ON COLUMN idempotency_keys.response IS 'JSON: the answer to repeat.';
--> statement-breakpoint
COMMENT ON COLUMN idempotency_keys.expires_at IS 'The key can be used anew after this time.';
--> statement-breakpoint
COMMENT ON TABLE operation_run_events IS 'A run''s timeline; append-only.';
--> statement-breakpoint
COMMENT ON COLUMN operation_run_events.run_id IS 'The run.';
--> statement-breakpoint
COMMENT ON COLUMN operation_run_events.seq IS 'Position in the timeline, from 1, without gaps.';
--> statement-breakpoint
COMMENT ON COLUMN operation_run_events.at IS 'When it happened.';
--> statement-breakpoint
COMMENT ON COLUMN operation_run_events.kind IS 'queued, started, attempt, check_finished, cancel_requested, completed, ...';
--> statement-breakpoint
COMMENT ON COLUMN operation_run_events.message IS 'Sentence for people; contains no secrets.';
--> statement-breakpoint
COMMENT ON COLUMN operation_run_events.data IS 'JSON object, such as {check_key}.';
--> statement-breakpoint
COMMENT ON TABLE operation_runs IS 'The canonical record of every long-running action.';
--> statement-breakpoint
COMMENT ON COLUMN operation_runs.id IS 'Row number.';
--> statement-breakpoint
COMMENT ON COLUMN operation_runs.workspace_id IS 'The workspace it belongs to.';
--> statement-breakpoint
COMMENT ON COLUMN operation_runs.tenant_id IS 'The tenant it belongs to.';
--> statement-breakpoint
COMMENT ON COLUMN operation_runs.type IS 'Operation type, such as provider.connection.check.';
--> statement-breakpoint
COMMENT ON COLUMN operation_runs.status IS 'queued, running, completed; never goes back.';
--> statement-breakpoint
COMMENT ON COLUMN operation_runs.outcome IS 'pending until completed, then succeeded, partially_succeeded, failed, blocked or cancelled.';
--> statement-breakpoint
COMMENT ON COLUMN operation_runs.context IS 'JSON document: provider, target scope, for a verification verification_report. Large; lists read the copies below.';
--> statement-breakpoint
COMMENT ON COLUMN operation_runs.failure_summary IS 'JSON list of {code, reason_code, message}; contains no secrets.';
--> statement-breakpoint
COMMENT ON COLUMN operation_runs.summary_counts IS 'JSON object: progress and totals.';
--> statement-breakpoint
COMMENT ON COLUMN operation_runs.initiator_user_id IS 'Who started it; null for the system.';
--> statement-breakpoint
COMMENT ON COLUMN operation_runs.provider_connection_id IS 'The connection it belongs to.';
--> statement-breakpoint
COMMENT ON COLUMN operation_runs.run_identity_hash IS 'Equal for starts that would do the same; at most one of them is active.';
--> statement-breakpoint
COMMENT ON COLUMN operation_runs.attempt IS 'How often a worker has started it.';
--> statement-breakpoint
COMMENT ON COLUMN operation_runs.job_id IS 'Job in pg-boss''s queue named after the type; null for a run that was completed when it was written.';
--> statement-breakpoint
COMMENT ON COLUMN operation_runs.requeues IS 'How often the reconciler has sent a lost job again.';
--> statement-breakpoint
COMMENT ON COLUMN operation_runs.cancel_requested_at IS 'When somebody asked to cancel it; never set while it is queued.';
--> statement-breakpoint
COMMENT ON COLUMN operation_runs.version IS 'Raised by one with every update, by trigger.';
--> statement-breakpoint
COMMENT ON COLUMN operation_runs.acknowledgements_version IS 'Raised with every change of the run''s acknowledgements, by trigger.';
--> statement-breakpoint
COMMENT ON COLUMN operation_runs.last_event_seq IS 'Sequence number of its latest event.';
--> statement-breakpoint
COMMENT ON COLUMN operation_runs.report_overall IS 'Copy of verification_report.summary.overall, by trigger.';
--> statement-breakpoint
COMMENT ON COLUMN operation_runs.report_counts IS 'Copy of verification_report.summary.counts, by trigger.';
--> statement-breakpoint
COMMENT ON COLUMN operation_runs.reason_code IS 'Copy of context.reason_code, by trigger.';
--> statement-breakpoint
COMMENT ON COLUMN operation_runs.report_digest IS 'MD5 of the stored report, by trigger.';
--> statement-breakpoint
COMMENT ON COLUMN operation_runs.report_intact IS 'false: the report was changed without the trigger, so its copies cannot be trusted.';
--> statement-breakpoint
COMMENT ON COLUMN operation_runs.is_rehearsal IS 'The run tries a credential that is not in use; it says nothing about the tenant.';
--> statement-breakpoint
COMMENT ON COLUMN operation_runs.verdict IS 'What a verification found out about the tenant: ready, needs_attention or blocked; null for a run that says nothing about it (cancelled, lost, a rehearsal, or failed for a cause on our side).';
--> statement-breakpoint
COMMENT ON COLUMN operation_runs.created_at IS 'When the row was written.';
--> statement-breakpoint
COMMENT ON COLUMN operation_runs.started_at IS 'When a worker first started it.';
--> statement-breakpoint
COMMENT ON COLUMN operation_runs.completed_at IS 'When it was completed; set exactly when status is completed.';
--> statement-breakpoint
COMMENT ON TABLE verification_check_acknowledgements IS '"We know about this failing check", on one run and check.';
--> statement-breakpoint
COMMENT ON COLUMN verification_check_acknowledgements.id IS 'Row number.';
--> statement-breakpoint
COMMENT ON COLUMN verification_check_acknowledgements.operation_run_id IS 'The run it belongs to.';
--> statement-breakpoint
COMMENT ON COLUMN verification_check_acknowledgements.check_key IS 'Key of the check in the run''s report.';
--> statement-breakpoint
COMMENT ON COLUMN verification_check_acknowledgements.reason IS 'Why it is acknowledged.';
--> statement-breakpoint
COMMENT ON COLUMN verification_check_acknowledgements.acknowledged_by_user_id IS 'Who acknowledged it.';
--> statement-breakpoint
COMMENT ON COLUMN verification_check_acknowledgements.acknowledged_at IS 'When.';
--> statement-breakpoint
COMMENT ON COLUMN verification_check_acknowledgements.expires_at IS 'When it ends; required for a blocking check.';
--> statement-breakpoint
COMMENT ON COLUMN verification_check_acknowledgements.evidence_hash IS 'SHA-256 over what was acknowledged; other evidence ends the acknowledgement.';
--> statement-breakpoint
COMMENT ON COLUMN verification_check_acknowledgements.ended_by_change IS 'true: a later verification found something else, so it no longer applies.';
--> statement-breakpoint
COMMENT ON TABLE tenant_memberships IS 'A person''s entitlement to one tenant.';
--> statement-breakpoint
COMMENT ON COLUMN tenant_memberships.id IS 'Row number.';
--> statement-breakpoint
COMMENT ON COLUMN tenant_memberships.tenant_id IS 'The tenant it belongs to.';
--> statement-breakpoint
COMMENT ON COLUMN tenant_memberships.user_id IS 'The member.';
--> statement-breakpoint
COMMENT ON COLUMN tenant_memberships.role IS 'The effective role is the lower of this and the workspace role.';
--> statement-breakpoint
COMMENT ON COLUMN tenant_memberships.created_at IS 'When the row was written.';
--> statement-breakpoint
COMMENT ON TABLE tenants IS 'One managed Entra/Intune tenant in a workspace.';
--> statement-breakpoint
COMMENT ON COLUMN tenants.id IS 'Row number.';
--> statement-breakpoint
COMMENT ON COLUMN tenants.workspace_id IS 'The workspace it belongs to.';
--> statement-breakpoint
COMMENT ON COLUMN tenants.name IS 'As the workspace calls it.';
--> statement-breakpoint
COMMENT ON COLUMN tenants.name_chosen_by IS 'person, graph, or nobody (a domain or id); any but a person''s gives way to the name that Microsoft Graph says.';
--> statement-breakpoint
COMMENT ON COLUMN tenants.status IS 'onboarding, active or archived.';
--> statement-breakpoint
COMMENT ON COLUMN tenants.tenant_id IS 'Directory (tenant) GUID in lower case; unique within the workspace.';
--> statement-breakpoint
COMMENT ON COLUMN tenants.external_id IS 'Alternate identifier; used as the directory id when tenant_id is null.';
--> statement-breakpoint
COMMENT ON COLUMN tenants.app_client_id IS 'Legacy; read only by npm run cutover.';
--> statement-breakpoint
COMMENT ON COLUMN tenants.app_client_secret IS 'Legacy; read only by npm run cutover.';
--> statement-breakpoint
COMMENT ON COLUMN tenants.app_certificate_thumbprint IS 'Legacy; read only by npm run cutover.';
--> statement-breakpoint
COMMENT ON COLUMN tenants.app_notes IS 'Legacy; read only by npm run cutover.';
--> statement-breakpoint
COMMENT ON COLUMN tenants.created_at IS 'When the row was written.';
--> statement-breakpoint
COMMENT ON COLUMN tenants.updated_at IS 'When the row was last changed, by trigger.';
--> statement-breakpoint
COMMENT ON TABLE users IS 'A person who signs in, or owns API tokens.';
--> statement-breakpoint
COMMENT ON COLUMN users.id IS 'Row number.';
--> statement-breakpoint
COMMENT ON COLUMN users.email IS 'Unique without regard to case; null if Entra named none.';
--> statement-breakpoint
COMMENT ON COLUMN users.display_name IS 'As other members see it.';
--> statement-breakpoint
COMMENT ON COLUMN users.entra_oid IS 'The account''s object id in its Entra directory; fixed once set.';
--> statement-breakpoint
COMMENT ON COLUMN users.entra_tid IS 'The directory of entra_oid; set together with it.';
--> statement-breakpoint
COMMENT ON COLUMN users.created_at IS 'When the row was written.';
--> statement-breakpoint
COMMENT ON TABLE workspace_memberships IS 'A person''s role in a workspace.';
--> statement-breakpoint
COMMENT ON COLUMN workspace_memberships.id IS 'Row number.';
--> statement-breakpoint
COMMENT ON COLUMN workspace_memberships.workspace_id IS 'The workspace it belongs to.';
--> statement-breakpoint
COMMENT ON COLUMN workspace_memberships.user_id IS 'The member.';
--> statement-breakpoint
COMMENT ON COLUMN workspace_memberships.role IS 'The member''s role; owners are entitled to every tenant.';
--> statement-breakpoint
COMMENT ON COLUMN workspace_memberships.current_tenant_id IS 'The tenant the member works on; one of this workspace.';
--> statement-breakpoint
COMMENT ON COLUMN workspace_memberships.created_at IS 'When the row was written.';
--> statement-breakpoint
COMMENT ON TABLE workspaces IS 'An MSP, or a department of one: owns tenants, connections and members.';
--> statement-breakpoint
COMMENT ON COLUMN workspaces.id IS 'Row number.';
--> statement-breakpoint
COMMENT ON COLUMN workspaces.name IS 'As people call it.';
--> statement-breakpoint
COMMENT ON COLUMN workspaces.slug IS 'Short name in URLs and settings; unique.';
--> statement-breakpoint
COMMENT ON COLUMN workspaces.access_epoch IS 'Raised by trigger with every change of membership, role or sign-in; a decision made at an older epoch is stale.';
--> statement-breakpoint
COMMENT ON COLUMN workspaces.created_at IS 'When the row was written.';
