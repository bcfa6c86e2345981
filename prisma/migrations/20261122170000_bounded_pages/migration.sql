-- A page of runs is merged from the public ones, one's own, and those of the channel, each read in
-- its order. No look-up passes the private runs of others, however many there are.

-- The owner fills in what the types of all workspaces lack, so it must see them for a moment.
ALTER TABLE "scenario" NO FORCE ROW LEVEL SECURITY;
ALTER TABLE "scenario_type" NO FORCE ROW LEVEL SECURITY;

-- AlterTable
ALTER TABLE "scenario_type" ADD COLUMN     "author" TEXT,
ADD COLUMN     "is_private" BOOLEAN;

UPDATE "scenario_type" SET "author" = "scenario"."author", "is_private" = "scenario"."is_private"
    FROM "scenario"
    WHERE "scenario"."workspace_id" = "scenario_type"."workspace_id"
        AND "scenario"."number" = "scenario_type"."number";

ALTER TABLE "scenario_type" ALTER COLUMN "author" SET NOT NULL, ALTER COLUMN "is_private" SET NOT NULL;

ALTER TABLE "scenario" FORCE ROW LEVEL SECURITY;
ALTER TABLE "scenario_type" FORCE ROW LEVEL SECURITY;

-- CreateIndex
CREATE INDEX "label_workspace_id_author_name_number_idx" ON "label"("workspace_id", "author", "name", "number" DESC);

-- CreateIndex
CREATE INDEX "scenario_workspace_id_channel_author_number_idx" ON "scenario"("workspace_id", "channel", "author", "number" DESC);

-- CreateIndex
CREATE INDEX "scenario_type_workspace_id_author_type_number_idx" ON "scenario_type"("workspace_id", "author", "type", "number" DESC);

-- Parts of a table, which Prisma's schema does not name.
CREATE INDEX "scenario_public_idx" ON "scenario" ("workspace_id", "number" DESC)
    WHERE NOT "is_private";
CREATE INDEX "scenario_public_author_idx" ON "scenario" ("workspace_id", "author", "number" DESC)
    WHERE NOT "is_private";
CREATE INDEX "scenario_type_public_idx" ON "scenario_type" ("workspace_id", "type", "number" DESC)
    WHERE NOT "is_private";
CREATE INDEX "label_public_idx" ON "label" ("workspace_id", "number" DESC) WHERE NOT "is_private";
CREATE INDEX "label_private_author_idx" ON "label" ("workspace_id", "author", "number" DESC)
    WHERE "is_private";
CREATE INDEX "label_private_channel_idx" ON "label" ("workspace_id", "channel", "number" DESC)
    WHERE "is_private";
CREATE INDEX "label_public_name_idx" ON "label" ("workspace_id", "name", "number" DESC)
    WHERE NOT "is_private";
CREATE INDEX "label_public_pin_idx" ON "label" ("workspace_id", "number" DESC)
    WHERE "is_pinned" AND NOT "is_private";
CREATE INDEX "label_author_pin_idx" ON "label" ("workspace_id", "author", "number" DESC)
    WHERE "is_pinned";
CREATE INDEX "label_channel_pin_idx" ON "label" ("workspace_id", "channel", "number" DESC)
    WHERE "is_pinned";

-- The types are stored with what decides who sees them.
CREATE OR REPLACE FUNCTION index_scenario() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO "scenario_type" ("workspace_id", "type", "number", "channel", "author", "is_private")
        SELECT DISTINCT NEW.workspace_id, type, NEW.number, NEW.channel, NEW.author, NEW.is_private
        FROM unnest(string_to_array(NEW.shape, ' + ')) AS type;
    IF NEW.name IS NOT NULL THEN
        INSERT INTO "label" ("workspace_id", "number", "name", "channel", "author", "is_private")
            VALUES (NEW.workspace_id, NEW.number, NEW.name, NEW.channel, NEW.author, NEW.is_private);
    END IF;
    IF NEW.request_key IS NOT NULL THEN
        INSERT INTO "request_key" ("workspace_id", "key", "number", "asked_at")
            VALUES (NEW.workspace_id, NEW.request_key, NEW.number, NEW.created_at);
    END IF;
    RETURN NULL;
END
$$;
