import { counted, number } from './numbers.ts'

export const comes: string = 'Le fichier vous arrive en message direct avec eksip.'
export const holds = (runs: number) =>
  `${counted(runs, 'calcul', 'calculs')}, du plus récent au plus ancien.`
export const cut = (megabytes: number, line: string) =>
  `Ce n’est pas tout : un fichier contient au plus ${number(megabytes)} Mo. La suite : \`${line}\`. Ou demandez-en moins, par exemple avec \`depuis 2026-11-01\` ou \`type=m5.large\`.`
export const empty: string = 'Aucun calcul ne correspond ; aucun fichier n’a donc été envoyé.'
export const busy: string =
  'Beaucoup de fichiers sont en route en ce moment, et le vôtre n’a pas été envoyé. Merci de renvoyer la ligne dans une minute.'
export const notRead: string =
  'Les calculs n’ont pas pu être lus à temps ; aucun fichier n’a été envoyé. Ils sont tous conservés : merci de renvoyer la ligne dans une minute, ou d’en demander moins, par exemple avec `depuis 2026-11-01` ou `type=m5.large`.'
export const notAllowed: string =
  'Je n’ai pas encore le droit d’envoyer des fichiers ici : mon installation date d’avant. Merci de demander à un administrateur de cet espace de travail de me réinstaller, ce qui ajoute `files:write` et `im:write` ; puis renvoyez la ligne.'
export const later = (seconds: number) =>
  `Slack ne prend pas le fichier pour l’instant. Merci de renvoyer la ligne dans ${counted(seconds, 'seconde', 'secondes')}.`
export const refused = (reason: string) =>
  `Slack ne prend pas le fichier (\`${reason}\`). Un administrateur de cet espace de travail peut dire si les applications ont le droit d’envoyer des fichiers ; en attendant, \`historique\` montre les calculs ici.`
export const unknown: string =
  'Je ne peux pas dire si le fichier vous est parvenu. Merci de regarder dans notre message direct ; s’il n’y est pas, renvoyez la ligne.'
