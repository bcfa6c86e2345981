export const slowDown = (seconds: number) =>
  `C’est plus que ce que je peux traiter à la fois. Merci d’attendre ${seconds === 1 ? 'une seconde' : `${seconds} secondes`} puis de renvoyer la ligne ; rien n’a été enregistré.`
export const share: string = 'Partager dans le canal'
export const sharedBy: string = 'Partagé par'
export const shared: string = 'Partagé dans le canal.'
export const cannotShare: string =
  'Ce calcul ne peut plus être montré ici\u202f: il a été supprimé, ou vous ne pouvez pas le voir.'

export const page = {
  about: (run: string, workspace: string) =>
    `Ceci est l’adresse de ${run} dans l’espace de travail Slack ${workspace}.`,
  how: 'Sa réponse se lit dans Slack :',
}

export const invite = (bot: string) =>
  `Je ne suis pas membre de ce canal, donc personne ne peut m’y interroger dans un fil. Pour m’inviter\u202f: \`/invite ${bot}\``
