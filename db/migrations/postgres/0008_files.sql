CREATE TABLE "files" (
	"id" text PRIMARY KEY NOT NULL,
	"unit_id" text NOT NULL,
	"congress_id" text,
	"owner_kind" text NOT NULL,
	"owner_id" text NOT NULL,
	"name" text NOT NULL,
	"type" text NOT NULL,
	"size" integer NOT NULL,
	"sha256" text NOT NULL,
	"created_at" text NOT NULL,
	"account_name" text NOT NULL,
	"version" integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_congress_id_congresses_id_fk" FOREIGN KEY ("congress_id") REFERENCES "congresses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "files_owner" ON "files" USING btree ("owner_kind","owner_id");--> statement-breakpoint
CREATE INDEX "files_congress" ON "files" USING btree ("congress_id");