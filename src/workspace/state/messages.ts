import type { Message, MessageBody, State, Transition } from './model.ts'

/** A message before it has a time: its body, its place, its author and its only reader, if any. */
export type Draft = MessageBody &
  Pick<Message, 'channelId' | 'userId' | 'visibleTo' | 'threadTs' | 'fileIds'>

/** Adds a message. Its `ts` is the time, moved on by microseconds where two would be equal. */
export function postMessage(state: State, draft: Draft, nowMs: number): Transition {
  const micros = Math.max(Math.round(nowMs * 1000), state.lastTsMicros + 1)
  const message = { ...draft, ts: formatTs(micros) }
  return {
    state: { ...state, messages: [...state.messages, message], lastTsMicros: micros },
    change: { kind: 'posted', message },
  }
}

/** Gives a message a new body. An edited message that everybody sees is marked so, as in Slack. */
export function changeMessage(
  state: State,
  old: Message,
  body: MessageBody,
  nowMs: number,
): Transition {
  const edited = old.visibleTo === undefined ? { editedTs: formatTs(Math.round(nowMs * 1000)) } : {}
  const message = { ...old, ...body, ...edited }
  return {
    state: {
      ...state,
      messages: state.messages.map((other) => (isSame(other, old) ? message : other)),
    },
    change: { kind: 'changed', message },
  }
}

/** Shows what the app says about links under a message, or takes it away with an empty list. */
export function unfurlMessage(
  state: State,
  old: Message,
  unfurls: NonNullable<Message['unfurls']>,
): Transition {
  const message = { ...old, unfurls }
  return {
    state: {
      ...state,
      messages: state.messages.map((other) => (isSame(other, old) ? message : other)),
    },
    change: { kind: 'changed', message },
  }
}

/** Takes a message away; replies in its thread stay. */
export function deleteMessage(state: State, message: Message): Transition {
  return {
    state: { ...state, messages: state.messages.filter((other) => !isSame(other, message)) },
    change: { kind: 'deleted', message },
  }
}

function isSame(left: Message, right: Message): boolean {
  return left.ts === right.ts && left.channelId === right.channelId
}

function formatTs(micros: number): string {
  const fraction = String(micros % 1_000_000).padStart(6, '0')
  return `${Math.floor(micros / 1_000_000)}.${fraction}`
}
