CREATE TABLE "login_codes" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "login_codes_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"code_hash" "bytea" NOT NULL,
	"challenge" "bytea" NOT NULL,
	"user_id" bigint NOT NULL,
	"workspace_id" bigint NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "login_codes_hash_unique" UNIQUE("code_hash"),
	CONSTRAINT "login_codes_hash_is_sha256" CHECK (octet_length("login_codes"."code_hash") = 32),
	CONSTRAINT "login_codes_challenge_is_sha256" CHECK (octet_length("login_codes"."challenge") = 32)
);
--> statement-breakpoint
ALTER TABLE "login_codes" ADD CONSTRAINT "login_codes_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "login_codes" ADD CONSTRAINT "login_codes_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "login_codes_user_idx" ON "login_codes" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "login_codes_workspace_idx" ON "login_codes" USING btree ("workspace_id");--> statement-breakpoint
CREATE INDEX "login_codes_expires_idx" ON "login_codes" USING btree ("expires_at");--> statement-breakpoint
COMMENT ON TABLE login_codes IS 'A command line that someone has let in, until it fetches its token; used once.';
--> statement-breakpoint
COMMENT ON COLUMN login_codes.id IS 'Row number.';
--> statement-breakpoint
COMMENT ON COLUMN login_codes.code_hash IS 'SHA-256 of the code that the browser hands over.';
--> statement-breakpoint
COMMENT ON COLUMN login_codes.challenge IS 'SHA-256 of what only the command line knows (PKCE, S256).';
--> statement-breakpoint
COMMENT ON COLUMN login_codes.user_id IS 'Who has let it in, and whom its token acts for.';
--> statement-breakpoint
COMMENT ON COLUMN login_codes.workspace_id IS 'The workspace its token is for.';
--> statement-breakpoint
COMMENT ON COLUMN login_codes.name IS 'What the token will be called.';
--> statement-breakpoint
COMMENT ON COLUMN login_codes.created_at IS 'When the row was written.';
--> statement-breakpoint
COMMENT ON COLUMN login_codes.expires_at IS 'The code is worth nothing after this time.';
