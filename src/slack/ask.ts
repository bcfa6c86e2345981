import { randomUUID } from 'node:crypto'
import { answer } from '../answer.ts'
import type { ExportedFile, Outcome } from '../answers/answered.ts'
import { message, type Message } from '../blocks/message.ts'
import { NotKeptError } from '../history/not-kept.ts'
import type { Reply } from '../reply/reply.ts'
import type { Words } from '../words/words.ts'
import { visitorOf, type Caller, type Visitor } from './asker.ts'
import type { ListenerContext } from './context.ts'
import { withDeadline } from './deadline.ts'
import { plainForm } from './delivery/plain-form.ts'
import type { Said } from './respond.ts'
import { shareRow } from './share-row.ts'
import { surroundings } from './surroundings.ts'

/** A line that somebody sent, by whatever way. */
export interface Question {
  readonly text: string
  /** True for a line that eksip printed and somebody clicked; by default somebody typed it. */
  readonly isCanonical?: boolean
  readonly caller: Caller
  /** The same for every delivery of the same request. */
  readonly key: string
  /** When it reached us, in ms since 1970. */
  readonly arrivedAt: number
  /** Where the answer goes if the bot is not in the channel, or `null`. */
  readonly responseUrl: string | null
}

/** What is to be done with an answer. */
export type Answered =
  /** The run is stored, and its reply waits in the outbox under this id. */
  | { readonly kind: 'stored'; readonly id: string; readonly reply: Reply }
  /** Nothing waits anywhere: it must be said now. */
  | ({ readonly kind: 'said' } & Said)
  /** The same, and a file is to be sent to the asker. */
  | ({ readonly kind: 'file'; readonly file: ExportedFile; readonly words: Words } & Said)

/** After this much time from its arrival a request stores nothing any more. */
const STORE_WITHIN_MS = 2_000
/** Slack gives up after 3 s; by then it has been told what is known. */
const ANSWER_WITHIN_MS = 2_400

/** The answer to a line, or what can be said instead, in time for Slack. It never fails. */
export async function ask(question: Question, context: ListenerContext): Promise<Answered> {
  const { arrivedAt, caller } = question
  const visitor = await visitorOf(caller, context)
  const { reply, slack } = visitor.words
  const left = arrivedAt + ANSWER_WITHIN_MS - context.now().getTime()
  // Whoever is late already (a slow look-up of the installation) is answered in vain.
  if (left <= 0) return toAsker(reply.tryAgain)
  const seconds = context.pace.take(caller.workspace, caller.user)
  if (seconds !== null) return toAsker(slack.slowDown(seconds))
  try {
    return await withDeadline(answerAs(visitor, question, context), left)
  } catch (error) {
    context.logger.error({ err: error }, 'a request was not answered')
    return toAsker(error instanceof NotKeptError ? reply.tryAgain : reply.mayBeKept)
  }
}

/** A sentence for the asker alone. */
export function toAsker(text: string): Extract<Answered, { kind: 'said' }> {
  return { kind: 'said', audience: 'asker', message: { text, blocks: [] } }
}

function answerAs(
  visitor: Visitor,
  { text, isCanonical = false, caller, key, arrivedAt, responseUrl }: Question,
  context: ListenerContext,
): Promise<Answered> {
  const { asker, language, words } = visitor
  const { installation } = caller
  const delivery = { id: randomUUID(), installation, language, responseUrl }
  const answerBy = new Date(arrivedAt + STORE_WITHIN_MS)
  const draw = (reply: Reply, outcome: Outcome): Answered => {
    if (outcome.kind === 'exported') {
      return { ...toAsker(words.files.comes), kind: 'file', file: outcome.file, words }
    }
    return outcome.kind === 'answered' && reply.audience === 'channel'
      ? { kind: 'stored', id: delivery.id, reply }
      : {
          kind: 'said',
          audience: reply.audience,
          message: sayable(reply, outcome, words),
          plain: plainForm(reply),
        }
  }
  const means = { ...surroundings(visitor, context), isCanonical, draw }
  return answer(text, asker, { key, answerBy, delivery }, means)
}

/** What is said at once; a run that only its asker sees can be shared. */
function sayable(reply: Reply, outcome: Outcome, words: Words): Message {
  const { text, blocks } = message(reply)
  const number = outcome.kind === 'answered' ? outcome.run.number : null
  return number === null ? { text, blocks } : { text, blocks: [...blocks, shareRow(number, words)] }
}
