-- keep_run as before, with fewer steps: only what a request asks for is looked up, and old keys of
-- requests go with every tenth run. What its parameters and results mean is told where it was made.
-- They stay: replicas of before call it too. With other ones it must get another name.
CREATE OR REPLACE FUNCTION keep_run(
    workspace text, channel text, thread text, is_private boolean, author text, author_name text,
    id uuid, name text, line text, shape text, scenario json, plan json, engine int, cni text,
    changes int, against int, asked_at timestamptz, answer_within interval,
    request text, same_line text,
    reply uuid, installation text, language text, response_url text, reply_due timestamptz,
    audit_id uuid,
    OUT status text, OUT number int, OUT parent int, OUT budget json, OUT repeated json, OUT earlier json)
LANGUAGE plpgsql SET plan_cache_mode = force_generic_plan AS $$
#variable_conflict use_column
DECLARE
    compared_with int;
BEGIN
    PERFORM set_config('eksip.workspace', keep_run.workspace, true);

    -- The row of the workspace stays locked until the end, so numbers have no gaps. And of two that
    -- send the same request at a time, the second one waits here, and then finds the run of the first.
    INSERT INTO "workspace" AS known (id, last_number) VALUES (keep_run.workspace, 1)
        ON CONFLICT (id) DO UPDATE SET last_number = known.last_number + 1
        RETURNING last_number INTO keep_run.number;

    SELECT to_json(of_channel) INTO keep_run.budget FROM "budget" AS of_channel
        WHERE workspace_id = keep_run.workspace AND channel = keep_run.channel;

    keep_run.repeated := kept_run(keep_run.workspace, (
        SELECT number FROM "request_key"
        WHERE workspace_id = keep_run.workspace AND key = keep_run.request));
    IF keep_run.repeated IS NOT NULL THEN
        keep_run.status := 'again';
    ELSE
        keep_run.repeated := kept_run(keep_run.workspace, (
            SELECT number FROM "request_key"
            WHERE workspace_id = keep_run.workspace AND key = keep_run.same_line
                AND asked_at > keep_run.asked_at - interval '30 seconds'));
        keep_run.status := CASE WHEN keep_run.repeated IS NULL THEN 'new' ELSE 'already' END;
    END IF;

    IF keep_run.repeated IS NOT NULL THEN
        -- Nobody else has seen the number.
        UPDATE "workspace" SET last_number = last_number - 1 WHERE id = keep_run.workspace;
        keep_run.earlier :=
            kept_run(keep_run.workspace, (keep_run.repeated->>'compared_with')::int);
        RETURN;
    END IF;

    -- Only what is asked for is looked up: to prepare a look costs as much as to look.
    IF keep_run.changes IS NOT NULL THEN
        keep_run.parent := (
            SELECT number FROM "scenario"
            WHERE workspace_id = keep_run.workspace AND number = keep_run.changes
                AND (NOT is_private OR channel = keep_run.channel OR author = keep_run.author));
    END IF;
    IF keep_run.against IS NOT NULL THEN
        compared_with := (
            SELECT number FROM "scenario"
            WHERE workspace_id = keep_run.workspace AND number = keep_run.against
                AND (NOT is_private OR channel = keep_run.channel OR author = keep_run.author));
    END IF;
    compared_with := coalesce(compared_with, keep_run.parent);
    -- Equal, but written as a range and with an order: then only the index that ends with them serves.
    -- With = the runs of the whole channel may be read, and are where there is none.
    IF compared_with IS NULL AND keep_run.thread IS NOT NULL THEN
        compared_with := coalesce(
            (SELECT number FROM "scenario"
                WHERE workspace_id = keep_run.workspace AND channel = keep_run.channel
                    AND thread >= keep_run.thread AND thread <= keep_run.thread
                ORDER BY thread, number DESC LIMIT 1),
            -- The run whose reply the thread is about.
            (SELECT number FROM "message"
                WHERE workspace_id = keep_run.workspace AND channel = keep_run.channel
                    AND "timestamp" = keep_run.thread));
    END IF;
    IF compared_with IS NULL AND keep_run.name IS NOT NULL THEN
        compared_with := (
            SELECT number FROM "label"
            WHERE workspace_id = keep_run.workspace AND channel = keep_run.channel
                AND name >= keep_run.name AND name <= keep_run.name
            ORDER BY name, number DESC LIMIT 1);
    END IF;
    IF compared_with IS NULL THEN
        compared_with := (
            SELECT number FROM "scenario"
            WHERE workspace_id = keep_run.workspace AND channel = keep_run.channel
                AND shape >= keep_run.shape AND shape <= keep_run.shape
            ORDER BY shape, number DESC LIMIT 1);
    END IF;
    keep_run.earlier := kept_run(keep_run.workspace, compared_with);

    INSERT INTO "scenario" (
        workspace_id, number, id, channel, thread, is_private, author, author_name, name, line, shape,
        scenario, plan, engine, cni, parent, compared_with, created_at)
    VALUES (
        keep_run.workspace, keep_run.number, keep_run.id, keep_run.channel, keep_run.thread,
        keep_run.is_private, keep_run.author, keep_run.author_name, keep_run.name, keep_run.line,
        keep_run.shape, keep_run.scenario, keep_run.plan, keep_run.engine, keep_run.cni,
        keep_run.parent, compared_with, keep_run.asked_at);

    IF keep_run.request IS NOT NULL THEN
        INSERT INTO "request_key" (workspace_id, key, number, asked_at)
        VALUES
            (keep_run.workspace, keep_run.request, keep_run.number, keep_run.asked_at),
            (keep_run.workspace, keep_run.same_line, keep_run.number, keep_run.asked_at)
        ON CONFLICT (workspace_id, key)
            DO UPDATE SET number = excluded.number, asked_at = excluded.asked_at;
        -- Nobody repeats a request after two days: now and then more of those keys go than have come.
        IF keep_run.number % 10 = 0 THEN
            DELETE FROM "request_key" WHERE workspace_id = keep_run.workspace AND key IN (
                SELECT key FROM "request_key"
                WHERE workspace_id = keep_run.workspace
                    AND asked_at < keep_run.asked_at - interval '2 days'
                ORDER BY asked_at LIMIT 30);
        END IF;
    END IF;

    IF keep_run.reply IS NOT NULL THEN
        INSERT INTO "outbox" (
            id, workspace_id, number, earlier, installation, channel, thread, author, language,
            response_url, due_at)
        VALUES (
            keep_run.reply, keep_run.workspace, keep_run.number, compared_with, keep_run.installation,
            keep_run.channel, keep_run.thread, keep_run.author, keep_run.language,
            keep_run.response_url, keep_run.reply_due);
    END IF;

    INSERT INTO "audit" (workspace_id, id, actor, action, number, at)
    VALUES (
        keep_run.workspace, keep_run.audit_id, keep_run.author, 'keep', keep_run.number,
        keep_run.asked_at);

    IF clock_timestamp() - statement_timestamp() > keep_run.answer_within THEN
        RAISE EXCEPTION 'the answer would come too late' USING ERRCODE = 'EK001';
    END IF;
END
$$;
