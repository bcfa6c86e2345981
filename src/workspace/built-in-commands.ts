import type { Core } from './core.ts'
import { tellPrivately, type Addressee } from './post.ts'
import { findUser } from './state/lookup.ts'
import { archiveChannel, joinChannel, leaveChannel } from './state/people.ts'
import { wordsFor } from './words/words.ts'

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
  const words = wordsFor(line.user.locale)
  const guest = findUser(core.live.current(), who)
  if (guest === undefined) return tellPrivately(core, line, words.noUser(who))
  core.live.apply((state) => joinChannel(state, line.channel.id, guest.id), line.cause)
  tellPrivately(core, line, words.joined(guest.id))
}

function remove(core: Core, line: Addressee, who: string): void {
  const words = wordsFor(line.user.locale)
  const member = findUser(core.live.current(), who)
  if (member === undefined) return tellPrivately(core, line, words.noUser(who))
  core.live.apply((state) => leaveChannel(state, line.channel.id, member.id), line.cause)
  tellPrivately(core, line, words.left(member.id))
}

function archive(core: Core, line: Addressee): void {
  const words = wordsFor(line.user.locale)
  if (line.channel.kind === 'direct') return tellPrivately(core, line, words.directNotArchived)
  core.live.apply((state) => archiveChannel(state, line.channel.id), line.cause)
  tellPrivately(core, line, words.archivedNow)
}
