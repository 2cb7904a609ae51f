CREATE TABLE "outside_fills" (
	"id" text PRIMARY KEY NOT NULL,
	"form_id" text NOT NULL,
	"congress_id" text NOT NULL,
	"name" text NOT NULL,
	"type" text NOT NULL,
	"at" text NOT NULL,
	"account_name" text NOT NULL,
	"filled_rows" jsonb NOT NULL,
	"sha256" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "outside_forms" (
	"id" text PRIMARY KEY NOT NULL,
	"unit_id" text NOT NULL,
	"name" text NOT NULL,
	"type" text NOT NULL,
	"list" text,
	"file_id" text NOT NULL,
	"marks" jsonb NOT NULL,
	"version" integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE "outside_forms" ADD CONSTRAINT "outside_forms_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "outside_fills_congress" ON "outside_fills" USING btree ("congress_id");--> statement-breakpoint
CREATE INDEX "outside_forms_unit" ON "outside_forms" USING btree ("unit_id");