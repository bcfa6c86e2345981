-- Every run that is stored is written into each index of its tables. These hold what is looked for,
-- and no more.

-- Nothing is looked for by id.
DROP INDEX "scenario_workspace_id_id_key";

-- Most runs are asked in the channel itself, and change no other one.
DROP INDEX "scenario_workspace_id_channel_thread_number_idx";
CREATE INDEX "scenario_thread_idx" ON "scenario" ("workspace_id", "channel", "thread", "number" DESC)
    WHERE "thread" IS NOT NULL;
DROP INDEX "scenario_workspace_id_parent_number_idx";
CREATE INDEX "scenario_parent_idx" ON "scenario" ("workspace_id", "parent", "number")
    WHERE "parent" IS NOT NULL;
