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
  ['please show #2', 'show #2'],
  ['hello, can you compare #1 with #2 please', 'compare #1 #2'],
  ['what about #2?', 'show #2'],
  ['could you use m6i.large instead', 'm6i.large'],
  ['show instead', 'show "instead"'],
  ['peux-tu montrer #2, s’il te plaît ?', 'show #2'],
  ['pouvez-vous comparer #1 avec #2 s’il vous plaît', 'compare #1 #2'],
  ['m5.large as prod please', 'm5.large as prod'],
  ['m5.large as please', 'm5.large as please'],
  ['m5.large as: instead', 'm5.large as instead'],
  ['m5.large as prod a total of 20 pods', 'm5.large 20 pods as prod'],
  ['m5.large 20 pods, does it fit in 10.0.0.0/26?', 'm5.large 20 pods subnet=10.0.0.0/26'],
  ['m5.large 20 pods, ça tient dans un /26 ?', 'm5.large 20 pods subnet=/26'],
  ['m5.large fit', 'unknown-word(fit)'],
])('%s is read as %s', (line, read) => {
  expect(reading(line)).toContain(read)
})

test.each([
  ['what about 60 pods?', '60 pods'],
  ['what if we use m6i.large instead', 'what-if m6i.large'],
  ['does it fit in 10.0.0.0/26?', 'subnet=10.0.0.0/26'],
  ['est-ce que ça tient dans 10.0.0.0/26 ?', 'subnet=10.0.0.0/26'],
])('%s changes the scenario of the conversation: %s', (line, change) => {
  expect(reading(line, { follows: true })).toBe(change)
})

test.each(Object.entries(WORDS))('the answer to it (%s)', (_, words) => {
  for (const courtesy of ['greeting', 'thanks', 'assent'] as const) {
    expect(draw(courtesyReply(courtesy, words), false)).toMatchSnapshot(courtesy)
  }
})
