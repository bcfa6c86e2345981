-- index_scenario as before, with less to do for a run: most have one instance type, and to take that
-- apart and to look for others of its kind cost as much as to store it.
CREATE OR REPLACE FUNCTION index_scenario() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    instance_type text;
BEGIN
    FOREACH instance_type IN ARRAY string_to_array(NEW.shape, ' + ') LOOP
        -- Several node groups may have the same type.
        INSERT INTO "scenario_type" ("workspace_id", "type", "number", "channel", "author", "is_private")
            VALUES (NEW.workspace_id, instance_type, NEW.number, NEW.channel, NEW.author, NEW.is_private)
            ON CONFLICT DO NOTHING;
    END LOOP;
    IF NEW.name IS NOT NULL THEN
        INSERT INTO "label" ("workspace_id", "number", "name", "channel", "author", "is_private")
            VALUES (NEW.workspace_id, NEW.number, NEW.name, NEW.channel, NEW.author, NEW.is_private);
    END IF;
    -- Replicas from before this migration still bring their key here.
    IF NEW.request_key IS NOT NULL THEN
        INSERT INTO "request_key" ("workspace_id", "key", "number", "asked_at")
            VALUES (NEW.workspace_id, NEW.request_key, NEW.number, NEW.created_at);
    END IF;
    RETURN NULL;
END
$$;
