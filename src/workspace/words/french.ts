import type { Words } from './words.ts'

/** What the workspace and its page say of themselves, in French. */
export const french: Words = {
  // Le cadre
  aboutTeam: 'Un espace Slack sur cette machine',
  opening: 'Ouverture…',
  noAnswer: 'L’espace de travail ne répond pas.',
  connectionLost: 'La connexion est perdue. Nouvel essai…',
  notSent: 'Non envoyé : l’espace de travail ne répond pas. Votre ligne est toujours dans la zone.',
  waitingForBot: 'En attente du bot…',
  skipToBox: 'Aller à la zone de message',
  close: 'Fermer',
  back: 'Retour',
  cancel: 'Annuler',
  yes: 'Oui',
  areYouSure: 'Êtes-vous sûr ?',

  // La barre latérale
  channels: 'Canaux',
  directMessages: 'Messages directs',
  apps: 'Applications',
  unread: 'non lus',
  settings: 'Vous et cette page',
  youAre: 'Vous êtes',
  language: 'Langue',
  colours: 'Couleurs',
  coloursOfSystem: 'Du système',
  light: 'Claires',
  dark: 'Sombres',

  // Un canal, un fil, l’accueil
  examples: 'Exemples',
  traffic: 'Trafic',
  shortcuts: 'Raccourcis',
  send: 'Envoyer',
  completions: 'Suggestions',
  app: 'appli',
  channelKinds: { public: 'public', private: 'privé', direct: 'direct' },
  messagesIn: (channel) => `Messages de ${channel}`,
  messageTo: (channel) => `Message à ${channel}, ou /eksip aide`,
  nothingHere: 'Rien n’est encore écrit ici',
  chooseLine:
    'Choisissez une ligne à essayer. Elle est placée dans la zone de message ci-dessous ; Entrée l’envoie.',
  answerFirst:
    'Envoyez d’abord un exemple dans le canal : c’est sous sa réponse que commence un fil.',
  youAndBot: 'Vous et le bot',
  membersWithBot: (count) => `${count} membres, dont eksip`,
  membersWithoutBot: (count) =>
    `${count} membres, sans eksip : il répond aux commandes, et peut publier après /invite @eksip`,
  thread: 'Fil',
  closeThread: 'Fermer le fil',
  messagesInThread: 'Messages de ce fil',
  reply: 'Répondre… (@eksip pour interroger le bot)',
  home: 'Accueil d’eksip',
  noHome: 'L’application n’a pas publié d’accueil.',

  // Un message
  onlyYou: 'Visible de vous seul',
  edited: '(modifié)',
  replies: (count) => (count === 1 ? '1 réponse' : `${count} réponses`),
  replyInThread: 'Répondre dans un fil',
  messageActions: 'Actions sur le message',
  moreActions: 'Autres actions',
  copyLink: 'Copier le lien',
  linkCopied: 'Le lien est copié.',

  // Les blocs
  actions: 'Actions',
  cards: 'Cartes',
  table: 'Tableau',
  scrollsSideways: (label) => `${label} (défile latéralement)`,
  moreColumns: 'autres colonnes',
  previous: 'Précédente',
  next: 'Suivante',
  pagesOf: (caption) => `Pages de ${caption}`,
  pageOf: (page, pages) => `${page} sur ${pages}`,
  chartKinds: {
    line: 'Courbe',
    area: 'Graphique en aires',
    bar: 'Graphique en barres',
    pie: 'Graphique circulaire',
  },
  numbers: 'Les chiffres',
  value: 'Valeur',
  video: 'Vidéo :',
  file: 'Fichier',
  image: (about) => `[image : ${about}]`,
  notDrawn: (type) => `(${type} n’est pas dessiné ici)`,
  rawBlock: 'Un bloc que cette page ne sait pas dessiner',

  // Ce qui se remplit
  optional: '(facultatif)',
  moreOptions: 'Autres options',
  choices: 'Choix',
  chooseOption: 'Choisir une option',
  chooseOptions: 'Choisir des options',
  nothingFits: 'Aucun résultat',
  typeAtLeast: (count) => `Saisissez au moins ${count} caractères`,
  looking: 'Recherche…',
  remove: (what) => `Retirer ${what}`,
  date: 'Date',
  time: 'Heure',
  dateAndTime: 'Date et heure',
  chooseFiles: 'Choisir des fichiers',
  fileLimits: (most, types) =>
    `${most === 1 ? 'Un fichier' : `${most} fichiers au plus`}${types && ` : ${types}`}. On peut aussi les déposer ici.`,
  uploading: (name) => `Envoi de ${name}…`,
  notUploaded: (name) => `${name} n’a pas pu être envoyé.`,
  chosenFiles: 'Fichiers choisis',
  formatting: 'Mise en forme',
  formats: {
    bold: 'Gras',
    italic: 'Italique',
    strike: 'Barré',
    code: 'Code',
    bullet: 'Liste à puces',
    ordered: 'Liste numérotée',
  },
  formattedText: 'Texte mis en forme',

  // Ce qui ne va pas dans un formulaire
  required: 'Ce champ est obligatoire.',
  tooShort: (least) => `Saisissez au moins ${least} caractères.`,
  tooLong: (most) => `Saisissez au plus ${most} caractères.`,
  noNumber: 'Saisissez un nombre.',
  noWholeNumber: 'Saisissez un nombre entier.',
  tooSmall: (least) => `Saisissez ${least} ou plus.`,
  tooLarge: (most) => `Saisissez ${most} ou moins.`,
  noEmail: 'Saisissez une adresse e-mail valide.',
  noUrl: 'Saisissez une URL valide.',
  tooManyFiles: (most) =>
    most === 1 ? 'Choisissez un seul fichier.' : `Choisissez au plus ${most} fichiers.`,
  wrongFileType: (name, types) => `${name} n’est pas de l’un de ces types : ${types}.`,

  // Le trafic
  rawTraffic: 'Trafic brut',
  closeTraffic: 'Fermer le trafic brut',
  newestFirst: 'Du plus récent au plus ancien',
  nothingSent: 'Rien n’a encore été envoyé.',
  directions: { 'to the bot': 'vers le bot', 'from the bot': 'du bot' },
  proofs: {
    'signature accepted': 'signature acceptée',
    'signature refused': 'signature refusée',
    'token accepted': 'jeton accepté',
    'token refused': 'jeton refusé',
    none: 'aucune preuve',
    unknown: 'inconnue',
  },
  waiting: 'en attente',
  headers: 'En-têtes',
  request: 'Requête',
  answer: 'Réponse',
  awaited: '(attendue)',
  empty: '(vide)',

  // Ce que disent les codes de Slack à qui vient de cliquer
  failed: (meaning) => `Échec : ${meaning}`,
  failures: {
    operation_timeout: 'le bot n’a pas répondu en 3 secondes',
    dispatch_failed: 'le bot n’a pas pu être joint',
    http_service_error: 'le bot a répondu par une erreur',
    workspace_unreachable: 'l’espace de travail ne répond pas ; tourne-t-il encore ?',
    message_not_found: 'ce message n’existe plus',
    expired_trigger_id: 'le bot a répondu trop tard pour ouvrir un formulaire',
  },

  // Ce que Slackbot dit dans un canal
  noUser: (name) => `Pas d’utilisateur ${name} dans cet espace de travail.`,
  joined: (user) => `<@${user}> est maintenant dans ce canal.`,
  left: (user) => `<@${user}> n’est plus dans ce canal.`,
  directNotArchived: 'Une conversation directe ne peut pas être archivée.',
  archivedNow: 'Ce canal est maintenant archivé : on peut le lire, personne ne peut y écrire.',
  archived: 'Ce canal est archivé.',
  notAMember: (bot) =>
    `<@${bot}> n’est pas dans ce canal. Envoyez \`/invite @eksip\` et redemandez.`,
  notInThreads: (command) => `${command} n’est pas disponible dans les fils. Désolé !`,
  commandFailed: (command, error) => `${command} a échoué avec l’erreur « ${error} »`,
  noCommand: (command) =>
    `${command} n’est pas une commande valide. Dans Slack, tout message qui commence par « / » est ` +
    'pris pour une commande.\n\nPour envoyer un message plutôt qu’une commande, mettez une espace ' +
    'avant le « / ».',
}
