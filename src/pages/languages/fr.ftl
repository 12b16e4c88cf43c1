# Les mots des pages, en français.

## Every page

page-title-error = Erreur : { $heading } – { $site }
page-title = { $heading } – { $site }
language = Langue :
not-you = Ce n’est pas vous ?
start-over = Recommencer

## Services of others, to sign in with

provider-of-several = { $name } ({ $number })

## What can be set up, and what each is good for

enroll-good-for-password = Un mot ou une phrase que vous seul connaissez.
enroll-good-for-email = Un code ou un lien par e-mail.
enroll-good-for-phone = Un code par SMS ou par appel.
enroll-good-for-phone-messages = Un code par SMS.
enroll-good-for-app = Approuvez les connexions d’un geste sur votre téléphone.
enroll-good-for-code-app = Une application affiche un code sur votre téléphone, même sans réseau.
enroll-good-for-code-device = Un petit appareil que vous gardez sur vous affiche un code.
enroll-good-for-passkey = Votre empreinte, votre visage, un code PIN ou une clé à brancher. Rien à retenir.
enroll-good-for-question = Une question à laquelle vous seul pouvez répondre.
enroll-good-for-account = Un compte que vous avez ailleurs.
enroll-good-for-card = Une carte et un lecteur.
enroll-good-for-badge = Un badge à approcher de votre téléphone.
enroll-only-for-recovery = Uniquement si vous ne pouvez plus vous connecter.
enroll-badge-date = Peut attendre jusqu’au { $date }
enroll-badge-skips = { $count ->
    [one] Peut attendre encore { $count } fois
   *[other] Peut attendre encore { $count } fois
}
enroll-badge-now = Nécessaire maintenant

## What to do in an application or on another device

guide-qr-install = Installez { $name } sur votre téléphone.
guide-qr-add = Ouvrez l’application et ajoutez un compte professionnel.
guide-qr-scan = Scannez le code ci-dessous.
guide-here-install = Installez { $name } sur cet appareil, si ce n’est pas déjà fait.
guide-here-add = Ouvrez l’application et ajoutez un compte professionnel.
guide-here-address = Quand une adresse est demandée, saisissez { $address }.
guide-other-open = Ouvrez { $name } sur un appareil où vous l’utilisez déjà.
guide-other-open-on = Ouvrez { $name } sur l’un de ces appareils : { $devices }.
guide-other-add = Choisissez-y votre compte, puis ajoutez un autre appareil.
guide-other-confirm = Confirmez sur cet autre appareil que c’est bien vous.
guide-open = Ouvrir { $name }
guide-get = Installer { $name }

channel-qrcode = Pour un téléphone ou une tablette à côté de cet écran.
channel-email = Nous envoyons un lien à ouvrir sur votre téléphone.
channel-sms = Nous envoyons un lien à ouvrir sur votre téléphone.
channel-samedevice = Pour l’application de l’appareil que vous utilisez maintenant.
channel-devicebootstrap = Pour un appareil sur lequel vous utilisez déjà l’application.

device-store-apple = Installez Okta Verify depuis l’App Store.
device-store-google = Installez Okta Verify depuis Google Play.
device-store-other = Installez Okta Verify sur cet appareil.
device-add-account = Ouvrez l’application et ajoutez un compte professionnel.
device-address = Quand une adresse est demandée, saisissez { $address }.
device-follow = Configurez votre appareil avec le bouton ci-dessous et suivez les instructions.
device-restart = Une fois terminé, fermez cette page.
device-come-back = Retournez ensuite à ce que vous vouliez ouvrir et connectez-vous à nouveau.

## Steps with a purpose of their own

purpose-next-code-heading = Saisissez le code suivant
purpose-next-code-lead = Attendez que { $name } affiche un autre code, puis saisissez-le.
purpose-next-code-button = Vérifier

purpose-touch-heading = Touchez votre { $name }
purpose-touch-lead = Branchez la clé et touchez-la : elle saisit le code pour vous.
purpose-touch-button = Vérifier
purpose-touch-enroll-heading = Configurer { $name }
purpose-touch-enroll-lead = Branchez la clé et touchez-la : elle saisit le code pour vous.
purpose-touch-enroll-button = Configurer

purpose-two-codes-heading = Configurer { $name }
purpose-two-codes-lead = Saisissez l’identifiant de l’appareil, puis deux codes affichés l’un après l’autre.
purpose-two-codes-button = Configurer

purpose-token-enroll-heading = Configurer { $name }
purpose-token-enroll-lead = Saisissez le nom que vous y utilisez et le code affiché.
purpose-token-enroll-button = Configurer

purpose-passkey-heading = Utilisez votre clé d’accès
purpose-passkey-lead = Votre appareil demande votre empreinte, votre visage, un code PIN ou votre clé de sécurité.
purpose-passkey-button = Continuer
purpose-passkey-enroll-heading = Configurer une clé d’accès
purpose-passkey-enroll-lead = Votre appareil demande votre empreinte, votre visage, un code PIN ou une clé de sécurité. Il n’y a rien à retenir.
purpose-passkey-enroll-button = Configurer
purpose-passkey-promoted-heading = Connectez-vous plus vite la prochaine fois
purpose-passkey-promoted-lead = Avec une clé d’accès, votre empreinte, votre visage ou un code PIN remplace les codes et les mots de passe.
purpose-passkey-promoted-button = Créer une clé d’accès

purpose-not-sent-heading = Recevoir un code
purpose-not-sent-lead = Faites-le envoyer à { $place }, puis saisissez-le ici.
purpose-not-sent-button = Vérifier
purpose-email-or-link-heading = Consultez vos e-mails
purpose-email-or-link-lead = Nous avons envoyé un code à { $place }. Saisissez-le ici ou ouvrez le lien de l’e-mail. Cela peut prendre une minute.
purpose-email-or-link-button = Vérifier

purpose-pin-enroll-heading = Choisissez un code PIN
purpose-pin-enroll-lead = Vous le saisirez chaque fois que vous utiliserez { $name }.
purpose-pin-enroll-button = Définir le code PIN
purpose-badge-enroll-heading = Configurer { $name }
purpose-badge-enroll-lead = Ouvrez Okta Verify, puis approchez le badge du dos de votre téléphone.
purpose-badge-enroll-button = Continuer
purpose-badge-heading = Utiliser { $name }
purpose-badge-lead = Approchez votre badge du dos de votre téléphone.
purpose-badge-button = Continuer

purpose-push-heading = Vérifier avec { $name }
purpose-push-lead = Nous demandons votre accord sur { $place }.
purpose-push-button = Envoyer une notification
purpose-fastpass-heading = Vérifier avec { $name }
purpose-fastpass-lead = { $name } confirme sur cet appareil que c’est bien vous.
purpose-fastpass-button = Utiliser Okta FastPass

purpose-recovery-choice-heading = Réinitialisez votre mot de passe
purpose-recovery-choice-lead = Choisissez d’abord comment prouver que c’est bien vous.
purpose-recovery-choice-button = Continuer

purpose-channel-heading = Configurer { $name }
purpose-channel-lead = Choisissez ce qui vous convient : le résultat est le même.
purpose-channel-button = Continuer

purpose-password-elsewhere-heading = Changez votre mot de passe
purpose-password-elsewhere-lead = Votre mot de passe a expiré. Changez-le sur { $place }, puis revenez ici et connectez-vous.
purpose-password-elsewhere-button = Continuer

purpose-admin-consent-heading = Donner accès à votre organisation ?
purpose-admin-consent-lead = { $place } pourrait faire ceci pour tous les membres de votre organisation :
purpose-admin-consent-button = Autoriser l’accès

purpose-open-app-heading = Vérifier avec Okta Verify
purpose-open-app-lead = Ouvrez l’application sur cet appareil pour continuer. Si rien ne se passe, installez-la d’abord ou connectez-vous d’une autre façon.
purpose-open-app-button = Continuer
purpose-browser-checks-heading = Un instant
purpose-browser-checks-lead = Votre navigateur et votre organisation vérifient cet appareil.
purpose-browser-checks-button = Continuer
purpose-device-confirms-heading = Vérifier avec cet appareil
purpose-device-confirms-lead = Votre appareil confirme que c’est bien vous. Votre empreinte, votre visage ou votre code peut être demandé.
purpose-device-confirms-button = Continuer
purpose-no-answer-heading = Connectez-vous d’une autre façon
purpose-no-answer-lead = Okta Verify n’a pas répondu sur cet appareil.
purpose-no-answer-button = Continuer

purpose-card-heading = Se connecter avec une carte à puce
purpose-card-lead = Insérez d’abord votre carte dans le lecteur.
purpose-card-button = Continuer
purpose-card-factor-heading = Utilisez votre carte à puce
purpose-card-factor-lead = Insérez d’abord votre carte dans le lecteur. Vous passez un instant sur une autre page, puis revenez ici.
purpose-card-factor-button = Continuer

purpose-card-enroll-heading = Configurer votre carte à puce
purpose-card-enroll-lead = Insérez d’abord votre carte dans le lecteur. Vous passez un instant sur une autre page, puis revenez ici.
purpose-card-enroll-button = Continuer
purpose-account-enroll-heading = Associer { $name }
purpose-account-enroll-lead = Vous vous y connectez une fois, puis revenez ici.
purpose-account-enroll-button = Continuer
purpose-phone-enroll-heading = Configurer votre téléphone
purpose-phone-enroll-lead = Nous enverrons un code pour vérifier que nous pouvons vous joindre.
purpose-phone-enroll-button = Envoyer le code
purpose-call-enroll-heading = Répondez au téléphone
purpose-call-enroll-lead = Nous appelons { $place }. Saisissez le code que vous entendez.
purpose-call-enroll-button = Vérifier
purpose-secret-enroll-heading = Configurer { $name }
purpose-secret-enroll-lead = Ajoutez-y un compte avec cette clé, puis saisissez le code affiché.
purpose-secret-enroll-button = Vérifier
purpose-look-for-app-heading = Vérifier avec Okta Verify
purpose-look-for-app-lead = Nous cherchons l’application sur cet appareil. Votre empreinte, votre visage ou votre code peut être demandé.
purpose-look-for-app-button = Continuer

purpose-busy-heading = Patientez un instant
purpose-busy-lead = Le service de connexion est très sollicité. Nous réessayons automatiquement et rien n’est perdu.
purpose-busy-button = Vérifier à nouveau

purpose-activation-heading = Recevoir un nouvel e-mail d’activation
purpose-activation-lead = Nous vous envoyons un autre lien pour activer votre compte.
purpose-activation-button = Envoyer l’e-mail

purpose-profile-heading = Complétez votre profil
purpose-profile-lead = Il nous manque quelques informations. Elles ne sont demandées qu’une fois.
purpose-profile-button = Continuer

## Questions that belong together in a form about a person

profile-address = Adresse

## Facts beside a step

identity-terms = Conditions d’utilisation
identity-privacy = Politique de confidentialité
identity-read = Avant de continuer, vous pouvez lire :

## Ends: what is called so, what it means

end-link-expired-lead = Il est trop ancien. Retournez là où vous l’avez demandé et renvoyez-le.
end-link-used-lead = Il a déjà servi, ou un lien plus récent a été envoyé. Retournez là où vous l’avez demandé.
end-link-broken-lead = Ce lien n’est pas correct. Retournez là où vous l’avez demandé et renvoyez-le.
end-moved-lead = Vous avez continué dans un autre onglet.
end-confirmed-heading = Votre adresse e-mail est confirmée
end-confirmed-lead = Retournez dans l’onglet où vous avez commencé. Vous pouvez fermer cette page.
end-your-code-lead = Retournez là où vous avez commencé à vous connecter et saisissez-y ce code.
end-refused-lead = Personne n’a obtenu l’accès. Si la demande venait de vous, recommencez.
end-check-email-lead = Nous vous avons envoyé un e-mail. Ouvrez le lien qu’il contient pour continuer ; vous pouvez fermer cette page.
end-activation-sent-lead = Nous vous avons envoyé un e-mail avec un nouveau lien. Ouvrez-le pour activer votre compte.
end-activation-expired-lead = Le lien d’activation de votre compte est trop ancien. Demandez-en un nouveau à votre administrateur.
end-activation-missing-lead = Votre compte est peut-être déjà actif : dans ce cas, connectez-vous. Sinon, demandez un nouveau lien à votre administrateur.
end-reset-link-lead = Le lien de réinitialisation de votre mot de passe est trop ancien ou a déjà servi. Connectez-vous et choisissez « Mot de passe oublié ? » pour en recevoir un nouveau.
end-recovered-lead = Connectez-vous avec le nouveau mot de passe.
end-unlocked-lead = Vous pouvez vous connecter comme d’habitude.
end-unlocked-landed-lead = Prouvez maintenant que c’est bien vous.
end-reset-not-possible-heading = Vous ne pouvez pas réinitialiser votre mot de passe ici
end-unlock-not-possible-heading = Vous ne pouvez pas déverrouiller votre compte ici
end-ask-administrator-lead = Votre administrateur peut vous aider.
end-device-connected-lead = Continuez sur l’appareil. Vous pouvez fermer cette page.
end-device-denied-lead = Vous avez refusé. Si vous changez d’avis, recommencez sur l’appareil.
end-device-fault-lead = Un problème est survenu. Recommencez sur l’appareil.
end-too-often-lead = Il y a eu trop d’essais en peu de temps. Attendez quelques minutes, puis réessayez.
end-not-now-lead = Le service de connexion rencontre un problème. Rien n’est perdu ; réessayez dans un instant.
end-maintenance-lead = Le service de connexion est en maintenance. Réessayez plus tard.
end-no-access-heading = Vous n’avez pas accès
end-no-access-lead = Votre compte n’est pas autorisé à faire cela. Si c’est une erreur, adressez-vous à votre administrateur.
end-not-assigned-lead = Votre compte n’est pas configuré pour cette application. Demandez l’accès à votre administrateur.
end-registration-failed-heading = Votre compte n’est pas encore créé
end-not-possible-heading = Cela n’est pas possible ici
continue = Continuer
verify = Vérifier
go-back = Retour
start-again = Recommencer
read-more = En savoir plus :

## Signing in

sign-in = Se connecter
continue-signing-in-heading = Poursuivre la connexion
wait-heading = Patientez un instant
skip-heading = Vous pouvez le faire plus tard
redirect-and-back = Vous y passez un instant, puis revenez ici.
continue-for-now = Continuer pour l’instant
stay-signed-in-heading = Rester connecté ?
stay-signed-in-where = Sur un appareil que vous seul utilisez, cela fait gagner du temps.
stay-signed-in = Rester connecté
stay-signed-in-refuse = Ne pas rester connecté

## Proving who one is

verify-heading = Prouvez que c’est bien vous
verify-choose = Choisissez comment prouver que c’est bien vous.
verify-with-heading = Vérifier avec { $authenticator }
verify-identity-heading = Vérifiez votre identité
verify-identity-by-service = Un service auquel votre organisation fait confiance vérifie qui vous êtes, puis vous ramène ici.
okta-verify-heading = Vérifier avec Okta Verify
okta-verify-looking = Nous cherchons l’application sur cet appareil.
open-okta-verify = Ouvrir Okta Verify
security-question-heading = Répondez à votre question de sécurité
pin-heading = Saisissez votre code PIN
needs-script = Cette page ne permet pas encore cette étape. Demandez une autre méthode à votre administrateur.
needs-script-other-way = Cette page ne permet pas encore cette étape. Choisissez une autre méthode.

## Codes

code-heading = Saisissez votre code
code-shown-by-app = Ouvrez { $authenticator } et saisissez le code affiché.
code-from-device = Saisissez le code affiché par { $authenticator }.
access-code-heading = Saisissez votre code d’accès
access-code-from = Votre administrateur vous l’a donné.
check-email-heading = Consultez vos e-mails
email-code-sent-to = Nous avons envoyé un code à { $place }. Cela peut prendre une minute.
email-code-sent = Nous vous avons envoyé un code. Cela peut prendre une minute.
check-phone-heading = Consultez votre téléphone
text-message-sent-to = Nous avons envoyé un SMS avec un code au { $place }.
text-message-sent = Nous vous avons envoyé un SMS avec un code.
code-sent-to = Nous avons envoyé un code à { $place }.
code-sent-to-phone = Nous avons envoyé un code sur votre téléphone.
call-heading = Répondez au téléphone
calling-to = Nous appelons le { $place }. Saisissez le code que vous entendez.
calling = Nous vous appelons. Saisissez le code que vous entendez.
code-by-email-heading = Recevoir un code par e-mail
code-by-email-to = Nous l’enverrons à { $place }.
code-by-email = Nous l’enverrons à votre adresse.
code-by-phone-heading = Recevoir un code par téléphone
code-by-phone-to = Il est envoyé au { $place }.
code-by-phone = Il est envoyé sur votre téléphone.

## Approving on a telephone

push-choose-number = Ouvrez { $authenticator } et choisissez ce nombre pour approuver la connexion.
push-approve = Approuvez la connexion dans { $authenticator }.
waiting-for-phone = En attente de votre téléphone…
waiting-for-email = En attente de votre e-mail…
waiting = En attente…

## Passwords

password-heading = Saisissez votre mot de passe
choose-password-heading = Choisissez un mot de passe
new-password-heading = Choisissez un nouveau mot de passe
change-password-heading = Changez votre mot de passe
reset-password-heading = Réinitialisez votre mot de passe
reset-password-who = Dites-nous d’abord qui vous êtes.
set-password = Définir le mot de passe
password-has-run-out = Votre mot de passe a expiré.
password-runs-out = { $days ->
    [0] Votre mot de passe expire aujourd’hui. Changez-le maintenant ou plus tard.
    [1] Votre mot de passe expire demain. Changez-le maintenant ou plus tard.
   *[other] Votre mot de passe expire dans { $days } jours. Changez-le maintenant ou plus tard.
}
password-runs-out-soon = Votre mot de passe expire bientôt. Changez-le maintenant ou plus tard.
change-password-at = Le changer sur { $place }
password-rules = Votre mot de passe doit respecter ces règles
password-rule-length = { $count ->
    [one] Au moins un caractère
   *[other] Au moins { $count } caractères
}
password-rule-upper-case = { $count ->
    [one] Une majuscule
   *[other] { $count } majuscules
}
password-rule-lower-case = { $count ->
    [one] Une minuscule
   *[other] { $count } minuscules
}
password-rule-numbers = { $count ->
    [one] Un chiffre
   *[other] { $count } chiffres
}
password-rule-symbols = { $count ->
    [one] Un symbole
   *[other] { $count } symboles
}
password-rule-repeating = { $count ->
    [one] Jamais deux fois de suite le même caractère
   *[other] Le même caractère au plus { $count } fois de suite
}
password-rule-username = Aucune partie de votre nom d’utilisateur
password-rule-first-name = Pas votre prénom
password-rule-last-name = Pas votre nom de famille
password-rule-history = { $count ->
    [one] Pas votre dernier mot de passe
   *[other] Aucun de vos { $count } derniers mots de passe
}

## Setting up

set-up-heading = Configurez votre façon de vous connecter
set-up-another = Ajoutez une autre façon de prouver que c’est bien vous, ou faites-le plus tard.
set-up-first = Choisissez ce que vous voulez configurer d’abord.
set-up-differently-heading = Configurer d’une autre façon
set-up-it-heading = Configurer
set-up-with-heading = Configurer { $authenticator }
set-up-phone-heading = Configurer votre téléphone
set-up-phone-check = Nous enverrons un code pour vérifier que nous pouvons vous joindre.
set-up-question-heading = Configurer une question de sécurité
set-up-question-answer = Choisissez une réponse que vous seul connaissez et qui ne change pas.
set-up-okta-verify-heading = Configurer Okta Verify
set-up-okta-verify-where = Où devons-nous envoyer le lien ?
set-up-scan-with = Scannez ce code avec { $authenticator }, puis saisissez le code affiché.
set-up-on-this-device = Ouvrez { $authenticator } sur cet appareil et ajoutez-y votre compte.
set-up-from-other-device = Ouvrez { $authenticator } sur un appareil où vous l’utilisez déjà et ajoutez-y celui-ci.
set-up-install-and-scan = Installez { $authenticator } sur votre téléphone, ajoutez un compte et scannez ce code.
link-sent-to = Nous avons envoyé un lien à { $place }. Ouvrez-le sur votre téléphone.
link-sent-by-email = Nous vous avons envoyé un e-mail avec un lien. Ouvrez-le sur votre téléphone.
link-sent-by-text-message = Nous vous avons envoyé un SMS avec un lien. Ouvrez-le sur votre téléphone.
key-instead = Impossible de le scanner ? Saisissez plutôt cette clé :
key-to-type = Saisissez cette clé dans l’application :
qr-code-for = Code QR qui configure { $authenticator }
qr-code-for-app = Code QR qui configure votre application

## Accounts

sign-up-heading = Créez votre compte
sign-up = S’inscrire
profile-heading = Complétez votre profil
unlock-account-heading = Déverrouillez votre compte
unlock-account-who = Dites-nous qui vous êtes et comment le vérifier.
activation-email-heading = Recevoir un nouvel e-mail d’activation
send-the-email = Envoyer l’e-mail

## Devices

connect-device-heading = Connectez votre appareil
connect-device-code = Saisissez le code affiché par votre appareil.
device-attention-heading = Votre appareil demande votre attention
device-set-up-heading = Configurez votre appareil
device-set-up-for = { $organization } n’accepte que les appareils gérés par ses soins. Configurez le vôtre, puis connectez-vous à nouveau.
device-set-up = Seuls les appareils gérés sont acceptés ici. Configurez le vôtre, puis connectez-vous à nouveau.
device-set-up-button-with = Configurer avec { $vendor }
device-set-up-button = Configurer cet appareil
fact-managed-with = Géré avec

## Giving access

consent-heading = Donner accès à votre compte ?
consent-asked-by = { $application } souhaite :
consent-asked = Cette application souhaite :
consent-allow = Autoriser l’accès
consent-refuse = Ne pas autoriser
scopes-always = Toujours inclus
email-consent-heading = Venez-vous d’essayer de vous connecter ?
email-consent-if-not = Si ce n’était pas vous, répondez non : personne n’obtiendra l’accès.
email-consent-allow = Oui, c’était moi
email-consent-refuse = Non, ce n’était pas moi

## Buttons that send something

send-again = Renvoyer
send-code = Envoyer le code
send-link = Envoyer le lien
send-text-message = Envoyer un SMS
send-email = M’envoyer un e-mail
send-push = Envoyer une notification
call-me = M’appeler
check-now = Vérifier maintenant
check-again = Vérifier à nouveau

## Other ways, offered as links below what a page is for

way-forgot-password = Mot de passe oublié ?
way-forgot-pin = Code PIN oublié ?
way-lost-authenticator = Vous ne l’avez plus ?
way-send-code-again = Renvoyer le code
way-new-code = Recevoir un nouveau code
way-link-opened = J’ai ouvert le lien de l’e-mail
way-sign-in-differently = Se connecter d’une autre façon
way-other-authenticator = Utiliser une autre méthode
way-set-up-something-else = Configurer autre chose
way-other-channel = Configurer d’une autre façon
way-unlock-account = Déverrouiller votre compte
way-have-account = J’ai déjà un compte
way-sign-in-with-username = Se connecter avec un nom d’utilisateur
way-okta-fastpass = Se connecter avec Okta FastPass
way-change-number = Modifier le numéro
way-passkey = Se connecter avec une clé d’accès
way-create-passkey = Créer une clé d’accès
way-where-to-send = Indiquer où envoyer le lien
way-badge = Se connecter avec votre badge
way-new-activation-email = Recevoir un nouvel e-mail d’activation
way-choose-method = Choisir comment vous joindre
way-enter-code = Saisir plutôt un code
way-later = Plus tard
way-skip = Ignorer pour l’instant
sign-in-with-smart-card = Se connecter avec une carte à puce
continue-with-provider = Continuer avec { $provider }
continue-elsewhere = Y aller

## Authenticators: ways of proving who one is, as names

authenticator-password = Mot de passe
authenticator-email = E-mail
authenticator-phone = Téléphone
authenticator-okta-verify = Okta Verify
authenticator-code-app = Application d’authentification
authenticator-code-device = Générateur de codes
authenticator-security-key = Clé de sécurité
authenticator-security-question = Question de sécurité
authenticator-duo = Duo Security
authenticator-identity-provider = Autre compte
authenticator-smart-card = Carte à puce
authenticator-access-code = Code d’accès temporaire
authenticator-badge = Badge
authenticator-other = Autre méthode
nickname-and-place = { $nickname }, { $place }
method-text-message = SMS
method-phone-call = Appel téléphonique

## What happens when an authenticator is used in one of its ways

use-push = Recevoir une notification
use-code = Saisir un code
use-okta-fastpass = Utiliser Okta FastPass
use-text-message = Recevoir un SMS
use-phone-call = Recevoir un appel
use-email = Recevoir un e-mail
use-qr-code = Scanner un code QR
use-this-device = Utiliser cet appareil
use-another-device = Utiliser un autre de vos appareils

## Fields

field-password = Mot de passe
field-new-password = Nouveau mot de passe
field-code = Code
field-device-code = Code affiché par votre appareil
field-code-of-key = Code de la clé
field-credential-id = Identifiant de l’appareil
field-user-name = Nom d’utilisateur
field-new-pin = Nouveau code PIN
field-next-code = Code suivant
field-pin = Code PIN
field-access-code = Code d’accès
field-remember-me = Rester connecté
field-revoke-sessions = Me déconnecter partout ailleurs
field-method = Comment devons-nous vous joindre ?
field-authenticator = Comment voulez-vous prouver que c’est bien vous ?
field-phone-number = Numéro de téléphone
field-which-question = Quelle question voulez-vous ?
field-question = Question
field-answer = Réponse
field-optional = (facultatif)
field-error = Erreur :
field-account = Compte
hint-phone-number = Avec l’indicatif du pays, par exemple +1 415 555 0123
choose-one = Choisissez
option-number = Option { $number }

## What was wrong with a field

fault-no-password = Saisissez votre mot de passe.
fault-no-new-password = Saisissez un mot de passe.
fault-no-code = Saisissez le code.
fault-no-choice = Faites un choix : { $field }
fault-missing = Remplissez ce champ : { $field }.
fault-not-offered = Choisissez l’une des réponses ci-dessous.
fault-not-yes-or-no = Cochez la case ou laissez-la vide.

## What went wrong, and other news of the sign-in service

server-says-nothing = Quelque chose ne va pas. Vérifiez votre saisie et réessayez.
server-no-match = Cela ne correspond pas. Vérifiez votre saisie et réessayez.
server-wrong-password = Ce mot de passe est incorrect. Vérifiez-le et réessayez.
server-wrong-code = Ce code est incorrect. Vérifiez-le et réessayez.
server-wrong-code-of-message = Ce code est incorrect. Consultez le message le plus récent et réessayez.
server-wrong-code-of-app = Ce code est incorrect. Les codes changent souvent : saisissez celui qui est affiché maintenant.
server-used-code = Ce code a déjà servi. Attendez le suivant.
server-next-code = Ce code était correct. Encore un et c’est terminé.
server-wrong-answer = Cette réponse est incorrecte. Réessayez.
server-app-too-old = La version d’Okta Verify de votre téléphone est trop ancienne. Mettez-la à jour, puis recommencez.
server-app-too-old-for-push = La version d’Okta Verify de votre téléphone est trop ancienne. Mettez-la à jour, puis renvoyez la notification.
server-wants-biometrics = Votre organisation demande aussi votre empreinte ou votre visage. Activez cette option dans l’application de votre téléphone, puis renvoyez la notification.
server-safe-mode = Le service de connexion est en maintenance, certaines choses ne peuvent donc pas être modifiées pour l’instant. Réessayez plus tard.
server-account-exists = Un compte existe déjà avec ces informations. Connectez-vous avec lui ou utilisez-en d’autres.
server-password-breaks-rules = Ce mot de passe ne respecte pas toutes les règles. Consultez la liste et essayez-en un autre.
server-password-expiring = Une fois votre mot de passe expiré, vous devrez le changer avant de pouvoir vous connecter.
server-unknown-user = Aucun compte ne porte ce nom. Vérifiez-le et réessayez.
server-no-username = Saisissez votre nom d’utilisateur.
server-not-an-email = Saisissez une adresse e-mail, comme nom@example.com.
server-invalid-phone-number = Ce numéro est injoignable. Vérifiez-le, avec l’indicatif du pays.
server-device-refused = Votre appareil n’est pas connecté, car vous avez refusé.
server-device-failed = Votre appareil n’est pas connecté, car un problème est survenu.
server-too-many-text-messages = Vous avez demandé trop de SMS. Patientez un peu ou utilisez une autre méthode.
server-too-many-calls = Vous avez demandé trop d’appels. Patientez un peu ou utilisez une autre méthode.
server-too-many-requests = Vous avez fait trop de tentatives. Attendez quelques minutes, puis réessayez.
server-access-denied = Votre compte ne permet pas cela. Si c’est une erreur, adressez-vous à votre administrateur.
server-not-assigned = Votre compte n’est pas configuré pour cette application. Demandez l’accès à votre administrateur.
server-too-late = Cela a pris trop de temps. Renvoyez la demande.
server-push-rejected = La connexion a été refusée sur votre téléphone. Si c’était une erreur, renvoyez la notification.
server-sign-in-refused = La connexion a été refusée. Personne n’a obtenu l’accès.
server-session-expired = Votre absence a été trop longue. Recommencez.
server-internal-error = Le service de connexion rencontre un problème. Rien n’est perdu ; réessayez dans un instant.
server-unreadable = Le service de connexion n’a pas pu lire votre demande. Réessayez.
server-unlocked = Votre compte est déverrouillé.
server-unlocked-verify = Votre compte est déverrouillé. Prouvez maintenant que c’est bien vous.
server-email-sent = Nous vous avons envoyé un e-mail. Ouvrez le lien qu’il contient pour continuer.
server-link-expired = Ce lien est trop ancien. Retournez là où vous l’avez demandé et renvoyez-le.
server-link-used = Ce lien a déjà servi. Retournez là où vous l’avez demandé.
server-link-unusable = Nous n’avons pas pu utiliser ce lien. Retournez là où vous l’avez demandé.
server-reset-link-unusable = Le lien de réinitialisation de votre mot de passe ne fonctionne plus. Demandez-en un nouveau.
server-other-tab = Vous avez continué dans un autre onglet. Vous pouvez fermer celui-ci.
server-code-for-first-tab = Retournez là où vous avez commencé à vous connecter et saisissez-y ce code.

## The end of a sign-in that is no success

end-heading = Vous ne pouvez pas continuer ici
end-failed-heading = Vous ne pouvez pas vous connecter de cette façon
end-succeeded-heading = C’est fait
end-nothing-more = Il n’y a plus rien à faire sur cette page.
end-not-now-heading = Connexion impossible pour le moment
end-unlocked-heading = Votre compte est déverrouillé
end-password-changed-heading = Votre mot de passe est changé
end-device-connected-heading = Votre appareil est connecté
end-device-not-connected-heading = Votre appareil n’est pas connecté
your-code-heading = Votre code
end-close-page-heading = Vous pouvez fermer cette page
end-link-dead-heading = Ce lien ne fonctionne plus
end-refused-heading = La connexion a été refusée
code-elsewhere-warning = Saisissez-le uniquement là où vous avez commencé vous-même.
fact-browser = Navigateur
fact-system = Système
fact-place = Lieu

## Asking for a stronger or more recent sign-in

confirm-heading = Confirmez que c’est bien vous
confirm-lead = Cette page demande une connexion plus sûre ou plus récente que la vôtre.
confirm-framed-lead = Cette partie de la page demande une connexion plus sûre ou plus récente. Confirmez que c’est bien vous dans la fenêtre entière pour la voir.
confirm-framed-link = Ouvrir dans la fenêtre entière
confirm-form-heading = Votre formulaire n’a pas été envoyé
confirm-form-lead = Il demande d’abord une connexion plus sûre ou plus récente ; rien n’a donc été enregistré.
confirm-form-advice = Revenez d’abord en arrière si vous voulez copier votre saisie. Confirmez ensuite que c’est bien vous et renvoyez-le.
confirm-form-button = Confirmer que c’est bien vous
step-up-notice = Vous êtes connecté. La page demandée exige une connexion plus sûre ou plus récente ; confirmez que c’est bien vous pour continuer.
level-heading = Cette page exige une connexion plus sûre
level-lead = Votre connexion ne suffit pas pour cette page. Tout le reste fonctionne comme avant.
level-advice = Vous pouvez réessayer dans une minute. Si cela ne suffit pas, demandez à la personne responsable de ce site quelle façon de se connecter il vous faut.
level-retry = Réessayer
level-home = Aller à la page d’accueil

## Links in mails that activate or recover an account

activate-heading = Activez votre compte
activate-lead = Appuyez sur le bouton pour configurer votre compte pour { $site }.
activate-button = Activer mon compte
recover-heading = Retrouvez l’accès à votre compte
recover-lead = Appuyez sur le bouton pour choisir comment vous vous connecterez désormais à { $site }.
link-signed-in = Vous êtes connecté en tant que { $account } dans ce navigateur. Cette connexion prendra fin quand vous aurez terminé.
link-signed-in-unnamed = Quelqu’un est connecté dans ce navigateur. Cette connexion prendra fin quand vous aurez terminé.
link-incomplete-heading = Ce lien est incomplet
link-incomplete-lead = Une partie s’est perdue en route. Ouvrez-le à nouveau depuis l’e-mail ou copiez l’adresse entière.
link-dead-heading = Ce lien ne fonctionne plus
link-dead-activate = Il a déjà servi ou il est trop ancien. Si votre compte est actif, connectez-vous ; sinon, demandez un nouveau lien.
link-dead-recover = Il a déjà servi ou il est trop ancien. Recommencez et demandez-en un nouveau.
link-unusable-heading = Les comptes ne peuvent pas être activés ici
link-unusable-lead = Votre lien n’est pas en cause. Ce site n’est pas configuré pour cela ; prévenez la personne qui en est responsable.
link-sign-in = Aller à la connexion

## What scripts say

went-on-elsewhere = Votre connexion s’est poursuivie ailleurs.
go-on-from-here = Continuer à partir d’ici
wait-is-over = Vous pouvez réessayer maintenant.
busy = Un instant…
busy-signing-in = Connexion…

## Pages on which something goes on or begins again

signing-in-as = Connexion en tant que
summary-heading = Il y a un problème
try-again = Réessayer
reference = Référence
continue-heading = Connectez-vous pour continuer
continue-lead = Vous devez vous connecter avant de pouvoir utiliser { $site }.
continue-to-site = Continuer vers { $site }
cookies-needed-heading = Autorisez les cookies pour vous connecter
cookies-needed = La connexion nécessite des cookies et votre navigateur n’a pas conservé les nôtres.
cookies-needed-how = Autorisez les cookies pour ce site dans les réglages de votre navigateur, puis réessayez.
unreachable-heading = Le service de connexion est injoignable
unreachable-lead = Rien n’est perdu ; réessayez dans un instant.
busy-lead = Trop de personnes se connectent en même temps, ou il y a eu trop de tentatives. { $when }
try-again-later = Réessayez dans quelques minutes.
try-again-in-seconds = { $seconds ->
    [one] Réessayez dans une seconde.
   *[other] Réessayez dans { $seconds } secondes.
}
try-again-in-minutes = { $minutes ->
    [one] Réessayez dans une minute.
   *[other] Réessayez dans { $minutes } minutes.
}
expired-heading = Cette connexion a expiré
expired-lead = Pour protéger votre compte, une connexion prend fin si elle n’est pas terminée à temps.
leave-heading = Un instant
leave-to = Nous vous dirigeons vers { $host }.
leave-lead = Redirection en cours.
form-lost-heading = Votre formulaire n’a pas été envoyé
form-lost = Vous avez été déconnecté avant qu’il n’atteigne l’application ; rien n’a donc été enregistré.
form-lost-how = Revenez d’abord en arrière si vous voulez copier votre saisie. Connectez-vous ensuite et renvoyez-le.
framed-heading = Vous avez été déconnecté
framed-lead = Connectez-vous à nouveau dans la fenêtre entière pour voir cette partie de la page.
framed-open = Ouvrir dans la fenêtre entière
code-elsewhere = Retournez dans le navigateur où vous avez commencé à vous connecter et saisissez-y ce code.
code-elsewhere-if-not = Saisissez-le uniquement là où vous avez commencé vous-même. Si quelqu’un vous le demande ou si vous n’avez rien commencé, fermez cette page.
already-signed-in-heading = Vous êtes déjà connecté
already-signed-in-as = Vous êtes connecté en tant que { $account }.
already-signed-in-lead = Il n’y a plus rien à faire ici.
begun-already-heading = Vous avez déjà commencé à vous connecter
begun-already = Terminez l’une des connexions commencées, ici ou dans un autre onglet. Ouvrez ensuite à nouveau cette page.
begun-already-go-on = Continuer la plus récente
notice-unconfirmed = Nous ne savons pas si votre envoi est arrivé. Voici où en est votre connexion.
notice-changed = La page avait changé entre-temps ; rien n’a donc été envoyé. Vérifiez à nouveau.
notice-shortened = L’adresse demandée était très longue. Une fois connecté, vous devrez peut-être relancer votre recherche.

## Signing out

sign-out-heading = Se déconnecter ?
sign-out = Se déconnecter
sign-out-account = Vous êtes connecté en tant que { $account } sur { $site }.
sign-out-lead = Vous devrez vous reconnecter pour utiliser { $site }.
signed-out-heading = Vous êtes déconnecté
signed-out-lead = Vous avez quitté { $site } dans ce navigateur.
signed-out-in-part = L’un de nos services est injoignable ; la déconnexion peut prendre quelques minutes avant d’être effective partout.
signed-out-here-only = Le service de connexion est injoignable ; vous y êtes peut-être encore connecté.
sign-in-again = Se reconnecter

## Requests that cannot be answered

go-to-start = Aller à la page d’accueil
bad-request-heading = Impossible d’ouvrir cette adresse
bad-request = Une partie manque ou est mal saisie. Vérifiez l’adresse ou partez de la page d’accueil.
foreign-post-heading = Nous avons bloqué cette demande
foreign-post = Elle ne venait pas d’une page de ce site ; rien n’a donc été fait. Si elle vient de vous, rouvrez la page et recommencez.
forbidden-heading = Vous n’avez pas accès à cette page
forbidden = Votre compte n’est pas autorisé à la voir. Si vous pensez qu’il devrait l’être, adressez-vous à la personne responsable de ce site.
not-found-heading = Il n’y a rien à cette adresse
not-found = La page a peut-être été déplacée, ou l’adresse contient une erreur.
wrong-method-heading = Cette page ne permet pas cela
wrong-method = L’adresse est correcte, mais elle n’accepte pas ce type de demande. Rien n’a été modifié.
too-large-heading = C’était trop à la fois
too-large = Votre envoi dépasse ce que ce site accepte. Rien n’a été enregistré. Envoyez-en moins, ou en plusieurs fois.
misdirected-heading = Cette adresse appartient à un autre site
misdirected = Votre navigateur nous a demandé une page qui se trouve ailleurs. Rouvrez l’adresse dans une nouvelle fenêtre.
too-many-requests = Il y a eu trop d’essais en peu de temps. { $when }
cookies-too-large-heading = Votre navigateur a envoyé trop de données
cookies-too-large = Les cookies conservés pour ce site sont devenus trop volumineux. Supprimez les cookies de ce site, puis réessayez.
internal-heading = Un problème est survenu de notre côté
internal = Vous n’y êtes pour rien. Réessayez dans un instant.
bad-gateway-heading = L’application ne répond pas
bad-gateway = { $site } est injoignable pour le moment. Réessayez dans un instant.
unavailable-heading = Impossible d’ouvrir cette page pour le moment
unavailable = Un service dont nous avons besoin est injoignable. Rien n’est perdu ; réessayez dans un instant.
gateway-timeout-heading = L’application met trop de temps à répondre
gateway-timeout = { $site } n’a pas répondu à temps. Avant de recommencer, vérifiez si votre demande a abouti.

## Security keys and passkeys

webauthn-create = Configurer
webauthn-use = Vérifier
webauthn-sign-in = Se connecter avec une clé d’accès
webauthn-again = Réessayer
webauthn-needs-script = Cette étape nécessite JavaScript, qui est désactivé dans votre navigateur. Activez-le et rouvrez cette page, ou utilisez une autre méthode.
webauthn-stopped = Cela n’a pas fonctionné, ou vous avez interrompu l’opération. Réessayez ou utilisez une autre méthode.
webauthn-unsupported = Ce navigateur ne prend pas en charge les clés de sécurité ni les clés d’accès. Utilisez une autre méthode ou un autre navigateur.
webauthn-already-set-up = Vous avez déjà configuré cette clé ou cet appareil. Utilisez-en un autre, ou une autre méthode.
webauthn-not-at-this-address = Votre navigateur ne permet pas son utilisation ici. Utilisez une autre méthode et prévenez votre administrateur.
webauthn-out-of-reach = Les clés de sécurité et les clés d’accès de votre organisation ne fonctionnent pas à cette adresse. Utilisez une autre méthode ou adressez-vous à votre administrateur.
webauthn-elsewhere-heading = Les clés d’accès ne fonctionnent pas à cette adresse
webauthn-elsewhere-lead = Les clés d’accès et les clés de sécurité de votre organisation appartiennent à une autre adresse. Vous pouvez continuer sans.

## Passwords while they are typed

password-show = Afficher
password-hide = Masquer
password-rule-met = Règle respectée :

## Captchas, devices and help

help = Aide
captcha-needs-script = Avant l’envoi, nous vérifions que vous êtes une personne, ce qui nécessite JavaScript. Activez-le et rouvrez cette page.
captcha-failed = Nous n’avons pas pu vérifier que vous êtes une personne. Réessayez.
duo-needs-script = Duo nécessite JavaScript, qui est désactivé dans votre navigateur. Activez-le et rouvrez cette page, ou choisissez une autre méthode.
duo-frame = Duo Security
duo-failed = Duo est injoignable. Réessayez ou choisissez une autre méthode.
device-needs-script = Cette étape nécessite JavaScript, qui est désactivé dans votre navigateur. Connectez-vous d’une autre façon.
device-not-found = L’application est introuvable sur cet appareil. Ouvrez-la et vérifiez à nouveau, ou connectez-vous d’une autre façon.
device-denied = Votre navigateur ne laisse pas cette page chercher des applications sur cet appareil. Autorisez-le et rouvrez cette page, ou connectez-vous d’une autre façon.
device-denied-help = Comment l’autoriser
