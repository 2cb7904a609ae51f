CREATE TABLE "refusals" (
	"id" text PRIMARY KEY NOT NULL,
	"cycle_id" text NOT NULL,
	"unit_id" text NOT NULL,
	"is_of_unit" boolean NOT NULL,
	"unit_text" text NOT NULL,
	"kind" text,
	"congress_id" text,
	"file_name" text NOT NULL,
	"verdict" text NOT NULL,
	"details" jsonb NOT NULL,
	"cells" jsonb NOT NULL,
	"at" text NOT NULL,
	"account_name" text NOT NULL,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX "refusals_cycle" ON "refusals" USING btree ("cycle_id");