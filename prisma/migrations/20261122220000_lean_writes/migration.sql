-- Every run that is stored is written into each index of its table. These hold what is looked for,
-- and no more: most runs are asked in the channel itself, and change no other one.
CREATE INDEX "scenario_thread_idx" ON "scenario" ("workspace_id", "channel", "thread", "number" DESC)
    WHERE "thread" IS NOT NULL;
CREATE INDEX "scenario_parent_idx" ON "scenario" ("workspace_id", "parent", "number")
    WHERE "parent" IS NOT NULL;

-- Last: from here on nobody reads the table until the end of the migration.
DROP INDEX "scenario_workspace_id_channel_thread_number_idx";
DROP INDEX "scenario_workspace_id_parent_number_idx";
-- Nothing is looked for by id.
DROP INDEX "scenario_workspace_id_id_key";
