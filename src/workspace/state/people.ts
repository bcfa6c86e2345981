import type { Channel, State, Transition } from './model.ts'
import { NotHere } from '../not-here.ts'

/** Changes the language of a user, such as `fr-FR`. */
export function setLocale(state: State, userId: string, locale: string): Transition {
  const old = state.users.find(({ id }) => id === userId)
  if (old === undefined) throw new NotHere(`no user ${userId}`)
  const user = { ...old, locale }
  return {
    state: { ...state, users: state.users.map((other) => (other.id === userId ? user : other)) },
    change: { kind: 'user', user },
  }
}

/** Makes a user a member of a channel. */
export function joinChannel(state: State, channelId: string, userId: string): Transition {
  return changeChannel(state, channelId, (channel) => ({
    ...channel,
    memberIds: [...new Set([...channel.memberIds, userId])],
  }))
}

/** Takes a member out of a channel. */
export function leaveChannel(state: State, channelId: string, userId: string): Transition {
  return changeChannel(state, channelId, (channel) => ({
    ...channel,
    memberIds: channel.memberIds.filter((id) => id !== userId),
  }))
}

/** Closes a channel: it can be read, and nobody can post there. */
export function archiveChannel(state: State, channelId: string): Transition {
  return changeChannel(state, channelId, (channel) => ({ ...channel, isArchived: true }))
}

function changeChannel(
  state: State,
  channelId: string,
  change: (channel: Channel) => Channel,
): Transition {
  const old = state.channels.find(({ id }) => id === channelId)
  if (old === undefined) throw new NotHere(`no channel ${channelId}`)
  const channel = change(old)
  return {
    state: {
      ...state,
      channels: state.channels.map((other) => (other.id === channelId ? channel : other)),
    },
    change: { kind: 'channel', channel },
  }
}
