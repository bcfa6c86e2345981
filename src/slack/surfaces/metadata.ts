import { z } from 'zod'
import type { Caller } from '../asker.ts'

/**
 * What a form carries for us while somebody fills it in: where its answer goes, and what it is about.
 * It comes back with the form, and is read with as much care as anything that comes from outside.
 */
export const Metadata = z.strictObject({
  /** The run that the form is about, or `null`. */
  run: z.int().min(1).nullable(),
  /** `null`: the form itself asks for the place. */
  channel: z.string().min(1).max(50).nullable(),
  channelName: z.string().max(100).nullable(),
  thread: z.string().max(50).nullable(),
  responseUrl: z.string().max(1_000).nullable(),
  /** Whether all settings are shown. */
  isWhole: z.boolean(),
})
export type Metadata = z.infer<typeof Metadata>

/** What comes back with a form; `null` where it is none of ours. */
export function readMetadata(text: string): Metadata | null {
  const read = Metadata.safeParse(parseJson(text))
  return read.success ? read.data : null
}

/** A form for the place where somebody is. */
export function metadataFor(
  { channel, channelName, thread }: Pick<Caller, 'channel' | 'channelName' | 'thread'>,
  responseUrl: string | null,
  run: number | null = null,
): Metadata {
  return { run, channel, channelName, thread, responseUrl, isWhole: false }
}

/** A form that nobody opened in a channel. */
export const ANYWHERE: Metadata = {
  run: null,
  channel: null,
  channelName: null,
  thread: null,
  responseUrl: null,
  isWhole: false,
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
