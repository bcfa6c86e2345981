import type { WebClient } from '@slack/web-api'
import type { Logger } from 'pino'
import type { Excerpt } from '../../answers/excerpt.ts'
import type { ExportedFile } from '../../answers/answered.ts'
import { escapeControl } from '../../blocks/escape.ts'
import type { Words } from '../../words/words.ts'
import { toAsker, type Answered } from '../ask.ts'
import type { Caller } from '../asker.ts'
import type { Clients } from '../clients.ts'
import { withDeadline } from '../deadline.ts'
import { postSaid } from '../post-said.ts'
import { respondTo } from '../respond.ts'
import type { UnderWay } from '../under-way.ts'
import { directMessage, upload } from './upload.ts'
import { verdictOf } from './verdict.ts'

/** Sends files to whoever asked for them. */
export interface FileSender {
  /**
   * Begins to send a file into the asker's direct message with the bot, never into a channel: it may
   * hold runs that others there must not see. What goes wrong is told to the asker alone.
   */
  send(
    answered: Extract<Answered, { kind: 'file' }>,
    caller: Caller,
    responseUrl: string | null,
  ): void
}

export interface FileSenderOptions {
  readonly clients: Clients
  readonly underWay: UnderWay
  readonly logger: Logger
}

const MEGABYTE = 1_000_000
/** Slack has to know the length first, so a file is held in memory; so many of them at a time. */
const MOST_MEGABYTES = 20
const MOST_AT_ONCE = 3
const READ_WITHIN_MS = 60_000
/** Where Slack does not say how long. */
const AGAIN_AFTER_SECONDS = 60

class NotReadError extends Error {
  override readonly name = 'NotReadError'
}

export function createFileSender({ clients, underWay, logger }: FileSenderOptions): FileSender {
  let sending = 0

  /** What remains to be told; `null` where the file has come. */
  const carry = async (
    file: ExportedFile,
    caller: Caller,
    words: Words,
  ): Promise<string | null> => {
    if (sending >= MOST_AT_ONCE) return words.files.busy
    sending += 1
    try {
      return await bring(file, await clients.of(caller.installation), caller.user, words)
    } catch (error) {
      logger.warn({ err: error }, 'a file was not sent')
      return whyNot(error, words)
    } finally {
      sending -= 1
    }
  }

  const tell = async (text: string, caller: Caller, responseUrl: string | null): Promise<void> => {
    const said = toAsker(text)
    try {
      if (responseUrl === null) await postSaid(said, caller, { clients })
      else await respondTo(responseUrl, caller.thread, said)
    } catch (error) {
      logger.warn({ err: error }, 'that a file was not sent could not be told')
    }
  }

  return {
    send({ file, words }, caller, responseUrl) {
      void underWay.run(async () => {
        const untold = await carry(file, caller, words)
        if (untold !== null) await tell(untold, caller, responseUrl)
      })
    },
  }
}

async function bring(
  file: ExportedFile,
  client: WebClient,
  user: string,
  words: Words,
): Promise<string | null> {
  const channel_id = await directMessage(client, user)
  const excerpt = await read(file)
  if (excerpt.runs === 0) return words.files.empty
  const id = await upload(client, file.name, excerpt.text)
  const initial_comment = escapeControl(comment(excerpt, file, words))
  const files: [{ id: string; title: string }] = [{ id, title: file.name }]
  try {
    await client.files.completeUploadExternal({ files, channel_id, initial_comment })
    return null
  } catch (error) {
    // Only this call shows the file, so only here it may have come in spite of an error.
    if (verdictOf(error).kind === 'unknown') return words.files.unknown
    throw error
  }
}

async function read(file: ExportedFile): Promise<Excerpt> {
  const signal = AbortSignal.timeout(READ_WITHIN_MS)
  const reading = file.upTo(MOST_MEGABYTES * MEGABYTE, signal)
  return withDeadline(reading, READ_WITHIN_MS).catch((error: unknown) => {
    throw new NotReadError('the runs could not be read', { cause: error })
  })
}

/** How much the file holds, and how to get what it does not. */
function comment({ runs, cutAfter }: Excerpt, file: ExportedFile, { files }: Words): string {
  const all = files.holds(runs)
  return cutAfter === null ? all : `${all} ${files.cut(MOST_MEGABYTES, file.before(cutAfter))}`
}

function whyNot(error: unknown, { files }: Words): string {
  if (error instanceof NotReadError) return files.notRead
  const verdict = verdictOf(error)
  if (verdict.kind === 'later') return files.later(Math.ceil(verdict.waitMs / 1_000))
  if (verdict.kind === 'unknown') return files.later(AGAIN_AFTER_SECONDS)
  return verdict.reason === 'missing_scope' ? files.notAllowed : files.refused(verdict.reason)
}
