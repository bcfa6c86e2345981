-- DropIndex
DROP INDEX "scenario_workspace_id_channel_name_number_idx";

-- DropIndex
DROP INDEX "scenario_workspace_id_request_key_key";

-- AlterTable
ALTER TABLE "scenario" ADD COLUMN     "compared_with" INTEGER,
ADD COLUMN     "is_private" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "parent" INTEGER,
ADD COLUMN     "thread" TEXT;

-- CreateTable
CREATE TABLE "label" (
    "workspace_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "name" TEXT,
    "is_pinned" BOOLEAN NOT NULL DEFAULT false,
    "channel" TEXT NOT NULL,
    "author" TEXT NOT NULL,
    "is_private" BOOLEAN NOT NULL,

    CONSTRAINT "label_pkey" PRIMARY KEY ("workspace_id","number")
);

-- CreateTable
CREATE TABLE "scenario_type" (
    "workspace_id" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "channel" TEXT NOT NULL,

    CONSTRAINT "scenario_type_pkey" PRIMARY KEY ("workspace_id","number","type")
);

-- CreateTable
CREATE TABLE "message" (
    "workspace_id" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "timestamp" TEXT NOT NULL,
    "number" INTEGER NOT NULL,

    CONSTRAINT "message_pkey" PRIMARY KEY ("workspace_id","channel","timestamp")
);

-- CreateTable
CREATE TABLE "tombstone" (
    "workspace_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "channel" TEXT NOT NULL,
    "author" TEXT NOT NULL,
    "is_private" BOOLEAN NOT NULL,
    "deleted_by" TEXT NOT NULL,
    "deleted_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "tombstone_pkey" PRIMARY KEY ("workspace_id","number")
);

-- CreateTable
CREATE TABLE "request_key" (
    "workspace_id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "request_key_pkey" PRIMARY KEY ("workspace_id","key")
);

-- CreateTable
CREATE TABLE "budget" (
    "workspace_id" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "addresses" INTEGER,
    "subnets" TEXT[],
    "set_by" TEXT NOT NULL,
    "set_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "budget_pkey" PRIMARY KEY ("workspace_id","channel")
);

-- CreateTable
CREATE TABLE "preference" (
    "workspace_id" TEXT NOT NULL,
    "person" TEXT NOT NULL,
    "language" TEXT,
    "cni" TEXT,
    "is_quiet" BOOLEAN,
    "figure" TEXT,

    CONSTRAINT "preference_pkey" PRIMARY KEY ("workspace_id","person")
);

-- CreateTable
CREATE TABLE "audit" (
    "workspace_id" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "actor" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "number" INTEGER,
    "is_refused" BOOLEAN NOT NULL DEFAULT false,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "audit_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateIndex
CREATE INDEX "label_workspace_id_name_number_idx" ON "label"("workspace_id", "name", "number" DESC);

-- CreateIndex
CREATE INDEX "label_workspace_id_channel_name_number_idx" ON "label"("workspace_id", "channel", "name", "number" DESC);

-- CreateIndex
CREATE INDEX "label_workspace_id_is_pinned_number_idx" ON "label"("workspace_id", "is_pinned", "number" DESC);

-- CreateIndex
CREATE INDEX "scenario_type_workspace_id_type_number_idx" ON "scenario_type"("workspace_id", "type", "number" DESC);

-- CreateIndex
CREATE INDEX "scenario_type_workspace_id_channel_type_number_idx" ON "scenario_type"("workspace_id", "channel", "type", "number" DESC);

-- CreateIndex
CREATE INDEX "request_key_workspace_id_asked_at_idx" ON "request_key"("workspace_id", "asked_at");

-- CreateIndex
CREATE INDEX "scenario_workspace_id_channel_number_idx" ON "scenario"("workspace_id", "channel", "number" DESC);

-- CreateIndex
CREATE INDEX "scenario_workspace_id_channel_thread_number_idx" ON "scenario"("workspace_id", "channel", "thread", "number" DESC);

-- CreateIndex
CREATE INDEX "scenario_workspace_id_author_number_idx" ON "scenario"("workspace_id", "author", "number" DESC);

-- CreateIndex
CREATE INDEX "scenario_workspace_id_parent_number_idx" ON "scenario"("workspace_id", "parent", "number");

-- CreateIndex
CREATE INDEX "scenario_workspace_id_created_at_idx" ON "scenario"("workspace_id", "created_at");

-- AddForeignKey
ALTER TABLE "scenario" ADD CONSTRAINT "scenario_parent_check" CHECK ("parent" < "number");
ALTER TABLE "label" ADD CONSTRAINT "label_workspace_id_number_fkey" FOREIGN KEY ("workspace_id", "number") REFERENCES "scenario"("workspace_id", "number") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "scenario_type" ADD CONSTRAINT "scenario_type_workspace_id_number_fkey" FOREIGN KEY ("workspace_id", "number") REFERENCES "scenario"("workspace_id", "number") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "message" ADD CONSTRAINT "message_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "tombstone" ADD CONSTRAINT "tombstone_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "request_key" ADD CONSTRAINT "request_key_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "budget" ADD CONSTRAINT "budget_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "preference" ADD CONSTRAINT "preference_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "audit" ADD CONSTRAINT "audit_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- Rows of the release before become what this one writes beside a scenario.
INSERT INTO "label" ("workspace_id", "number", "name", "channel", "author", "is_private")
    SELECT "workspace_id", "number", "name", "channel", "author", "is_private"
    FROM "scenario" WHERE "name" IS NOT NULL;
INSERT INTO "scenario_type" ("workspace_id", "type", "number", "channel")
    SELECT DISTINCT "workspace_id", unnest(string_to_array("shape", ' + ')), "number", "channel"
    FROM "scenario";
INSERT INTO "request_key" ("workspace_id", "key", "number", "asked_at")
    SELECT "workspace_id", "request_key", "number", "created_at"
    FROM "scenario" WHERE "request_key" IS NOT NULL;

-- Whoever stores a scenario, a replica of the release before too: it is found by its name, by its
-- types and by the key of its request.
CREATE FUNCTION index_scenario() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO "scenario_type" ("workspace_id", "type", "number", "channel")
        SELECT DISTINCT NEW.workspace_id, type, NEW.number, NEW.channel
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

CREATE TRIGGER scenario_is_indexed
    AFTER INSERT ON "scenario"
    FOR EACH ROW EXECUTE FUNCTION index_scenario();

-- Audit entries and tombstones are records too.
CREATE FUNCTION refuse_update() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'rows of table % are records and cannot be changed', TG_TABLE_NAME;
END
$$;

CREATE TRIGGER audit_is_immutable BEFORE UPDATE ON "audit"
    FOR EACH ROW EXECUTE FUNCTION refuse_update();
CREATE TRIGGER tombstone_is_immutable BEFORE UPDATE ON "tombstone"
    FOR EACH ROW EXECUTE FUNCTION refuse_update();

ALTER TABLE "label" ADD CONSTRAINT "label_says_something_check"
    CHECK ("name" IS NOT NULL OR "is_pinned");
ALTER TABLE "budget" ADD CONSTRAINT "budget_amount_check"
    CHECK (("addresses" IS NULL) <> (cardinality("subnets") = 0) AND "addresses" > 0 IS NOT FALSE);
ALTER TABLE "preference" ADD CONSTRAINT "preference_language_check" CHECK ("language" IN ('en', 'fr'));
ALTER TABLE "preference" ADD CONSTRAINT "preference_figure_check" CHECK ("figure" IN ('reserved', 'held'));

-- The second wall between workspaces. A transaction names its workspace with
-- set_config('eksip.workspace', …, true); where none is named, there are no rows. FORCE: for the
-- owner of the tables too. It comes last, as the statements above see the rows of all workspaces.
DO $$
DECLARE
    tenant_table text;
BEGIN
    FOREACH tenant_table IN ARRAY ARRAY[
        'scenario', 'label', 'scenario_type', 'message', 'tombstone', 'request_key', 'budget',
        'preference', 'audit'
    ] LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', tenant_table);
        EXECUTE format(
            'CREATE POLICY of_workspace ON %I USING (workspace_id = current_setting(''eksip.workspace'', true))',
            tenant_table);
    END LOOP;
END
$$;

ALTER TABLE "workspace" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY of_workspace ON "workspace" USING ("id" = current_setting('eksip.workspace', true));

-- The worker that delivers replies serves all workspaces, while one of its functions runs.
ALTER TABLE "outbox" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY of_workspace ON "outbox" USING (
    "workspace_id" = current_setting('eksip.workspace', true)
    OR current_setting('eksip.worker', true) = 'on'
);
