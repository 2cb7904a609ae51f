CREATE TABLE "delegate_reports" (
	"id" text PRIMARY KEY NOT NULL,
	"congress_id" text NOT NULL,
	"delegate_id" text NOT NULL,
	"field" text NOT NULL,
	"was" text NOT NULL,
	"proposed" text NOT NULL,
	"said_by" text NOT NULL,
	"at" text NOT NULL,
	"outcome" text,
	"settled_by" text NOT NULL,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX "delegate_reports_congress" ON "delegate_reports" USING btree ("congress_id");--> statement-breakpoint
CREATE INDEX "delegate_reports_delegate" ON "delegate_reports" USING btree ("delegate_id");