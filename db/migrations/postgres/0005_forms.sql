CREATE TABLE "forms" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"cycle_id" text NOT NULL,
	"unit_id" text NOT NULL,
	"congress_id" text NOT NULL,
	"issue" integer NOT NULL,
	"batch_id" text NOT NULL,
	"prefilled" jsonb NOT NULL,
	"deadline" text,
	"issued_at" text NOT NULL,
	"issued_by" text NOT NULL,
	"answered_at" text,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "returns" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"cycle_id" text NOT NULL,
	"unit_ids" jsonb NOT NULL,
	"content" jsonb NOT NULL,
	"created_at" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "forms" ADD CONSTRAINT "forms_cycle_id_cycles_id_fk" FOREIGN KEY ("cycle_id") REFERENCES "cycles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "forms" ADD CONSTRAINT "forms_congress_id_congresses_id_fk" FOREIGN KEY ("congress_id") REFERENCES "congresses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "forms_issue" ON "forms" USING btree ("congress_id","unit_id","kind","issue");--> statement-breakpoint
CREATE INDEX "forms_cycle" ON "forms" USING btree ("cycle_id");--> statement-breakpoint
CREATE INDEX "forms_batch" ON "forms" USING btree ("batch_id");