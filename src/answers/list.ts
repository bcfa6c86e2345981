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
  const root = await rootOf(query, context)
  const page = withRoot(await history.page(asker, query, PAGE_SIZE), root, query.before)
  const older =
    page.older === null
      ? null
      : formatCommand({ ...command, find: { ...command.find, before: page.older } })
  const variants = await variantsOf(query, root, context)
  const hidesPrivate = !isInTerminal(asker)
  return {
    reply: listReply({ page, older, variants, hidesPrivate, words, now }),
    outcome: { kind: 'listed', page },
  }
}

/** The runs of the thread that is asked for; none where there are too many to tell of all. */
async function variantsOf(
  query: Query,
  root: Run | null,
  { history, asker }: Context,
): Promise<readonly Run[]> {
  if (query.thread === null) return []
  const page = await history.page(asker, { ...query, before: null }, MOST_VARIANTS)
  return page.older === null ? withRoot(page, root, null).runs : []
}

/** The run under whose reply the thread is; `null` too where it does not fit what else is looked for. */
async function rootOf(query: Query, { history, asker }: Context): Promise<Run | null> {
  const { thread } = query
  if (thread === null) return null
  const root = await history.find(asker, { kind: 'message', timestamp: thread })
  if (root.kind !== 'run' || root.run.number === null) return null
  const { number, channel } = root.run
  const fitting = { ...query, thread: null, channel, before: number + 1 }
  const [found] = (await history.page(asker, fitting, 1)).runs
  return found?.number === number ? found : null
}

/** The last page of a thread ends with the run that began it: it was asked before all others. */
function withRoot(page: Page, root: Run | null, before: number | null): Page {
  if (root === null || root.number === null || page.older !== null) return page
  if (before !== null && before <= root.number) return page
  const isNew = page.runs.every((run) => run.number !== root.number)
  return isNew ? { ...page, runs: [...page.runs, root] } : page
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
