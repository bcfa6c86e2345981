import type { FakeSlack } from './fake-slack.ts'
import { commandBody, send } from './bot.ts'

/** Sends a command to a bot; each has a channel of its own, which tells it apart. */
export function ask(url: string, index: number): Promise<Response> {
  const body = new URLSearchParams(commandBody('t3.2xlarge 2 nodes', `load.${index}`))
  body.set('channel_id', channelOf(index))
  return send(url, { text: '', body: body.toString() })
}

export function channelOf(index: number): string {
  return `C${index}`
}

/** The channels of all posts that Slack got, each as often as it got one. */
export function posts({ calls }: FakeSlack): readonly string[] {
  return calls.flatMap(({ method, args }) =>
    method === 'chat.postMessage' ? [String(args['channel'])] : [],
  )
}
