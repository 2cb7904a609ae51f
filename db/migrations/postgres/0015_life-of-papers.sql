CREATE TABLE "number_series" (
	"id" text PRIMARY KEY NOT NULL,
	"unit_id" text NOT NULL,
	"congress_id" text,
	"name" text NOT NULL,
	"ending" text NOT NULL,
	"starts_at" integer NOT NULL,
	"restarts_yearly" boolean NOT NULL,
	"way" text NOT NULL,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "paper_steps" (
	"id" text PRIMARY KEY NOT NULL,
	"paper_id" text NOT NULL,
	"step" text NOT NULL,
	"draft" integer NOT NULL,
	"reason" text NOT NULL,
	"account_name" text NOT NULL,
	"at" text NOT NULL,
	"version" integer NOT NULL
);
--> statement-breakpoint
DROP INDEX "papers_kind";--> statement-breakpoint
ALTER TABLE "papers" ADD COLUMN "edition" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "papers" ADD COLUMN "standing" text DEFAULT 'draft' NOT NULL;--> statement-breakpoint
ALTER TABLE "papers" ADD COLUMN "draft" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "papers" ADD COLUMN "signer_post_id" text;--> statement-breakpoint
ALTER TABLE "papers" ADD COLUMN "signed_hash" text;--> statement-breakpoint
ALTER TABLE "papers" ADD COLUMN "series_id" text;--> statement-breakpoint
ALTER TABLE "papers" ADD COLUMN "series_year" integer;--> statement-breakpoint
ALTER TABLE "papers" ADD COLUMN "number" integer;--> statement-breakpoint
ALTER TABLE "papers" ADD COLUMN "number_letters" text;--> statement-breakpoint
ALTER TABLE "papers" ADD COLUMN "day" text;--> statement-breakpoint
ALTER TABLE "number_series" ADD CONSTRAINT "number_series_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "number_series" ADD CONSTRAINT "number_series_congress_id_congresses_id_fk" FOREIGN KEY ("congress_id") REFERENCES "congresses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_steps" ADD CONSTRAINT "paper_steps_paper_id_papers_id_fk" FOREIGN KEY ("paper_id") REFERENCES "papers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "number_series_unit" ON "number_series" USING btree ("unit_id");--> statement-breakpoint
CREATE INDEX "paper_steps_paper" ON "paper_steps" USING btree ("paper_id");--> statement-breakpoint
ALTER TABLE "papers" ADD CONSTRAINT "papers_series_id_number_series_id_fk" FOREIGN KEY ("series_id") REFERENCES "number_series"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "papers_edition" ON "papers" USING btree ("congress_id","kind","edition");--> statement-breakpoint
CREATE UNIQUE INDEX "papers_number" ON "papers" USING btree ("series_id","series_year","number","number_letters");