CREATE TABLE "signed_papers" (
	"id" text PRIMARY KEY NOT NULL,
	"congress_id" text NOT NULL,
	"kind" text NOT NULL,
	"at" text NOT NULL,
	"printed" jsonb NOT NULL,
	"row_count" integer,
	"making" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "paper_steps" ADD COLUMN "by_number" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "paper_steps" ADD COLUMN "day" text;--> statement-breakpoint
ALTER TABLE "papers" ADD COLUMN "signed_id" text;--> statement-breakpoint
CREATE INDEX "signed_papers_congress" ON "signed_papers" USING btree ("congress_id");