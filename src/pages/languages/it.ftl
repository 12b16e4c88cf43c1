# Le parole delle pagine, in italiano.

## Every page

page-title-error = Errore: { $heading } – { $site }
page-title = { $heading } – { $site }
language = Lingua:
not-you = Non sei tu?
start-over = Ricomincia

## Services of others, to sign in with

provider-of-several = { $name } ({ $number })

## What can be set up, and what each is good for

enroll-good-for-password = Una parola o una frase che conosci solo tu.
enroll-good-for-email = Un codice o un link via email.
enroll-good-for-phone = Un codice via SMS o chiamata.
enroll-good-for-phone-messages = Un codice via SMS.
enroll-good-for-app = Approvi gli accessi sul telefono con un tocco.
enroll-good-for-code-app = Un’app sul telefono mostra un codice, anche senza rete.
enroll-good-for-code-device = Un piccolo dispositivo che porti con te mostra un codice.
enroll-good-for-passkey = L’impronta, il viso, un PIN o una chiave da collegare. Niente da ricordare.
enroll-good-for-question = Una domanda a cui sai rispondere solo tu.
enroll-good-for-account = Un account che hai altrove.
enroll-good-for-card = Una tessera e un lettore.
enroll-good-for-badge = Un badge da avvicinare al telefono.
enroll-only-for-recovery = Solo per quando non riesci ad accedere.
enroll-badge-date = Può aspettare fino al { $date }
enroll-badge-skips = { $count ->
    [one] Puoi rimandare ancora una volta
   *[other] Puoi rimandare ancora { $count } volte
}
enroll-badge-now = Necessario ora

## What to do in an application or on another device

guide-qr-install = Installa { $name } sul telefono.
guide-qr-add = Apri l’app e scegli di aggiungere un account di lavoro.
guide-qr-scan = Scansiona il codice qui sotto.
guide-here-install = Scarica { $name } su questo dispositivo, se non c’è già.
guide-here-add = Apri l’app e scegli di aggiungere un account di lavoro.
guide-here-address = Quando l’app chiede un indirizzo, digita { $address }.
guide-other-open = Apri { $name } su un dispositivo su cui usi già l’app.
guide-other-open-on = Apri { $name } su uno di questi dispositivi: { $devices }.
guide-other-add = Nell’app scegli il tuo account, poi scegli di aggiungere un altro dispositivo.
guide-other-confirm = Conferma su quel dispositivo che sei tu.
guide-open = Apri { $name }
guide-get = Scarica { $name }

channel-qrcode = Per un telefono o un tablet accanto a questo schermo.
channel-email = Inviamo un link da aprire sul telefono.
channel-sms = Inviamo un link da aprire sul telefono.
channel-samedevice = Per l’app sul dispositivo che stai usando.
channel-devicebootstrap = Se usi già l’app su un altro dispositivo.

device-store-apple = Scarica Okta Verify dall’App Store.
device-store-google = Scarica Okta Verify da Google Play.
device-store-other = Scarica Okta Verify per questo dispositivo.
device-add-account = Apri l’app e aggiungi un account di lavoro.
device-address = Quando l’app chiede un indirizzo, digita { $address }.
device-follow = Configura il dispositivo con il pulsante qui sotto e segui le istruzioni.
device-restart = Al termine, chiudi questa pagina.
device-come-back = Poi torna a ciò che volevi aprire e accedi di nuovo.

## Steps with a purpose of their own: a heading, what the heading leaves open, and a button

purpose-next-code-heading = Inserisci il codice successivo
purpose-next-code-lead = Aspetta che { $name } mostri un altro codice, poi digitalo qui.
purpose-next-code-button = Verifica

purpose-touch-heading = Tocca { $name }
purpose-touch-lead = Collega la chiave e toccala: digita il codice al posto tuo.
purpose-touch-button = Verifica
purpose-touch-enroll-heading = Configura { $name }
purpose-touch-enroll-lead = Collega la chiave e toccala: digita il codice al posto tuo.
purpose-touch-enroll-button = Configura

purpose-two-codes-heading = Configura { $name }
purpose-two-codes-lead = Digita l’ID credenziale, poi due codici nell’ordine in cui compaiono.
purpose-two-codes-button = Configura

purpose-token-enroll-heading = Configura { $name }
purpose-token-enroll-lead = Digita il nome utente che hai lì e il codice mostrato.
purpose-token-enroll-button = Configura

purpose-passkey-heading = Usa la tua passkey
purpose-passkey-lead = Il dispositivo chiede l’impronta, il viso, un PIN o la chiave di sicurezza.
purpose-passkey-button = Continua
purpose-passkey-enroll-heading = Configura una passkey
purpose-passkey-enroll-lead = Il dispositivo chiede l’impronta, il viso, un PIN o una chiave di sicurezza. Non c’è niente da ricordare.
purpose-passkey-enroll-button = Configura
purpose-passkey-promoted-heading = La prossima volta accedi più in fretta
purpose-passkey-promoted-lead = Con una passkey, l’impronta, il viso o un PIN sostituiscono codici e password.
purpose-passkey-promoted-button = Crea una passkey

purpose-not-sent-heading = Ricevi un codice
purpose-not-sent-lead = Fallo inviare a { $place }, poi digitalo qui.
purpose-not-sent-button = Verifica
purpose-email-or-link-heading = Controlla la tua email
purpose-email-or-link-lead = Abbiamo inviato un codice a { $place }. Digitalo qui o apri il link nell’email. Può volerci un minuto.
purpose-email-or-link-button = Verifica

purpose-pin-enroll-heading = Scegli un PIN
purpose-pin-enroll-lead = Lo digiti ogni volta che usi { $name }.
purpose-pin-enroll-button = Imposta PIN
purpose-badge-enroll-heading = Configura { $name }
purpose-badge-enroll-lead = Apri Okta Verify, poi avvicina il badge al retro del telefono.
purpose-badge-enroll-button = Continua
purpose-badge-heading = Usa { $name }
purpose-badge-lead = Avvicina il badge al retro del telefono.
purpose-badge-button = Continua

purpose-push-heading = Verifica con { $name }
purpose-push-lead = Chiediamo la tua approvazione su { $place }.
purpose-push-button = Invia una notifica push
purpose-fastpass-heading = Verifica con { $name }
purpose-fastpass-lead = { $name } su questo dispositivo conferma che sei tu.
purpose-fastpass-button = Usa Okta FastPass

purpose-recovery-choice-heading = Reimposta la password
purpose-recovery-choice-lead = Prima scegli come confermare che sei tu.
purpose-recovery-choice-button = Continua

purpose-channel-heading = Configura { $name }
purpose-channel-lead = Scegli il modo che preferisci: il risultato è lo stesso.
purpose-channel-button = Continua

purpose-password-elsewhere-heading = Cambia la password
purpose-password-elsewhere-lead = La tua password è scaduta. Cambiala su { $place }, poi torna qui e accedi.
purpose-password-elsewhere-button = Continua

purpose-admin-consent-heading = Consentire l’accesso alla tua organizzazione?
purpose-admin-consent-lead = { $place } potrà fare questo per tutte le persone della tua organizzazione:
purpose-admin-consent-button = Consenti l’accesso

purpose-open-app-heading = Verifica con Okta Verify
purpose-open-app-lead = Apri l’app su questo dispositivo per continuare. Se non succede nulla, prima scaricala oppure accedi in un altro modo.
purpose-open-app-button = Continua
purpose-browser-checks-heading = Un momento
purpose-browser-checks-lead = Il browser e la tua organizzazione stanno controllando questo dispositivo.
purpose-browser-checks-button = Continua
purpose-device-confirms-heading = Verifica con questo dispositivo
purpose-device-confirms-lead = Il dispositivo conferma che sei tu. Potrebbe chiederti l’impronta, il viso o il codice di sblocco.
purpose-device-confirms-button = Continua
purpose-no-answer-heading = Accedi in un altro modo
purpose-no-answer-lead = Okta Verify su questo dispositivo non ha risposto.
purpose-no-answer-button = Continua

purpose-card-heading = Accedi con una smart card
purpose-card-lead = Prima inserisci la smart card nel lettore.
purpose-card-button = Continua
purpose-card-factor-heading = Usa la tua smart card
purpose-card-factor-lead = Prima inserisci la smart card nel lettore. Passi un momento a un’altra pagina e poi torni qui.
purpose-card-factor-button = Continua

purpose-card-enroll-heading = Configura la tua smart card
purpose-card-enroll-lead = Prima inserisci la smart card nel lettore. Passi un momento a un’altra pagina e poi torni qui.
purpose-card-enroll-button = Continua
purpose-account-enroll-heading = Collega { $name }
purpose-account-enroll-lead = Accedi lì una volta, poi torni qui.
purpose-account-enroll-button = Continua
purpose-phone-enroll-heading = Configura il telefono
purpose-phone-enroll-lead = Ti invieremo un codice per controllare che arrivi.
purpose-phone-enroll-button = Invia il codice
purpose-call-enroll-heading = Rispondi al telefono
purpose-call-enroll-lead = Stiamo chiamando { $place }. Digita il codice che senti.
purpose-call-enroll-button = Verifica
purpose-secret-enroll-heading = Configura { $name }
purpose-secret-enroll-lead = Aggiungi lì un account con questa chiave, poi digita il codice mostrato.
purpose-secret-enroll-button = Verifica
purpose-look-for-app-heading = Verifica con Okta Verify
purpose-look-for-app-lead = Stiamo cercando l’app su questo dispositivo. Potrebbe chiederti l’impronta, il viso o il codice di sblocco.
purpose-look-for-app-button = Continua

purpose-busy-heading = Attendi un momento
purpose-busy-lead = Il servizio di accesso è occupato. Riproviamo automaticamente e non va perso nulla.
purpose-busy-button = Controlla di nuovo

purpose-activation-heading = Ricevi una nuova email di attivazione
purpose-activation-lead = Ti inviamo un altro link per attivare l’account.
purpose-activation-button = Invia l’email

purpose-profile-heading = Completa il profilo
purpose-profile-lead = Mancano alcune informazioni su di te. Te le chiediamo una volta sola.
purpose-profile-button = Continua

## Questions that belong together in a form about a person

profile-address = Indirizzo

## Facts beside a step

identity-terms = Termini di utilizzo
identity-privacy = Informativa sulla privacy
identity-read = Prima di continuare, puoi leggere:

## Ends: what is called so, what it means

end-link-expired-lead = È troppo vecchio. Torna dove lo hai richiesto e invialo di nuovo.
end-link-used-lead = È già stato usato, o ne è stato inviato uno più recente. Torna dove lo hai richiesto.
end-link-broken-lead = C’è qualcosa che non va nel link. Torna dove lo hai richiesto e invialo di nuovo.
end-moved-lead = Hai continuato in un’altra scheda.
end-confirmed-heading = La tua email è confermata
end-confirmed-lead = Torna alla scheda in cui hai iniziato. Puoi chiudere questa pagina.
end-your-code-lead = Torna dove hai iniziato ad accedere e digita lì questo codice.
end-refused-lead = Nessuno è entrato. Se eri tu a voler accedere, ricomincia.
end-check-email-lead = Ti abbiamo inviato un’email. Apri il link che contiene per continuare; puoi chiudere questa pagina.
end-activation-sent-lead = Ti abbiamo inviato un’email con un nuovo link. Aprilo per attivare l’account.
end-activation-expired-lead = Il link per attivare l’account è troppo vecchio. Chiedine uno nuovo all’amministratore.
end-activation-missing-lead = Forse il tuo account è già attivo: in tal caso ti basta accedere. Altrimenti chiedi un nuovo link all’amministratore.
end-reset-link-lead = Il link per reimpostare la password è troppo vecchio o è già stato usato. Vai all’accesso e scegli “Password dimenticata?” per riceverne uno nuovo.
end-recovered-lead = Accedi con quella nuova.
end-unlocked-lead = Puoi accedere come sempre.
end-unlocked-landed-lead = Ora conferma che sei tu.
end-reset-not-possible-heading = Non puoi reimpostare la password qui
end-unlock-not-possible-heading = Non puoi sbloccare l’account qui
end-ask-administrator-lead = L’amministratore può aiutarti.
end-device-connected-lead = Continua lì. Puoi chiudere questa pagina.
end-device-denied-lead = È successo perché hai risposto di no. Se cambi idea, ricomincia sul dispositivo.
end-device-fault-lead = Qualcosa è andato storto. Ricomincia sul dispositivo.
end-too-often-lead = Troppi tentativi in poco tempo. Attendi qualche minuto, poi riprova.
end-not-now-lead = Il servizio di accesso ha un problema. Non è andato perso nulla; riprova tra poco.
end-maintenance-lead = Il servizio di accesso è in manutenzione. Riprova più tardi.
end-no-access-heading = Non hai accesso
end-no-access-lead = Il tuo account non è autorizzato a farlo. Se dovrebbe esserlo, rivolgiti all’amministratore.
end-not-assigned-lead = Il tuo account non è configurato per questa applicazione. Chiedi l’accesso all’amministratore.
end-registration-failed-heading = Il tuo account non è ancora stato creato
end-not-possible-heading = Qui non è possibile
continue = Continua
verify = Verifica
go-back = Indietro
start-again = Ricomincia
read-more = Per saperne di più:

## Signing in

sign-in = Accedi
continue-signing-in-heading = Continua l’accesso
wait-heading = Attendi un momento
skip-heading = Puoi farlo più tardi
redirect-and-back = Ci passi un momento e poi torni qui.
continue-for-now = Per ora continua
stay-signed-in-heading = Restare connessi?
stay-signed-in-where = Su un dispositivo che usi solo tu, fa risparmiare tempo.
stay-signed-in = Resta connesso
stay-signed-in-refuse = Non restare connesso

## Proving who one is

verify-heading = Conferma che sei tu
verify-choose = Scegli come confermare che sei tu.
verify-with-heading = Verifica con { $authenticator }
verify-identity-heading = Verifica la tua identità
verify-identity-by-service = Un servizio di cui la tua organizzazione si fida controlla chi sei e ti riporta qui.
okta-verify-heading = Verifica con Okta Verify
okta-verify-looking = Stiamo cercando l’app su questo dispositivo.
open-okta-verify = Apri Okta Verify
security-question-heading = Rispondi alla domanda di sicurezza
pin-heading = Inserisci il PIN
needs-script = Questa pagina non può ancora eseguire questo passaggio. Chiedi un altro modo all’amministratore.
needs-script-other-way = Questa pagina non può ancora eseguire questo passaggio. Usa un altro modo.

## Codes

code-heading = Inserisci il codice
code-shown-by-app = Apri { $authenticator } e digita il codice mostrato.
code-from-device = Digita il codice di { $authenticator }.
access-code-heading = Inserisci il codice di accesso
access-code-from = Te lo ha dato l’amministratore.
check-email-heading = Controlla la tua email
email-code-sent-to = Abbiamo inviato un codice a { $place }. Può volerci un minuto.
email-code-sent = Ti abbiamo inviato un codice. Può volerci un minuto.
check-phone-heading = Controlla il telefono
text-message-sent-to = Abbiamo inviato un SMS con un codice a { $place }.
text-message-sent = Ti abbiamo inviato un SMS con un codice.
code-sent-to = Abbiamo inviato un codice a { $place }.
code-sent-to-phone = Abbiamo inviato un codice al tuo telefono.
call-heading = Rispondi al telefono
calling-to = Stiamo chiamando { $place }. Digita il codice che senti.
calling = Ti stiamo chiamando. Digita il codice che senti.
code-by-email-heading = Ricevi un codice via email
code-by-email-to = Lo invieremo a { $place }.
code-by-email = Lo invieremo al tuo indirizzo.
code-by-phone-heading = Ricevi un codice sul telefono
code-by-phone-to = Lo invieremo a { $place }.
code-by-phone = Lo invieremo al tuo telefono.

## Approving on a telephone

push-choose-number = Apri { $authenticator } e scegli questo numero per approvare l’accesso.
push-approve = Approva l’accesso in { $authenticator }.
waiting-for-phone = In attesa del telefono…
waiting-for-email = In attesa dell’email…
waiting = In attesa…

## Passwords

password-heading = Inserisci la password
choose-password-heading = Scegli una password
new-password-heading = Scegli una nuova password
change-password-heading = Cambia la password
reset-password-heading = Reimposta la password
reset-password-who = Prima dicci chi sei.
set-password = Imposta password
password-has-run-out = La tua password è scaduta.
password-runs-out = { $days ->
    [0] La tua password scade oggi. Cambiala ora o fallo più tardi.
    [1] La tua password scade domani. Cambiala ora o fallo più tardi.
   *[other] La tua password scade tra { $days } giorni. Cambiala ora o fallo più tardi.
}
password-runs-out-soon = La tua password scade a breve. Cambiala ora o fallo più tardi.
change-password-at = Cambiala su { $place }
password-rules = Requisiti della password
password-rule-length = { $count ->
    [one] Almeno un carattere
   *[other] Almeno { $count } caratteri
}
password-rule-upper-case = { $count ->
    [one] Una lettera maiuscola
   *[other] { $count } lettere maiuscole
}
password-rule-lower-case = { $count ->
    [one] Una lettera minuscola
   *[other] { $count } lettere minuscole
}
password-rule-numbers = { $count ->
    [one] Un numero
   *[other] { $count } numeri
}
password-rule-symbols = { $count ->
    [one] Un simbolo
   *[other] { $count } simboli
}
password-rule-repeating = { $count ->
    [one] Nessun carattere ripetuto di seguito
   *[other] Lo stesso carattere al massimo { $count } volte di seguito
}
password-rule-username = Nessuna parte del nome utente
password-rule-first-name = Non il tuo nome
password-rule-last-name = Non il tuo cognome
password-rule-history = { $count ->
    [one] Diversa dall’ultima password
   *[other] Diversa dalle ultime { $count } password
}

## Setting up

set-up-heading = Configura come accedere
set-up-another = Aggiungi un altro modo per confermare che sei tu, o fallo più tardi.
set-up-first = Scegli che cosa configurare per primo.
set-up-differently-heading = Configura in un altro modo
set-up-it-heading = Procedi alla configurazione
set-up-with-heading = Configura { $authenticator }
set-up-phone-heading = Configura il telefono
set-up-phone-check = Ti invieremo un codice per controllare che arrivi.
set-up-question-heading = Configura una domanda di sicurezza
set-up-question-answer = Scegli una risposta che conosci solo tu e che non cambia.
set-up-okta-verify-heading = Configura Okta Verify
set-up-okta-verify-where = Dove dobbiamo inviare il link?
set-up-scan-with = Scansiona questo codice con { $authenticator }, poi digita il codice mostrato.
set-up-on-this-device = Apri { $authenticator } su questo dispositivo e aggiungi il tuo account.
set-up-from-other-device = Apri { $authenticator } su un dispositivo su cui usi già l’app e aggiungi questo.
set-up-install-and-scan = Installa { $authenticator } sul telefono, scegli di aggiungere un account e scansiona questo codice.
link-sent-to = Abbiamo inviato un link a { $place }. Aprilo sul telefono.
link-sent-by-email = Ti abbiamo inviato un’email con un link. Aprilo sul telefono.
link-sent-by-text-message = Ti abbiamo inviato un SMS con un link. Aprilo sul telefono.
key-instead = Non riesci a scansionarlo? Digita invece questa chiave:
key-to-type = Digita questa chiave nell’app:
qr-code-for = Codice QR che configura { $authenticator }
qr-code-for-app = Codice QR che configura la tua app

## Accounts

sign-up-heading = Crea il tuo account
sign-up = Registrati
profile-heading = Completa il profilo
unlock-account-heading = Sblocca l’account
unlock-account-who = Dicci chi sei e come possiamo verificarlo.
activation-email-heading = Ricevi una nuova email di attivazione
send-the-email = Invia l’email

## Devices

connect-device-heading = Collega il dispositivo
connect-device-code = Digita il codice che compare sul dispositivo.
device-attention-heading = Il dispositivo richiede attenzione
device-set-up-heading = Configura il dispositivo
device-set-up-for = { $organization } ammette solo i dispositivi che gestisce. Configura il tuo, poi accedi di nuovo.
device-set-up = Qui sono ammessi solo dispositivi gestiti. Configura il tuo, poi accedi di nuovo.
device-set-up-button-with = Configura con { $vendor }
device-set-up-button = Configura questo dispositivo
fact-managed-with = Gestito con

## Giving access

consent-heading = Consentire l’accesso al tuo account?
consent-asked-by = { $application } vorrebbe:
consent-asked = Questa applicazione vorrebbe:
consent-allow = Consenti l’accesso
consent-refuse = Non consentire
scopes-always = Sempre incluso
email-consent-heading = Hai appena provato ad accedere?
email-consent-if-not = Se non eri tu, rispondi di no: non entrerà nessuno.
email-consent-allow = Sì, ero io
email-consent-refuse = No, non ero io

## Buttons that send something

send-again = Invia di nuovo
send-code = Invia il codice
send-link = Invia il link
send-text-message = Invia un SMS
send-email = Invia un’email
send-push = Invia una notifica push
call-me = Chiamami
check-now = Controlla ora
check-again = Controlla di nuovo

## Other ways, offered as links below what a page is for

way-forgot-password = Password dimenticata?
way-forgot-pin = PIN dimenticato?
way-lost-authenticator = Dispositivo smarrito?
way-send-code-again = Invia di nuovo il codice
way-new-code = Ricevi un nuovo codice
way-link-opened = Ho aperto il link nell’email
way-sign-in-differently = Accedi in un altro modo
way-other-authenticator = Usa un altro modo
way-set-up-something-else = Configura qualcos’altro
way-other-channel = Configura in un altro modo
way-unlock-account = Sblocca l’account
way-have-account = Ho già un account
way-sign-in-with-username = Accedi con il nome utente
way-okta-fastpass = Accedi con Okta FastPass
way-change-number = Cambia il numero
way-passkey = Accedi con una passkey
way-create-passkey = Crea una passkey
way-where-to-send = Indica dove inviare il link
way-badge = Accedi con il badge
way-new-activation-email = Ricevi una nuova email di attivazione
way-choose-method = Scegli come contattarti
way-enter-code = Inserisci invece un codice
way-later = Fallo più tardi
way-skip = Salta per ora
sign-in-with-smart-card = Accedi con una smart card
continue-with-provider = Continua con { $provider }
continue-elsewhere = Continua lì

## Authenticators: ways of proving who one is, as names

authenticator-password = Password
authenticator-email = Email
authenticator-phone = Telefono
authenticator-okta-verify = Okta Verify
authenticator-code-app = App di autenticazione
authenticator-code-device = Generatore di codici
authenticator-security-key = Chiave di sicurezza
authenticator-security-question = Domanda di sicurezza
authenticator-duo = Duo Security
authenticator-identity-provider = Un altro account
authenticator-smart-card = Smart card
authenticator-access-code = Codice di accesso temporaneo
authenticator-badge = Badge
authenticator-other = Un altro modo
nickname-and-place = { $nickname }, { $place }
method-text-message = SMS
method-phone-call = Chiamata

## What happens when an authenticator is used in one of its ways

use-push = Ricevi una notifica push
use-code = Digita un codice
use-okta-fastpass = Usa Okta FastPass
use-text-message = Ricevi un SMS
use-phone-call = Ricevi una chiamata
use-email = Ricevi un’email
use-qr-code = Scansiona un codice QR
use-this-device = Usa questo dispositivo
use-another-device = Usa un altro tuo dispositivo

## Fields

field-password = Password
field-new-password = Nuova password
field-code = Codice
field-device-code = Codice sul dispositivo
field-code-of-key = Codice della chiave
field-credential-id = ID credenziale
field-user-name = Nome utente
field-new-pin = Nuovo PIN
field-next-code = Codice successivo
field-pin = PIN
field-access-code = Codice di accesso
field-remember-me = Resta connesso
field-revoke-sessions = Esci da tutti gli altri dispositivi
field-method = Come possiamo contattarti?
field-authenticator = Come vuoi confermare che sei tu?
field-phone-number = Numero di telefono
field-which-question = Quale domanda vuoi usare?
field-question = Domanda
field-answer = Risposta
field-optional = (facoltativo)
field-error = Errore:
field-account = Account
hint-phone-number = Con il prefisso internazionale, per esempio +1 415 555 0123
choose-one = Scegli un’opzione
option-number = Opzione { $number }

## What was wrong with a field

fault-no-password = Inserisci la password.
fault-no-new-password = Inserisci una password.
fault-no-code = Inserisci il codice.
fault-no-choice = Scegli una risposta: { $field }
fault-missing = Compila questo campo: { $field }.
fault-not-offered = Scegli una delle risposte qui sotto.
fault-not-yes-or-no = Seleziona la casella o lasciala vuota.

## What went wrong, and other news of the sign-in service

server-says-nothing = Qualcosa non va. Controlla ciò che hai inserito e riprova.
server-no-match = I dati non corrispondono. Controlla ciò che hai inserito e riprova.
server-wrong-password = La password non corrisponde. Controllala e riprova.
server-wrong-code = Il codice non corrisponde. Controllalo e riprova.
server-wrong-code-of-message = Il codice non corrisponde. Controlla il messaggio più recente e riprova.
server-wrong-code-of-app = Il codice non corrisponde. I codici cambiano spesso: digita quello mostrato ora.
server-used-code = Questo codice è già stato usato. Aspetta il prossimo.
server-next-code = Il codice è giusto. Ancora uno e hai finito.
server-wrong-answer = La risposta non corrisponde. Riprova.
server-app-too-old = Okta Verify sul tuo telefono è troppo vecchio per questo. Aggiorna l’app, poi ricomincia.
server-app-too-old-for-push = Okta Verify sul tuo telefono è troppo vecchio per questo. Aggiorna l’app, poi invia di nuovo.
server-wants-biometrics = La tua organizzazione chiede anche l’impronta o il viso. Attiva questa opzione nell’app sul telefono, poi invia di nuovo.
server-safe-mode = Il servizio di accesso è in manutenzione e ora alcune cose non si possono modificare. Riprova più tardi.
server-account-exists = Esiste già un account con questi dati. Usalo per accedere o inserisci altri dati.
server-password-breaks-rules = Questa password non soddisfa tutti i requisiti. Controlla l’elenco e provane un’altra.
server-password-expiring = Quando la password sarà scaduta, dovrai cambiarla prima di poter accedere.
server-unknown-user = Non c’è nessun account con quel nome. Controllalo e riprova.
server-no-username = Inserisci il nome utente.
server-not-an-email = Inserisci un indirizzo email, come nome@example.com.
server-invalid-phone-number = Non riusciamo a raggiungere quel numero. Controllalo, incluso il prefisso internazionale.
server-device-refused = Il dispositivo non è collegato, perché hai risposto di no.
server-device-failed = Il dispositivo non è collegato, perché qualcosa è andato storto.
server-too-many-text-messages = Hai richiesto troppi SMS. Attendi un po’ o usa un altro modo.
server-too-many-calls = Hai richiesto troppe chiamate. Attendi un po’ o usa un altro modo.
server-too-many-requests = Hai fatto troppi tentativi. Attendi qualche minuto, poi riprova.
server-access-denied = Non puoi farlo con il tuo account. Se dovresti poterlo fare, rivolgiti all’amministratore.
server-not-assigned = Il tuo account non è configurato per questa applicazione. Chiedi l’accesso all’amministratore.
server-too-late = È passato troppo tempo. Invia di nuovo.
server-push-rejected = L’accesso è stato rifiutato sul telefono. Se lo hai fatto per errore, invia di nuovo.
server-sign-in-refused = L’accesso è stato rifiutato. Nessuno è entrato.
server-session-expired = È passato troppo tempo. Ricomincia.
server-internal-error = Il servizio di accesso ha un problema. Non è andato perso nulla; riprova tra poco.
server-unreadable = Il servizio di accesso non è riuscito a leggere i dati. Riprova.
server-unlocked = Il tuo account è sbloccato.
server-unlocked-verify = Il tuo account è sbloccato. Ora conferma che sei tu.
server-email-sent = Ti abbiamo inviato un’email. Apri il link che contiene per continuare.
server-link-expired = Questo link è troppo vecchio. Torna dove lo hai richiesto e invialo di nuovo.
server-link-used = Questo link è già stato usato. Torna dove lo hai richiesto.
server-link-unusable = Non siamo riusciti a usare questo link. Torna dove lo hai richiesto.
server-reset-link-unusable = Il link per reimpostare la password non funziona più. Richiedine uno nuovo.
server-other-tab = Hai continuato in un’altra scheda. Puoi chiudere questa.
server-code-for-first-tab = Torna dove hai iniziato ad accedere e digita lì questo codice.

## The end of a sign-in that is no success

end-heading = Non puoi continuare qui
end-failed-heading = Non puoi accedere in questo modo
end-succeeded-heading = Fatto
end-nothing-more = Non c’è altro da fare in questa pagina.
end-not-now-heading = In questo momento non puoi accedere
end-unlocked-heading = Il tuo account è sbloccato
end-password-changed-heading = La password è stata cambiata
end-device-connected-heading = Il dispositivo è collegato
end-device-not-connected-heading = Il dispositivo non è collegato
your-code-heading = Il tuo codice
end-close-page-heading = Puoi chiudere questa pagina
end-link-dead-heading = Questo link non funziona più
end-refused-heading = L’accesso è stato rifiutato
code-elsewhere-warning = Digitalo solo dove hai iniziato tu.
fact-browser = Browser
fact-system = Sistema
fact-place = Luogo

## Asking for a stronger or more recent sign-in

confirm-heading = Conferma che sei tu
confirm-lead = Questa pagina richiede un accesso più sicuro o più recente del tuo.
confirm-framed-lead = Questa parte della pagina richiede un accesso più sicuro o più recente. Per vederla, conferma che sei tu nella finestra intera.
confirm-framed-link = Apri nella finestra intera
confirm-form-heading = Il modulo non è stato inviato
confirm-form-lead = Prima serve un accesso più sicuro o più recente, quindi non è stato salvato nulla.
confirm-form-advice = Se vuoi copiare ciò che hai digitato, prima torna indietro. Poi conferma che sei tu e invialo di nuovo.
confirm-form-button = Conferma che sei tu
step-up-notice = Hai già effettuato l’accesso. La pagina che hai richiesto ne richiede uno più sicuro o più recente; conferma che sei tu per continuare.
level-heading = Questa pagina richiede un accesso più sicuro
level-lead = Il tuo accesso non raggiunge il livello che questa pagina richiede. Tutto il resto funziona come prima.
level-advice = Puoi riprovare tra un minuto. Se non basta, chiedi a chi gestisce questo sito quale modo di accedere ti serve.
level-retry = Riprova
level-home = Vai alla pagina iniziale

## Links in mails that activate or recover an account

activate-heading = Attiva il tuo account
activate-lead = Premi il pulsante per configurare il tuo account per { $site }.
activate-button = Attiva il mio account
recover-heading = Torna ad accedere al tuo account
recover-lead = Premi il pulsante per scegliere come accedere a { $site } d’ora in poi.
link-signed-in = In questo browser è attivo l’accesso di { $account }. Quando avrai finito, verrà chiuso.
link-signed-in-unnamed = In questo browser è attivo l’accesso di qualcuno. Quando avrai finito, verrà chiuso.
link-incomplete-heading = Questo link è incompleto
link-incomplete-lead = Una parte è andata persa lungo il percorso. Aprilo di nuovo dall’email o copia l’indirizzo intero.
link-dead-heading = Questo link non funziona più
link-dead-activate = È già stato usato, o è troppo vecchio. Se il tuo account è attivo, accedi; altrimenti richiedi un nuovo link.
link-dead-recover = È già stato usato, o è troppo vecchio. Ricomincia e richiedine uno nuovo.
link-unusable-heading = Qui non si possono attivare account
link-unusable-lead = Il tuo link va bene. Questo sito non è configurato per usarlo; avvisa chi lo gestisce.
link-sign-in = Vai all’accesso
## What scripts say

went-on-elsewhere = Il tuo accesso è proseguito altrove.
go-on-from-here = Continua da qui
wait-is-over = Ora puoi riprovare.
busy = Un momento…
busy-signing-in = Accesso in corso…

## Pages on which something goes on or begins again

signing-in-as = Accesso come
summary-heading = C’è un problema
try-again = Riprova
reference = Riferimento
continue-heading = Accedi per continuare
continue-lead = Devi accedere prima di poter usare { $site }.
continue-to-site = Continua su { $site }
cookies-needed-heading = Consenti i cookie per accedere
cookies-needed = Per accedere servono i cookie, e il browser non ha conservato i nostri.
cookies-needed-how = Consenti i cookie per questo sito nelle impostazioni del browser, poi riprova.
unreachable-heading = Non riusciamo a raggiungere il servizio di accesso
unreachable-lead = Non è andato perso nulla; riprova tra poco.
busy-lead = Troppe persone stanno accedendo insieme, o qualcuno ha fatto troppi tentativi. { $when }
try-again-later = Riprova tra qualche minuto.
try-again-in-seconds = { $seconds ->
    [one] Riprova tra un secondo.
   *[other] Riprova tra { $seconds } secondi.
}
try-again-in-minutes = { $minutes ->
    [one] Riprova tra un minuto.
   *[other] Riprova tra { $minutes } minuti.
}
expired-heading = Questo accesso è scaduto
expired-lead = Per proteggere il tuo account, un accesso non completato in tempo viene interrotto.
leave-heading = Un momento
leave-to = Ti stiamo portando su { $host }.
leave-lead = Ci siamo quasi.
form-lost-heading = Il modulo non è stato inviato
form-lost = La tua sessione è terminata prima che arrivasse all’applicazione, quindi non è stato salvato nulla.
form-lost-how = Se vuoi copiare ciò che hai digitato, prima torna indietro. Poi accedi e invialo di nuovo.
framed-heading = La tua sessione è terminata
framed-lead = Accedi di nuovo nella finestra intera per vedere questa parte della pagina.
framed-open = Apri nella finestra intera
code-elsewhere = Torna al browser in cui hai iniziato ad accedere e digita lì questo codice.
code-elsewhere-if-not = Digitalo solo dove hai iniziato tu. Se qualcuno te lo chiede, o se non hai iniziato tu, chiudi questa pagina.
already-signed-in-heading = Hai già effettuato l’accesso
already-signed-in-as = Hai effettuato l’accesso come { $account }.
already-signed-in-lead = Qui non c’è altro da fare.
begun-already-heading = Hai già iniziato ad accedere
begun-already = Completa uno degli accessi che hai iniziato, qui o in un’altra scheda. Poi apri di nuovo questa pagina.
begun-already-go-on = Continua con l’ultimo
notice-unconfirmed = Non sappiamo se è arrivato. Il tuo accesso ora è a questo punto.
notice-changed = Nel frattempo la pagina è cambiata, quindi non è stato inviato nulla. Controlla di nuovo.
notice-shortened = L’indirizzo da cui arrivi era molto lungo. Dopo l’accesso potresti dover ripetere la ricerca.

## Signing out

sign-out-heading = Vuoi uscire?
sign-out = Esci
sign-out-account = Hai effettuato l’accesso come { $account } su { $site }.
sign-out-lead = Dovrai accedere di nuovo per usare { $site }.
signed-out-heading = Disconnessione completata
signed-out-lead = Non hai più accesso a { $site } in questo browser.
signed-out-in-part = Uno dei nostri servizi non è raggiungibile, quindi può volerci qualche minuto prima che valga ovunque.
signed-out-here-only = Non riusciamo a raggiungere il servizio di accesso, quindi lì la sessione potrebbe essere ancora aperta.
sign-in-again = Accedi di nuovo

## Requests that cannot be answered

go-to-start = Vai alla pagina iniziale
bad-request-heading = Non possiamo aprire questo indirizzo
bad-request = Una parte manca o è stata digitata male. Controlla l’indirizzo o comincia dalla pagina iniziale.
foreign-post-heading = Abbiamo bloccato questa richiesta
foreign-post = Non proveniva da una pagina di questo sito, quindi non è stato fatto nulla. Se l’hai inviata tu, apri di nuovo la pagina e ripetila.
forbidden-heading = Non hai accesso a questa pagina
forbidden = Il tuo account non è autorizzato a vederla. Se pensi che dovrebbe esserlo, rivolgiti a chi gestisce questo sito.
not-found-heading = A questo indirizzo non c’è nulla
not-found = La pagina potrebbe essere stata spostata, o c’è un errore nell’indirizzo.
wrong-method-heading = Questa pagina non può farlo
wrong-method = L’indirizzo è giusto, ma non accetta questo tipo di richiesta. Non è stato modificato nulla.
too-large-heading = Era troppo in una volta sola
too-large = Ciò che hai inviato supera il limite di questo sito. Non è stato salvato nulla. Invia meno, o in parti più piccole.
misdirected-heading = Questo indirizzo appartiene a un altro sito
misdirected = Il browser ci ha chiesto una pagina che si trova altrove. Apri di nuovo l’indirizzo in una nuova finestra.
too-many-requests = Ci sono stati troppi tentativi in poco tempo. { $when }
cookies-too-large-heading = Il browser ha inviato troppi dati
cookies-too-large = I cookie che conserva per questo sito sono diventati troppo grandi. Elimina i cookie di questo sito, poi riprova.
internal-heading = Qualcosa è andato storto da parte nostra
internal = Non dipende da te. Riprova tra poco.
bad-gateway-heading = L’applicazione non risponde
bad-gateway = Al momento { $site } non è raggiungibile. Riprova tra poco.
unavailable-heading = Al momento non possiamo aprire questa pagina
unavailable = Qualcosa che ci serve non è raggiungibile. Non è andato perso nulla; riprova tra poco.
gateway-timeout-heading = L’applicazione ci sta mettendo troppo
gateway-timeout = { $site } non ha risposto in tempo. Prima di ripetere un’operazione, controlla se è stata eseguita.
## Security keys and passkeys

webauthn-create = Configura
webauthn-use = Verifica
webauthn-sign-in = Accedi con una passkey
webauthn-again = Riprova
webauthn-needs-script = Questo passaggio richiede JavaScript, che nel tuo browser è disattivato. Attivalo e apri di nuovo questa pagina, o usa un altro modo.
webauthn-stopped = Non ha funzionato, o hai interrotto l’operazione. Riprova o usa un altro modo.
webauthn-unsupported = Questo browser non può usare chiavi di sicurezza o passkey. Usa un altro modo o un altro browser.
webauthn-already-set-up = L’hai già configurata. Usa un’altra chiave, un altro dispositivo o un altro modo.
webauthn-not-at-this-address = Il browser non ti permette di usarla qui. Usa un altro modo e avvisa l’amministratore.
webauthn-out-of-reach = Le chiavi di sicurezza e le passkey della tua organizzazione non funzionano a questo indirizzo. Usa un altro modo o rivolgiti all’amministratore.
webauthn-elsewhere-heading = Le passkey non funzionano a questo indirizzo
webauthn-elsewhere-lead = Le passkey e le chiavi di sicurezza della tua organizzazione appartengono a un altro indirizzo. Puoi continuare senza.

## Passwords while they are typed

password-show = Mostra
password-hide = Nascondi
password-rule-met = Soddisfatto:

## Captchas, devices and help

help = Aiuto
captcha-needs-script = Prima di inviare questo modulo serve verificare che sei una persona, e per farlo occorre JavaScript. Attivalo e riapri questa pagina.
captcha-failed = La verifica che sei una persona non è riuscita. Riprova.
duo-needs-script = Duo richiede JavaScript, che nel tuo browser è disattivato. Attivalo e riapri questa pagina, oppure usa un altro metodo.
duo-frame = Duo Security
duo-failed = Impossibile raggiungere Duo. Riprova o usa un altro metodo.
device-needs-script = Questo passaggio richiede JavaScript, che nel tuo browser è disattivato. Accedi in un altro modo.
device-not-found = Non è stata trovata su questo dispositivo. Aprila e controlla di nuovo, oppure accedi in un altro modo.
device-denied = Il tuo browser non permette a questa pagina di cercare app su questo dispositivo. Consentilo e riapri questa pagina, oppure accedi in un altro modo.
device-denied-help = Come consentirlo
