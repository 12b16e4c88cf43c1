# Die Wörter der Seiten auf Deutsch.

## Every page

page-title-error = Fehler: { $heading } – { $site }
page-title = { $heading } – { $site }
language = Sprache:
not-you = Nicht Ihr Konto?
start-over = Von vorn beginnen

## Services of others, to sign in with

provider-of-several = { $name } ({ $number })

## What can be set up, and what each is good for

enroll-good-for-password = Ein Wort oder ein Satz, den nur Sie kennen.
enroll-good-for-email = Ein Code oder ein Link per E-Mail.
enroll-good-for-phone = Ein Code per SMS oder Anruf.
enroll-good-for-phone-messages = Ein Code per SMS.
enroll-good-for-app = Bestätigen Sie Anmeldungen mit einem Tipp auf Ihrem Smartphone.
enroll-good-for-code-app = Eine App auf Ihrem Smartphone zeigt einen Code an, auch ohne Netz.
enroll-good-for-code-device = Ein kleines Gerät, das Sie bei sich tragen, zeigt einen Code an.
enroll-good-for-passkey = Fingerabdruck, Gesicht, PIN oder ein Schlüssel zum Einstecken. Sie müssen sich nichts merken.
enroll-good-for-question = Eine Frage, die nur Sie beantworten können.
enroll-good-for-account = Ein Konto, das Sie bei einem anderen Dienst haben.
enroll-good-for-card = Eine Karte und ein Lesegerät.
enroll-good-for-badge = Ein Ausweis, den Sie an Ihr Smartphone halten.
enroll-only-for-recovery = Nur für den Fall, dass Sie sich nicht mehr anmelden können.
enroll-badge-date = Hat Zeit bis { $date }
enroll-badge-skips = { $count ->
    [one] Noch einmal verschiebbar
   *[other] Noch { $count }-mal verschiebbar
}
enroll-badge-now = Jetzt erforderlich

## What to do in an application or on another device

guide-qr-install = Installieren Sie { $name } auf Ihrem Smartphone.
guide-qr-add = Öffnen Sie die App und fügen Sie ein Konto Ihrer Organisation hinzu.
guide-qr-scan = Scannen Sie den Code unten.
guide-here-install = Installieren Sie { $name } auf diesem Gerät, falls noch nicht geschehen.
guide-here-add = Öffnen Sie die App und fügen Sie ein Konto Ihrer Organisation hinzu.
guide-here-address = Wenn Sie nach einer Adresse gefragt werden, geben Sie { $address } ein.
guide-other-open = Öffnen Sie { $name } auf einem Gerät, auf dem Sie die App bereits verwenden.
guide-other-open-on = Öffnen Sie { $name } auf einem dieser Geräte: { $devices }.
guide-other-add = Wählen Sie dort Ihr Konto aus und fügen Sie ein weiteres Gerät hinzu.
guide-other-confirm = Bestätigen Sie auf jenem Gerät Ihre Identität.
guide-open = { $name } öffnen
guide-get = { $name } herunterladen

channel-qrcode = Für ein Smartphone oder Tablet, das Sie zur Hand haben.
channel-email = Wir senden einen Link, den Sie auf Ihrem Smartphone öffnen.
channel-sms = Wir senden einen Link, den Sie auf Ihrem Smartphone öffnen.
channel-samedevice = Für die App auf dem Gerät, das Sie gerade verwenden.
channel-devicebootstrap = Wenn Sie die App bereits auf einem anderen Gerät verwenden.

device-store-apple = Laden Sie Okta Verify aus dem App Store.
device-store-google = Laden Sie Okta Verify bei Google Play herunter.
device-store-other = Installieren Sie Okta Verify auf diesem Gerät.
device-add-account = Öffnen Sie die App und fügen Sie ein Konto Ihrer Organisation hinzu.
device-address = Wenn Sie nach einer Adresse gefragt werden, geben Sie { $address } ein.
device-follow = Richten Sie Ihr Gerät über die Schaltfläche unten ein und folgen Sie den Anweisungen.
device-restart = Schließen Sie danach diese Seite.
device-come-back = Kehren Sie dann zu der Seite zurück, die Sie öffnen wollten, und melden Sie sich erneut an.

## Steps with a purpose of their own: a heading, what the heading leaves open, and a button

purpose-next-code-heading = Nächsten Code eingeben
purpose-next-code-lead = Warten Sie, bis { $name } einen neuen Code anzeigt, und geben Sie diesen ein.
purpose-next-code-button = Bestätigen

purpose-touch-heading = { $name } berühren
purpose-touch-lead = Stecken Sie den Schlüssel ein und berühren Sie ihn: Er gibt den Code für Sie ein.
purpose-touch-button = Bestätigen
purpose-touch-enroll-heading = { $name } einrichten
purpose-touch-enroll-lead = Stecken Sie den Schlüssel ein und berühren Sie ihn: Er gibt den Code für Sie ein.
purpose-touch-enroll-button = Einrichten

purpose-two-codes-heading = { $name } einrichten
purpose-two-codes-lead = Geben Sie die Credential-ID ein und dann zwei Codes, die nacheinander angezeigt werden.
purpose-two-codes-button = Einrichten

purpose-token-enroll-heading = { $name } einrichten
purpose-token-enroll-lead = Geben Sie Ihren dortigen Benutzernamen und den angezeigten Code ein.
purpose-token-enroll-button = Einrichten

purpose-passkey-heading = Passkey verwenden
purpose-passkey-lead = Ihr Gerät fragt nach Fingerabdruck, Gesicht, PIN oder Sicherheitsschlüssel.
purpose-passkey-button = Weiter
purpose-passkey-enroll-heading = Passkey einrichten
purpose-passkey-enroll-lead = Ihr Gerät fragt nach Fingerabdruck, Gesicht, PIN oder Sicherheitsschlüssel. Sie müssen sich nichts merken.
purpose-passkey-enroll-button = Einrichten
purpose-passkey-promoted-heading = Beim nächsten Mal schneller anmelden
purpose-passkey-promoted-lead = Mit einem Passkey genügt Ihr Fingerabdruck, Ihr Gesicht oder eine PIN – ohne Codes und Passwörter.
purpose-passkey-promoted-button = Passkey erstellen

purpose-not-sent-heading = Code anfordern
purpose-not-sent-lead = Lassen Sie den Code an { $place } senden und geben Sie ihn hier ein.
purpose-not-sent-button = Bestätigen
purpose-email-or-link-heading = E-Mails prüfen
purpose-email-or-link-lead = Wir haben einen Code an { $place } gesendet. Geben Sie ihn hier ein oder öffnen Sie den Link in der E-Mail. Das kann eine Minute dauern.
purpose-email-or-link-button = Bestätigen

purpose-pin-enroll-heading = PIN wählen
purpose-pin-enroll-lead = Sie geben sie jedes Mal ein, wenn Sie { $name } verwenden.
purpose-pin-enroll-button = PIN festlegen
purpose-badge-enroll-heading = { $name } einrichten
purpose-badge-enroll-lead = Öffnen Sie Okta Verify und halten Sie den Ausweis an die Rückseite Ihres Smartphones.
purpose-badge-enroll-button = Weiter
purpose-badge-heading = { $name } verwenden
purpose-badge-lead = Halten Sie Ihren Ausweis an die Rückseite Ihres Smartphones.
purpose-badge-button = Weiter

purpose-push-heading = Mit { $name } bestätigen
purpose-push-lead = Sie erhalten eine Anfrage zur Bestätigung auf { $place }.
purpose-push-button = Push-Benachrichtigung senden
purpose-fastpass-heading = Mit { $name } bestätigen
purpose-fastpass-lead = { $name } auf diesem Gerät bestätigt Ihre Identität.
purpose-fastpass-button = Okta FastPass verwenden

purpose-recovery-choice-heading = Passwort zurücksetzen
purpose-recovery-choice-lead = Wählen Sie zuerst, wie Sie Ihre Identität bestätigen.
purpose-recovery-choice-button = Weiter

purpose-channel-heading = { $name } einrichten
purpose-channel-lead = Wählen Sie, was Ihnen am besten passt. Das Ergebnis ist dasselbe.
purpose-channel-button = Weiter

purpose-password-elsewhere-heading = Passwort ändern
purpose-password-elsewhere-lead = Ihr Passwort ist abgelaufen. Ändern Sie es bei { $place }, kehren Sie dann hierher zurück und melden Sie sich an.
purpose-password-elsewhere-button = Weiter

purpose-admin-consent-heading = Zugriff auf Ihre Organisation gewähren?
purpose-admin-consent-lead = { $place } könnte Folgendes für alle in Ihrer Organisation tun:
purpose-admin-consent-button = Zugriff erlauben

purpose-open-app-heading = Mit Okta Verify bestätigen
purpose-open-app-lead = Öffnen Sie die App auf diesem Gerät, um fortzufahren. Wenn nichts passiert, installieren Sie sie zuerst oder melden Sie sich auf andere Weise an.
purpose-open-app-button = Weiter
purpose-browser-checks-heading = Einen Moment
purpose-browser-checks-lead = Ihr Browser und Ihre Organisation prüfen dieses Gerät.
purpose-browser-checks-button = Weiter
purpose-device-confirms-heading = Mit diesem Gerät bestätigen
purpose-device-confirms-lead = Ihr Gerät bestätigt Ihre Identität. Möglicherweise fragt es nach Fingerabdruck, Gesicht oder Gerätecode.
purpose-device-confirms-button = Weiter
purpose-no-answer-heading = Auf andere Weise anmelden
purpose-no-answer-lead = Okta Verify auf diesem Gerät hat nicht geantwortet.
purpose-no-answer-button = Weiter

purpose-card-heading = Mit Smartcard anmelden
purpose-card-lead = Stecken Sie zuerst Ihre Karte in das Lesegerät.
purpose-card-button = Weiter
purpose-card-factor-heading = Smartcard verwenden
purpose-card-factor-lead = Stecken Sie zuerst Ihre Karte in das Lesegerät. Sie werden kurz weitergeleitet und kommen dann hierher zurück.
purpose-card-factor-button = Weiter

purpose-card-enroll-heading = Smartcard einrichten
purpose-card-enroll-lead = Stecken Sie zuerst Ihre Karte in das Lesegerät. Sie werden kurz weitergeleitet und kommen dann hierher zurück.
purpose-card-enroll-button = Weiter
purpose-account-enroll-heading = { $name } verbinden
purpose-account-enroll-lead = Sie melden sich dort einmal an und kommen dann hierher zurück.
purpose-account-enroll-button = Weiter
purpose-phone-enroll-heading = Telefon einrichten
purpose-phone-enroll-lead = Wir senden Ihnen einen Code, um zu prüfen, ob er bei Ihnen ankommt.
purpose-phone-enroll-button = Code senden
purpose-call-enroll-heading = Nehmen Sie den Anruf an
purpose-call-enroll-lead = Wir rufen { $place } an. Geben Sie den Code ein, den Sie hören.
purpose-call-enroll-button = Bestätigen
purpose-secret-enroll-heading = { $name } einrichten
purpose-secret-enroll-lead = Fügen Sie dort mit diesem Schlüssel ein Konto hinzu und geben Sie den angezeigten Code ein.
purpose-secret-enroll-button = Bestätigen
purpose-look-for-app-heading = Mit Okta Verify bestätigen
purpose-look-for-app-lead = Wir suchen die App auf diesem Gerät. Möglicherweise fragt sie nach Fingerabdruck, Gesicht oder Gerätecode.
purpose-look-for-app-button = Weiter

purpose-busy-heading = Einen Moment bitte
purpose-busy-lead = Der Anmeldedienst ist ausgelastet. Wir versuchen es automatisch noch einmal, es geht nichts verloren.
purpose-busy-button = Erneut prüfen

purpose-activation-heading = Neue Aktivierungs-E-Mail anfordern
purpose-activation-lead = Wir senden Ihnen einen neuen Link, mit dem Sie Ihr Konto aktivieren.
purpose-activation-button = E-Mail senden

purpose-profile-heading = Profil vervollständigen
purpose-profile-lead = Uns fehlen noch einige Angaben. Wir fragen nur einmal danach.
purpose-profile-button = Weiter

## Questions that belong together in a form about a person

profile-address = Adresse

## Facts beside a step

identity-terms = Nutzungsbedingungen
identity-privacy = Datenschutzerklärung
identity-read = Bevor Sie fortfahren, können Sie hier nachlesen:

## Ends: what is called so, what it means

end-link-expired-lead = Er ist zu alt. Kehren Sie dorthin zurück, wo Sie ihn angefordert haben, und senden Sie ihn erneut.
end-link-used-lead = Er wurde bereits verwendet oder es wurde ein neuerer gesendet. Kehren Sie dorthin zurück, wo Sie ihn angefordert haben.
end-link-broken-lead = Mit dem Link stimmt etwas nicht. Kehren Sie dorthin zurück, wo Sie ihn angefordert haben, und senden Sie ihn erneut.
end-moved-lead = Sie haben in einem anderen Tab weitergemacht.
end-confirmed-heading = Ihre E-Mail-Adresse ist bestätigt
end-confirmed-lead = Kehren Sie zu dem Tab zurück, in dem Sie begonnen haben. Diese Seite können Sie schließen.
end-your-code-lead = Kehren Sie dorthin zurück, wo Sie die Anmeldung begonnen haben, und geben Sie dort diesen Code ein.
end-refused-lead = Niemand hat Zugriff erhalten. Wenn Sie sich selbst anmelden wollten, beginnen Sie noch einmal.
end-check-email-lead = Wir haben Ihnen eine E-Mail gesendet. Öffnen Sie den Link darin, um fortzufahren. Diese Seite können Sie schließen.
end-activation-sent-lead = Wir haben Ihnen eine E-Mail mit einem neuen Link gesendet. Öffnen Sie ihn, um Ihr Konto zu aktivieren.
end-activation-expired-lead = Der Link zum Aktivieren Ihres Kontos ist zu alt. Bitten Sie Ihren Administrator um einen neuen.
end-activation-missing-lead = Vielleicht ist Ihr Konto schon aktiv: Dann melden Sie sich einfach an. Falls nicht, bitten Sie Ihren Administrator um einen neuen Link.
end-reset-link-lead = Der Link zum Zurücksetzen Ihres Passworts ist zu alt oder wurde bereits verwendet. Wählen Sie bei der Anmeldung „Passwort vergessen?“, um einen neuen zu erhalten.
end-recovered-lead = Melden Sie sich mit dem neuen an.
end-unlocked-lead = Sie können sich wie gewohnt anmelden.
end-unlocked-landed-lead = Bestätigen Sie jetzt Ihre Identität.
end-reset-not-possible-heading = Sie können Ihr Passwort hier nicht zurücksetzen
end-unlock-not-possible-heading = Sie können Ihr Konto hier nicht entsperren
end-ask-administrator-lead = Ihr Administrator kann Ihnen helfen.
end-device-connected-lead = Machen Sie dort weiter. Diese Seite können Sie schließen.
end-device-denied-lead = Sie haben die Verbindung abgelehnt. Wenn Sie es sich anders überlegen, beginnen Sie auf dem Gerät noch einmal.
end-device-fault-lead = Etwas ist schiefgegangen. Beginnen Sie auf dem Gerät noch einmal.
end-too-often-lead = Das waren zu viele Versuche in kurzer Zeit. Warten Sie einige Minuten und versuchen Sie es dann erneut.
end-not-now-lead = Beim Anmeldedienst ist ein Problem aufgetreten. Es ist nichts verloren gegangen; versuchen Sie es gleich noch einmal.
end-maintenance-lead = Der Anmeldedienst wird gerade gewartet. Versuchen Sie es später noch einmal.
end-no-access-heading = Sie haben keinen Zugriff
end-no-access-lead = Ihr Konto ist dafür nicht berechtigt. Wenn es das sein sollte, wenden Sie sich an Ihren Administrator.
end-not-assigned-lead = Ihr Konto ist für diese Anwendung nicht eingerichtet. Bitten Sie Ihren Administrator um Zugriff.
end-registration-failed-heading = Ihr Konto wurde noch nicht erstellt
end-not-possible-heading = Das ist hier nicht möglich
continue = Weiter
verify = Bestätigen
go-back = Zurück
start-again = Neu beginnen
read-more = Mehr dazu:

## Signing in

sign-in = Anmelden
continue-signing-in-heading = Anmeldung fortsetzen
wait-heading = Einen Moment bitte
skip-heading = Sie können das später erledigen
redirect-and-back = Sie werden kurz dorthin weitergeleitet und kommen dann hierher zurück.
continue-for-now = Vorerst fortfahren
stay-signed-in-heading = Angemeldet bleiben?
stay-signed-in-where = Auf einem Gerät, das nur Sie verwenden, spart das Zeit.
stay-signed-in = Angemeldet bleiben
stay-signed-in-refuse = Nicht angemeldet bleiben

## Proving who one is

verify-heading = Bestätigen Sie Ihre Identität
verify-choose = Wählen Sie, wie Sie Ihre Identität bestätigen.
verify-with-heading = Mit { $authenticator } bestätigen
verify-identity-heading = Weisen Sie Ihre Identität nach
verify-identity-by-service = Ein Dienst, dem Ihre Organisation vertraut, prüft Ihre Identität und leitet Sie dann hierher zurück.
okta-verify-heading = Mit Okta Verify bestätigen
okta-verify-looking = Wir suchen die App auf diesem Gerät.
open-okta-verify = Okta Verify öffnen
security-question-heading = Sicherheitsfrage beantworten
pin-heading = PIN eingeben
needs-script = Diese Seite unterstützt diesen Schritt noch nicht. Fragen Sie Ihren Administrator nach einer anderen Methode.
needs-script-other-way = Diese Seite unterstützt diesen Schritt noch nicht. Verwenden Sie eine andere Methode.

## Codes

code-heading = Code eingeben
code-shown-by-app = Öffnen Sie { $authenticator } und geben Sie den angezeigten Code ein.
code-from-device = Geben Sie den Code von { $authenticator } ein.
access-code-heading = Zugangscode eingeben
access-code-from = Sie haben ihn von Ihrem Administrator erhalten.
check-email-heading = E-Mails prüfen
email-code-sent-to = Wir haben einen Code an { $place } gesendet. Das kann eine Minute dauern.
email-code-sent = Wir haben Ihnen einen Code gesendet. Das kann eine Minute dauern.
check-phone-heading = Auf dem Telefon nachsehen
text-message-sent-to = Wir haben eine SMS mit einem Code an { $place } gesendet.
text-message-sent = Wir haben Ihnen eine SMS mit einem Code gesendet.
code-sent-to = Wir haben einen Code an { $place } gesendet.
code-sent-to-phone = Wir haben einen Code an Ihr Telefon gesendet.
call-heading = Nehmen Sie den Anruf an
calling-to = Wir rufen { $place } an. Geben Sie den Code ein, den Sie hören.
calling = Wir rufen Sie an. Geben Sie den Code ein, den Sie hören.
code-by-email-heading = Code per E-Mail erhalten
code-by-email-to = Wir senden ihn an { $place }.
code-by-email = Wir senden ihn an Ihre Adresse.
code-by-phone-heading = Code per Telefon erhalten
code-by-phone-to = Er geht an { $place }.
code-by-phone = Er geht an Ihr Telefon.

## Approving on a telephone

push-choose-number = Öffnen Sie { $authenticator } und wählen Sie diese Zahl, um die Anmeldung zu bestätigen.
push-approve = Bestätigen Sie die Anmeldung in { $authenticator }.
waiting-for-phone = Warten auf Ihr Smartphone …
waiting-for-email = Warten auf Ihre E-Mail …
waiting = Warten …

## Passwords

password-heading = Passwort eingeben
choose-password-heading = Passwort wählen
new-password-heading = Neues Passwort wählen
change-password-heading = Passwort ändern
reset-password-heading = Passwort zurücksetzen
reset-password-who = Sagen Sie uns zuerst, wer Sie sind.
set-password = Passwort festlegen
password-has-run-out = Ihr Passwort ist abgelaufen.
password-runs-out = { $days ->
    [0] Ihr Passwort läuft heute ab. Ändern Sie es jetzt oder später.
    [1] Ihr Passwort läuft morgen ab. Ändern Sie es jetzt oder später.
   *[other] Ihr Passwort läuft in { $days } Tagen ab. Ändern Sie es jetzt oder später.
}
password-runs-out-soon = Ihr Passwort läuft bald ab. Ändern Sie es jetzt oder später.
change-password-at = Bei { $place } ändern
password-rules = Anforderungen an Ihr Passwort
password-rule-length = { $count ->
    [one] Mindestens ein Zeichen
   *[other] Mindestens { $count } Zeichen
}
password-rule-upper-case = { $count ->
    [one] Ein Großbuchstabe
   *[other] { $count } Großbuchstaben
}
password-rule-lower-case = { $count ->
    [one] Ein Kleinbuchstabe
   *[other] { $count } Kleinbuchstaben
}
password-rule-numbers = { $count ->
    [one] Eine Ziffer
   *[other] { $count } Ziffern
}
password-rule-symbols = { $count ->
    [one] Ein Sonderzeichen
   *[other] { $count } Sonderzeichen
}
password-rule-repeating = { $count ->
    [one] Dasselbe Zeichen nie zweimal hintereinander
   *[other] Dasselbe Zeichen höchstens { $count }-mal hintereinander
}
password-rule-username = Kein Teil Ihres Benutzernamens
password-rule-first-name = Nicht Ihr Vorname
password-rule-last-name = Nicht Ihr Nachname
password-rule-history = { $count ->
    [one] Nicht Ihr letztes Passwort
   *[other] Keines Ihrer letzten { $count } Passwörter
}

## Setting up

set-up-heading = Anmeldung einrichten
set-up-another = Fügen Sie eine weitere Methode hinzu, Ihre Identität zu bestätigen, oder erledigen Sie das später.
set-up-first = Wählen Sie, was Sie zuerst einrichten.
set-up-differently-heading = Auf andere Weise einrichten
set-up-it-heading = Einrichten
set-up-with-heading = { $authenticator } einrichten
set-up-phone-heading = Telefon einrichten
set-up-phone-check = Wir senden Ihnen einen Code, um zu prüfen, ob er bei Ihnen ankommt.
set-up-question-heading = Sicherheitsfrage einrichten
set-up-question-answer = Wählen Sie eine Antwort, die nur Sie kennen und die sich nicht ändert.
set-up-okta-verify-heading = Okta Verify einrichten
set-up-okta-verify-where = Wohin sollen wir den Link senden?
set-up-scan-with = Scannen Sie diesen Code mit { $authenticator } und geben Sie dann den angezeigten Code ein.
set-up-on-this-device = Öffnen Sie { $authenticator } auf diesem Gerät und fügen Sie dort Ihr Konto hinzu.
set-up-from-other-device = Öffnen Sie { $authenticator } auf einem Gerät, auf dem Sie die App bereits verwenden, und fügen Sie dort dieses Gerät hinzu.
set-up-install-and-scan = Installieren Sie { $authenticator } auf Ihrem Smartphone, fügen Sie dort ein Konto hinzu und scannen Sie diesen Code.
link-sent-to = Wir haben einen Link an { $place } gesendet. Öffnen Sie ihn auf Ihrem Smartphone.
link-sent-by-email = Wir haben Ihnen eine E-Mail mit einem Link gesendet. Öffnen Sie ihn auf Ihrem Smartphone.
link-sent-by-text-message = Wir haben Ihnen eine SMS mit einem Link gesendet. Öffnen Sie ihn auf Ihrem Smartphone.
key-instead = Scannen nicht möglich? Geben Sie stattdessen diesen Schlüssel ein:
key-to-type = Geben Sie diesen Schlüssel in der App ein:
qr-code-for = QR-Code zum Einrichten von { $authenticator }
qr-code-for-app = QR-Code zum Einrichten Ihrer App

## Accounts

sign-up-heading = Konto erstellen
sign-up = Registrieren
profile-heading = Profil vervollständigen
unlock-account-heading = Konto entsperren
unlock-account-who = Sagen Sie uns, wer Sie sind und wie wir das prüfen können.
activation-email-heading = Neue Aktivierungs-E-Mail anfordern
send-the-email = E-Mail senden

## Devices

connect-device-heading = Gerät verbinden
connect-device-code = Geben Sie den Code ein, den Ihr Gerät anzeigt.
device-attention-heading = Ihr Gerät braucht Ihre Aufmerksamkeit
device-set-up-heading = Gerät einrichten
device-set-up-for = { $organization } lässt nur verwaltete Geräte zu. Richten Sie Ihres ein und melden Sie sich dann erneut an.
device-set-up = Hier sind nur verwaltete Geräte zugelassen. Richten Sie Ihres ein und melden Sie sich dann erneut an.
device-set-up-button-with = Mit { $vendor } einrichten
device-set-up-button = Dieses Gerät einrichten
fact-managed-with = Verwaltet mit

## Giving access

consent-heading = Zugriff auf Ihr Konto gewähren?
consent-asked-by = { $application } möchte Folgendes:
consent-asked = Diese Anwendung möchte Folgendes:
consent-allow = Zugriff erlauben
consent-refuse = Nicht erlauben
scopes-always = Immer enthalten
email-consent-heading = Haben Sie gerade versucht, sich anzumelden?
email-consent-if-not = Wenn Sie das nicht waren, lehnen Sie ab: Dann erhält niemand Zugriff.
email-consent-allow = Ja, das war ich
email-consent-refuse = Nein, das war ich nicht

## Buttons that send something

send-again = Erneut senden
send-code = Code senden
send-link = Link senden
send-text-message = SMS senden
send-email = E-Mail an mich senden
send-push = Push-Benachrichtigung senden
call-me = Mich anrufen
check-now = Jetzt prüfen
check-again = Erneut prüfen

## Other ways, offered as links below what a page is for

way-forgot-password = Passwort vergessen?
way-forgot-pin = PIN vergessen?
way-lost-authenticator = Verloren?
way-send-code-again = Code erneut senden
way-new-code = Neuen Code anfordern
way-link-opened = Ich habe den Link in der E-Mail geöffnet
way-sign-in-differently = Auf andere Weise anmelden
way-other-authenticator = Andere Methode verwenden
way-set-up-something-else = Etwas anderes einrichten
way-other-channel = Auf andere Weise einrichten
way-unlock-account = Konto entsperren
way-have-account = Ich habe bereits ein Konto
way-sign-in-with-username = Mit Benutzernamen anmelden
way-okta-fastpass = Mit Okta FastPass anmelden
way-change-number = Nummer ändern
way-passkey = Mit einem Passkey anmelden
way-create-passkey = Passkey erstellen
way-where-to-send = Empfänger des Links angeben
way-badge = Mit Ausweis anmelden
way-new-activation-email = Neue Aktivierungs-E-Mail anfordern
way-choose-method = Wählen, wie wir Sie erreichen
way-enter-code = Stattdessen einen Code eingeben
way-later = Später erledigen
way-skip = Vorerst überspringen
sign-in-with-smart-card = Mit Smartcard anmelden
continue-with-provider = Weiter mit { $provider }
continue-elsewhere = Dort fortfahren

## Authenticators: ways of proving who one is, as names

authenticator-password = Passwort
authenticator-email = E-Mail
authenticator-phone = Telefon
authenticator-okta-verify = Okta Verify
authenticator-code-app = Authenticator-App
authenticator-code-device = Codegerät
authenticator-security-key = Sicherheitsschlüssel
authenticator-security-question = Sicherheitsfrage
authenticator-duo = Duo Security
authenticator-identity-provider = Anderes Konto
authenticator-smart-card = Smartcard
authenticator-access-code = Temporärer Zugangscode
authenticator-badge = Ausweis
authenticator-other = Andere Methode
nickname-and-place = { $nickname }, { $place }
method-text-message = SMS
method-phone-call = Anruf

## What happens when an authenticator is used in one of its ways

use-push = Push-Benachrichtigung erhalten
use-code = Code eingeben
use-okta-fastpass = Okta FastPass verwenden
use-text-message = SMS erhalten
use-phone-call = Anruf erhalten
use-email = E-Mail erhalten
use-qr-code = QR-Code scannen
use-this-device = Dieses Gerät verwenden
use-another-device = Ein anderes Ihrer Geräte verwenden

## Fields

field-password = Passwort
field-new-password = Neues Passwort
field-code = Code
field-device-code = Code auf Ihrem Gerät
field-code-of-key = Code des Schlüssels
field-credential-id = Credential-ID
field-user-name = Benutzername
field-new-pin = Neue PIN
field-next-code = Nächster Code
field-pin = PIN
field-access-code = Zugangscode
field-remember-me = Angemeldet bleiben
field-revoke-sessions = Überall sonst abmelden
field-method = Wie sollen wir Sie erreichen?
field-authenticator = Wie möchten Sie Ihre Identität bestätigen?
field-phone-number = Telefonnummer
field-which-question = Welche Frage möchten Sie?
field-question = Frage
field-answer = Antwort
field-optional = (optional)
field-error = Fehler:
field-account = Konto
hint-phone-number = Mit Ländervorwahl, zum Beispiel +1 415 555 0123
choose-one = Bitte auswählen
option-number = Option { $number }

## What was wrong with a field

fault-no-password = Geben Sie Ihr Passwort ein.
fault-no-new-password = Geben Sie ein Passwort ein.
fault-no-code = Geben Sie den Code ein.
fault-no-choice = Wählen Sie eine Antwort: { $field }
fault-missing = Füllen Sie dieses Feld aus: { $field }.
fault-not-offered = Wählen Sie eine der Antworten unten.
fault-not-yes-or-no = Setzen Sie ein Häkchen oder lassen Sie das Feld leer.

## What went wrong, and other news of the sign-in service

server-says-nothing = Etwas stimmt nicht. Prüfen Sie Ihre Eingaben und versuchen Sie es erneut.
server-no-match = Das stimmt nicht überein. Prüfen Sie Ihre Eingaben und versuchen Sie es erneut.
server-wrong-password = Dieses Passwort stimmt nicht. Prüfen Sie es und versuchen Sie es erneut.
server-wrong-code = Dieser Code stimmt nicht. Prüfen Sie ihn und versuchen Sie es erneut.
server-wrong-code-of-message = Dieser Code stimmt nicht. Sehen Sie in der neuesten Nachricht nach und versuchen Sie es erneut.
server-wrong-code-of-app = Dieser Code stimmt nicht. Codes wechseln häufig: Geben Sie den ein, der gerade angezeigt wird.
server-used-code = Dieser Code wurde bereits verwendet. Warten Sie auf den nächsten.
server-next-code = Dieser Code war richtig. Jetzt nur noch einen, dann sind Sie fertig.
server-wrong-answer = Diese Antwort stimmt nicht. Versuchen Sie es erneut.
server-app-too-old = Okta Verify auf Ihrem Smartphone ist dafür zu alt. Aktualisieren Sie die App und beginnen Sie dann noch einmal.
server-app-too-old-for-push = Okta Verify auf Ihrem Smartphone ist dafür zu alt. Aktualisieren Sie die App und senden Sie die Anfrage dann erneut.
server-wants-biometrics = Ihre Organisation verlangt zusätzlich Ihren Fingerabdruck oder Ihr Gesicht. Aktivieren Sie das in der App auf Ihrem Smartphone und senden Sie die Anfrage dann erneut.
server-safe-mode = Der Anmeldedienst wird gerade gewartet, deshalb lässt sich manches nicht ändern. Versuchen Sie es später noch einmal.
server-account-exists = Damit gibt es bereits ein Konto. Melden Sie sich damit an oder verwenden Sie andere Angaben.
server-password-breaks-rules = Dieses Passwort erfüllt nicht alle Anforderungen. Sehen Sie in der Liste nach und wählen Sie ein anderes.
server-password-expiring = Wenn Ihr Passwort abgelaufen ist, müssen Sie es ändern, bevor Sie sich anmelden können.
server-unknown-user = Es gibt kein Konto mit diesem Namen. Prüfen Sie ihn und versuchen Sie es erneut.
server-no-username = Geben Sie Ihren Benutzernamen ein.
server-not-an-email = Geben Sie eine E-Mail-Adresse ein, zum Beispiel name@example.com.
server-invalid-phone-number = Wir können diese Nummer nicht erreichen. Prüfen Sie sie, auch die Ländervorwahl.
server-device-refused = Ihr Gerät ist nicht verbunden, weil Sie abgelehnt haben.
server-device-failed = Ihr Gerät ist nicht verbunden, weil etwas schiefgegangen ist.
server-too-many-text-messages = Sie haben zu viele SMS angefordert. Warten Sie eine Weile oder verwenden Sie eine andere Methode.
server-too-many-calls = Sie haben zu viele Anrufe angefordert. Warten Sie eine Weile oder verwenden Sie eine andere Methode.
server-too-many-requests = Sie haben es zu oft versucht. Warten Sie einige Minuten und versuchen Sie es dann erneut.
server-access-denied = Mit Ihrem Konto ist das nicht möglich. Wenn es das sein sollte, wenden Sie sich an Ihren Administrator.
server-not-assigned = Ihr Konto ist für diese Anwendung nicht eingerichtet. Bitten Sie Ihren Administrator um Zugriff.
server-too-late = Das hat zu lange gedauert. Senden Sie die Anfrage erneut.
server-push-rejected = Die Anmeldung wurde auf Ihrem Smartphone abgelehnt. Wenn das ein Versehen war, senden Sie die Anfrage erneut.
server-sign-in-refused = Die Anmeldung wurde abgelehnt. Niemand hat Zugriff erhalten.
server-session-expired = Sie waren zu lange inaktiv. Beginnen Sie neu.
server-internal-error = Beim Anmeldedienst ist ein Problem aufgetreten. Es ist nichts verloren gegangen; versuchen Sie es gleich noch einmal.
server-unreadable = Der Anmeldedienst konnte das nicht lesen. Versuchen Sie es erneut.
server-unlocked = Ihr Konto ist entsperrt.
server-unlocked-verify = Ihr Konto ist entsperrt. Bestätigen Sie jetzt Ihre Identität.
server-email-sent = Wir haben Ihnen eine E-Mail gesendet. Öffnen Sie den Link darin, um fortzufahren.
server-link-expired = Dieser Link ist zu alt. Kehren Sie dorthin zurück, wo Sie ihn angefordert haben, und senden Sie ihn erneut.
server-link-used = Dieser Link wurde bereits verwendet. Kehren Sie dorthin zurück, wo Sie ihn angefordert haben.
server-link-unusable = Wir konnten diesen Link nicht verwenden. Kehren Sie dorthin zurück, wo Sie ihn angefordert haben.
server-reset-link-unusable = Der Link zum Zurücksetzen Ihres Passworts funktioniert nicht mehr. Fordern Sie einen neuen an.
server-other-tab = Sie haben in einem anderen Tab weitergemacht. Diesen können Sie schließen.
server-code-for-first-tab = Kehren Sie dorthin zurück, wo Sie die Anmeldung begonnen haben, und geben Sie dort diesen Code ein.

## The end of a sign-in that is no success

end-heading = Hier geht es nicht weiter
end-failed-heading = So können Sie sich nicht anmelden
end-succeeded-heading = Geschafft
end-nothing-more = Auf dieser Seite ist nichts weiter zu tun.
end-not-now-heading = Die Anmeldung ist gerade nicht möglich
end-unlocked-heading = Ihr Konto ist entsperrt
end-password-changed-heading = Ihr Passwort ist geändert
end-device-connected-heading = Ihr Gerät ist verbunden
end-device-not-connected-heading = Ihr Gerät ist nicht verbunden
your-code-heading = Ihr Code
end-close-page-heading = Sie können diese Seite schließen
end-link-dead-heading = Dieser Link funktioniert nicht mehr
end-refused-heading = Die Anmeldung wurde abgelehnt
code-elsewhere-warning = Geben Sie ihn nur dort ein, wo Sie selbst begonnen haben.
fact-browser = Browser
fact-system = System
fact-place = Ort

## Asking for a stronger or more recent sign-in

confirm-heading = Bestätigen Sie Ihre Identität
confirm-lead = Diese Seite verlangt eine stärkere oder neuere Anmeldung als Ihre.
confirm-framed-lead = Dieser Teil der Seite verlangt eine stärkere oder neuere Anmeldung. Bestätigen Sie Ihre Identität im ganzen Fenster, um ihn zu sehen.
confirm-framed-link = Im ganzen Fenster öffnen
confirm-form-heading = Ihr Formular wurde nicht gesendet
confirm-form-lead = Dafür ist zuerst eine stärkere oder neuere Anmeldung nötig, deshalb wurde nichts gespeichert.
confirm-form-advice = Gehen Sie zuerst zurück, wenn Sie Ihre Eingaben kopieren möchten. Bestätigen Sie dann Ihre Identität und senden Sie das Formular erneut.
confirm-form-button = Identität bestätigen
step-up-notice = Sie sind angemeldet. Die gewünschte Seite verlangt eine stärkere oder neuere Anmeldung. Bestätigen Sie Ihre Identität, um fortzufahren.
level-heading = Diese Seite verlangt eine stärkere Anmeldung
level-lead = Ihre Anmeldung reicht für diese Seite nicht aus. Alles andere funktioniert wie bisher.
level-advice = Sie können es in einer Minute noch einmal versuchen. Wenn das nicht hilft, fragen Sie die Betreiber dieser Website, welche Anmeldemethode Sie brauchen.
level-retry = Erneut versuchen
level-home = Zur Startseite

## Links in mails that activate or recover an account

activate-heading = Konto aktivieren
activate-lead = Klicken Sie auf die Schaltfläche, um Ihr Konto für { $site } einzurichten.
activate-button = Mein Konto aktivieren
recover-heading = Zugang zu Ihrem Konto wiederherstellen
recover-lead = Klicken Sie auf die Schaltfläche, um festzulegen, wie Sie sich künftig bei { $site } anmelden.
link-signed-in = In diesem Browser sind Sie als { $account } angemeldet. Wenn Sie fertig sind, endet diese Anmeldung.
link-signed-in-unnamed = In diesem Browser ist bereits jemand angemeldet. Wenn Sie fertig sind, endet diese Anmeldung.
link-incomplete-heading = Dieser Link ist unvollständig
link-incomplete-lead = Ein Teil davon ist unterwegs verloren gegangen. Öffnen Sie ihn noch einmal aus der E-Mail oder kopieren Sie die ganze Adresse.
link-dead-heading = Dieser Link funktioniert nicht mehr
link-dead-activate = Er wurde bereits verwendet oder ist zu alt. Wenn Ihr Konto aktiv ist, melden Sie sich an; andernfalls fordern Sie einen neuen Link an.
link-dead-recover = Er wurde bereits verwendet oder ist zu alt. Beginnen Sie von vorn und fordern Sie einen neuen an.
link-unusable-heading = Konten können hier nicht aktiviert werden
link-unusable-lead = Mit Ihrem Link ist alles in Ordnung. Diese Website ist nicht dafür eingerichtet; geben Sie den Betreibern Bescheid.
link-sign-in = Zur Anmeldung

## What scripts say

went-on-elsewhere = Ihre Anmeldung wurde an anderer Stelle fortgesetzt.
go-on-from-here = Hier fortfahren
wait-is-over = Sie können es jetzt erneut versuchen.
busy = Einen Moment …
busy-signing-in = Anmeldung läuft …

## Pages on which something goes on or begins again

signing-in-as = Anmeldung als
summary-heading = Es gibt ein Problem
try-again = Erneut versuchen
reference = Referenz
continue-heading = Zum Fortfahren anmelden
continue-lead = Sie müssen sich anmelden, bevor Sie { $site } nutzen können.
continue-to-site = Weiter zu { $site }
cookies-needed-heading = Cookies zum Anmelden zulassen
cookies-needed = Für die Anmeldung sind Cookies nötig, aber Ihr Browser hat unsere nicht gespeichert.
cookies-needed-how = Lassen Sie in den Einstellungen Ihres Browsers Cookies für diese Website zu und versuchen Sie es dann erneut.
unreachable-heading = Der Anmeldedienst ist nicht erreichbar
unreachable-lead = Es ist nichts verloren gegangen; versuchen Sie es gleich noch einmal.
busy-lead = Gerade melden sich zu viele Menschen gleichzeitig an oder jemand hat es zu oft versucht. { $when }
try-again-later = Versuchen Sie es in einigen Minuten erneut.
try-again-in-seconds = { $seconds ->
    [one] Versuchen Sie es in einer Sekunde erneut.
   *[other] Versuchen Sie es in { $seconds } Sekunden erneut.
}
try-again-in-minutes = { $minutes ->
    [one] Versuchen Sie es in einer Minute erneut.
   *[other] Versuchen Sie es in { $minutes } Minuten erneut.
}
expired-heading = Diese Anmeldung ist abgelaufen
expired-lead = Zum Schutz Ihres Kontos endet eine Anmeldung, wenn sie nicht rechtzeitig abgeschlossen wird.
leave-heading = Einen Moment
leave-to = Sie werden zu { $host } weitergeleitet.
leave-lead = Sie werden weitergeleitet.
form-lost-heading = Ihr Formular wurde nicht gesendet
form-lost = Sie wurden abgemeldet, bevor es die Anwendung erreicht hat, deshalb wurde nichts gespeichert.
form-lost-how = Gehen Sie zuerst zurück, wenn Sie Ihre Eingaben kopieren möchten. Melden Sie sich dann an und senden Sie das Formular erneut.
framed-heading = Sie wurden abgemeldet
framed-lead = Melden Sie sich im ganzen Fenster erneut an, um diesen Teil der Seite zu sehen.
framed-open = Im ganzen Fenster öffnen
code-elsewhere = Kehren Sie zu dem Browser zurück, in dem Sie die Anmeldung begonnen haben, und geben Sie dort diesen Code ein.
code-elsewhere-if-not = Geben Sie ihn nur dort ein, wo Sie selbst begonnen haben. Wenn jemand Sie danach fragt oder Sie nichts begonnen haben, schließen Sie diese Seite.
already-signed-in-heading = Sie sind bereits angemeldet
already-signed-in-as = Sie sind als { $account } angemeldet.
already-signed-in-lead = Hier ist nichts weiter zu tun.
begun-already-heading = Sie haben bereits eine Anmeldung begonnen
begun-already = Schließen Sie eine der begonnenen Anmeldungen ab, hier oder in einem anderen Tab. Öffnen Sie diese Seite danach erneut.
begun-already-go-on = Mit der letzten fortfahren
notice-unconfirmed = Wir wissen nicht, ob das angekommen ist. Hier sehen Sie den aktuellen Stand Ihrer Anmeldung.
notice-changed = Die Seite hatte sich inzwischen geändert, deshalb wurde nichts gesendet. Bitte sehen Sie noch einmal nach.
notice-shortened = Die Adresse, mit der Sie gekommen sind, war sehr lang. Nach der Anmeldung müssen Sie vielleicht noch einmal suchen.

## Signing out

sign-out-heading = Abmelden?
sign-out = Abmelden
sign-out-account = Sie sind bei { $site } als { $account } angemeldet.
sign-out-lead = Um { $site } wieder zu nutzen, müssen Sie sich erneut anmelden.
signed-out-heading = Sie sind abgemeldet
signed-out-lead = Sie haben { $site } in diesem Browser verlassen.
signed-out-in-part = Einer unserer Dienste ist nicht erreichbar. Bis die Abmeldung überall gilt, kann es daher einige Minuten dauern.
signed-out-here-only = Der Anmeldedienst ist nicht erreichbar. Dort sind Sie daher möglicherweise noch angemeldet.
sign-in-again = Erneut anmelden

## Requests that cannot be answered

go-to-start = Zur Startseite
bad-request-heading = Wir können diese Adresse nicht öffnen
bad-request = Ein Teil davon fehlt oder ist falsch geschrieben. Prüfen Sie die Adresse oder beginnen Sie auf der Startseite.
foreign-post-heading = Wir haben diese Anfrage gestoppt
foreign-post = Sie kam nicht von einer Seite dieser Website, deshalb ist nichts geschehen. Wenn Sie sie selbst gesendet haben, öffnen Sie die Seite neu und versuchen Sie es noch einmal.
forbidden-heading = Sie haben keinen Zugriff auf diese Seite
forbidden = Ihr Konto ist dafür nicht berechtigt. Wenn es das Ihrer Meinung nach sein sollte, wenden Sie sich an die Betreiber dieser Website.
not-found-heading = Unter dieser Adresse gibt es nichts
not-found = Vielleicht wurde die Seite verschoben oder die Adresse enthält einen Tippfehler.
wrong-method-heading = Das geht auf dieser Seite nicht
wrong-method = Die Adresse stimmt, nimmt diese Art von Anfrage aber nicht an. Es wurde nichts geändert.
too-large-heading = Das war zu viel auf einmal
too-large = Ihre Eingaben sind größer, als diese Website annimmt. Es wurde nichts gespeichert. Senden Sie weniger oder kleinere Teile.
misdirected-heading = Diese Adresse gehört zu einer anderen Website
misdirected = Ihr Browser hat uns nach einer Seite gefragt, die anderswo liegt. Öffnen Sie die Adresse noch einmal in einem neuen Fenster.
too-many-requests = Es gab zu viele Versuche in kurzer Zeit. { $when }
cookies-too-large-heading = Ihr Browser hat zu viel gesendet
cookies-too-large = Die für diese Website gespeicherten Cookies sind zu groß geworden. Löschen Sie die Cookies dieser Website und versuchen Sie es dann erneut.
internal-heading = Bei uns ist etwas schiefgegangen
internal = Es liegt nicht an Ihnen. Versuchen Sie es gleich noch einmal.
bad-gateway-heading = Die Anwendung antwortet nicht
bad-gateway = { $site } ist gerade nicht erreichbar. Versuchen Sie es gleich noch einmal.
unavailable-heading = Wir können das gerade nicht öffnen
unavailable = Etwas, das wir brauchen, ist nicht erreichbar. Es ist nichts verloren gegangen; versuchen Sie es gleich noch einmal.
gateway-timeout-heading = Die Anwendung braucht zu lange
gateway-timeout = { $site } hat nicht rechtzeitig geantwortet. Bevor Sie etwas wiederholen, prüfen Sie, ob es schon erledigt ist.

## Security keys and passkeys

webauthn-create = Einrichten
webauthn-use = Bestätigen
webauthn-sign-in = Mit einem Passkey anmelden
webauthn-again = Erneut versuchen
webauthn-needs-script = Für diesen Schritt ist JavaScript nötig, das in Ihrem Browser ausgeschaltet ist. Schalten Sie es ein und öffnen Sie diese Seite erneut, oder verwenden Sie eine andere Methode.
webauthn-stopped = Das hat nicht geklappt oder Sie haben abgebrochen. Versuchen Sie es erneut oder verwenden Sie eine andere Methode.
webauthn-unsupported = Dieser Browser unterstützt keine Sicherheitsschlüssel und Passkeys. Verwenden Sie eine andere Methode oder einen anderen Browser.
webauthn-already-set-up = Das haben Sie bereits eingerichtet. Verwenden Sie einen anderen Schlüssel, ein anderes Gerät oder eine andere Methode.
webauthn-not-at-this-address = Ihr Browser lässt das hier nicht zu. Verwenden Sie eine andere Methode und informieren Sie Ihren Administrator.
webauthn-out-of-reach = Sicherheitsschlüssel und Passkeys Ihrer Organisation funktionieren unter dieser Adresse nicht. Verwenden Sie eine andere Methode oder wenden Sie sich an Ihren Administrator.
webauthn-elsewhere-heading = Passkeys funktionieren unter dieser Adresse nicht
webauthn-elsewhere-lead = Passkeys und Sicherheitsschlüssel Ihrer Organisation gehören zu einer anderen Adresse. Sie können ohne fortfahren.

## Passwords while they are typed

password-show = Anzeigen
password-hide = Verbergen
password-rule-met = Erfüllt:

## Captchas, devices and help

help = Hilfe
captcha-needs-script = Vor dem Senden prüfen wir, ob Sie ein Mensch sind. Dafür ist JavaScript nötig. Schalten Sie es ein und öffnen Sie diese Seite erneut.
captcha-failed = Die Prüfung, ob Sie ein Mensch sind, ist nicht gelungen. Versuchen Sie es erneut.
duo-needs-script = Für Duo ist JavaScript nötig, das in Ihrem Browser ausgeschaltet ist. Schalten Sie es ein und öffnen Sie diese Seite erneut, oder verwenden Sie eine andere Methode.
duo-frame = Duo Security
duo-failed = Duo ist nicht erreichbar. Versuchen Sie es erneut oder verwenden Sie eine andere Methode.
device-needs-script = Dafür ist JavaScript nötig, das in Ihrem Browser ausgeschaltet ist. Melden Sie sich auf andere Weise an.
device-not-found = Auf diesem Gerät wurde die App nicht gefunden. Öffnen Sie sie und prüfen Sie es noch einmal, oder melden Sie sich auf andere Weise an.
device-denied = Ihr Browser lässt diese Seite nicht nach Apps auf diesem Gerät suchen. Erlauben Sie es und öffnen Sie diese Seite erneut, oder melden Sie sich auf andere Weise an.
device-denied-help = So erlauben Sie es
