CREATE TABLE "results" (
	"id" text PRIMARY KEY NOT NULL,
	"congress_id" text NOT NULL,
	"present_delegates" integer,
	"present_guests" integer,
	"honours" jsonb NOT NULL,
	"chosen_upward" integer,
	"report_number" text NOT NULL,
	"report_date" text,
	"source_kind" text NOT NULL,
	"source" text NOT NULL,
	"note" text NOT NULL,
	"version" integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE "congress_events" ADD COLUMN "source_kind" text;--> statement-breakpoint
ALTER TABLE "congress_events" ADD COLUMN "source" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "cycles" ADD COLUMN "honour_kinds" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "results" ADD CONSTRAINT "results_congress_id_congresses_id_fk" FOREIGN KEY ("congress_id") REFERENCES "congresses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "results_congress" ON "results" USING btree ("congress_id");