import { applyReply } from './apply-reply.ts'
import {
  addressOf,
  issueResponseUrl,
  newTriggerId,
  post,
  tellPrivately,
  type Core,
} from './core.ts'
import { escapeText } from './delivery/escape.ts'
import { readAcknowledgement } from './delivery/reply.ts'
import { commandForm } from './delivery/slash-command.ts'
import { findUser } from './state/lookup.ts'
import { joinChannel } from './state/messages.ts'
import type { Channel, User } from './state/model.ts'

/** What a user sends from the composer of a channel, or of a thread in it. */
export type TypedLine = {
  readonly user: User
  readonly channel: Channel
  readonly text: string
  readonly threadTs?: string | undefined
}

type Command = { readonly word: string; readonly rest: string }

/**
 * Does what Slack does with a typed line: posts a message, delivers a slash command and waits for
 * its acknowledgement, or has Slackbot explain. `cause` marks every change that comes of it.
 */
export async function typeLine(core: Core, line: TypedLine, cause: string): Promise<void> {
  const command = splitCommand(line.text)
  const { app } = core.live.current()
  if (command === undefined) return postLine(core, line, cause)
  if (command.word === '/invite') return invite(core, line, command.rest, cause)
  if (!app.commands.includes(command.word)) {
    return void tellPrivately(core, line, notACommand(command.word), cause)
  }
  if (line.threadTs !== undefined) {
    return void tellPrivately(
      core,
      line,
      `${command.word} is not supported in threads. Sorry!`,
      cause,
    )
  }
  return deliverCommand(core, line, command, cause)
}

async function deliverCommand(core: Core, line: TypedLine, { word, rest }: Command, cause: string) {
  const url = issueResponseUrl(core, line.user, line.channel, { kind: 'command' }, cause)
  const form = commandForm(core.live.current(), {
    user: line.user,
    channel: line.channel,
    command: word,
    text: rest,
    triggerId: newTriggerId(core),
    responseUrl: addressOf(core, url),
    verificationToken: core.verificationToken,
  })
  const delivery = await core.send(form)
  if (delivery.kind === 'failed') return fail(core, line, word, delivery.error, [], cause)
  const reply = readAcknowledgement(delivery.contentType, delivery.body)
  if (!reply.ok) {
    const details = reply.problems.flatMap((problem) => [problem.error, ...problem.details])
    return fail(core, line, word, 'invalid_command_response', details, cause)
  }
  if (reply.value.responseType === 'in_channel') postLine(core, line, cause)
  applyReply(core, url, reply.value)
}

function fail(
  core: Core,
  line: TypedLine,
  word: string,
  error: string,
  details: readonly string[],
  cause: string,
): void {
  const text = [`${word} failed with the error "${error}"`, ...details].join('\n')
  tellPrivately(core, line, escapeText(core.live.current(), text, 'ids-only'), cause)
}

function postLine(core: Core, { user, channel, text, threadTs }: TypedLine, cause: string): void {
  const body = { text: escapeText(core.live.current(), text, 'ids-only'), blocks: [] }
  post(core, { ...body, channelId: channel.id, userId: user.id, threadTs }, cause)
}

function invite(core: Core, line: TypedLine, who: string, cause: string): void {
  const state = core.live.current()
  const guest = findUser(state, who)
  if (guest === undefined) {
    return void tellPrivately(core, line, `No user ${who} in this workspace.`, cause)
  }
  core.live.apply((now) => joinChannel(now, line.channel.id, guest.id), cause)
  tellPrivately(core, line, `<@${guest.id}> is in this channel now.`, cause)
}

function splitCommand(text: string): Command | undefined {
  const match = /^(\/\S+)(?:\s+([\s\S]*))?$/.exec(text.trimEnd())
  const word = match?.[1]
  return word === undefined ? undefined : { word, rest: match?.[2] ?? '' }
}

function notACommand(word: string): string {
  return (
    `${word} is not a valid command. In Slack, all messages that start with the "/" character are ` +
    'interpreted as commands.\n\nIf you are trying to send a message and not run a command, try ' +
    'preceding the "/" with an empty space.'
  )
}
