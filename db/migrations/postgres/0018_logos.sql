CREATE TABLE "logos" (
	"id" text PRIMARY KEY NOT NULL,
	"unit_id" text NOT NULL,
	"picture" text NOT NULL,
	"version" integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE "logos" ADD CONSTRAINT "logos_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "logos_unit" ON "logos" USING btree ("unit_id");