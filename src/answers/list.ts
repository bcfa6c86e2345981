import type { Command, Find } from '../command/command.ts'
import { formatCommand } from '../command/format-command.ts'
import type { Query, Run } from '../history/history.ts'
import { listReply } from '../reply/list-reply.ts'
import type { Answered } from './answered.ts'
import type { Context } from './context.ts'
import { daysBetween } from './days.ts'

/** So many runs fit on a phone's screen. */
const PAGE_SIZE = 10
/** Nobody discusses more in a thread, and Slack waits for the answer. */
const MOST_VARIANTS = 100

/** A page of earlier runs, newest first. */
export async function list(
  command: Extract<Command, { kind: 'history' }>,
  context: Context,
): Promise<Answered> {
  const { history, asker, words, now } = context
  const query = queryOf(command.find, context)
  const page = await history.page(asker, query, PAGE_SIZE)
  const older =
    page.older === null
      ? null
      : formatCommand({ ...command, find: { ...command.find, before: page.older } })
  return {
    reply: listReply({ page, older, variants: await variantsOf(query, context), words, now }),
    outcome: { kind: 'listed', page },
  }
}

/** The runs of the thread that is asked for; none where there are too many to tell of all. */
async function variantsOf(query: Query, { history, asker }: Context): Promise<readonly Run[]> {
  if (query.thread === null) return []
  const { runs, older } = await history.page(asker, { ...query, before: null }, MOST_VARIANTS)
  return older === null ? runs : []
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
