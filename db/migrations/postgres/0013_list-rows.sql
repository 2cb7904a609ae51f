CREATE TABLE "list_rows" (
	"id" text PRIMARY KEY NOT NULL,
	"congress_id" text NOT NULL,
	"list" text NOT NULL,
	"position" integer NOT NULL,
	"row_values" jsonb NOT NULL,
	"version" integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE "list_rows" ADD CONSTRAINT "list_rows_congress_id_congresses_id_fk" FOREIGN KEY ("congress_id") REFERENCES "congresses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "list_rows_list" ON "list_rows" USING btree ("congress_id","list");