import type { Core } from './core.ts'
import { tellPrivately, type Addressee } from './post.ts'
import { findUser } from './state/lookup.ts'
import { archiveChannel, joinChannel, leaveChannel } from './state/people.ts'

/** What Slack itself does with a command; `rest` is what follows the word. */
export type BuiltInCommand = (core: Core, line: Addressee, rest: string) => void

/** The commands of Slack itself that matter to a bot's life in a channel. */
export const builtInCommands: ReadonlyMap<string, BuiltInCommand> = new Map<string, BuiltInCommand>(
  [
    ['/invite', invite],
    ['/remove', remove],
    ['/archive', archive],
  ],
)

function invite(core: Core, line: Addressee, who: string): void {
  const guest = findUser(core.live.current(), who)
  if (guest === undefined) return tellPrivately(core, line, `No user ${who} in this workspace.`)
  core.live.apply((state) => joinChannel(state, line.channel.id, guest.id), line.cause)
  tellPrivately(core, line, `<@${guest.id}> is in this channel now.`)
}

function remove(core: Core, line: Addressee, who: string): void {
  const member = findUser(core.live.current(), who)
  if (member === undefined) return tellPrivately(core, line, `No user ${who} in this workspace.`)
  core.live.apply((state) => leaveChannel(state, line.channel.id, member.id), line.cause)
  tellPrivately(core, line, `<@${member.id}> is not in this channel any more.`)
}

function archive(core: Core, line: Addressee): void {
  if (line.channel.kind === 'direct') {
    return tellPrivately(core, line, 'A direct conversation cannot be archived.')
  }
  core.live.apply((state) => archiveChannel(state, line.channel.id), line.cause)
  tellPrivately(core, line, 'This channel is archived now: it can be read, and nobody can post.')
}
