CREATE TABLE "bookings" (
	"id" text PRIMARY KEY NOT NULL,
	"venue_id" text NOT NULL,
	"kind" text NOT NULL,
	"from_day" text NOT NULL,
	"from_time" text NOT NULL,
	"to_day" text NOT NULL,
	"to_time" text NOT NULL,
	"repeats" text NOT NULL,
	"repeats_until" text,
	"booked_by" text NOT NULL,
	"note" text NOT NULL,
	"version" integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE "congresses" ADD COLUMN "layout" text;--> statement-breakpoint
ALTER TABLE "venues" ADD COLUMN "layouts" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "venues" ADD COLUMN "contact_name" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "venues" ADD COLUMN "contact_phone" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_venue_id_venues_id_fk" FOREIGN KEY ("venue_id") REFERENCES "venues"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "bookings_venue" ON "bookings" USING btree ("venue_id");