CREATE TABLE "delegate_lists" (
	"id" text PRIMARY KEY NOT NULL,
	"congress_id" text NOT NULL,
	"sending_unit_id" text NOT NULL,
	"state" text NOT NULL,
	"excess_reason" text NOT NULL,
	"members" jsonb NOT NULL,
	"submitted_at" text,
	"submitted_by" text NOT NULL,
	"correction_reason" text NOT NULL,
	"remark" text NOT NULL,
	"decided_at" text,
	"decided_by" text NOT NULL,
	"paper_number" text NOT NULL,
	"paper_date" text,
	"version" integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE "delegate_lists" ADD CONSTRAINT "delegate_lists_congress_id_congresses_id_fk" FOREIGN KEY ("congress_id") REFERENCES "congresses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "delegate_lists_unit" ON "delegate_lists" USING btree ("congress_id","sending_unit_id");