-- CreateTable
CREATE TABLE "workspace" (
    "id" TEXT NOT NULL,
    "last_number" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "workspace_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "scenario" (
    "workspace_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "channel" TEXT NOT NULL,
    "author" TEXT NOT NULL,
    "author_name" TEXT,
    "name" TEXT,
    "line" TEXT NOT NULL,
    "shape" TEXT NOT NULL,
    "scenario" JSONB NOT NULL,
    "plan" JSONB NOT NULL,
    "engine" INTEGER NOT NULL,
    "cni" TEXT NOT NULL,
    "request_key" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "scenario_pkey" PRIMARY KEY ("workspace_id","number")
);

-- CreateTable
CREATE TABLE "installation" (
    "owner" TEXT NOT NULL,
    "sealed" BYTEA NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "installation_pkey" PRIMARY KEY ("owner")
);

-- CreateIndex
CREATE INDEX "scenario_workspace_id_channel_shape_number_idx" ON "scenario"("workspace_id", "channel", "shape", "number" DESC);

-- CreateIndex
CREATE INDEX "scenario_workspace_id_channel_name_number_idx" ON "scenario"("workspace_id", "channel", "name", "number" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "scenario_workspace_id_id_key" ON "scenario"("workspace_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "scenario_workspace_id_request_key_key" ON "scenario"("workspace_id", "request_key");

-- AddForeignKey
ALTER TABLE "scenario" ADD CONSTRAINT "scenario_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- What was asked and answered is the record that people decide on: no row is ever changed. Rows are
-- deleted only with their workspace. An update that changes nothing passes.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'row % of table % is a record and cannot be changed', OLD.number, TG_TABLE_NAME;
END
$$;

CREATE TRIGGER scenario_is_immutable
    BEFORE UPDATE ON "scenario"
    FOR EACH ROW
    WHEN (OLD IS DISTINCT FROM NEW)
    EXECUTE FUNCTION refuse_change();

-- Numbers begin at 1, and each is taken from the workspace's last one.
ALTER TABLE "workspace" ADD CONSTRAINT "workspace_last_number_check" CHECK ("last_number" >= 0);
ALTER TABLE "scenario" ADD CONSTRAINT "scenario_number_check" CHECK ("number" > 0);
