CREATE TABLE "drawings" (
	"key" text PRIMARY KEY NOT NULL,
	"drawing" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "hall_versions" (
	"id" text PRIMARY KEY NOT NULL,
	"hall_id" text NOT NULL,
	"number" integer NOT NULL,
	"drawing_key" text NOT NULL,
	"seats" integer NOT NULL,
	"note" text NOT NULL,
	"saved_at" text NOT NULL,
	"saved_by" text NOT NULL,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "halls" (
	"id" text PRIMARY KEY NOT NULL,
	"venue_id" text NOT NULL,
	"name" text NOT NULL,
	"number" integer NOT NULL,
	"seats" integer NOT NULL,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "seat_importances" (
	"id" text PRIMARY KEY NOT NULL,
	"cycle_id" text NOT NULL,
	"importance" jsonb NOT NULL,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "seat_needs" (
	"id" text PRIMARY KEY NOT NULL,
	"congress_id" text NOT NULL,
	"delegate_id" text NOT NULL,
	"rank" integer,
	"needs_step_free" boolean NOT NULL,
	"needs_wheelchair" boolean NOT NULL,
	"companion_of" text,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "seat_places" (
	"id" text PRIMARY KEY NOT NULL,
	"plan_id" text NOT NULL,
	"phase_id" text NOT NULL,
	"delegate_id" text NOT NULL,
	"seat_id" text,
	"former_seat" text NOT NULL,
	"is_locked" boolean NOT NULL,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "seat_releases" (
	"id" text PRIMARY KEY NOT NULL,
	"plan_id" text NOT NULL,
	"number" integer NOT NULL,
	"hall_number" integer NOT NULL,
	"places" jsonb NOT NULL,
	"note" text NOT NULL,
	"released_at" text NOT NULL,
	"released_by" text NOT NULL,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "seat_rules" (
	"id" text PRIMARY KEY NOT NULL,
	"congress_id" text NOT NULL,
	"kind" text NOT NULL,
	"delegate_ids" jsonb NOT NULL,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "seating_plans" (
	"id" text PRIMARY KEY NOT NULL,
	"congress_id" text NOT NULL,
	"position" integer NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"hall_id" text NOT NULL,
	"hall_number" integer NOT NULL,
	"phases" jsonb NOT NULL,
	"layout" text NOT NULL,
	"delegation_order" jsonb NOT NULL,
	"released_number" integer NOT NULL,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "stage_orders" (
	"id" text PRIMARY KEY NOT NULL,
	"congress_id" text NOT NULL,
	"batches" jsonb NOT NULL,
	"version" integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE "hall_versions" ADD CONSTRAINT "hall_versions_hall_id_halls_id_fk" FOREIGN KEY ("hall_id") REFERENCES "halls"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "halls" ADD CONSTRAINT "halls_venue_id_venues_id_fk" FOREIGN KEY ("venue_id") REFERENCES "venues"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seat_importances" ADD CONSTRAINT "seat_importances_cycle_id_cycles_id_fk" FOREIGN KEY ("cycle_id") REFERENCES "cycles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seat_needs" ADD CONSTRAINT "seat_needs_congress_id_congresses_id_fk" FOREIGN KEY ("congress_id") REFERENCES "congresses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seat_places" ADD CONSTRAINT "seat_places_plan_id_seating_plans_id_fk" FOREIGN KEY ("plan_id") REFERENCES "seating_plans"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seat_releases" ADD CONSTRAINT "seat_releases_plan_id_seating_plans_id_fk" FOREIGN KEY ("plan_id") REFERENCES "seating_plans"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seat_rules" ADD CONSTRAINT "seat_rules_congress_id_congresses_id_fk" FOREIGN KEY ("congress_id") REFERENCES "congresses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seating_plans" ADD CONSTRAINT "seating_plans_congress_id_congresses_id_fk" FOREIGN KEY ("congress_id") REFERENCES "congresses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seating_plans" ADD CONSTRAINT "seating_plans_hall_id_halls_id_fk" FOREIGN KEY ("hall_id") REFERENCES "halls"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stage_orders" ADD CONSTRAINT "stage_orders_congress_id_congresses_id_fk" FOREIGN KEY ("congress_id") REFERENCES "congresses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "hall_versions_number" ON "hall_versions" USING btree ("hall_id","number");--> statement-breakpoint
CREATE INDEX "halls_venue" ON "halls" USING btree ("venue_id");--> statement-breakpoint
CREATE UNIQUE INDEX "seat_importances_cycle" ON "seat_importances" USING btree ("cycle_id");--> statement-breakpoint
CREATE INDEX "seat_needs_congress" ON "seat_needs" USING btree ("congress_id");--> statement-breakpoint
CREATE UNIQUE INDEX "seat_needs_delegate" ON "seat_needs" USING btree ("delegate_id");--> statement-breakpoint
CREATE UNIQUE INDEX "seat_places_seat" ON "seat_places" USING btree ("plan_id","phase_id","seat_id");--> statement-breakpoint
CREATE UNIQUE INDEX "seat_places_delegate" ON "seat_places" USING btree ("plan_id","phase_id","delegate_id");--> statement-breakpoint
CREATE UNIQUE INDEX "seat_releases_number" ON "seat_releases" USING btree ("plan_id","number");--> statement-breakpoint
CREATE INDEX "seat_rules_congress" ON "seat_rules" USING btree ("congress_id");--> statement-breakpoint
CREATE INDEX "seating_plans_congress" ON "seating_plans" USING btree ("congress_id");--> statement-breakpoint
CREATE UNIQUE INDEX "stage_orders_congress" ON "stage_orders" USING btree ("congress_id");