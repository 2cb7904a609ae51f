CREATE TABLE "publications" (
	"id" text PRIMARY KEY NOT NULL,
	"congress_id" text NOT NULL,
	"code" text NOT NULL,
	"at" text NOT NULL,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "releases" (
	"id" text PRIMARY KEY NOT NULL,
	"congress_id" text NOT NULL,
	"number" integer NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"note" text NOT NULL,
	"day" text NOT NULL,
	"at" text NOT NULL,
	"account_name" text NOT NULL,
	"content" jsonb NOT NULL,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "remarks" (
	"id" text PRIMARY KEY NOT NULL,
	"congress_id" text NOT NULL,
	"session_id" text,
	"item_id" text,
	"text" text NOT NULL,
	"account_id" text NOT NULL,
	"account_name" text NOT NULL,
	"at" text NOT NULL,
	"settled_by" text,
	"answer" text NOT NULL,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "speakers" (
	"id" text PRIMARY KEY NOT NULL,
	"congress_id" text NOT NULL,
	"name" text NOT NULL,
	"post" text NOT NULL,
	"state" text NOT NULL,
	"withdrawn_on" text,
	"note" text NOT NULL,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "tellings" (
	"id" text PRIMARY KEY NOT NULL,
	"release_id" text NOT NULL,
	"who" text NOT NULL,
	"account_name" text NOT NULL,
	"at" text NOT NULL,
	"version" integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE "items" ALTER COLUMN "session_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "items" ADD COLUMN "tray_congress_id" text;--> statement-breakpoint
ALTER TABLE "items" ADD COLUMN "kind" text DEFAULT 'item' NOT NULL;--> statement-breakpoint
ALTER TABLE "items" ADD COLUMN "speaker_ids" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "items" ADD COLUMN "presidium_words" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "items" ADD COLUMN "announcer_words" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "items" ADD COLUMN "batches" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "items" ADD COLUMN "cues" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "items" ADD COLUMN "started_at" text;--> statement-breakpoint
ALTER TABLE "items" ADD COLUMN "ended_at" text;--> statement-breakpoint
ALTER TABLE "items" ADD COLUMN "interchange" jsonb;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "fixed_end" text;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "attendance" integer;--> statement-breakpoint
ALTER TABLE "venues" ADD COLUMN "rooms" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "publications" ADD CONSTRAINT "publications_congress_id_congresses_id_fk" FOREIGN KEY ("congress_id") REFERENCES "congresses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "releases" ADD CONSTRAINT "releases_congress_id_congresses_id_fk" FOREIGN KEY ("congress_id") REFERENCES "congresses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "remarks" ADD CONSTRAINT "remarks_congress_id_congresses_id_fk" FOREIGN KEY ("congress_id") REFERENCES "congresses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "speakers" ADD CONSTRAINT "speakers_congress_id_congresses_id_fk" FOREIGN KEY ("congress_id") REFERENCES "congresses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tellings" ADD CONSTRAINT "tellings_release_id_releases_id_fk" FOREIGN KEY ("release_id") REFERENCES "releases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "publications_congress" ON "publications" USING btree ("congress_id");--> statement-breakpoint
CREATE UNIQUE INDEX "publications_code" ON "publications" USING btree ("code");--> statement-breakpoint
CREATE UNIQUE INDEX "releases_number" ON "releases" USING btree ("congress_id","number");--> statement-breakpoint
CREATE INDEX "remarks_congress" ON "remarks" USING btree ("congress_id");--> statement-breakpoint
CREATE INDEX "speakers_congress" ON "speakers" USING btree ("congress_id");--> statement-breakpoint
CREATE UNIQUE INDEX "tellings_who" ON "tellings" USING btree ("release_id","who");--> statement-breakpoint
ALTER TABLE "items" ADD CONSTRAINT "items_tray_congress_id_congresses_id_fk" FOREIGN KEY ("tray_congress_id") REFERENCES "congresses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "items_tray" ON "items" USING btree ("tray_congress_id");