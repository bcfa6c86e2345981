import { command } from './command-word.ts'
import { formatAndFind, runOrFind } from './find-operands.ts'
import { changedRun, question } from './question-operands.ts'
import { readBudget } from './read-budget.ts'
import { readSettings } from './read-settings.ts'
import { isComparing, isNaming, oneRun, runAndName, runsToShow, runToShow } from './run-operands.ts'
import { readTopic } from './topics.ts'

/**
 * Every command. The parser, the help and the guesses at misspelt words read this table, so a new
 * command is one entry here and one line of help in each language.
 */
export const COMMANDS = [
  command({
    word: 'help',
    also: ['--help', '-h', 'help-me', 'aide', 'aide-moi', 'aidez-moi'],
    operands: '[warm-ip]',
    examples: ['help warm-ip'],
    takes: readTopic,
    make: (topic) => ({ kind: 'help', topic }),
  }),
  command({
    word: 'show',
    also: [
      'show-me',
      'open',
      'get',
      'montrer',
      'montre',
      'montre-moi',
      'voir',
      'afficher',
      'affiche',
      'affiche-moi',
    ],
    operands: '#42',
    examples: ['show #42', 'show prod-blue'],
    takes: runToShow,
    make: (asked) => ({ kind: 'show', ...asked }),
  }),
  command({
    word: 'history',
    also: ['list', 'ls', 'log', 'historique', 'liste'],
    operands: '[mine] [here] [prod-blue] [by @ada] [type=m5.large] [last week] [from #42] | #42',
    examples: ['history mine type=m5.large since 2026-11-01', 'history #42'],
    takes: runOrFind,
    make: (asked) =>
      'run' in asked ? { kind: 'lineage', run: asked.run } : { kind: 'history', find: asked.find },
  }),
  command({
    word: 'compare',
    also: ['diff', 'vs', 'versus', 'comparer', 'compare-with', 'comparaison'],
    operands: '#41 #42 [#43 …]',
    examples: ['compare #41 #42', 'compare "prod blue" last'],
    isMeant: isComparing,
    takes: runsToShow,
    make: (asked) => ({ kind: 'compare', ...asked }),
  }),
  command({
    word: 'why',
    also: ['explain', 'pourquoi', 'expliquer', 'explique', 'explique-moi'],
    operands: '#42 | t3.2xlarge 15 pods',
    examples: ['why #42', 'why t3.2xlarge 15 pods'],
    takes: question,
    make: (asked) => ({ kind: 'why', ...asked }),
  }),
  command({
    word: 'chart',
    also: ['graph', 'plot', 'staircase', 'graphique', 'graphe', 'courbe'],
    operands: '#42 | t3.2xlarge 15 pods',
    examples: ['chart #42', 'chart t3.2xlarge warm-ip=2'],
    takes: question,
    make: (asked) => ({ kind: 'chart', ...asked }),
  }),
  command({
    word: 'apply',
    also: ['snippet', 'kubectl', 'terraform', 'helm', 'eksctl', 'appliquer', 'applique'],
    operands: '#42 | t3.2xlarge warm-ip=2',
    examples: ['apply #42', 'apply #42 warm-ip=3'],
    takes: question,
    make: (asked) => ({ kind: 'apply', ...asked }),
  }),
  command({
    word: 'what-if',
    also: ['rerun', 'again', 'et-si', 'relancer', 'relance'],
    operands: '#42 40 pods',
    examples: ['what-if #42 40 pods', 'what-if prod-blue m5.xlarge warm-ip=default'],
    takes: changedRun,
    make: (ask) => ask,
  }),
  command({
    word: 'name',
    also: ['rename', 'nommer', 'nomme', 'renommer', 'renomme'],
    operands: '#42 "prod blue"',
    examples: ['name #42 "prod blue"'],
    isMeant: isNaming,
    takes: runAndName,
    make: ({ run, name }) => ({ kind: 'name', run, name }),
  }),
  command({
    word: 'unname',
    also: ['dénommer'],
    operands: '#42',
    examples: ['unname #42'],
    takes: oneRun,
    make: ({ run }) => ({ kind: 'name', run, name: null }),
  }),
  command({
    word: 'pin',
    also: ['épingler', 'épingle'],
    operands: '#42',
    examples: ['pin #42'],
    takes: oneRun,
    make: ({ run }) => ({ kind: 'pin', run }),
  }),
  command({
    word: 'unpin',
    also: ['désépingler'],
    operands: '#42',
    examples: ['unpin #42'],
    takes: oneRun,
    make: ({ run }) => ({ kind: 'unpin', run }),
  }),
  command({
    word: 'delete',
    also: ['remove', 'rm', 'supprimer', 'supprime', 'effacer', 'efface'],
    operands: '#42',
    examples: ['delete #42'],
    takes: oneRun,
    make: ({ run }) => ({ kind: 'delete', run }),
  }),
  command({
    word: 'export',
    also: ['download', 'exporter', 'exporte'],
    operands: '[csv|json] [mine] [since 2026-11-01]',
    examples: ['export csv mine since 2026-11-01'],
    takes: formatAndFind,
    make: ({ format, find }) => ({ kind: 'export', find, format }),
  }),
  command({
    word: 'budget',
    also: ['quota'],
    operands: '[10.0.0.0/22 | 500 | off]',
    examples: ['budget', 'budget 10.0.0.0/22', 'budget 500', 'budget off'],
    takes: readBudget,
    make: (change) => ({ kind: 'budget', change }),
  }),
  command({
    word: 'settings',
    also: ['setting', 'config', 'preferences', 'réglages', 'réglage', 'préférences'],
    operands: '[language=fr] [cni=1.18] [quiet=on] [figure=held]',
    examples: ['settings language=fr quiet=on'],
    takes: readSettings,
    make: (changes) => ({ kind: 'settings', changes }),
  }),
] as const
