ALTER TABLE "seat_releases" ADD COLUMN "hall_id" text;--> statement-breakpoint
ALTER TABLE "seat_releases" ADD CONSTRAINT "seat_releases_hall_id_halls_id_fk" FOREIGN KEY ("hall_id") REFERENCES "halls"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
UPDATE "seat_releases" SET "hall_id" = (SELECT "hall_id" FROM "seating_plans" WHERE "seating_plans"."id" = "seat_releases"."plan_id");
