ALTER TABLE "tenant_onboarding_sessions" ADD COLUMN "consent_requested_by_token_id" bigint;--> statement-breakpoint
ALTER TABLE "workspace_memberships" ADD COLUMN "display_name" text;--> statement-breakpoint
ALTER TABLE "tenant_onboarding_sessions" ADD CONSTRAINT "tenant_onboarding_sessions_consent_requested_by_token_id_api_tokens_id_fk" FOREIGN KEY ("consent_requested_by_token_id") REFERENCES "public"."api_tokens"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "tenant_onboarding_sessions_consent_token_idx" ON "tenant_onboarding_sessions" USING btree ("consent_requested_by_token_id");--> statement-breakpoint
COMMENT ON COLUMN tenant_onboarding_sessions.consent_requested_by_token_id IS 'The API token whose rights the consent link carries; null if a person requested it.';--> statement-breakpoint
COMMENT ON COLUMN workspace_memberships.display_name IS 'The name this workspace gave the member; null: the name of their account.';
