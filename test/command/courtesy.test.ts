import { expect, test } from 'vitest'
import { parse } from '../../src/command/parse.ts'
import { courtesyReply } from '../../src/reply/courtesy-reply.ts'
import { draw } from '../../src/terminal/draw.ts'
import { WORDS } from '../../src/words/words.ts'
import { reading } from './reading.ts'

test.each([
  ['hello', 'greeting'],
  ['Hi there!', 'greeting'],
  ['good morning', 'greeting'],
  ['Bonjour', 'greeting'],
  ['bonsoir à tous', 'greeting'],
  [':wave:', 'greeting'],
  ['@eksip salut', 'greeting'],
  ['thanks', 'thanks'],
  ['thanks!', 'thanks'],
  ['Thank you very much.', 'thanks'],
  ['merci !', 'thanks'],
  ['merci beaucoup', 'thanks'],
  ['ok', 'assent'],
  ['OK 👍', 'assent'],
  ['d’accord', 'assent'],
  ['parfait, merci', 'assent'],
])('%s asks nothing', (line, courtesy) => {
  for (const follows of [false, true]) {
    expect(parse(line, { follows })).toEqual({ ok: true, value: { kind: 'courtesy', courtesy } })
  }
})

test.each([
  ['hello, t3.2xlarge 2 nodes', 't3.2xlarge 2 nodes'],
  ['bonjour montrer #42', 'show #42'],
  ['ok histroy', 'unknown-word(histroy)'],
  ['show ok', 'show "ok"'],
  ['t3.2xlarge as hello', 't3.2xlarge as hello'],
  ['all good', 'type-missing()'],
])('%s is read as %s', (line, read) => {
  expect(reading(line)).toContain(read)
})

test.each(Object.entries(WORDS))('the answer to it (%s)', (_, words) => {
  for (const courtesy of ['greeting', 'thanks', 'assent'] as const) {
    expect(draw(courtesyReply(courtesy, words), false)).toMatchSnapshot(courtesy)
  }
})
