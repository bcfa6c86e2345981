import { applyReply } from './apply-reply.ts'
import { newTriggerId, type Core } from './core.ts'
import { escapeText } from './delivery/escape.ts'
import { readAcknowledgement } from './delivery/reply.ts'
import { commandForm } from './delivery/slash-command.ts'
import { post, tellPrivately } from './post.ts'
import { findUser } from './state/lookup.ts'
import { joinChannel } from './state/messages.ts'
import type { Channel, User } from './state/model.ts'

/** What a user sends from the composer of a channel, or of a thread in it. */
export type TypedLine = {
  readonly user: User
  readonly channel: Channel
  readonly text: string
  readonly threadTs?: string | undefined
  /** Marks every change that comes of this line. */
  readonly cause: string
}

type Command = { readonly word: string; readonly rest: string }

/**
 * Does what Slack does with a typed line: posts a message, delivers a slash command and waits for
 * its acknowledgement, or has Slackbot explain why not.
 */
export async function typeLine(core: Core, line: TypedLine): Promise<void> {
  const command = splitCommand(line.text)
  if (command === undefined) postLine(core, line)
  else if (command.word === '/invite') invite(core, line, command.rest)
  else if (!hasCommand(core, command.word)) tellPrivately(core, line, noCommand(command.word))
  else if (line.threadTs !== undefined) tellPrivately(core, line, notInThreads(command.word))
  else await deliverCommand(core, line, command)
}

async function deliverCommand(core: Core, line: TypedLine, { word, rest }: Command) {
  const { user, channel, cause } = line
  const url = core.responseUrls.issue({
    channelId: channel.id,
    userId: user.id,
    source: { kind: 'command' },
    cause,
  })
  const form = commandForm(core.live.current(), {
    user,
    channel,
    command: word,
    text: rest,
    triggerId: newTriggerId(core),
    responseUrl: url.address,
    verificationToken: core.verificationToken,
  })
  const delivery = await core.send(form)
  if (delivery.kind === 'failed') return tellFailure(core, line, word, delivery.error)
  const reply = readAcknowledgement(delivery.contentType, delivery.body)
  if (!reply.ok) {
    const details = reply.problems.flatMap((problem) => [problem.error, ...problem.details])
    return tellFailure(core, line, word, 'invalid_command_response', details)
  }
  if (reply.value.responseType === 'in_channel') postLine(core, line)
  applyReply(core, url, reply.value)
}

function tellFailure(
  core: Core,
  line: TypedLine,
  word: string,
  error: string,
  details: readonly string[] = [],
): void {
  const text = [`${word} failed with the error "${error}"`, ...details].join('\n')
  tellPrivately(core, line, escapeText(core.live.current(), text, 'ids-only'))
}

function postLine(core: Core, { user, channel, text, threadTs, cause }: TypedLine): void {
  const body = { text: escapeText(core.live.current(), text, 'ids-only'), blocks: [] }
  post(core, { ...body, channelId: channel.id, userId: user.id, threadTs }, cause)
}

function invite(core: Core, line: TypedLine, who: string): void {
  const guest = findUser(core.live.current(), who)
  if (guest === undefined) return tellPrivately(core, line, `No user ${who} in this workspace.`)
  core.live.apply((state) => joinChannel(state, line.channel.id, guest.id), line.cause)
  tellPrivately(core, line, `<@${guest.id}> is in this channel now.`)
}

function splitCommand(text: string): Command | undefined {
  const match = /^(\/\S+)(?:\s+([\s\S]*))?$/.exec(text.trimEnd())
  const word = match?.[1]
  return word === undefined ? undefined : { word, rest: match?.[2] ?? '' }
}

function hasCommand(core: Core, word: string): boolean {
  return core.manifest.commands.some(({ command }) => command === word)
}

function notInThreads(word: string): string {
  return `${word} is not supported in threads. Sorry!`
}

function noCommand(word: string): string {
  return (
    `${word} is not a valid command. In Slack, all messages that start with the "/" character are ` +
    'interpreted as commands.\n\nIf you are trying to send a message and not run a command, try ' +
    'preceding the "/" with an empty space.'
  )
}
