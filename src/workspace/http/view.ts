import type { Core } from '../core.ts'
import { examplesFor } from '../examples.ts'
import { mayOpen, mayRead, requireUser } from '../state/lookup.ts'
import type { StoredFile } from '../state/model.ts'
import type { FileEntry, View } from './page-contract.ts'

/** What the page of one user shows: the channels that they may open and what is in them. */
export function viewOf({ live, manifest }: Core, userId: string): View {
  const state = live.current()
  return {
    team: state.team.name,
    me: userId,
    botUserId: state.app.botUserId,
    users: state.users,
    channels: state.channels.filter((channel) => mayOpen(channel, userId)),
    messages: state.messages.filter((message) => mayRead(state, message, userId)),
    files: state.files.map(fileEntry),
    examples: examplesFor(requireUser(state, userId).locale),
    commands: manifest.commands,
    shortcuts: manifest.shortcuts,
    modals: state.modals[userId] ?? [],
    home: state.homes[userId] ?? null,
  }
}

/** A file without its content. */
export function fileEntry({ id, name, title, altText, mimeType }: StoredFile): FileEntry {
  return { id, name, title, altText, mimeType }
}
