import { describe, expect, test } from 'vitest'
import { command } from '../../src/command/command-word.ts'
import { COMMANDS } from '../../src/command/commands.ts'
import { formatCommand } from '../../src/command/format-command.ts'
import { oneRun } from '../../src/command/run-operands.ts'
import { correctedLine, parse, parserOf } from '../../src/command/parse.ts'
import { reading } from './reading.ts'

type Table = readonly (readonly [line: string, canonical: string])[]

const REFERENCES: Table = [
  ['show #42', 'show #42'],
  ['show 42', 'show #42'],
  ['#42', 'show #42'],
  ['/eksip #42', 'show #42'],
  ['Show the #42', 'show #42'],
  ['show me #42', 'show #42'],
  ['please show me the last', 'show last'],
  ['Can you show me run 42?', 'show #42'],
  ['show me prod-blue quiet', 'show "prod-blue" quiet'],
  ['show "me"', 'show "me"'],
  ['affiche-moi #42', 'show #42'],
  ['show last', 'show last'],
  ['show the latest', 'show last'],
  ['show prod-blue', 'show "prod-blue"'],
  ['show “prod blue”', 'show "prod blue"'],
  ['show "last"', 'show "last"'],
  ['show "42"', 'show "42"'],
  ["show '6\" rack'", "show '6\" rack'"],
  ['open #42', 'show #42'],
  ['montrer #42', 'show #42'],
  ['voir le dernier', 'show last'],
  ['affiche « prod bleu »', 'show "prod bleu"'],
]

const FINDS: Table = [
  ['history', 'history'],
  ['list', 'history'],
  ['history mine', 'history mine'],
  ['history here', 'history here'],
  ['history thread', 'history thread'],
  ['history name "prod blue"', 'history "prod blue"'],
  ['history name=prod-blue', 'history "prod-blue"'],
  ['history prod-blue', 'history "prod-blue"'],
  ['history by @ada', 'history by @ada'],
  ['history by <@U012AB3CD|ada>', 'history by <@U012AB3CD>'],
  ['history <@W012AB3CD>', 'history by <@W012AB3CD>'],
  ['history by <@U012AB3CD|ada lovelace> here', 'history by <@U012AB3CD> here'],
  ['history by me', 'history mine'],
  ['history type=m5.large', 'history type=m5.large'],
  ['history type M5.Large', 'history type=m5.large'],
  ['history m5.large', 'history type=m5.large'],
  ['history pinned', 'history pinned'],
  ['history today', 'history today'],
  ['history of yesterday', 'history yesterday'],
  ['history this week', 'history this week'],
  ['history last week', 'history last week'],
  ['history this month', 'history this month'],
  ['history last month', 'history last month'],
  ['history 2026-11-20', 'history 2026-11-20'],
  ['history since 2026-11-01', 'history since 2026-11-01'],
  ['history last 7 days', 'history last 7 days'],
  ['history mine past 2 weeks', 'history mine last 14 days'],
  ['historique les 7 derniers jours', 'history last 7 days'],
  ['historique 2 dernières semaines', 'history last 14 days'],
  ['export csv last 30 days', 'export csv last 30 days'],
  ['history since=2024-02-29', 'history since 2024-02-29'],
  ['history before #30', 'history before #30'],
  [
    'history before 30 since 2026-11-01 pinned m5.large “prod blue” here mine',
    'history mine here "prod blue" type=m5.large since 2026-11-01 pinned before #30',
  ],
  ['historique', 'history'],
  ['historique moi ici', 'history mine here'],
  ['historique du fil hier', 'history thread yesterday'],
  ['historique hier', 'history yesterday'],
  ['historique aujourd’hui', 'history today'],
  ['historique semaine dernière', 'history last week'],
  ['historique de la semaine derniere', 'history last week'],
  ['historique cette semaine', 'history this week'],
  ['historique ce mois-ci', 'history this month'],
  ['historique le mois dernier', 'history last month'],
  ['historique depuis 2026-11-01 avant #30', 'history since 2026-11-01 before #30'],
  ['historique par @ada épinglés', 'history by @ada pinned'],
  ['history #42', 'history #42'],
  ['history 42', 'history #42'],
  ['history from #42', 'history before #43'],
  ['history #42 type=m5.large', 'history type=m5.large before #43'],
  ['history mine #42', 'history mine before #43'],
  ['history from @ada', 'history by @ada'],
  ['history of last', 'history last'],
  ['historique dernier', 'history last'],
  ['export', 'export csv'],
  ['export json', 'export json'],
  ['export csv mine last week', 'export csv mine last week'],
  ['exporter json hier', 'export json yesterday'],
  ['download type=m5.large', 'export csv type=m5.large'],
]

const SPOKEN: Table = [
  ['history from @ada', 'history by @ada'],
  ['history since yesterday', 'history since yesterday'],
  ['history since last week mine', 'history mine since last week'],
  ['historique depuis hier', 'history since yesterday'],
  ['historique depuis la semaine dernière', 'history since last week'],
  ['history from yesterday', 'history since yesterday'],
  ['history since today', 'history today'],
  ['history last 10', 'unexpected(last 10)'],
  ['compare #41 to #42', 'compare #41 #42'],
  ['compare #41 as #42', 'unexpected(as #42) reference-missing()'],
  ['vs as', 'unexpected(as) reference-missing()'],
  ['t3.large vs as prod', 'reference-missing(vs)'],
  ['show run 2', 'show #2'],
  ['show run #2', 'show #2'],
  ['show n°42', 'show #42'],
  ['name prod #42', 'name #42 "prod"'],
  ['nomme #42 prod', 'name #42 "prod"'],
  ['montre-moi #42', 'show #42'],
  ['explique-moi #42', 'why #42'],
  ['supprime #42', 'delete #42'],
  ['et si on passait #42 à 40 pods', 'what-if #42 40 pods'],
  ['et si on passait à 40 pods', 'reference-missing()'],
  ['export xlsx', 'wrong-value(xlsx)'],
  ['what-if #42 no subnet', 'what-if #42 subnet=default'],
  ['what-if #42 free=default cni=default', 'what-if #42 free=default cni=1.23'],
]

const SEVERAL: Table = [
  ['compare #41 #42', 'compare #41 #42'],
  ['#41 vs #42', 'compare #41 #42'],
  ['#41 #42 #43', 'compare #41 #42 #43'],
  ['compare #41 with #42 and #43', 'compare #41 #42 #43'],
  ['compare #41 vs #42', 'compare #41 #42'],
  ['compare 41 last', 'compare #41 last'],
  ['compare "prod blue" #41', 'compare "prod blue" #41'],
  ['compare prod-blue prod-green', 'compare "prod-blue" "prod-green"'],
  ['diff #41 #42', 'compare #41 #42'],
  ['vs #41 #42', 'compare #41 #42'],
  ['comparer #41 et #42', 'compare #41 #42'],
  ['comparer #41 avec le dernier', 'compare #41 last'],
]

const QUESTIONS: Table = [
  ['why #42', 'why #42'],
  ['why 42', 'why #42'],
  ['why last', 'why last'],
  ['why prod-blue', 'why "prod-blue"'],
  ['why prod', 'why "prod"'],
  ['chart prod', 'chart "prod"'],
  ['why #42 40 pods', 'why #42 40 pods'],
  ['why t3.2xlarge 15 pods', 'why t3.2xlarge 15 pods'],
  ['why 2 t3.2xlarge', 'why t3.2xlarge 2 nodes'],
  ['why 2 × t3.2xlarge', 'why t3.2xlarge 2 nodes'],
  ['what-if 1 m5.xlarge', 'what-if #1 m5.xlarge'],
  ['what-if 10 m5.large 4 nodes', 'what-if #10 m5.large 4 nodes'],
  ['chart 42 m5.xlarge', 'chart m5.xlarge 42 nodes'],
  ['why 60 addresses', 'number-without-unit(60) type-missing()'],
  ['why 3 ENIs', 'number-without-unit(3) unknown-word(ENIs) type-missing()'],
  ['what-if #4 m5.large 10 pods m5.large 20 pods', 'repeated(20 pods)'],
  ['explain #42', 'why #42'],
  ['pourquoi #42', 'why #42'],
  ['pourquoi le dernier ?', 'why last'],
  ['what-if #42 40 pods', 'what-if #42 40 pods'],
  ['#42 40 pods', 'what-if #42 40 pods'],
  ['what-if #42: 40 pods', 'what-if #42 40 pods'],
  ['#42 m5.large', 'what-if #42 m5.large'],
  ['what if #42 40 pods', 'what-if #42 40 pods'],
  ['whatif 42 40 pods', 'what-if #42 40 pods'],
  ['what-if last warm-ip=2 prefix', 'what-if last warm-ip=2 prefix'],
  ['what-if prod 20 pods', 'what-if "prod" 20 pods'],
  ['what-if prod-blue 27/node', 'what-if "prod-blue" 27 pods/node'],
  ['what-if "prod blue" m5.xlarge', 'what-if "prod blue" m5.xlarge'],
  ['what-if #42 warm-ip=default', 'what-if #42 warm-ip=default'],
  ['what-if #42 no prefix', 'what-if #42 prefix=off'],
  ['what-if #42 prefix=default', 'what-if #42 prefix=default'],
  ['what-if #42 2x m5.large', 'what-if #42 2x m5.large'],
  ['what-if #42 all: 3 nodes + c5.large', 'what-if #42 all: 3 nodes + c5.large'],
  ['what-if #42 without c5.large', 'what-if #42 without c5.large'],
  ['what-if #42 - c5.large', 'what-if #42 without c5.large'],
  ['what-if #42 subnet=/24 free=9 cni=1.18', 'what-if #42 subnet=/24 free=9 cni=1.18'],
  ['what-if #42 40 pods as new vs #41 quiet', 'what-if #42 40 pods as new vs #41 quiet'],
  ['rerun #42', 'what-if #42'],
  ['et si #42 40 pods', 'what-if #42 40 pods'],
  ['et-si #42 sans c5.large', 'what-if #42 without c5.large'],
  ['et-si #42 warm-ip=défaut', 'what-if #42 warm-ip=default'],
]

const CHANGES: Table = [
  ['name #42 "prod blue"', 'name #42 "prod blue"'],
  ['name #42 prod-blue', 'name #42 "prod-blue"'],
  ['name #42 as prod-blue', 'name #42 "prod-blue"'],
  ['rename prod-blue to prod-green', 'name "prod-blue" "prod-green"'],
  ['name last x', 'name last "x"'],
  ['nommer #42 « prod bleu »', 'name #42 "prod bleu"'],
  ['name prod t3.large', 't3.large as prod'],
  ['name=prod t3.large', 't3.large as prod'],
  ['unname #42', 'unname #42'],
  ['pin #42', 'pin #42'],
  ['unpin #42', 'unpin #42'],
  ['épingler #42', 'pin #42'],
  ['EPINGLER 42', 'pin #42'],
  ['désépingler #42', 'unpin #42'],
  ['delete #42', 'delete #42'],
  ['supprimer #42', 'delete #42'],
  ['settings', 'settings'],
  ['settings language=fr', 'settings language=fr'],
  ['settings language: auto, cni 1.18', 'settings language=auto cni=1.18'],
  ['settings cni=v1.18.2 quiet=on figure=held', 'settings cni=1.18.2 quiet=on figure=held'],
  ['settings cni=default', 'settings cni=auto'],
  ['settings figure=auto', 'settings figure=reserved'],
  ['settings figure=default cni=auto', 'settings cni=auto figure=reserved'],
  ['settings language=default quiet=auto', 'settings language=auto quiet=off'],
  ['réglages chiffre=automatique langue=slack', 'settings language=auto figure=reserved'],
  ['réglages', 'settings'],
  [
    'reglages langue=français discret=oui chiffre=tenues',
    'settings language=fr quiet=on figure=held',
  ],
  ['réglages discret=non chiffre=réservées', 'settings quiet=off figure=reserved'],
]

const HELP: Table = [
  ['help', 'help'],
  ['help about the', 'unknown-topic(about the)'],
  ['help me', 'help'],
  ['aide-moi', 'help'],
  ['help me warm-ip', 'help warm-ip'],
  ['help warm-ip', 'help warm-ip'],
  ['help WARM_IP_TARGET', 'help warm-ip'],
  ['help max pods', 'help max-pods'],
  ['help pods per node', 'help pods/node'],
  ['help compare', 'help compare'],
  ['help what if', 'help what-if'],
  ['help since', 'help history'],
  ['help mine', 'help history'],
  ['help here', 'help history'],
  ['help by', 'help history'],
  ['aide depuis', 'help history'],
  ['help figure', 'help settings'],
  ['help language', 'help settings'],
  ['help last', 'help last'],
  ['aide dernier', 'help last'],
  ['help commands', 'help commands'],
  ['help words', 'help words'],
  ['aide nœuds', 'help nodes'],
  ['aide comparer', 'help compare'],
  ['aide mots', 'help words'],
  ['aide comme', 'help as'],
]

const WORDS_OF_A_LINE: Table = [
  ['t3.large vs #41', 't3.large vs #41'],
  ['t3.large vs 41 2 nodes', 't3.large 2 nodes vs #41'],
  ['vs last', 'reference-missing()'],
  ['t3.large vs last', 't3.large vs last'],
  ['t3.large vs the last', 't3.large vs last'],
  ['t3.large contre la dernière', 't3.large vs last'],
  ['what-if the last 40 pods', 'what-if last 40 pods'],
  ['t3.large vs "prod blue"', 't3.large vs "prod blue"'],
  ['t3.large versus prod-blue', 't3.large vs "prod-blue"'],
  ['t3.large as x vs last quiet', 't3.large as x vs last quiet'],
  ['t3.large only me', 't3.large quiet'],
  ['t3.large quiet=on', 't3.large quiet'],
  ['t3.large quiet: off', 't3.large share'],
  ['t3.large, moi seul', 't3.large quiet'],
  ['show #42 only me', 'show #42 quiet'],
  ['quiet t3.large', 't3.large quiet'],
  ['t3.large share', 't3.large share'],
  ['t3.large discret', 't3.large quiet'],
  ['t3.large partager', 't3.large share'],
  ['t3.large contre #41 comme x', 't3.large as x vs #41'],
  ['t3.large 2 nodes warm-ip=default', 't3.large 2 nodes'],
  ['t3.large nodes=default prefix=default', 't3.large'],
]

describe.each([
  ['references', REFERENCES],
  ['runs that are looked for', FINDS],
  ['as people say it', SPOKEN],
  ['several runs', SEVERAL],
  ['questions about runs', QUESTIONS],
  ['what is kept beside a run', CHANGES],
  ['help', HELP],
  ['other words of a line', WORDS_OF_A_LINE],
])('%s', (_name, table) => {
  test.each(table)('%s → %s', (line, canonical) => {
    expect(reading(line)).toBe(canonical)
  })
})

const AUDIENCES: Table = [
  ['why #42 quiet', 'why #42 quiet'],
  ['chart #42 share', 'chart #42 share'],
  ['apply t3.large warm-ip=2 discret', 'apply t3.large warm-ip=2 quiet'],
  ['show #42 quiet', 'show #42 quiet'],
  ['show quiet #42', 'show #42 quiet'],
  ['show prod-blue share', 'show "prod-blue" share'],
  ['show "quiet"', 'show "quiet"'],
  ['compare #41 #42 share', 'compare #41 #42 share'],
  ['#41 vs #42 quiet', 'compare #41 #42 quiet'],
  ['chart #42 vs #43', 'unexpected(vs #43)'],
  ['apply #42 as prod', 'unexpected(as prod)'],
  ['why t3.large vs #43 as prod', 'unexpected(vs #43) unexpected(as prod)'],
  ['why #42 quiet share', 'repeated(share)'],
  ['show #42 quiet share', 'unexpected(share)'],
  ['show quiet', 'reference-missing()'],
]

test.each(AUDIENCES)('%s → %s', (line, canonical) => {
  expect(reading(line)).toBe(canonical)
})

test('who sees the answer is no change of the question', () => {
  const parsed = parse('why #42 quiet')
  const question = parsed.ok && parsed.value.kind === 'why' ? parsed.value.question : null
  expect(question).toMatchObject({ kind: 'change', change: { clauses: [] } })
})

const IN_A_THREAD: Table = [
  ['what-if 42 m5.xlarge', 'what-if #42 m5.xlarge'],
  ['why quiet', 'why quiet'],
  ['show quiet', 'show last quiet'],
  ['compare #39 quiet', 'compare #39 last quiet'],
  ['40 pods', '40 pods'],
  ['warm-eni=1', 'warm-eni=1'],
  ['m5.xlarge', 'what-if m5.xlarge'],
  ['m5.xlarge warm-ip=2', 'what-if m5.xlarge warm-ip=2'],
  ['+ c5.xlarge 2 nodes', 'what-if + c5.xlarge 2 nodes'],
  ['- c5.xlarge', 'without c5.xlarge'],
  ['3 nodes + c5.large', 'what-if 3 nodes + c5.large'],
  ['sans c5.xlarge', 'without c5.xlarge'],
  ['no prefix', 'prefix=off'],
  ['quiet', 'what-if quiet'],
  ['as prod-blue', 'what-if as prod-blue'],
  ['40 nœuds', '40 nodes'],
  ['cni=1.18', 'cni=1.18'],
  ['m5.xlarge 2 nodes', 'm5.xlarge 2 nodes'],
  ['t3.large + m5.large', 't3.large + m5.large'],
  ['what-if 40 pods', '40 pods'],
  ['what-if m5.large 40 pods', 'what-if m5.large 40 pods'],
  ['what-if #41 40 pods', 'what-if #41 40 pods'],
  ['why', 'why'],
  ['pourquoi ?', 'why'],
  ['why 40 pods', 'why 40 pods'],
  ['compare #39', 'compare #39 last'],
  ['vs #39', 'compare #39 last'],
  ['pin', 'pin last'],
  ['show', 'show last'],
  ['name "prod blue"', 'name last "prod blue"'],
  ['name prod-blue', 'name last "prod-blue"'],
  ['history', 'history'],
  ['40', 'number-without-unit(40)'],
  ['thanks', 'thanks'],
  ['warm-ip=2 warm-ip=3', 'repeated(warm-ip=3)'],
  ['+ 2 nodes', 'type-missing()'],
  ['compare', 'reference-missing()'],
]

test.each(IN_A_THREAD)('in a thread about a scenario: %s → %s', (line, canonical) => {
  expect(reading(line, { follows: true })).toBe(canonical)
})

test.each([
  ['40 pods', 'change'],
  ['m5.xlarge', 'change'],
  ['m5.xlarge warm-ip=2', 'change'],
  ['+ c5.xlarge 2 nodes', 'change'],
  ['m5.xlarge 2 nodes', 'scenario'],
  ['m5.xlarge 2', 'number-without-unit'],
  ['t3.large + m5.large', 'scenario'],
])('in a thread %s is a %s', (line, kind) => {
  const result = parse(line, { follows: true })
  const question = result.ok && result.value.kind === 'ask' ? result.value.question : null
  expect(question?.kind ?? (result.ok ? '' : result.problems[0]?.code)).toBe(kind)
})

test.each(['1 node m5.large', 'pods=default m5.large 1 node'])(
  'the line of a scenario that was asked in a thread is read without one: %s',
  (line) => {
    const asked = parse(line, { follows: true })
    const question = asked.ok && asked.value.kind === 'ask' ? asked.value.question : null
    const again = asked.ok && parse(formatCommand(asked.value))
    expect(question?.kind).toBe('scenario')
    expect(again).toMatchObject({ ok: true, value: { question } })
  },
)

test('the VPC CNI version of a line that names none can be chosen', () => {
  expect(reading('t3.large', { cni: '1.18' })).toBe('t3.large cni=1.18')
  expect(reading('t3.large cni=1.23', { cni: '1.18' })).toBe('t3.large')
})

describe('mistakes in commands', () => {
  test.each<[line: string, problems: string, corrected: string | null]>([
    ['histroy mine', 'unknown-word(histroy)', 'history mine'],
    ['shwo #42', 'unknown-word(shwo)', 'show #42'],
    ['comprer #41 #42', 'unknown-word(comprer)', 'comparer #41 #42'],
    ['hitsory foo=3', 'unknown-word(hitsory)', null],
    ['elephant', 'unknown-word(elephant) type-missing()', null],
    ['show', 'reference-missing()', null],
    ['compare #41', 'reference-missing()', null],
    ['what-if 40 pods', 'reference-missing()', null],
    ['name', 'reference-missing()', null],
    ['name #42', 'name-missing()', null],
    ['name #42 prod blue', 'name-in-parts(prod blue)', 'name #42 "prod blue"'],
    ['show prod blue', 'name-in-parts(prod blue)', 'show "prod blue"'],
    ['show "prod blue', 'unclosed-quote("prod blue)', 'show "prod blue"'],
    ['show # 42', 'not-a-reference(# 42)', 'show #42'],
    ['show #0', 'not-a-reference(#0)', null],
    ['show #9999999999', 'not-a-reference(#9999999999)', null],
    ['show #prod-blue', 'not-a-reference(#prod-blue)', 'show prod-blue'],
    ['show #', 'not-a-reference(#)', null],
    ['show #-1', 'not-a-reference(#-1)', null],
    ['show m5.large', 'not-a-reference(m5.large)', null],
    ['show ""', 'not-a-reference("")', null],
    ['show #42 now', 'unexpected(now)', 'show #42'],
    ['delete 42 43', 'unexpected(43)', null],
    ['export xlsx', 'wrong-value(xlsx)', 'export csv'],
    ['m5.large as #42', 'name-missing(as #42)', null],
    [`show ${'a'.repeat(61)}`, `name-too-long(${'a'.repeat(61)})`, null],
    ['t3.large vs', 'reference-missing(vs)', null],
    ['t3.large vs #41 vs #42', 'repeated(vs #42)', null],
    ['t3.large quiet share', 'repeated(share)', null],
    ['t3.large without m5.large', 'no-such-group(without m5.large)', null],
    ['history mine mine', 'repeated(mine)', null],
    ['history mine by @ada', 'repeated(by @ada)', null],
    ['history 2026-02-30', 'not-a-date(2026-02-30)', null],
    ['history since 0000-01-01', 'not-a-date(since 0000-01-01)', null],
    ['history 0000-05-05', 'not-a-date(0000-05-05)', null],
    ['history 9999-12-31', 'not-a-date(9999-12-31)', null],
    ['history 2026-13-01', 'not-a-date(2026-13-01)', null],
    ['history since', 'not-a-date(since)', null],
    ['history by ada', 'author-missing(by ada)', 'history by @ada'],
    ['history by', 'author-missing(by)', null],
    ['history type=m5.lrge', 'unknown-type(m5.lrge)', 'history type=m5.large'],
    ['history type', 'value-missing(type)', null],
    ['history before', 'reference-missing(before)', null],
    ['history before last', 'not-a-reference(before last)', null],
    ['history #42 #43', 'repeated(#43)', null],
    ['history from #', 'not-a-reference(#)', null],
    ['history from #2147483647', 'not-a-reference(#2147483647)', null],
    ['history =', 'unknown-word(=)', null],
    ['settings langage=fr', 'unknown-word(langage)', 'settings language=fr'],
    ['settings language=de', 'wrong-value(language=de)', null],
    ['settings quiet=maybe', 'wrong-value(quiet=maybe)', null],
    ['settings figure=hel', 'wrong-value(figure=hel)', 'settings figure=held'],
    ['settings quiet=on quiet=off', 'repeated(quiet=off)', null],
    ['settings cni', 'wrong-value(cni)', null],
    ['help wrm-ip', 'unknown-topic(wrm-ip)', 'help warm-ip'],
    ['help #42', 'unknown-topic(#42)', null],
    [
      `compare ${Array.from({ length: 11 }, (_, index) => `#${index + 1}`).join(' ')}`,
      'too-many-references(#1 #2 #3 #4 #5 #6 #7 #8 #9 #10 #11)',
      null,
    ],
    ['pin \u202e#42', 'refused-character(\u202e)', 'pin #42'],
  ])('%s → %s', (line, problems, corrected) => {
    const result = parse(line)
    expect(reading(line)).toBe(problems)
    expect(correctedLine(line, result.ok ? [] : result.problems)).toBe(corrected)
  })
})

describe('every command', () => {
  const spellings = COMMANDS.flatMap(({ word, also, examples }) =>
    [word, ...also].map((spelling) => [spelling, word, examples[0] ?? ''] as const),
  )

  test.each(spellings)('%s', (spelling, word, example) => {
    const rest = example.slice(word.length)
    for (const typed of [spelling, spelling.toUpperCase()]) {
      expect(reading(`${typed}${rest}`)).toBe(reading(`${word}${rest}`))
    }
  })

  test('has examples that are read as that command', () => {
    for (const { word, examples } of COMMANDS) {
      expect(examples.length).toBeGreaterThan(0)
      for (const example of examples) {
        const result = parse(example)
        expect(result.ok && formatCommand(result.value).split(' ')[0]).toBe(word)
      }
    }
  })

  test('has spellings of its own', () => {
    const words = spellings.map(([spelling]) => spelling)
    expect(new Set(words).size).toBe(words.length)
  })
})

test('a new command is one more entry of the table', () => {
  const watch = command({
    word: 'watch',
    also: ['surveiller'],
    operands: '#42',
    examples: ['watch #42'],
    takes: oneRun,
    make: ({ run }) => ({ kind: 'pin', run }),
  })
  const read = parserOf([...COMMANDS, watch])
  expect(read('surveiller #42')).toEqual(read('watch      #42'))
  expect(read('watch #42')).toMatchObject({ ok: true, value: { kind: 'pin' } })
  expect(read('help watch')).toMatchObject({ ok: true, value: { topic: 'watch' } })
  expect(read('wacth #42')).toMatchObject({ problems: [{ suggestion: 'watch' }] })
  expect(read('watch')).toMatchObject({ problems: [{ code: 'reference-missing', word: 'watch' }] })
})
