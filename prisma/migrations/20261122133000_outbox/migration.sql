-- CreateTable
CREATE TABLE "outbox" (
    "id" UUID NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "earlier" INTEGER,
    "installation" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "thread" TEXT,
    "author" TEXT NOT NULL,
    "shared_by" TEXT,
    "language" TEXT NOT NULL,
    "response_url" TEXT,
    "form" TEXT NOT NULL DEFAULT 'blocks',
    "state" TEXT NOT NULL DEFAULT 'pending',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "leased_until" TIMESTAMPTZ(3),
    "posted_at" TIMESTAMPTZ(3),
    "ts" TEXT,
    "error" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "outbox_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "oauth_state" (
    "hash" TEXT NOT NULL,
    "options" JSONB NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "oauth_state_pkey" PRIMARY KEY ("hash")
);

-- CreateIndex
CREATE INDEX "outbox_workspace_id_number_idx" ON "outbox"("workspace_id", "number");

-- CreateIndex
CREATE INDEX "outbox_workspace_id_channel_posted_at_idx" ON "outbox"("workspace_id", "channel", "posted_at");

-- AddForeignKey
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_workspace_id_number_fkey" FOREIGN KEY ("workspace_id", "number") REFERENCES "scenario"("workspace_id", "number") ON DELETE CASCADE ON UPDATE NO ACTION;

ALTER TABLE "outbox" ADD CONSTRAINT "outbox_state_check"
    CHECK ("state" IN ('pending', 'sending', 'sent', 'refused', 'unknown'));
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_form_check" CHECK ("form" IN ('blocks', 'plain'));

-- What is not finished: few rows, asked for all the time.
CREATE INDEX "outbox_unfinished_idx" ON "outbox" ("workspace_id", "channel", "created_at")
    WHERE "state" IN ('pending', 'sending');

-- The functions below see the rows of all workspaces: each switches eksip.worker on, which the policies
-- of row level security know, and off again at its end. An error takes it back by itself, as it undoes
-- the transaction or all since the savepoint. A SET clause would do the same, but from Postgres 15 on only
-- for a superuser.

-- Whether a reply must wait: another one of its channel is on its way, was posted within the last
-- second (Slack takes about one message a second in each channel), or is older. For the functions
-- below, which have switched eksip.worker on.
CREATE FUNCTION outbox_must_wait(reply "outbox") RETURNS boolean
LANGUAGE sql STABLE AS $$
    SELECT EXISTS (
        SELECT FROM "outbox" AS other
        WHERE other.workspace_id = reply.workspace_id AND other.channel = reply.channel
          AND other.state IN ('pending', 'sending') AND other.id <> reply.id
          AND ((other.state = 'sending' AND other.leased_until > now())
            OR (other.state = 'pending' AND (other.created_at, other.id) < (reply.created_at, reply.id)))
    ) OR EXISTS (
        SELECT FROM "outbox" AS other
        WHERE other.workspace_id = reply.workspace_id AND other.channel = reply.channel
          AND other.posted_at > now() - interval '1 second'
    )
$$;

-- Takes one reply right after it was committed, whoever else waits for the time when it is due.
-- Gives nothing where it must wait; then it is due at once, for whichever replica is first.
CREATE FUNCTION outbox_begin(reply_id uuid, lease interval) RETURNS SETOF "outbox"
LANGUAGE plpgsql AS $$
BEGIN
    PERFORM set_config('eksip.worker', 'on', true);
    RETURN QUERY
        UPDATE "outbox" AS reply
        SET state = 'sending', attempts = attempts + 1, leased_until = now() + lease
        WHERE id = reply_id AND state = 'pending' AND NOT outbox_must_wait(reply)
        RETURNING reply.*;
    IF NOT FOUND THEN
        UPDATE "outbox" SET due_at = now() WHERE id = reply_id AND state = 'pending' AND due_at > now();
    END IF;
    PERFORM set_config('eksip.worker', '', true);
END
$$;

-- Takes replies that are due, at most one of each channel, and one of each workspace before the
-- second of any.
CREATE FUNCTION outbox_take(most integer, lease interval) RETURNS SETOF "outbox"
LANGUAGE plpgsql AS $$
BEGIN
    PERFORM set_config('eksip.worker', 'on', true);
    RETURN QUERY
        WITH due AS (
            SELECT id, row_number() OVER (PARTITION BY workspace_id ORDER BY due_at, id) AS turn
            FROM "outbox" AS reply
            WHERE state = 'pending' AND due_at <= now() AND NOT outbox_must_wait(reply)
        ), taken AS (
            SELECT id FROM "outbox" JOIN due USING (id)
            WHERE state = 'pending'
            ORDER BY turn, due_at
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

-- What became of a reply that was taken. The response_url is good for one reply; it is not kept.
CREATE FUNCTION outbox_finish(reply_id uuid, outcome text, message_ts text, reason text) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
    PERFORM set_config('eksip.worker', 'on', true);
    UPDATE "outbox"
    SET state = outcome, ts = message_ts, error = reason, response_url = NULL,
        leased_until = NULL, posted_at = CASE WHEN outcome = 'refused' THEN NULL ELSE now() END
    WHERE id = reply_id AND state = 'sending';
    PERFORM set_config('eksip.worker', '', true);
END
$$;

-- Slack took nothing: the reply is tried again later, in the given form.
CREATE FUNCTION outbox_postpone(reply_id uuid, wait interval, next_form text, reason text) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
    PERFORM set_config('eksip.worker', 'on', true);
    UPDATE "outbox"
    SET state = 'pending', due_at = now() + wait, form = next_form, error = reason, leased_until = NULL
    WHERE id = reply_id AND state = 'sending';
    PERFORM set_config('eksip.worker', '', true);
END
$$;

-- Whoever was sending these is gone. Nobody knows whether Slack has them, so they are not sent again.
CREATE FUNCTION outbox_abandon() RETURNS bigint
LANGUAGE plpgsql AS $$
DECLARE
    abandoned bigint;
BEGIN
    PERFORM set_config('eksip.worker', 'on', true);
    UPDATE "outbox" SET state = 'unknown', error = 'abandoned', response_url = NULL, leased_until = NULL
    WHERE state = 'sending' AND leased_until < now();
    GET DIAGNOSTICS abandoned = ROW_COUNT;
    PERFORM set_config('eksip.worker', '', true);
    RETURN abandoned;
END
$$;

-- Finished replies are of no use after some days.
CREATE FUNCTION outbox_forget(age interval) RETURNS bigint
LANGUAGE plpgsql AS $$
DECLARE
    forgotten bigint;
BEGIN
    PERFORM set_config('eksip.worker', 'on', true);
    DELETE FROM "outbox"
    WHERE id IN (
        SELECT id FROM "outbox"
        WHERE state NOT IN ('pending', 'sending') AND created_at < now() - age
        LIMIT 1000
    );
    GET DIAGNOSTICS forgotten = ROW_COUNT;
    PERFORM set_config('eksip.worker', '', true);
    RETURN forgotten;
END
$$;
