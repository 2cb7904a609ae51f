CREATE TABLE "calls" (
	"id" text PRIMARY KEY NOT NULL,
	"unit_id" text NOT NULL,
	"congress_id" text,
	"at" text NOT NULL,
	"account_name" text NOT NULL,
	"spoke_with" text NOT NULL,
	"phone" text NOT NULL,
	"said" text NOT NULL,
	"call_back_on" text,
	"version" integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE "calls" ADD CONSTRAINT "calls_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calls" ADD CONSTRAINT "calls_congress_id_congresses_id_fk" FOREIGN KEY ("congress_id") REFERENCES "congresses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "calls_unit" ON "calls" USING btree ("unit_id");--> statement-breakpoint
CREATE INDEX "calls_congress" ON "calls" USING btree ("congress_id");