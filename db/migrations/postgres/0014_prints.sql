CREATE TABLE "print_marks" (
	"id" text PRIMARY KEY NOT NULL,
	"congress_id" text NOT NULL,
	"kind" text NOT NULL,
	"language" text NOT NULL,
	"printed_at" text NOT NULL,
	"printed_rows" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "printers" (
	"id" text PRIMARY KEY NOT NULL,
	"unit_id" text NOT NULL,
	"name" text NOT NULL,
	"x" integer NOT NULL,
	"y" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "prints" (
	"id" text PRIMARY KEY NOT NULL,
	"congress_id" text NOT NULL,
	"package_id" text,
	"position" integer NOT NULL,
	"kind" text NOT NULL,
	"titles" jsonb NOT NULL,
	"language" text NOT NULL,
	"at" text NOT NULL,
	"account_name" text NOT NULL,
	"wish" jsonb NOT NULL,
	"documents" integer NOT NULL,
	"pages" integer NOT NULL,
	"sheets" integer NOT NULL,
	"cuts" jsonb NOT NULL,
	"snapshot" text NOT NULL
);
--> statement-breakpoint
CREATE INDEX "print_marks_congress" ON "print_marks" USING btree ("congress_id");--> statement-breakpoint
CREATE UNIQUE INDEX "printers_name" ON "printers" USING btree ("unit_id","name");--> statement-breakpoint
CREATE INDEX "prints_congress" ON "prints" USING btree ("congress_id");--> statement-breakpoint
CREATE INDEX "prints_package" ON "prints" USING btree ("package_id");