-- However many replies wait, a look for due ones reads each of them once, and a new reply only what is
-- next in its channel: while Slack is down, what waits must not outgrow the timeout of a statement.

-- What is pending, each channel in its order, and what is on its way: apart, in place of the index of
-- both. And what was posted a moment ago, in whatever channel.
CREATE INDEX "outbox_pending_idx" ON "outbox" ("workspace_id", "channel", "created_at", "id")
    WHERE "state" = 'pending';
CREATE INDEX "outbox_sending_idx" ON "outbox" ("workspace_id", "channel") WHERE "state" = 'sending';
CREATE INDEX "outbox_posted_idx" ON "outbox" ("posted_at") WHERE "posted_at" IS NOT NULL;
DROP INDEX "outbox_unfinished_idx";

-- In both functions a reply must wait as before: another one of its channel is on its way, was posted
-- within the last second (Slack takes about one message a second in each channel), or is older.
-- outbox_must_wait is called by nothing any more. It stays while replicas of before may start, which
-- give the account that serves the right to call it.

-- Takes one reply right after it was committed, whoever else waits for the time when it is due.
-- Gives nothing where it must wait; then it is due at once, for whichever replica is first.
CREATE OR REPLACE FUNCTION outbox_begin(reply_id uuid, lease interval) RETURNS SETOF "outbox"
LANGUAGE plpgsql AS $$
BEGIN
    PERFORM set_config('eksip.worker', 'on', true);
    RETURN QUERY
        UPDATE "outbox" AS reply
        SET state = 'sending', attempts = attempts + 1, leased_until = now() + lease
        WHERE id = reply_id AND state = 'pending'
          AND NOT EXISTS (
            SELECT FROM "outbox" AS other
            WHERE other.workspace_id = reply.workspace_id AND other.channel = reply.channel
              AND other.state = 'pending' AND (other.created_at, other.id) < (reply.created_at, reply.id))
          AND NOT EXISTS (
            SELECT FROM "outbox" AS other
            WHERE other.workspace_id = reply.workspace_id AND other.channel = reply.channel
              AND other.state = 'sending' AND other.leased_until > now())
          AND NOT EXISTS (
            SELECT FROM "outbox" AS other
            WHERE other.workspace_id = reply.workspace_id AND other.channel = reply.channel
              AND other.posted_at > now() - interval '1 second')
        RETURNING reply.*;
    IF NOT FOUND THEN
        UPDATE "outbox" SET due_at = now() WHERE id = reply_id AND state = 'pending' AND due_at > now();
    END IF;
    PERFORM set_config('eksip.worker', '', true);
END
$$;

-- Takes replies that are due, at most one of each channel, and one of each workspace before the
-- second of any. `due` is in that order already, so no more rows are looked up than are taken.
CREATE OR REPLACE FUNCTION outbox_take(most integer, lease interval) RETURNS SETOF "outbox"
LANGUAGE plpgsql AS $$
BEGIN
    PERFORM set_config('eksip.worker', 'on', true);
    RETURN QUERY
        WITH busy AS (
            SELECT workspace_id, channel FROM "outbox"
            WHERE state = 'sending' AND leased_until > now()
            UNION ALL
            SELECT workspace_id, channel FROM "outbox" WHERE posted_at > now() - interval '1 second'
        ), head AS (
            SELECT DISTINCT ON (workspace_id, channel) id, workspace_id, channel, due_at
            FROM "outbox" WHERE state = 'pending'
            ORDER BY workspace_id, channel, created_at, id
        ), due AS (
            SELECT id, due_at, row_number() OVER (PARTITION BY workspace_id ORDER BY due_at, id) AS turn
            FROM head
            WHERE due_at <= now()
              AND (workspace_id, channel) NOT IN (SELECT workspace_id, channel FROM busy)
            ORDER BY turn, due_at
        ), taken AS (
            SELECT id FROM due JOIN "outbox" USING (id)
            WHERE state = 'pending'
            ORDER BY turn, due.due_at
            LIMIT most
            FOR UPDATE OF "outbox" SKIP LOCKED
        )
        UPDATE "outbox" AS reply
        SET state = 'sending', attempts = attempts + 1, leased_until = now() + lease
        FROM taken WHERE reply.id = taken.id
        RETURNING reply.*;
    PERFORM set_config('eksip.worker', '', true);
END
$$;
