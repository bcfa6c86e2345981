/** What every Bolt app pays for a command: signature, form, dispatch, acknowledgement. */
import { App, HTTPReceiver } from '@slack/bolt'
import { createServer } from 'node:http'
import { serveMeasurement } from './slack-serve.ts'

const receiver = new HTTPReceiver({ signingSecret: process.env['SECRET'] ?? '' })
const slackApiUrl = process.env['SLACK_API_URL'] ?? ''
const app = new App({ receiver, token: 'xoxb-1', clientOptions: { slackApiUrl } })
app.command(/^\//, ({ ack }) => ack({ response_type: 'in_channel' }))
const server = createServer(receiver.requestListener)
// As eksip's own: else only this one would have to take new connections in each round.
server.keepAliveTimeout = 75_000
server.listen(0, '127.0.0.1', () => {
  const bound = server.address()
  if (bound === null || typeof bound === 'string') throw new Error('no port')
  serveMeasurement(`http://127.0.0.1:${bound.port}/slack/events`)
})
