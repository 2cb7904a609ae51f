CREATE TABLE "discussion_groups" (
	"id" text PRIMARY KEY NOT NULL,
	"congress_id" text NOT NULL,
	"position" integer NOT NULL,
	"name" text NOT NULL,
	"place" text NOT NULL,
	"least" integer NOT NULL,
	"most" integer NOT NULL,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "group_members" (
	"id" text PRIMARY KEY NOT NULL,
	"congress_id" text NOT NULL,
	"group_id" text NOT NULL,
	"delegate_id" text NOT NULL,
	"role" text,
	"is_held" boolean NOT NULL,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "group_plans" (
	"id" text PRIMARY KEY NOT NULL,
	"congress_id" text NOT NULL,
	"is_on" boolean NOT NULL,
	"classes" jsonb NOT NULL,
	"balances" jsonb NOT NULL,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "group_rules" (
	"id" text PRIMARY KEY NOT NULL,
	"congress_id" text NOT NULL,
	"kind" text NOT NULL,
	"delegate_ids" jsonb NOT NULL,
	"version" integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE "discussion_groups" ADD CONSTRAINT "discussion_groups_congress_id_congresses_id_fk" FOREIGN KEY ("congress_id") REFERENCES "congresses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_members" ADD CONSTRAINT "group_members_congress_id_congresses_id_fk" FOREIGN KEY ("congress_id") REFERENCES "congresses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_members" ADD CONSTRAINT "group_members_group_id_discussion_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "discussion_groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_plans" ADD CONSTRAINT "group_plans_congress_id_congresses_id_fk" FOREIGN KEY ("congress_id") REFERENCES "congresses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_rules" ADD CONSTRAINT "group_rules_congress_id_congresses_id_fk" FOREIGN KEY ("congress_id") REFERENCES "congresses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "discussion_groups_congress" ON "discussion_groups" USING btree ("congress_id");--> statement-breakpoint
CREATE INDEX "group_members_congress" ON "group_members" USING btree ("congress_id");--> statement-breakpoint
CREATE INDEX "group_members_group" ON "group_members" USING btree ("group_id");--> statement-breakpoint
CREATE UNIQUE INDEX "group_members_delegate" ON "group_members" USING btree ("delegate_id");--> statement-breakpoint
CREATE UNIQUE INDEX "group_plans_congress" ON "group_plans" USING btree ("congress_id");--> statement-breakpoint
CREATE INDEX "group_rules_congress" ON "group_rules" USING btree ("congress_id");