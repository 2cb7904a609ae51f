CREATE TABLE "quota_plans" (
	"id" text PRIMARY KEY NOT NULL,
	"congress_id" text NOT NULL,
	"maximum" integer,
	"targets" jsonb NOT NULL,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "quotas" (
	"id" text PRIMARY KEY NOT NULL,
	"congress_id" text NOT NULL,
	"position" integer NOT NULL,
	"unit_id" text,
	"name" text NOT NULL,
	"official" integer NOT NULL,
	"guests" integer NOT NULL,
	"weight" integer,
	"aims" jsonb NOT NULL,
	"set_by" text NOT NULL,
	"note" text NOT NULL,
	"excess_reason" text NOT NULL,
	"sent_official" integer,
	"sent_guests" integer,
	"sent_at" text,
	"sent_by" text NOT NULL,
	"version" integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE "quota_plans" ADD CONSTRAINT "quota_plans_congress_id_congresses_id_fk" FOREIGN KEY ("congress_id") REFERENCES "congresses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quotas" ADD CONSTRAINT "quotas_congress_id_congresses_id_fk" FOREIGN KEY ("congress_id") REFERENCES "congresses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quotas" ADD CONSTRAINT "quotas_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "quota_plans_congress" ON "quota_plans" USING btree ("congress_id");--> statement-breakpoint
CREATE INDEX "quotas_congress" ON "quotas" USING btree ("congress_id");--> statement-breakpoint
CREATE UNIQUE INDEX "quotas_unit" ON "quotas" USING btree ("congress_id","unit_id");
--> statement-breakpoint
INSERT INTO "quotas" ("id", "congress_id", "position", "unit_id", "name", "official", "guests", "weight", "aims", "set_by", "note", "excess_reason", "sent_official", "sent_guests", "sent_at", "sent_by", "version")
SELECT "id", "congress_id", "position", CASE WHEN "id" = (SELECT min("twin"."id") FROM "list_rows" AS "twin" WHERE "twin"."list" = 'quotas' AND "twin"."congress_id" = "read"."congress_id" AND coalesce("twin"."row_values"->>'unit', '') = "unit_text") THEN (SELECT CASE WHEN count(*) = 1 THEN min("units"."id") END FROM "units" WHERE "units"."name" = "unit_text" AND "units"."parent_id" = "read"."holder_id") END, "unit_text", coalesce("official", CASE WHEN "total" - coalesce("guests", 0) > 0 THEN "total" - coalesce("guests", 0) ELSE 0 END), coalesce("guests", CASE WHEN "total" - "official" > 0 THEN "total" - "official" ELSE 0 END), NULL, CASE WHEN "women" > 0 AND "workers" > 0 THEN jsonb_build_array(jsonb_build_object('attribute', 'women', 'value', '', 'op', 'at-least', 'amount', "women", 'isPercent', false), jsonb_build_object('attribute', 'workers', 'value', '', 'op', 'at-least', 'amount', "workers", 'isPercent', false)) WHEN "women" > 0 THEN jsonb_build_array(jsonb_build_object('attribute', 'women', 'value', '', 'op', 'at-least', 'amount', "women", 'isPercent', false)) WHEN "workers" > 0 THEN jsonb_build_array(jsonb_build_object('attribute', 'workers', 'value', '', 'op', 'at-least', 'amount', "workers", 'isPercent', false)) ELSE '[]'::jsonb END, 'by-hand', ltrim("note_text" || CASE WHEN "total_text" <> '' AND "total" IS NULL THEN '; Tổng số: ' || "total_text" ELSE '' END || CASE WHEN "official_text" <> '' AND "official" IS NULL THEN '; Chính thức: ' || "official_text" ELSE '' END || CASE WHEN "guests_text" <> '' AND "guests" IS NULL THEN '; Khách mời: ' || "guests_text" ELSE '' END || CASE WHEN "women_text" <> '' AND "women" IS NULL THEN '; Nữ: ' || "women_text" ELSE '' END || CASE WHEN "workers_text" <> '' AND "workers" IS NULL THEN '; Trực tiếp lao động: ' || "workers_text" ELSE '' END || CASE WHEN "total" <> "official" + "guests" OR ("guests" IS NULL AND "total" < "official") OR ("official" IS NULL AND "total" < "guests") THEN '; Tổng số: ' || "total_text" ELSE '' END, '; '), '', NULL, NULL, NULL, '', "version"
FROM (SELECT "said".*, CASE WHEN "total_text" ~ '^[0-9]{1,6}$' THEN CAST("total_text" AS integer) WHEN "total_text" ~ '^[0-9]{1,3}[.][0-9]{3}$' THEN CAST(replace("total_text", '.', '') AS integer) END AS "total", CASE WHEN "official_text" ~ '^[0-9]{1,6}$' THEN CAST("official_text" AS integer) WHEN "official_text" ~ '^[0-9]{1,3}[.][0-9]{3}$' THEN CAST(replace("official_text", '.', '') AS integer) END AS "official", CASE WHEN "guests_text" ~ '^[0-9]{1,6}$' THEN CAST("guests_text" AS integer) WHEN "guests_text" ~ '^[0-9]{1,3}[.][0-9]{3}$' THEN CAST(replace("guests_text", '.', '') AS integer) END AS "guests", CASE WHEN "women_text" ~ '^[0-9]{1,6}$' THEN CAST("women_text" AS integer) WHEN "women_text" ~ '^[0-9]{1,3}[.][0-9]{3}$' THEN CAST(replace("women_text", '.', '') AS integer) END AS "women", CASE WHEN "workers_text" ~ '^[0-9]{1,6}$' THEN CAST("workers_text" AS integer) WHEN "workers_text" ~ '^[0-9]{1,3}[.][0-9]{3}$' THEN CAST(replace("workers_text", '.', '') AS integer) END AS "workers" FROM (SELECT "list_rows"."id" AS "id", "list_rows"."congress_id" AS "congress_id", "list_rows"."position" AS "position", "list_rows"."version" AS "version", "congresses"."unit_id" AS "holder_id", coalesce("row_values"->>'unit', '') AS "unit_text", coalesce("row_values"->>'note', '') AS "note_text", coalesce("row_values"->>'total', '') AS "total_text", coalesce("row_values"->>'official', '') AS "official_text", coalesce("row_values"->>'guests', '') AS "guests_text", coalesce("row_values"->>'women', '') AS "women_text", coalesce("row_values"->>'workers', '') AS "workers_text" FROM "list_rows" INNER JOIN "congresses" ON "congresses"."id" = "list_rows"."congress_id" WHERE "list" = 'quotas') AS "said") AS "read";
--> statement-breakpoint
DELETE FROM "list_rows" WHERE "list" = 'quotas';