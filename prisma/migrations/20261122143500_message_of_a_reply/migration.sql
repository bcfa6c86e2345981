-- What became of a reply that was taken, and with the same statement the message that shows the run:
-- people go on in its thread. The response_url is good for one reply; it is not kept.
CREATE OR REPLACE FUNCTION outbox_finish(reply_id uuid, outcome text, message_ts text, reason text)
RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    reply "outbox";
    workspace_before text := current_setting('eksip.workspace', true);
BEGIN
    PERFORM set_config('eksip.worker', 'on', true);
    UPDATE "outbox"
    SET state = outcome, ts = message_ts, error = reason, response_url = NULL,
        leased_until = NULL, posted_at = CASE WHEN outcome = 'refused' THEN NULL ELSE now() END
    WHERE id = reply_id AND state = 'sending'
    RETURNING * INTO reply;
    IF FOUND AND message_ts IS NOT NULL THEN
        PERFORM set_config('eksip.workspace', reply.workspace_id, true);
        INSERT INTO "message" (workspace_id, channel, "timestamp", number)
        VALUES (reply.workspace_id, reply.channel, message_ts, reply.number)
        ON CONFLICT (workspace_id, channel, "timestamp") DO NOTHING;
        PERFORM set_config('eksip.workspace', coalesce(workspace_before, ''), true);
    END IF;
    PERFORM set_config('eksip.worker', '', true);
END
$$;
