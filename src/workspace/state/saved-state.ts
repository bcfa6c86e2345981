import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'

import type { AnyBlock, PlainTextElement } from '@slack/types'
import { z } from 'zod'

import { isBlock } from '../block-kit/body.ts'
import type { LiveState } from './live-state.ts'
import type { Channel, State } from './model.ts'

/** Changes within this time are written together, in ms. */
const gatherMs = 200

const blocks = z.array(z.custom<AnyBlock>((value) => isBlock(value)))
const plainText = z.custom<PlainTextElement>(
  (value) => z.object({ type: z.literal('plain_text'), text: z.string() }).safeParse(value).success,
)
const message = z.object({
  ts: z.string(),
  channelId: z.string(),
  userId: z.string(),
  text: z.string(),
  blocks,
  threadTs: z.string().optional(),
  editedTs: z.string().optional(),
  unfurls: z.array(z.object({ url: z.string(), text: z.string(), blocks })).optional(),
  fileIds: z.array(z.string()).optional(),
})
const home = z.object({
  id: z.string(),
  type: z.literal('home'),
  blocks,
  callbackId: z.string(),
  privateMetadata: z.string(),
  externalId: z.string(),
  hash: z.string(),
  title: plainText.optional(),
  clearOnClose: z.boolean(),
  notifyOnClose: z.boolean(),
  rootViewId: z.string(),
  previousViewId: z.string().nullable(),
})
const file = z.object({
  id: z.string(),
  name: z.string(),
  title: z.string(),
  altText: z.string(),
  mimeType: z.string(),
  contentBase64: z.string(),
  // Earlier versions did not keep who uploaded a file, and when.
  userId: z.string().default(''),
  createdSeconds: z.number().default(0),
})

/** What outlives a restart. Open modals, trigger ids and ephemeral messages do not, as in Slack. */
type SavedState = Pick<State, 'messages' | 'files' | 'homes' | 'lastTsMicros'> & {
  readonly version: 1
  readonly locales: Readonly<Record<string, string>>
  readonly channels: readonly Pick<Channel, 'id' | 'memberIds' | 'isArchived'>[]
}

const savedState: z.ZodType<SavedState> = z.object({
  version: z.literal(1),
  locales: z.record(z.string(), z.string()),
  channels: z.array(
    z.object({ id: z.string(), memberIds: z.array(z.string()), isArchived: z.boolean() }),
  ),
  messages: z.array(message),
  files: z.array(file),
  homes: z.record(z.string(), home),
  lastTsMicros: z.number(),
})

/**
 * The state that a file keeps, or the seed when there is none. A file that cannot be read is put
 * aside under another name, and `warn` says so.
 */
export async function readState(
  path: string | null,
  seed: State,
  warn: (sentence: string) => void,
): Promise<State> {
  if (path === null) return seed
  try {
    const text = await readFile(path, 'utf8').catch(noFile)
    return text === undefined ? seed : restore(seed, savedState.parse(JSON.parse(text)))
  } catch {
    const aside = `${path}.unreadable`
    const isAside = await rename(path, aside).then(
      () => true,
      () => false,
    )
    const where = isAside ? `it is kept in ${aside}` : `look at ${path}`
    warn(`The saved workspace could not be read (${where}); a new one begins.`)
    return seed
  }
}

/** Writes the state to a file a moment after each change. `stop` writes what is left. */
export function keepState(
  path: string,
  live: LiveState,
  warn: (sentence: string) => void,
): { stop(): Promise<void> } {
  let timer: NodeJS.Timeout | undefined
  let writing = Promise.resolve()
  const write = () => {
    timer = undefined
    writing = writing
      .then(() => writeWhole(path, JSON.stringify(saved(live.current()))))
      .catch((error: unknown) => warn(`The workspace could not be saved: ${String(error)}`))
  }
  const unsubscribe = live.subscribe(() => {
    timer ??= setTimeout(write, gatherMs)
  })
  return {
    async stop() {
      unsubscribe()
      if (timer !== undefined) {
        clearTimeout(timer)
        write()
      }
      await writing
    },
  }
}

/** A reader finds the old file or the new one, never half of one. */
async function writeWhole(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  await writeFile(`${path}.new`, text)
  await rename(`${path}.new`, path)
}

function saved(state: State): SavedState {
  return {
    version: 1,
    locales: Object.fromEntries(state.users.map(({ id, locale }) => [id, locale])),
    channels: state.channels,
    messages: state.messages.filter(({ visibleTo }) => visibleTo === undefined),
    files: state.files,
    homes: state.homes,
    lastTsMicros: state.lastTsMicros,
  }
}

function restore(seed: State, { locales, channels, ...kept }: SavedState): State {
  return {
    ...seed,
    ...kept,
    users: seed.users.map((user) => ({ ...user, locale: locales[user.id] ?? user.locale })),
    channels: seed.channels.map((channel) => ({
      ...channel,
      ...channels.find(({ id }) => id === channel.id),
    })),
  }
}

function noFile(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error
}
