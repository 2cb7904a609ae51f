CREATE TABLE "assignment_exceptions" (
	"id" text PRIMARY KEY NOT NULL,
	"congress_id" text NOT NULL,
	"session_id" text NOT NULL,
	"role" text NOT NULL,
	"delegate_id" text NOT NULL,
	"is_in" boolean NOT NULL,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "assignment_rules" (
	"id" text PRIMARY KEY NOT NULL,
	"congress_id" text NOT NULL,
	"session_id" text NOT NULL,
	"role" text NOT NULL,
	"clauses" jsonb NOT NULL,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "role_plans" (
	"id" text PRIMARY KEY NOT NULL,
	"congress_id" text NOT NULL,
	"roles" jsonb NOT NULL,
	"version" integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE "assignment_exceptions" ADD CONSTRAINT "assignment_exceptions_congress_id_congresses_id_fk" FOREIGN KEY ("congress_id") REFERENCES "congresses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignment_rules" ADD CONSTRAINT "assignment_rules_congress_id_congresses_id_fk" FOREIGN KEY ("congress_id") REFERENCES "congresses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_plans" ADD CONSTRAINT "role_plans_congress_id_congresses_id_fk" FOREIGN KEY ("congress_id") REFERENCES "congresses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "assignment_exceptions_congress" ON "assignment_exceptions" USING btree ("congress_id");--> statement-breakpoint
CREATE UNIQUE INDEX "assignment_exceptions_delegate" ON "assignment_exceptions" USING btree ("delegate_id","session_id","role");--> statement-breakpoint
CREATE UNIQUE INDEX "assignment_rules_target" ON "assignment_rules" USING btree ("congress_id","session_id","role");--> statement-breakpoint
CREATE UNIQUE INDEX "role_plans_congress" ON "role_plans" USING btree ("congress_id");