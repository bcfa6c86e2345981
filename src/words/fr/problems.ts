import type { OfRun, Problem } from '../../command/problem.ts'
import type { ScenarioLimit } from '../../scenario/limits.ts'
import { ANY_RUN, alternatives, characterCode, examplePair, shown } from '../shown.ts'
import { number } from './numbers.ts'

/**
 * One mistake in a plain sentence or two: what was found, and what would be right. `run` is one to
 * give examples with.
 */
export function problemText(problem: Problem, run = ANY_RUN): string {
  return [whatIsWrong(problem, run), ...whatWasMeant(problem)].join(' ')
}

function whatWasMeant(problem: Problem): readonly string[] {
  if (problem.code === 'nodes-asked') return []
  const names = 'nearest' in problem ? problem.nearest : [problem.suggestion ?? '']
  const guesses = alternatives(names.filter(Boolean).map(shown), 'ou')
  return guesses ? [`Vouliez-vous dire ${guesses} ?`] : []
}

function whatIsWrong(problem: Problem, newest: number): string {
  const run = `#${newest}`
  const typed = shown(problem.text)
  switch (problem.code) {
    case 'unknown-word':
      return `Je ne connais pas ${typed}.`
    case 'unknown-type':
      return `Je ne connais pas le type d’instance ${typed}.`
    case 'refused-character':
      return `La ligne contient un caractère invisible (${characterCode(problem.text)}) ; enlevez-le.`
    case 'not-a-number':
      return `${typed} n’est pas un nombre entier en chiffres simples${problem.suggestion ? '' : `, comme ${numberExample(problem.word)}`}.`
    case 'number-without-unit':
      return `${typed} est seul : des nœuds ou des pods ?`
    case 'too-large':
      return `${typed} est trop grand ; la limite est ${number(problem.most)} ${limitName(problem.limit, problem.word)}.`
    case 'too-small':
      return `${typed} est trop petit ; il faut au moins ${number(problem.least)}.`
    case 'value-missing':
      return `${typed} demande un nombre, comme \`${problem.word}=2\`.`
    case 'nodes-asked':
      return problem.suggestion === null
        ? 'C’est à vous de dire combien il y a de nœuds, par exemple `2 nœuds`.'
        : `C’est à vous de dire combien il y a de nœuds ; il faut à ces pods au moins ${shown(problem.suggestion)}.`
    case 'not-a-switch':
      return `${typed} n’est ni oui ni non ; écrivez \`${problem.word}\` ou \`${problem.word}=non\`.`
    case 'repeated':
      return `${typed} donne ${problem.word === 'as' ? 'un nom' : problem.word} une deuxième fois ; gardez l’un des deux.`
    case 'second-type':
      return `${typed} commence un autre groupe de nœuds ; mettez un \`+\` devant.`
    case 'type-missing':
      return typeMissing(problem, run)
    case 'too-many-groups':
      return `Une ligne prend ${number(problem.most)} groupes de nœuds au plus ; demandez les autres à part.`
    case 'too-many-enis':
      return `${typed} est trop grand ; la limite de ${problem.type} est ${number(problem.most)} ENI.`
    case 'name-missing':
      return 'Quel nom ? Écrivez-en un, comme `prod-bleu`, ou plusieurs mots entre guillemets.'
    case 'name-in-parts':
      return 'Un nom de plusieurs mots se met entre guillemets.'
    case 'name-too-long':
      return `Ce nom dépasse ${number(problem.most)} caractères.`
    case 'unclosed-quote':
      return `Le guillemet ouvert dans ${typed} n’est pas fermé.`
    case 'line-too-long':
      return `Cette ligne dépasse ${number(problem.most)} caractères, le plus que je lise.`
    case 'unknown-run':
      return `${typed} n’est aucun calcul que je connaisse.`
    case 'deleted-run':
      return `#${number(problem.number)} a été supprimé.`
    case 'unreadable-run':
      return `Cette version d’eksip ne sait pas lire #${number(problem.number)}.`
    case 'no-run-yet':
      return 'Rien n’a encore été demandé ici.'
    case 'no-conversation':
      return 'Je ne connais encore aucun scénario dans cette conversation. Demandez-en un d’abord : `t3.2xlarge 2 nœuds 27 pods`.'
    case 'reference-missing':
      return problem.least > 1
        ? `\`${problem.word}\` demande au moins ${number(problem.least)} calculs, comme \`${problem.word} ${examplePair(newest)}\`.`
        : `\`${problem.word}\` demande un calcul, comme \`${run}\`, \`dernier\` ou un nom enregistré.`
    case 'too-many-references':
      return `Je compare ${number(problem.most)} calculs au plus.`
    case 'not-a-reference':
      return `${typed} ne désigne aucun calcul ; écrivez \`${run}\`, \`dernier\` ou un nom enregistré.`
    case 'unknown-name':
      return `Aucun calcul ne s’appelle ${typed}.`
    case 'unknown-topic':
      return `Il n’y a pas d’aide sur ${typed}.`
    case 'unexpected':
      return `${typed} est de trop après \`${problem.word}\`.`
    case 'wrong-value':
      return `${typed} n’est pas possible ; écrivez \`${problem.word}\` avec ${alternatives(problem.values.map(shown), 'ou')}.`
    case 'not-a-date':
      return `${typed} n’est pas un jour ; écrivez par exemple \`2026-11-20\`.`
    case 'author-missing':
      return `De qui ? Écrivez \`par @ada\`, ou \`moi\`.`
    case 'which-group':
      if (problem.types.length === 1) {
        return `Plusieurs groupes de nœuds sont des ${alternatives(problem.types.map(shown), 'et')} : je ne sais pas pour lequel est ${typed}. Mettez \`tous:\` devant pour chacun des groupes, ou redemandez le scénario en entier.`
      }
      return `Pour quel groupe de nœuds est ${typed} : ${alternatives(problem.types.map(shown), 'ou')} ? Mettez devant \`et-si\`, le calcul et le type, ou \`tous:\` pour chacun d’eux.`
    case 'no-such-group':
      return problem.types.length === 0
        ? `${typed} enlève un groupe de nœuds ; il faut pour cela un scénario antérieur : \`et-si ${run} sans m5.large\`.`
        : `${typed} ne correspond à aucun groupe de nœuds de ce scénario, qui a ${alternatives(problem.types.map(shown), 'et')}.`
    case 'last-group':
      return `${typed} ne laisserait aucun groupe de nœuds.`
    case 'kept-too-large':
      return `Ce scénario a \`${problem.word}=${problem.value}\` ; la limite de ${problem.type} est ${number(problem.most)} ENI.`
    case 'not-a-subnet':
      return `${typed} n’est pas un sous-réseau d’un VPC, de /16 à /28 ; écrivez \`subnet=10.0.0.0/22\`, ou \`subnet=/24\` pour sa seule taille.`
    case 'overlapping-subnets':
      return problem.first === problem.second
        ? `${shown(problem.first)} est là deux fois ; ses adresses ne comptent qu’une fois.`
        : `${shown(problem.first)} et ${shown(problem.second)} se chevauchent ; leurs adresses compteraient deux fois.`
    case 'too-many-subnets':
      return `Une ligne prend ${number(problem.most)} sous-réseaux au plus.`
    case 'unknown-version':
      return `${typed} n’est pas une version du VPC CNI que je connaisse ; écrivez par exemple \`cni=1.18\`.`
  }
}

function typeMissing({ asks, suggestion }: TypeMissing, run: string): string {
  if (suggestion !== null) return 'Quel type d’instance ? Nommez-en un, comme `t3.2xlarge`.'
  if (asks === null || asks === 'what-if') {
    return `Quel type d’instance ? Nommez-en un, comme \`t3.2xlarge\`, ou changez un scénario antérieur : \`et-si ${run} 40 pods\`.`
  }
  const word = WORDS[asks]
  return `Quel type d’instance, ou quel calcul ? Écrivez \`${word} t3.2xlarge 15 pods\`, ou \`${word} ${run}\`.`
}

type TypeMissing = Extract<Problem, { code: 'type-missing' }>

/** À une ligne qui ne peut parler que d’un calcul, quand il n’y en a pas encore. */
export function noRunTo(asks: OfRun): string {
  return `Il n’y a encore ici aucun calcul à ${VERBS[asks]}. Commencez par en demander un : \`t3.2xlarge 2 nœuds 27 pods\`.`
}

const WORDS = { why: 'pourquoi', chart: 'graphique', apply: 'appliquer' } as const

const VERBS: Readonly<Record<OfRun, string>> = {
  'what-if': 'changer',
  why: 'expliquer',
  chart: 'dessiner',
  apply: 'appliquer',
}

function numberExample(word: string | null): string {
  return word === null ? '`27`' : `\`${word}=2\``
}

function limitName(limit: ScenarioLimit, word: string): string {
  switch (limit) {
    case 'groups':
      return 'groupes de nœuds'
    case 'nodes':
      return 'nœuds par groupe'
    case 'pods':
      return 'pods par groupe'
    case 'podsPerNode':
      return 'pods par nœud'
    case 'target':
    case 'maxPods':
      return `pour ${word}`
    case 'enis':
      return 'ENI'
    case 'ipv4PerEni':
      return 'adresses par ENI'
    case 'freeAddresses':
      return 'adresses libres'
  }
}

export const intro = (count: number) =>
  count === 1
    ? 'Une chose m’a arrêté dans cette ligne ; rien n’est enregistré.'
    : `${number(count)} choses m’ont arrêté dans cette ligne ; rien n’est enregistré.`
export const more = (count: number) => `et ${number(count)} de plus.`
export const seeHelp: string = '`aide` donne tous les mots que je connais.'
export const confirmDelete = (line: string) => ({
  title: 'Supprimer ce calcul ?',
  text: `« ${line} » le retire de l’historique pour de bon. Son numéro reste pris.`,
  yes: 'Supprimer',
  no: 'Le garder',
})
export const askCorrected: string = 'Demander la ligne corrigée'
