import type { Message } from '../state/model.ts'

/** What stands in the channel itself: everything but the replies in threads. */
export function mainMessages(messages: readonly Message[], channelId: string): readonly Message[] {
  return messages.filter(
    (message) => message.channelId === channelId && message.threadTs === undefined,
  )
}

/** The answers to one message, oldest first. */
export function repliesTo(
  messages: readonly Message[],
  channelId: string,
  ts: string,
): readonly Message[] {
  return messages.filter((each) => each.channelId === channelId && each.threadTs === ts)
}

/**
 * How many messages of others came after the one that was seen last. Without one, everything is
 * new, but what the user alone sees is not counted: they asked for it.
 */
export function countUnread(
  messages: readonly Message[],
  channelId: string,
  me: string,
  seenTs: string | undefined,
): number {
  return messages.filter(
    (message) =>
      message.channelId === channelId &&
      message.userId !== me &&
      message.visibleTo === undefined &&
      Number(message.ts) > Number(seenTs ?? 0),
  ).length
}

/** The `ts` of the newest message of a channel, threads included, or undefined if it is empty. */
export function newestTs(messages: readonly Message[], channelId: string): string | undefined {
  return messages.findLast((message) => message.channelId === channelId)?.ts
}

/**
 * Whether a message is drawn without its author: it follows another of the same author, alike
 * visible, within five minutes.
 */
export function isContinuation(before: Message | undefined, message: Message): boolean {
  return (
    before !== undefined &&
    before.userId === message.userId &&
    before.visibleTo === message.visibleTo &&
    Number(message.ts) - Number(before.ts) < 300
  )
}
