import { NotHere } from '../not-here.ts'
import type { AppView, Change, Channel, Message, State, StoredFile, User } from './model.ts'

/** Finds a user by id, handle or `@handle`. */
export function findUser(state: State, idOrName: string): User | undefined {
  const name = idOrName.replace(/^@/, '')
  return state.users.find((user) => user.id === idOrName || user.name === name)
}

/**
 * Finds a conversation as a user names it: `#name`, `name`, an id, or `@eksip` for the direct
 * conversation with the bot. Only what the user may open is found.
 */
export function findChannel(state: State, spec: string, userId: string): Channel | undefined {
  const other = spec.startsWith('@') ? findUser(state, spec) : undefined
  const name = spec.replace(/^#/, '')
  return state.channels.find(
    (channel) =>
      mayOpen(channel, userId) &&
      (channel.id === spec ||
        (channel.name !== '' && channel.name === name) ||
        (other !== undefined && channel.kind === 'direct' && isMember(channel, other.id))),
  )
}

/** A user who must exist, because the caller made the id. */
export function requireUser(state: State, idOrName: string): User {
  const user = findUser(state, idOrName)
  if (user === undefined) throw new NotHere(`no user ${idOrName} in this workspace`)
  return user
}

/** A conversation that must exist and be open to the user. */
export function requireChannel(state: State, spec: string, userId: string): Channel {
  const channel = findChannel(state, spec, userId)
  if (channel === undefined) throw new NotHere(`no channel ${spec} for ${userId}`)
  return channel
}

/** Whether a user sees the channel at all: a public one, or one that they are in. */
export function mayOpen(channel: Channel, userId: string): boolean {
  return channel.kind === 'public' || isMember(channel, userId)
}

export function isMember(channel: Channel, userId: string): boolean {
  return channel.memberIds.includes(userId)
}

/** A view that a user has open, or their Home. */
export function findView(state: State, userId: string, viewId: string): AppView | undefined {
  const home = state.homes[userId]
  return home?.id === viewId ? home : state.modals[userId]?.find(({ id }) => id === viewId)
}

/** The modal on top: the only one that a user can use. */
export function topModal(state: State, userId: string): AppView | undefined {
  return state.modals[userId]?.at(-1)
}

export function findFile(state: State, id: string): StoredFile | undefined {
  return state.files.find((file) => file.id === id)
}

export function findMessage(state: State, channelId: string, ts: string): Message | undefined {
  return state.messages.find((message) => message.channelId === channelId && message.ts === ts)
}

/** The messages of a channel, oldest first: those that one user sees, or all without a user. */
export function visibleMessages(
  state: State,
  channelId: string,
  userId?: string,
): readonly Message[] {
  return state.messages.filter(
    (message) =>
      message.channelId === channelId && (userId === undefined || isVisible(message, userId)),
  )
}

/** Whether a user notices a change: it is in a channel of theirs and not for another's eyes. */
export function notices(state: State, change: Change, userId: string): boolean {
  switch (change.kind) {
    case 'channel':
      return mayOpen(change.channel, userId)
    case 'user':
    case 'file':
      return true
    case 'modals':
    case 'home':
      return change.userId === userId
    case 'posted':
    case 'changed':
    case 'deleted':
      return mayRead(state, change.message, userId)
  }
}

/** Whether a user sees a message. */
export function mayRead(state: State, message: Message, userId: string): boolean {
  const channel = state.channels.find((each) => each.id === message.channelId)
  return channel !== undefined && mayOpen(channel, userId) && isVisible(message, userId)
}

function isVisible(message: Message, userId: string): boolean {
  return message.visibleTo === undefined || message.visibleTo === userId
}
