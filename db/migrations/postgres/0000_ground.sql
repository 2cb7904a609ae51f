CREATE TABLE "acceptances" (
	"id" text PRIMARY KEY NOT NULL,
	"congress_id" text NOT NULL,
	"key" text NOT NULL,
	"fingerprint" text NOT NULL,
	"reason" text NOT NULL,
	"paper_number" text NOT NULL,
	"account_name" text NOT NULL,
	"at" text NOT NULL,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "accounts" (
	"id" text PRIMARY KEY NOT NULL,
	"login" text NOT NULL,
	"name" text NOT NULL,
	"password_hash" text,
	"language" text NOT NULL,
	"is_disabled" boolean NOT NULL,
	"created_at" text NOT NULL,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "acts" (
	"id" text PRIMARY KEY NOT NULL,
	"at" text NOT NULL,
	"account_id" text,
	"account_name" text NOT NULL,
	"action" text NOT NULL,
	"subject" text NOT NULL,
	"unit_id" text,
	"cycle_id" text,
	"congress_id" text,
	"reason" text NOT NULL,
	"change_count" integer NOT NULL,
	"changes" jsonb NOT NULL,
	"undoes_act_id" text,
	"undone_by_act_id" text
);
--> statement-breakpoint
CREATE TABLE "calendar_days" (
	"id" text PRIMARY KEY NOT NULL,
	"from_day" text NOT NULL,
	"to_day" text NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"unit_id" text,
	"basis" text NOT NULL,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "column_names" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"folded" text NOT NULL,
	"field" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "congress_events" (
	"id" text PRIMARY KEY NOT NULL,
	"congress_id" text NOT NULL,
	"at" text NOT NULL,
	"account_name" text NOT NULL,
	"kind" text NOT NULL,
	"state_before" text,
	"state_after" text,
	"date_before" text,
	"date_after" text,
	"reason" text NOT NULL,
	"paper_number" text NOT NULL,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "congresses" (
	"id" text PRIMARY KEY NOT NULL,
	"cycle_id" text NOT NULL,
	"level_id" text NOT NULL,
	"unit_id" text NOT NULL,
	"form" text NOT NULL,
	"title" text NOT NULL,
	"folded" text NOT NULL,
	"theme" text NOT NULL,
	"ordinal" text NOT NULL,
	"date_from" text,
	"date_to" text,
	"half_day" text NOT NULL,
	"week_of" text,
	"venue_id" text,
	"expected_delegates" integer,
	"expected_guests" integer,
	"assembly" text,
	"is_pilot" boolean NOT NULL,
	"upper_congress_id" text,
	"post_ids" jsonb NOT NULL,
	"note" text NOT NULL,
	"state" text NOT NULL,
	"is_date_invented" boolean NOT NULL,
	"former_date" text,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "cycles" (
	"id" text PRIMARY KEY NOT NULL,
	"unit_id" text NOT NULL,
	"name" text NOT NULL,
	"ordinal" text NOT NULL,
	"theme" text NOT NULL,
	"starts_on" text NOT NULL,
	"ends_on" text NOT NULL,
	"documents" jsonb NOT NULL,
	"stands_on" text,
	"is_example" boolean NOT NULL,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "grants" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"unit_id" text,
	"role" text NOT NULL,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "imports" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"account_id" text NOT NULL,
	"unit_id" text,
	"cycle_id" text,
	"file_name" text NOT NULL,
	"content" jsonb NOT NULL,
	"created_at" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "items" (
	"id" text PRIMARY KEY NOT NULL,
	"session_id" text NOT NULL,
	"position" integer NOT NULL,
	"title" text NOT NULL,
	"duration_minutes" integer NOT NULL,
	"fixed_start" text,
	"presenter" text NOT NULL,
	"note" text NOT NULL,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "levels" (
	"id" text PRIMARY KEY NOT NULL,
	"cycle_id" text NOT NULL,
	"position" integer NOT NULL,
	"name" text NOT NULL,
	"name_english" text NOT NULL,
	"forms" jsonb NOT NULL,
	"window_from" text,
	"window_to" text,
	"max_delegates" integer,
	"max_days" integer,
	"staff_threshold" integer,
	"gap_before_upper_days" integer NOT NULL,
	"leader_max_per_day" integer NOT NULL,
	"rules_off" jsonb NOT NULL,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "links" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"account_id" text,
	"login" text NOT NULL,
	"name" text NOT NULL,
	"role" text,
	"unit_id" text,
	"grant_id" text,
	"created_at" text NOT NULL,
	"expires_at" text NOT NULL,
	"used_at" text
);
--> statement-breakpoint
CREATE TABLE "papers" (
	"id" text PRIMARY KEY NOT NULL,
	"congress_id" text NOT NULL,
	"kind" text NOT NULL,
	"fields" jsonb NOT NULL,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "people" (
	"id" text PRIMARY KEY NOT NULL,
	"unit_id" text NOT NULL,
	"name" text NOT NULL,
	"folded" text NOT NULL,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "post_holders" (
	"id" text PRIMARY KEY NOT NULL,
	"post_id" text NOT NULL,
	"person_id" text NOT NULL,
	"from_day" text,
	"to_day" text,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "posts" (
	"id" text PRIMARY KEY NOT NULL,
	"unit_id" text NOT NULL,
	"name" text NOT NULL,
	"phone" text NOT NULL,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"congress_id" text NOT NULL,
	"position" integer NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"date" text,
	"starts_at" text NOT NULL,
	"room" text NOT NULL,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "shares" (
	"id" text PRIMARY KEY NOT NULL,
	"unit_id" text NOT NULL,
	"with_unit_id" text NOT NULL,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sign_ins" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"created_at" text NOT NULL,
	"expires_at" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "stamps" (
	"name" text PRIMARY KEY NOT NULL,
	"value" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "units" (
	"id" text PRIMARY KEY NOT NULL,
	"parent_id" text,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"folded" text NOT NULL,
	"type" text NOT NULL,
	"block" text NOT NULL,
	"staff_number" integer,
	"contact_name" text NOT NULL,
	"contact_phone" text NOT NULL,
	"address" text NOT NULL,
	"valid_from" text,
	"valid_to" text,
	"window_from" text,
	"window_to" text,
	"predecessor_ids" jsonb NOT NULL,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "venues" (
	"id" text PRIMARY KEY NOT NULL,
	"unit_id" text NOT NULL,
	"name" text NOT NULL,
	"folded" text NOT NULL,
	"address" text NOT NULL,
	"capacity" integer,
	"version" integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE "acceptances" ADD CONSTRAINT "acceptances_congress_id_congresses_id_fk" FOREIGN KEY ("congress_id") REFERENCES "congresses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendar_days" ADD CONSTRAINT "calendar_days_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "congress_events" ADD CONSTRAINT "congress_events_congress_id_congresses_id_fk" FOREIGN KEY ("congress_id") REFERENCES "congresses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "congresses" ADD CONSTRAINT "congresses_cycle_id_cycles_id_fk" FOREIGN KEY ("cycle_id") REFERENCES "cycles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "congresses" ADD CONSTRAINT "congresses_level_id_levels_id_fk" FOREIGN KEY ("level_id") REFERENCES "levels"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "congresses" ADD CONSTRAINT "congresses_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "congresses" ADD CONSTRAINT "congresses_venue_id_venues_id_fk" FOREIGN KEY ("venue_id") REFERENCES "venues"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cycles" ADD CONSTRAINT "cycles_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grants" ADD CONSTRAINT "grants_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grants" ADD CONSTRAINT "grants_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "items" ADD CONSTRAINT "items_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "levels" ADD CONSTRAINT "levels_cycle_id_cycles_id_fk" FOREIGN KEY ("cycle_id") REFERENCES "cycles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "links" ADD CONSTRAINT "links_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "links" ADD CONSTRAINT "links_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "papers" ADD CONSTRAINT "papers_congress_id_congresses_id_fk" FOREIGN KEY ("congress_id") REFERENCES "congresses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people" ADD CONSTRAINT "people_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "post_holders" ADD CONSTRAINT "post_holders_post_id_posts_id_fk" FOREIGN KEY ("post_id") REFERENCES "posts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "post_holders" ADD CONSTRAINT "post_holders_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "posts" ADD CONSTRAINT "posts_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_congress_id_congresses_id_fk" FOREIGN KEY ("congress_id") REFERENCES "congresses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shares" ADD CONSTRAINT "shares_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shares" ADD CONSTRAINT "shares_with_unit_id_units_id_fk" FOREIGN KEY ("with_unit_id") REFERENCES "units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_ins" ADD CONSTRAINT "sign_ins_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "venues" ADD CONSTRAINT "venues_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "acceptances_congress" ON "acceptances" USING btree ("congress_id");--> statement-breakpoint
CREATE UNIQUE INDEX "accounts_login" ON "accounts" USING btree ("login");--> statement-breakpoint
CREATE INDEX "acts_unit" ON "acts" USING btree ("unit_id");--> statement-breakpoint
CREATE INDEX "acts_congress" ON "acts" USING btree ("congress_id");--> statement-breakpoint
CREATE INDEX "acts_cycle" ON "acts" USING btree ("cycle_id");--> statement-breakpoint
CREATE UNIQUE INDEX "column_names_name" ON "column_names" USING btree ("kind","folded");--> statement-breakpoint
CREATE INDEX "congress_events_congress" ON "congress_events" USING btree ("congress_id");--> statement-breakpoint
CREATE INDEX "congresses_cycle" ON "congresses" USING btree ("cycle_id");--> statement-breakpoint
CREATE INDEX "congresses_unit" ON "congresses" USING btree ("unit_id");--> statement-breakpoint
CREATE INDEX "congresses_venue" ON "congresses" USING btree ("venue_id");--> statement-breakpoint
CREATE INDEX "congresses_upper" ON "congresses" USING btree ("upper_congress_id");--> statement-breakpoint
CREATE INDEX "cycles_unit" ON "cycles" USING btree ("unit_id");--> statement-breakpoint
CREATE INDEX "grants_account" ON "grants" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "grants_unit" ON "grants" USING btree ("unit_id");--> statement-breakpoint
CREATE INDEX "items_session" ON "items" USING btree ("session_id");--> statement-breakpoint
CREATE INDEX "levels_cycle" ON "levels" USING btree ("cycle_id");--> statement-breakpoint
CREATE UNIQUE INDEX "papers_kind" ON "papers" USING btree ("congress_id","kind");--> statement-breakpoint
CREATE INDEX "people_unit" ON "people" USING btree ("unit_id");--> statement-breakpoint
CREATE INDEX "post_holders_post" ON "post_holders" USING btree ("post_id");--> statement-breakpoint
CREATE INDEX "posts_unit" ON "posts" USING btree ("unit_id");--> statement-breakpoint
CREATE INDEX "sessions_congress" ON "sessions" USING btree ("congress_id");--> statement-breakpoint
CREATE UNIQUE INDEX "shares_pair" ON "shares" USING btree ("unit_id","with_unit_id");--> statement-breakpoint
CREATE INDEX "sign_ins_account" ON "sign_ins" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "units_parent" ON "units" USING btree ("parent_id");--> statement-breakpoint
CREATE INDEX "units_code" ON "units" USING btree ("code");--> statement-breakpoint
CREATE INDEX "venues_unit" ON "venues" USING btree ("unit_id");