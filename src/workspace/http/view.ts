import { examples } from '../examples.ts'
import { mayOpen } from '../state/lookup.ts'
import type { Channel, Message, State, User } from '../state/model.ts'

/** What the page of one user shows: the channels that they may open and what is in them. */
export type View = {
  readonly team: string
  readonly me: string
  readonly botUserId: string
  readonly users: readonly User[]
  readonly channels: readonly Channel[]
  readonly messages: readonly Message[]
  readonly examples: readonly string[]
}

export function viewOf(state: State, userId: string): View {
  const channels = state.channels.filter((channel) => mayOpen(channel, userId))
  const messages = state.messages.filter(
    ({ channelId, visibleTo }) =>
      channels.some(({ id }) => id === channelId) &&
      (visibleTo === undefined || visibleTo === userId),
  )
  const { team, app, users } = state
  return {
    team: team.name,
    me: userId,
    botUserId: app.botUserId,
    users,
    channels,
    messages,
    examples,
  }
}
