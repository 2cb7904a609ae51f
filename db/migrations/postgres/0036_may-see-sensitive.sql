ALTER TABLE "grants" ADD COLUMN "may_see_sensitive" boolean DEFAULT false NOT NULL;--> statement-breakpoint
-- Organizers knew the needs of their delegates until now: what they may see is not taken from them.
UPDATE "grants" SET "may_see_sensitive" = true WHERE "role" IN ('organizer', 'administrator');
