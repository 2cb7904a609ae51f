ALTER TABLE "delegate_lists" ADD COLUMN "approved_members" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
-- What was approved until now is known as it was submitted.
UPDATE "delegate_lists" SET "approved_members" = "members" WHERE "state" = 'approved';
