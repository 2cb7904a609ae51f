CREATE TABLE "printer_lists" (
	"id" text PRIMARY KEY NOT NULL,
	"unit_id" text NOT NULL,
	"printers" jsonb NOT NULL,
	"version" integer NOT NULL
);
--> statement-breakpoint
INSERT INTO "printer_lists" SELECT "unit_id", "unit_id", jsonb_agg(jsonb_build_object('name', "name", 'x', "x" / 100.0, 'y', "y" / 100.0) ORDER BY "name"), 1 FROM "printers" GROUP BY "unit_id";--> statement-breakpoint
DROP TABLE "printers" CASCADE;--> statement-breakpoint
CREATE UNIQUE INDEX "printer_lists_unit" ON "printer_lists" USING btree ("unit_id");