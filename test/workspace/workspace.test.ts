import { expect, test } from 'vitest'

import { startWorkspace } from '../../src/workspace/workspace.ts'

test('production has no local workspace', async () => {
  const options = { port: 0, signingSecret: 'x', botToken: 'x', isProduction: true }
  await expect(startWorkspace(options)).rejects.toThrow('is a tool for development')
})

test('a workspace without an address of the bot delivers nothing', async () => {
  const workspace = await startWorkspace({ port: 0, signingSecret: 'x', botToken: 'x' })
  const seen = await workspace.user('ada').types('#capacity', '/eksip')
  await workspace.stop()
  expect(seen.map(({ text }) => text)).toEqual(['/eksip failed with the error "dispatch_failed"'])
})

test('a workspace listens on this machine only', async () => {
  const workspace = await startWorkspace({ port: 0, signingSecret: 'x', botToken: 'x' })
  expect(new URL(workspace.url).hostname).toBe('127.0.0.1')
  await workspace.stop()
  await expect(fetch(workspace.url)).rejects.toThrow('fetch failed')
})
