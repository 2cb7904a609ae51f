CREATE TABLE "template_copies" (
	"id" text PRIMARY KEY NOT NULL,
	"place" text NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"unit_id" text NOT NULL,
	"level_id" text,
	"last_number" integer NOT NULL,
	"in_force" integer,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "template_versions" (
	"id" text PRIMARY KEY NOT NULL,
	"copy_id" text NOT NULL,
	"number" integer NOT NULL,
	"files" jsonb NOT NULL,
	"is_draft" boolean NOT NULL,
	"restored" integer,
	"shipped_hash" text NOT NULL,
	"note" text NOT NULL,
	"account_name" text NOT NULL,
	"at" text NOT NULL,
	"version" integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE "template_copies" ADD CONSTRAINT "template_copies_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "template_copies" ADD CONSTRAINT "template_copies_level_id_levels_id_fk" FOREIGN KEY ("level_id") REFERENCES "levels"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "template_versions" ADD CONSTRAINT "template_versions_copy_id_template_copies_id_fk" FOREIGN KEY ("copy_id") REFERENCES "template_copies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "template_copies_place" ON "template_copies" USING btree ("place");--> statement-breakpoint
CREATE INDEX "template_copies_unit" ON "template_copies" USING btree ("unit_id");--> statement-breakpoint
CREATE UNIQUE INDEX "template_versions_number" ON "template_versions" USING btree ("copy_id","number");