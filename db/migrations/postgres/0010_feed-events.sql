CREATE TABLE "feed_events" (
	"id" text PRIMARY KEY NOT NULL,
	"feed_id" text NOT NULL,
	"uid" text NOT NULL,
	"sequence" integer NOT NULL,
	"changed_at" text NOT NULL,
	"content" text NOT NULL,
	"gone_at" text
);
--> statement-breakpoint
ALTER TABLE "feed_events" ADD CONSTRAINT "feed_events_feed_id_feeds_id_fk" FOREIGN KEY ("feed_id") REFERENCES "feeds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "feed_events_feed" ON "feed_events" USING btree ("feed_id");