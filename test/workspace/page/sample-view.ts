import type { AnyBlock } from '@slack/types'

import type { View } from '../../../src/workspace/http/page-contract.ts'
import type { AppView, Message } from '../../../src/workspace/state/model.ts'
import { seed } from '../../../src/workspace/state/seed.ts'

/** The channel that the page opens first. */
export const channelId = 'C0CAPACITY'

/** A view of the workspace as Ada sees it on a first visit, with what a test changes in it. */
export function sampleView(changes: Partial<View> = {}): View {
  return {
    team: seed.team.name,
    me: 'U0ADA',
    botUserId: seed.app.botUserId,
    users: seed.users,
    channels: seed.channels.filter(({ memberIds }) => memberIds.includes('U0ADA')),
    messages: [],
    files: [],
    examples: [
      { title: 'First', about: 'To begin with', place: 'channel', lines: ['/eksip help'] },
      { title: 'Then', about: '', place: 'thread', lines: ['@eksip why'] },
    ],
    commands: [
      {
        command: '/eksip',
        description: 'How many VPC addresses will these nodes and pods take?',
        usage_hint: 't3.2xlarge 2 nodes 27 pods warm-ip=2',
      },
      { command: '/eksip-admin', description: 'Settings of this workspace', usage_hint: '' },
    ],
    shortcuts: [
      {
        type: 'message',
        name: 'Ask eksip about this',
        description: 'Reads the question out of a message',
        callback_id: 'ask',
      },
      { type: 'global', name: 'Plan capacity', description: 'Opens a form', callback_id: 'plan' },
    ],
    modals: [],
    home: null,
    ...changes,
  }
}

/** A message of the bot, the newer the higher its number. */
export function sampleMessage(number: number, changes: Partial<Message> = {}): Message {
  return {
    ts: `${1_790_000_000 + number * 60}.000000`,
    channelId,
    userId: seed.app.botUserId,
    text: `message ${number}`,
    blocks: [],
    ...changes,
  }
}

/** A modal with some blocks and a button to submit it. */
export function sampleModal(blocks: readonly AnyBlock[], changes: Partial<AppView> = {}): AppView {
  return {
    id: 'V1',
    type: 'modal',
    blocks,
    callbackId: 'what-if',
    privateMetadata: '',
    externalId: '',
    hash: '1',
    title: { type: 'plain_text', text: 'What if…' },
    submit: { type: 'plain_text', text: 'Compute' },
    clearOnClose: false,
    notifyOnClose: false,
    rootViewId: 'V1',
    previousViewId: null,
    ...changes,
  }
}
