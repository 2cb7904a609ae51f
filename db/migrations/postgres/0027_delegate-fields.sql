CREATE TABLE "sensitive_data" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"ethnicity" text NOT NULL,
	"religion" text NOT NULL,
	"is_party_member" boolean,
	"health" text NOT NULL,
	"diet" text NOT NULL,
	"consent_at" text,
	"version" integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE "delegates" ADD COLUMN "sending_unit_id" text;--> statement-breakpoint
ALTER TABLE "delegates" ADD COLUMN "standing" text DEFAULT 'listed' NOT NULL;--> statement-breakpoint
ALTER TABLE "delegates" ADD COLUMN "printed_post" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "delegates" ADD COLUMN "presence" text;--> statement-breakpoint
ALTER TABLE "delegates" ADD COLUMN "absence_reason" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "delegates" ADD COLUMN "answer" text;--> statement-breakpoint
ALTER TABLE "delegates" ADD COLUMN "answer_reason" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "delegates" ADD COLUMN "answered_at" text;--> statement-breakpoint
ALTER TABLE "delegates" ADD COLUMN "replaces_id" text;--> statement-breakpoint
ALTER TABLE "delegates" ADD COLUMN "chosen_from_id" text;--> statement-breakpoint
ALTER TABLE "delegations" ADD COLUMN "sending_unit_id" text;--> statement-breakpoint
ALTER TABLE "delegations" ADD COLUMN "number" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "delegations" ADD COLUMN "colour" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "delegations" ADD COLUMN "head_id" text;--> statement-breakpoint
ALTER TABLE "delegations" ADD COLUMN "deputy_id" text;--> statement-breakpoint
ALTER TABLE "delegations" ADD COLUMN "liaison" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "delegations" ADD COLUMN "liaison_phone" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "email" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "printed_name" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "birth_date" text;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "titles" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "education" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "field" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "is_direct_worker" boolean;--> statement-breakpoint
ALTER TABLE "sensitive_data" ADD CONSTRAINT "sensitive_data_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "sensitive_data_person" ON "sensitive_data" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "delegates_chosen_from" ON "delegates" USING btree ("chosen_from_id");