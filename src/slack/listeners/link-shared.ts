import type { Context, types } from '@slack/bolt'
import { answer } from '../../answer.ts'
import { message } from '../../blocks/message.ts'
import type { Run } from '../../history/history.ts'
import { briefReply } from '../../reply/brief-reply.ts'
import type { Reply } from '../../reply/reply.ts'
import { visitorOf, type Caller, type Visitor } from '../asker.ts'
import type { ListenerContext } from '../context.ts'
import { installationOf } from '../installation.ts'
import { LinkShared } from '../requests.ts'
import { surroundings } from '../surroundings.ts'
import type { Listener } from './listener.ts'

/** A message with more links than this is no conversation about runs. */
const MOST_LINKS = 5

/** Somebody has posted the link of a run: what it takes is shown below, where all who read it may see it. */
export const linkShared: Listener = (app, context) => {
  app.event('link_shared', ({ body, context: bolt }) =>
    context.underWay.run(async () => {
      const read = LinkShared.safeParse(body)
      if (!read.success || !context.events.isNew(read.data.event_id)) return
      // A link does without, rather than be tried again for minutes.
      await unfurl(read.data, bolt, context).catch((error: unknown) => {
        context.logger.warn({ err: error }, 'a link was not unfurled')
      })
    }),
  )
}

async function unfurl(shared: LinkShared, bolt: Context, context: ListenerContext): Promise<void> {
  const { channel, message_ts: ts } = shared.event
  const numbers = runsIn(shared, context)
  const caller = callerOf(shared, bolt)
  if (numbers.size === 0 || context.pace.take(caller.workspace, caller.user) !== null) return
  const visitor = await visitorOf(caller, context)
  const found = await Promise.all(
    Array.from(numbers, async ([url, number]) => {
      const brief = await briefOf(number, shared, visitor, context)
      return brief ? [[url, brief] as const] : []
    }),
  )
  const unfurls = Object.fromEntries(found.flat())
  if (Object.keys(unfurls).length === 0) return
  const client = await context.clients.of(caller.installation)
  await client.chat.unfurl({ channel, ts, unfurls })
}

/** The runs of this workspace that links lead to, by their links. */
function runsIn(
  { team_id: workspace, event }: LinkShared,
  { links }: ListenerContext,
): ReadonlyMap<string, number> {
  const runs = event.links.flatMap(({ url }) => {
    const run = links?.read(url)
    return run?.workspace === workspace ? [[url, run.number] as const] : []
  })
  return new Map(runs.slice(0, MOST_LINKS))
}

function briefOf(
  number: number,
  shared: LinkShared,
  visitor: Visitor,
  context: ListenerContext,
): Promise<types.MessageAttachment | null> {
  const request = { key: null, answerBy: null, delivery: null }
  const means = { ...surroundings(visitor, context), isCanonical: true }
  return answer(`show #${number}`, visitor.asker, request, {
    ...means,
    draw: (_, outcome) =>
      outcome.kind === 'shown' && isForAll(outcome.run, shared)
        ? drawn(briefReply(outcome.run, visitor.words))
        : null,
  })
}

/** The sentence stands in for the blocks in notifications, and for screen readers. */
function drawn(reply: Reply): types.MessageAttachment {
  const { text, blocks } = message(reply)
  return { fallback: text, blocks: [...blocks] }
}

/** Whoever posts a link may see more than those who read it. */
function isForAll(run: Run, { event, is_ext_shared_channel: hasStrangers }: LinkShared): boolean {
  return run.channel === event.channel || (!run.isPrivate && !hasStrangers)
}

function callerOf({ team_id: workspace, event }: LinkShared, bolt: Context): Caller {
  return {
    installation: installationOf(bolt, workspace),
    workspace,
    channel: event.channel,
    channelName: null,
    thread: event.thread_ts ?? null,
    user: event.user,
    userName: null,
  }
}
