-- A run is kept in one exchange with the database: one statement, and a transaction of its own.

-- A run as it is read, or NULL where it is not there. In plpgsql, whose plans are kept.
CREATE FUNCTION kept_run(of_workspace text, of_number int) RETURNS json LANGUAGE plpgsql STABLE STRICT
AS $$
BEGIN
    RETURN (
        SELECT to_json(kept) FROM (
            SELECT run.workspace_id, run.number, label.name, run.line, run.scenario, run.plan,
                run.engine, run.parent, run.channel, run.thread, run.is_private,
                coalesce(label.is_pinned, false) AS is_pinned, run.author, run.author_name,
                run.created_at, run.compared_with
            FROM "scenario" AS run LEFT JOIN "label" AS label
                ON label.workspace_id = of_workspace AND label.number = run.number
            WHERE run.workspace_id = of_workspace AND run.number = of_number
        ) AS kept);
END
$$;

-- Keeps a run with all that belongs to it, or finds the one that it repeats. A parameter is written
-- with the name of the function before it; what has no such name is a column.
--
-- changes, against: the runs that it changes and that it is to be compared with, or NULL.
-- answer_within: it is not stored when that takes longer, counted from when the database hears of it.
-- request, same_line: keys of the request, and of who sent which line where; NULL: it repeats nothing.
-- reply: what the outbox delivers; NULL: nothing.
--
-- status: `new`, or why nothing was stored: `again` the same request, `already` the same line within
-- 30 seconds. Then `repeated` is that run, and `earlier` the one that it was compared with.
CREATE FUNCTION keep_run(
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

    keep_run.parent := (
        SELECT number FROM "scenario"
        WHERE workspace_id = keep_run.workspace AND number = keep_run.changes
            AND (NOT is_private OR channel = keep_run.channel OR author = keep_run.author));
    -- Equal, but written as a range and with an order: then only the index that ends with them serves.
    -- With = the runs of the whole channel may be read, and are where there is none.
    compared_with := coalesce(
        (SELECT number FROM "scenario"
            WHERE workspace_id = keep_run.workspace AND number = keep_run.against
                AND (NOT is_private OR channel = keep_run.channel OR author = keep_run.author)),
        keep_run.parent,
        (SELECT number FROM "scenario"
            WHERE workspace_id = keep_run.workspace AND channel = keep_run.channel
                AND thread >= keep_run.thread AND thread <= keep_run.thread
            ORDER BY thread, number DESC LIMIT 1),
        -- The run whose reply the thread is about.
        (SELECT number FROM "message"
            WHERE workspace_id = keep_run.workspace AND channel = keep_run.channel
                AND "timestamp" = keep_run.thread),
        (SELECT number FROM "label"
            WHERE workspace_id = keep_run.workspace AND channel = keep_run.channel
                AND name >= keep_run.name AND name <= keep_run.name
            ORDER BY name, number DESC LIMIT 1),
        (SELECT number FROM "scenario"
            WHERE workspace_id = keep_run.workspace AND channel = keep_run.channel
                AND shape >= keep_run.shape AND shape <= keep_run.shape
            ORDER BY shape, number DESC LIMIT 1));
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
        -- Nobody repeats a request after two days: more of those keys go than come.
        DELETE FROM "request_key" WHERE workspace_id = keep_run.workspace AND key IN (
            SELECT key FROM "request_key"
            WHERE workspace_id = keep_run.workspace AND asked_at < keep_run.asked_at - interval '2 days'
            ORDER BY asked_at LIMIT 3);
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
