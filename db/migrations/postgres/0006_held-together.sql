ALTER TABLE "congresses" ADD COLUMN "host_unit_ids" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "congresses" ADD COLUMN "host_block" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "congresses" ADD COLUMN "combined_with" text DEFAULT '' NOT NULL;