ALTER TABLE "prints" ADD COLUMN "per_sheet" integer;--> statement-breakpoint
ALTER TABLE "prints" ADD COLUMN "places_left" integer;