import type { Command, Find } from '../command/command.ts'
import { formatCommand } from '../command/format-command.ts'
import type { Page, Query, Run } from '../history/history.ts'
import { listReply } from '../reply/list-reply.ts'
import type { Answered } from './answered.ts'
import type { Context } from './context.ts'
import { daysBetween } from './days.ts'
import { isInTerminal } from './terminal.ts'

/** So many runs fit on a phone's screen. */
export const PAGE_SIZE = 8
/** Nobody discusses more in a thread, and Slack waits for the answer. */
const MOST_VARIANTS = 100

/** A page of earlier runs, newest first. */
export async function list(
  command: Extract<Command, { kind: 'history' }>,
  context: Context,
): Promise<Answered> {
  const { history, asker, words, now } = context
  const query = queryOf(command.find, context)
  const page = await withRoot(await history.page(asker, query, PAGE_SIZE), query, context)
  const older =
    page.older === null
      ? null
      : formatCommand({ ...command, find: { ...command.find, before: page.older } })
  const variants = await variantsOf(query, context)
  const hidesPrivate = !isInTerminal(asker)
  return {
    reply: listReply({ page, older, variants, hidesPrivate, words, now }),
    outcome: { kind: 'listed', page },
  }
}

/** The runs of the thread that is asked for; none where there are too many to tell of all. */
async function variantsOf(query: Query, context: Context): Promise<readonly Run[]> {
  if (query.thread === null) return []
  const all = { ...query, before: null }
  const page = await context.history.page(context.asker, all, MOST_VARIANTS)
  return page.older === null ? (await withRoot(page, all, context)).runs : []
}

/** The last page of a thread under a reply, with the run of that reply: it was asked before all others. */
async function withRoot(page: Page, query: Query, { history, asker }: Context): Promise<Page> {
  const { thread, before } = query
  if (thread === null || page.older !== null) return page
  const root = await history.find(asker, { kind: 'message', timestamp: thread })
  if (root.kind !== 'run' || root.run.number === null) return page
  const { number, channel } = root.run
  if (before !== null && before <= number) return page
  // Whatever else is looked for, the run must fit it too.
  const fitting = { ...query, thread: null, channel, before: number + 1 }
  const [found] = (await history.page(asker, fitting, 1)).runs
  const isNew = found?.number === number && page.runs.every((run) => run.number !== number)
  return isNew ? { ...page, runs: [...page.runs, found] } : page
}

/** What is looked for, with `me`, `here` and `yesterday` put in figures. */
export function queryOf(find: Find, { asker, now, timeZone }: Context): Query {
  const { author, place, name, type, days, isPinned, before } = find
  return {
    author: author === 'me' ? asker.author : (author?.user ?? null),
    channel: place === null ? null : asker.channel,
    thread: place === 'thread' ? asker.thread : null,
    name,
    type,
    ...(days === null ? { since: null, until: null } : daysBetween(days, now, timeZone)),
    isPinned,
    before,
  }
}
