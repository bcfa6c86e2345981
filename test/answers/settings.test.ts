import { expect, test } from 'vitest'
import { answer } from '../../src/answer.ts'
import { prismaBudgets } from '../../src/history/budgets.ts'
import { prismaPreferences } from '../../src/history/preferences.ts'
import { prismaHistory } from '../../src/history/prisma-history.ts'
import { draw } from '../../src/terminal/draw.ts'
import { WORDS, type Words } from '../../src/words/words.ts'
import { freshDatabase } from '../support/database.ts'
import { ADA, BOB, teller } from './teller.ts'

const { prisma, pool } = await freshDatabase()
const preferences = prismaPreferences(prisma)
const history = prismaHistory(prisma, pool, (error) => {
  throw error
})

/** Asks as Slack's door does: with what the asker has set for themself. */
async function tell(line: string, asker = ADA, words: Words = WORDS.en) {
  const preference = await preferences.find(asker)
  const request = { key: null, answerBy: null, delivery: null }
  return answer(line, asker, request, {
    history,
    budgets: prismaBudgets(prisma),
    preferences,
    preference,
    isCanonical: false,
    words,
    usualWords: WORDS.en,
    now: new Date('2026-11-22T12:00:00Z'),
    timeZone: 'UTC',
    draw: ({ audience, ...reply }, outcome) => ({
      audience,
      outcome,
      text: draw({ audience, ...reply }, false),
    }),
  })
}

test('settings are shown, changed, and count for the lines of that person alone', async () => {
  expect((await tell('settings')).text).toMatchSnapshot('as they are at first')
  expect((await tell('settings language=fr cni=1.8 quiet=on figure=held')).text).toMatchSnapshot(
    'after a change',
  )
  expect(await preferences.find(ADA)).toEqual({
    language: 'fr',
    cni: '1.8',
    isQuiet: true,
    figure: 'held',
  })

  const hers = await tell('t3.2xlarge 10 pods warm-ip=2')
  expect(hers.audience).toBe('asker')
  expect(hers.outcome).toMatchObject({ run: { line: 't3.2xlarge 10 pods warm-ip=2 cni=1.8' } })
  expect((await tell('t3.2xlarge 11 pods share')).audience).toBe('channel')
  expect((await tell('t3.2xlarge 12 pods cni=1.18')).outcome).toMatchObject({
    run: { scenario: { cni: '1.18' } },
  })

  const his = await tell('t3.2xlarge 10 pods warm-ip=2', BOB)
  expect(his.audience).toBe('channel')
  expect(his.outcome).toMatchObject({ run: { line: 't3.2xlarge 10 pods warm-ip=2' } })

  await tell('settings language=auto quiet=off')
  expect(await preferences.find(ADA)).toMatchObject({ language: null, isQuiet: false, cni: '1.8' })
  await tell('settings cni=auto')
  expect(await preferences.find(ADA)).toMatchObject({ cni: null })
})

test.each([
  ['settings language=fr', WORDS.en, 'Vos réglages, enregistrés'],
  ['réglages langue=en', WORDS.fr, 'Your settings, saved'],
  ['settings language=auto', WORDS.fr, 'Your settings, saved'],
  ['réglages discret=oui', WORDS.fr, 'Vos réglages, enregistrés'],
])('%s is confirmed in the language of from now on', async (line, words, told) => {
  expect((await tell(line, BOB, words)).text).toContain(told)
})

test('a terminal has no settings and no budget, and says so', async () => {
  const ask = teller(history)
  for (const line of ['settings', 'budget 500']) {
    expect((await ask(line)).text).toContain('belongs to a channel or a person in Slack')
  }
})
