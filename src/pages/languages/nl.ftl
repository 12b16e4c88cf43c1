# De woorden van de pagina’s, in het Nederlands.

## Every page

page-title-error = Fout: { $heading } – { $site }
page-title = { $heading } – { $site }
language = Taal:
not-you = Ben jij dit niet?
start-over = Opnieuw beginnen

## Services of others, to sign in with

provider-of-several = { $name } ({ $number })

## What can be set up, and what each is good for

enroll-good-for-password = Een woord of zin die alleen jij kent.
enroll-good-for-email = Een code of link in een e-mail.
enroll-good-for-phone = Een code via sms of telefoon.
enroll-good-for-phone-messages = Een code via sms.
enroll-good-for-app = Je keurt inlogpogingen goed met één tik op je telefoon.
enroll-good-for-code-app = Een app op je telefoon toont een code, ook zonder netwerk.
enroll-good-for-code-device = Een apparaatje dat je bij je hebt, toont een code.
enroll-good-for-passkey = Je vingerafdruk, je gezicht, een pincode of een sleutel die je aansluit. Je hoeft niets te onthouden.
enroll-good-for-question = Een vraag die alleen jij kunt beantwoorden.
enroll-good-for-account = Een account dat je ergens anders hebt.
enroll-good-for-card = Een kaart en een lezer.
enroll-good-for-badge = Een badge die je tegen je telefoon houdt.
enroll-only-for-recovery = Alleen voor als je niet meer kunt inloggen.
enroll-badge-date = Kan wachten tot { $date }
enroll-badge-skips = { $count ->
    [one] Kan nog één keer wachten
   *[other] Kan nog { $count } keer wachten
}
enroll-badge-now = Nu nodig

## What to do in an application or on another device

guide-qr-install = Installeer { $name } op je telefoon.
guide-qr-add = Open de app en kies voor het toevoegen van een werkaccount.
guide-qr-scan = Scan de code hieronder.
guide-here-install = Download { $name } op dit apparaat als je de app nog niet hebt.
guide-here-add = Open de app en kies voor het toevoegen van een werkaccount.
guide-here-address = Typ { $address } als de app om een adres vraagt.
guide-other-open = Open { $name } op een apparaat waarop je de app al gebruikt.
guide-other-open-on = Open { $name } op een van deze apparaten: { $devices }.
guide-other-add = Kies daar je account en voeg een ander apparaat toe.
guide-other-confirm = Bevestig op dat apparaat dat jij het bent.
guide-open = { $name } openen
guide-get = { $name } downloaden

channel-qrcode = Voor een telefoon of tablet naast dit scherm.
channel-email = We sturen een link die je op je telefoon opent.
channel-sms = We sturen een link die je op je telefoon opent.
channel-samedevice = Voor de app op het apparaat dat je nu gebruikt.
channel-devicebootstrap = Als je de app al op een ander apparaat gebruikt.

device-store-apple = Download Okta Verify in de App Store.
device-store-google = Download Okta Verify in Google Play.
device-store-other = Download Okta Verify voor dit apparaat.
device-add-account = Open de app en voeg een werkaccount toe.
device-address = Typ { $address } als de app om een adres vraagt.
device-follow = Stel je apparaat in met de knop hieronder en volg de aanwijzingen.
device-restart = Sluit deze pagina als dat klaar is.
device-come-back = Ga daarna terug naar wat je wilde openen en log opnieuw in.

## Steps with a purpose of their own: a heading, what the heading leaves open, and a button

purpose-next-code-heading = Voer de volgende code in
purpose-next-code-lead = Wacht tot { $name } een andere code toont en typ die.
purpose-next-code-button = Verifiëren

purpose-touch-heading = Raak je { $name } aan
purpose-touch-lead = Sluit de sleutel aan en raak hem aan: hij typt de code voor je.
purpose-touch-button = Verifiëren
purpose-touch-enroll-heading = { $name } instellen
purpose-touch-enroll-lead = Sluit de sleutel aan en raak hem aan: hij typt de code voor je.
purpose-touch-enroll-button = Instellen

purpose-two-codes-heading = { $name } instellen
purpose-two-codes-lead = Typ de referentie-ID en daarna twee codes die na elkaar verschijnen.
purpose-two-codes-button = Instellen

purpose-token-enroll-heading = { $name } instellen
purpose-token-enroll-lead = Typ je gebruikersnaam daar en de code die je ziet.
purpose-token-enroll-button = Instellen

purpose-passkey-heading = Gebruik je passkey
purpose-passkey-lead = Je apparaat vraagt om je vingerafdruk, je gezicht, een pincode of je beveiligingssleutel.
purpose-passkey-button = Doorgaan
purpose-passkey-enroll-heading = Stel een passkey in
purpose-passkey-enroll-lead = Je apparaat vraagt om je vingerafdruk, je gezicht, een pincode of een beveiligingssleutel. Je hoeft niets te onthouden.
purpose-passkey-enroll-button = Instellen
purpose-passkey-promoted-heading = Log de volgende keer sneller in
purpose-passkey-promoted-lead = Met een passkey komt je vingerafdruk, je gezicht of een pincode in de plaats van codes en wachtwoorden.
purpose-passkey-promoted-button = Passkey maken

purpose-not-sent-heading = Ontvang een code
purpose-not-sent-lead = Laat de code naar { $place } sturen en typ hem hier.
purpose-not-sent-button = Verifiëren
purpose-email-or-link-heading = Check je e-mail
purpose-email-or-link-lead = We hebben een code naar { $place } gestuurd. Typ die hier of open de link in de e-mail. Het kan een minuut duren.
purpose-email-or-link-button = Verifiëren

purpose-pin-enroll-heading = Kies een pincode
purpose-pin-enroll-lead = Je typt die elke keer dat je { $name } gebruikt.
purpose-pin-enroll-button = Pincode instellen
purpose-badge-enroll-heading = { $name } instellen
purpose-badge-enroll-lead = Open Okta Verify en houd de badge tegen de achterkant van je telefoon.
purpose-badge-enroll-button = Doorgaan
purpose-badge-heading = { $name } gebruiken
purpose-badge-lead = Houd je badge tegen de achterkant van je telefoon.
purpose-badge-button = Doorgaan

purpose-push-heading = Verifieer met { $name }
purpose-push-lead = We vragen om je goedkeuring op { $place }.
purpose-push-button = Pushmelding sturen
purpose-fastpass-heading = Verifieer met { $name }
purpose-fastpass-lead = { $name } op dit apparaat bevestigt dat jij het bent.
purpose-fastpass-button = Okta FastPass gebruiken

purpose-recovery-choice-heading = Stel je wachtwoord opnieuw in
purpose-recovery-choice-lead = Kies eerst hoe je bevestigt dat jij het bent.
purpose-recovery-choice-button = Doorgaan

purpose-channel-heading = { $name } instellen
purpose-channel-lead = Kies wat je het beste uitkomt: het resultaat is hetzelfde.
purpose-channel-button = Doorgaan

purpose-password-elsewhere-heading = Wijzig je wachtwoord
purpose-password-elsewhere-lead = Je wachtwoord is verlopen. Wijzig het bij { $place }, kom dan hier terug en log in.
purpose-password-elsewhere-button = Doorgaan

purpose-admin-consent-heading = Toegang geven tot je organisatie?
purpose-admin-consent-lead = { $place } kan dan het volgende doen voor iedereen in je organisatie:
purpose-admin-consent-button = Toegang geven

purpose-open-app-heading = Verifieer met Okta Verify
purpose-open-app-lead = Open de app op dit apparaat om door te gaan. Gebeurt er niets? Download dan eerst de app of log op een andere manier in.
purpose-open-app-button = Doorgaan
purpose-browser-checks-heading = Een ogenblik
purpose-browser-checks-lead = Je browser en je organisatie controleren dit apparaat.
purpose-browser-checks-button = Doorgaan
purpose-device-confirms-heading = Verifieer met dit apparaat
purpose-device-confirms-lead = Je apparaat bevestigt dat jij het bent. Het kan om je vingerafdruk, je gezicht of je pincode vragen.
purpose-device-confirms-button = Doorgaan
purpose-no-answer-heading = Log op een andere manier in
purpose-no-answer-lead = Okta Verify reageerde niet op dit apparaat.
purpose-no-answer-button = Doorgaan

purpose-card-heading = Log in met een smartcard
purpose-card-lead = Steek eerst je kaart in de lezer.
purpose-card-button = Doorgaan
purpose-card-factor-heading = Gebruik je smartcard
purpose-card-factor-lead = Steek eerst je kaart in de lezer. Je gaat even naar een andere pagina en komt dan hier terug.
purpose-card-factor-button = Doorgaan

purpose-card-enroll-heading = Stel je smartcard in
purpose-card-enroll-lead = Steek eerst je kaart in de lezer. Je gaat even naar een andere pagina en komt dan hier terug.
purpose-card-enroll-button = Doorgaan
purpose-account-enroll-heading = { $name } koppelen
purpose-account-enroll-lead = Je logt daar één keer in en komt dan hier terug.
purpose-account-enroll-button = Doorgaan
purpose-phone-enroll-heading = Stel je telefoon in
purpose-phone-enroll-lead = We sturen een code om te controleren of die bij je aankomt.
purpose-phone-enroll-button = Code sturen
purpose-call-enroll-heading = Neem je telefoon op
purpose-call-enroll-lead = We bellen { $place }. Typ de code die je hoort.
purpose-call-enroll-button = Verifiëren
purpose-secret-enroll-heading = { $name } instellen
purpose-secret-enroll-lead = Voeg daar een account toe met deze sleutel en typ de code die je ziet.
purpose-secret-enroll-button = Verifiëren
purpose-look-for-app-heading = Verifieer met Okta Verify
purpose-look-for-app-lead = We zoeken de app op dit apparaat. Die kan om je vingerafdruk, je gezicht of je pincode vragen.
purpose-look-for-app-button = Doorgaan

purpose-busy-heading = Wacht even
purpose-busy-lead = De inlogdienst is bezet. We proberen het automatisch opnieuw en er gaat niets verloren.
purpose-busy-button = Opnieuw controleren

purpose-activation-heading = Ontvang een nieuwe activeringsmail
purpose-activation-lead = We sturen je een nieuwe link om je account te activeren.
purpose-activation-button = E-mail sturen

purpose-profile-heading = Maak je profiel compleet
purpose-profile-lead = Er ontbreken nog wat gegevens over jou. We vragen dit maar één keer.
purpose-profile-button = Doorgaan

## Questions that belong together in a form about a person

profile-address = Adres

## Facts beside a step

identity-terms = Gebruiksvoorwaarden
identity-privacy = Privacybeleid
identity-read = Voordat je doorgaat, kun je lezen:

## Ends: what is called so, what it means

end-link-expired-lead = Hij is te oud. Ga terug naar waar je hem hebt aangevraagd en stuur hem opnieuw.
end-link-used-lead = Hij is al gebruikt of er is een nieuwere gestuurd. Ga terug naar waar je hem hebt aangevraagd.
end-link-broken-lead = Er klopt iets niet aan. Ga terug naar waar je hem hebt aangevraagd en stuur hem opnieuw.
end-moved-lead = Je bent verdergegaan in een ander tabblad.
end-confirmed-heading = Je e-mailadres is bevestigd
end-confirmed-lead = Ga terug naar het tabblad waarin je begon. Je kunt deze pagina sluiten.
end-your-code-lead = Ga terug naar waar je begon met inloggen en typ daar deze code.
end-refused-lead = Er is niemand ingelogd. Wilde je zelf inloggen? Begin dan opnieuw.
end-check-email-lead = We hebben je een e-mail gestuurd. Open de link daarin om door te gaan; deze pagina kun je sluiten.
end-activation-sent-lead = We hebben je een e-mail met een nieuwe link gestuurd. Open die om je account te activeren.
end-activation-expired-lead = De link om je account te activeren is te oud. Vraag je beheerder om een nieuwe.
end-activation-missing-lead = Misschien is je account al actief: dan kun je gewoon inloggen. Zo niet, vraag je beheerder dan om een nieuwe link.
end-reset-link-lead = De link om je wachtwoord opnieuw in te stellen is te oud of al gebruikt. Ga naar inloggen en kies ‘Wachtwoord vergeten?’ voor een nieuwe.
end-recovered-lead = Log in met het nieuwe wachtwoord.
end-unlocked-lead = Je kunt inloggen zoals altijd.
end-unlocked-landed-lead = Bevestig nu dat jij het bent.
end-reset-not-possible-heading = Je kunt je wachtwoord hier niet opnieuw instellen
end-unlock-not-possible-heading = Je kunt je account hier niet ontgrendelen
end-ask-administrator-lead = Je beheerder kan je helpen.
end-device-connected-lead = Ga daar verder. Je kunt deze pagina sluiten.
end-device-denied-lead = Dat komt doordat je nee hebt gezegd. Bedenk je je? Begin dan opnieuw op het apparaat.
end-device-fault-lead = Er is iets misgegaan. Begin opnieuw op het apparaat.
end-too-often-lead = Dat was te vaak in korte tijd. Wacht een paar minuten en probeer het opnieuw.
end-not-now-lead = De inlogdienst heeft een storing. Er is niets verloren gegaan; probeer het zo opnieuw.
end-maintenance-lead = Er is onderhoud aan de inlogdienst. Probeer het later opnieuw.
end-no-access-heading = Je hebt geen toegang
end-no-access-lead = Je account mag dit niet doen. Zou dat wel moeten? Vraag het je beheerder.
end-not-assigned-lead = Je account is niet ingesteld voor deze applicatie. Vraag je beheerder om toegang.
end-registration-failed-heading = Je account is nog niet aangemaakt
end-not-possible-heading = Dat kan hier niet
continue = Doorgaan
verify = Verifiëren
go-back = Terug
start-again = Opnieuw beginnen
read-more = Meer lezen:

## Signing in

sign-in = Inloggen
continue-signing-in-heading = Ga door met inloggen
wait-heading = Wacht even
skip-heading = Je kunt dit later doen
redirect-and-back = Je gaat daar even heen en komt dan hier terug.
continue-for-now = Voorlopig doorgaan
stay-signed-in-heading = Ingelogd blijven?
stay-signed-in-where = Op een apparaat dat alleen jij gebruikt, scheelt dat tijd.
stay-signed-in = Ingelogd blijven
stay-signed-in-refuse = Niet ingelogd blijven

## Proving who one is

verify-heading = Bevestig dat jij het bent
verify-choose = Kies hoe je bevestigt dat jij het bent.
verify-with-heading = Verifieer met { $authenticator }
verify-identity-heading = Verifieer je identiteit
verify-identity-by-service = Een dienst die je organisatie vertrouwt, controleert wie je bent en brengt je hier terug.
okta-verify-heading = Verifieer met Okta Verify
okta-verify-looking = We zoeken de app op dit apparaat.
open-okta-verify = Okta Verify openen
security-question-heading = Beantwoord je beveiligingsvraag
pin-heading = Voer je pincode in
needs-script = Deze pagina kan deze stap nog niet uitvoeren. Vraag je beheerder om een andere manier.
needs-script-other-way = Deze pagina kan deze stap nog niet uitvoeren. Gebruik een andere manier.

## Codes

code-heading = Voer je code in
code-shown-by-app = Open { $authenticator } en typ de code die je ziet.
code-from-device = Typ de code van { $authenticator }.
access-code-heading = Voer je toegangscode in
access-code-from = Je hebt die van je beheerder gekregen.
check-email-heading = Check je e-mail
email-code-sent-to = We hebben een code naar { $place } gestuurd. Het kan een minuut duren.
email-code-sent = We hebben je een code gestuurd. Het kan een minuut duren.
check-phone-heading = Check je telefoon
text-message-sent-to = We hebben een sms met een code naar { $place } gestuurd.
text-message-sent = We hebben je een sms met een code gestuurd.
code-sent-to = We hebben een code naar { $place } gestuurd.
code-sent-to-phone = We hebben een code naar je telefoon gestuurd.
call-heading = Neem je telefoon op
calling-to = We bellen { $place }. Typ de code die je hoort.
calling = We bellen je. Typ de code die je hoort.
code-by-email-heading = Ontvang een code via e-mail
code-by-email-to = We sturen hem naar { $place }.
code-by-email = We sturen hem naar je adres.
code-by-phone-heading = Ontvang een code via je telefoon
code-by-phone-to = Hij gaat naar { $place }.
code-by-phone = Hij gaat naar je telefoon.

## Approving on a telephone

push-choose-number = Open { $authenticator } en kies dit nummer om het inloggen goed te keuren.
push-approve = Keur het inloggen goed in { $authenticator }.
waiting-for-phone = Wachten op je telefoon…
waiting-for-email = Wachten op je e-mail…
waiting = Wachten…

## Passwords

password-heading = Voer je wachtwoord in
choose-password-heading = Kies een wachtwoord
new-password-heading = Kies een nieuw wachtwoord
change-password-heading = Wijzig je wachtwoord
reset-password-heading = Stel je wachtwoord opnieuw in
reset-password-who = Vertel ons eerst wie je bent.
set-password = Wachtwoord instellen
password-has-run-out = Je wachtwoord is verlopen.
password-runs-out = { $days ->
    [0] Je wachtwoord verloopt vandaag. Wijzig het nu of doe het later.
    [1] Je wachtwoord verloopt morgen. Wijzig het nu of doe het later.
   *[other] Je wachtwoord verloopt over { $days } dagen. Wijzig het nu of doe het later.
}
password-runs-out-soon = Je wachtwoord verloopt binnenkort. Wijzig het nu of doe het later.
change-password-at = Wijzig het bij { $place }
password-rules = Eisen aan je wachtwoord
password-rule-length = { $count ->
    [one] Minstens één teken
   *[other] Minstens { $count } tekens
}
password-rule-upper-case = { $count ->
    [one] Een hoofdletter
   *[other] { $count } hoofdletters
}
password-rule-lower-case = { $count ->
    [one] Een kleine letter
   *[other] { $count } kleine letters
}
password-rule-numbers = { $count ->
    [one] Een cijfer
   *[other] { $count } cijfers
}
password-rule-symbols = { $count ->
    [one] Een symbool
   *[other] { $count } symbolen
}
password-rule-repeating = { $count ->
    [one] Nooit twee keer hetzelfde teken achter elkaar
   *[other] Hetzelfde teken hoogstens { $count } keer achter elkaar
}
password-rule-username = Geen deel van je gebruikersnaam
password-rule-first-name = Niet je voornaam
password-rule-last-name = Niet je achternaam
password-rule-history = { $count ->
    [one] Niet je vorige wachtwoord
   *[other] Niet een van je laatste { $count } wachtwoorden
}

## Setting up

set-up-heading = Stel in hoe je inlogt
set-up-another = Voeg nog een manier toe om te bevestigen dat jij het bent, of doe het later.
set-up-first = Kies wat je als eerste instelt.
set-up-differently-heading = Stel het op een andere manier in
set-up-it-heading = Stel het in
set-up-with-heading = { $authenticator } instellen
set-up-phone-heading = Stel je telefoon in
set-up-phone-check = We sturen een code om te controleren of die bij je aankomt.
set-up-question-heading = Stel een beveiligingsvraag in
set-up-question-answer = Kies een antwoord dat alleen jij kent en dat niet verandert.
set-up-okta-verify-heading = Stel Okta Verify in
set-up-okta-verify-where = Waar moeten we de link naartoe sturen?
set-up-scan-with = Scan dit met { $authenticator } en typ de code die je dan ziet.
set-up-on-this-device = Open { $authenticator } op dit apparaat en voeg daar je account toe.
set-up-from-other-device = Open { $authenticator } op een apparaat waarop je de app al gebruikt en voeg daar dit apparaat toe.
set-up-install-and-scan = Installeer { $authenticator } op je telefoon, voeg een account toe en scan dit.
link-sent-to = We hebben een link naar { $place } gestuurd. Open die op je telefoon.
link-sent-by-email = We hebben je een e-mail met een link gestuurd. Open die op je telefoon.
link-sent-by-text-message = We hebben je een sms met een link gestuurd. Open die op je telefoon.
key-instead = Kun je niet scannen? Typ dan deze sleutel:
key-to-type = Typ deze sleutel in de app:
qr-code-for = QR-code waarmee je { $authenticator } instelt
qr-code-for-app = QR-code waarmee je je app instelt

## Accounts

sign-up-heading = Maak je account aan
sign-up = Account aanmaken
profile-heading = Maak je profiel compleet
unlock-account-heading = Ontgrendel je account
unlock-account-who = Vertel ons wie je bent en hoe we dat kunnen controleren.
activation-email-heading = Ontvang een nieuwe activeringsmail
send-the-email = E-mail sturen

## Devices

connect-device-heading = Koppel je apparaat
connect-device-code = Typ de code die je apparaat toont.
device-attention-heading = Je apparaat vraagt aandacht
device-set-up-heading = Stel je apparaat in
device-set-up-for = { $organization } laat alleen apparaten toe die het zelf beheert. Stel dat van jou in en log opnieuw in.
device-set-up = Hier worden alleen beheerde apparaten toegelaten. Stel dat van jou in en log opnieuw in.
device-set-up-button-with = Instellen met { $vendor }
device-set-up-button = Dit apparaat instellen
fact-managed-with = Beheerd met

## Giving access

consent-heading = Toegang geven tot je account?
consent-asked-by = { $application } wil graag:
consent-asked = Deze applicatie wil graag:
consent-allow = Toegang geven
consent-refuse = Niet toestaan
scopes-always = Altijd inbegrepen
email-consent-heading = Heb je net geprobeerd in te loggen?
email-consent-if-not = Was jij het niet? Zeg dan nee: er komt niemand binnen.
email-consent-allow = Ja, dat was ik
email-consent-refuse = Nee, dat was ik niet

## Buttons that send something

send-again = Opnieuw sturen
send-code = Code sturen
send-link = Link sturen
send-text-message = Sms sturen
send-email = Stuur me een e-mail
send-push = Pushmelding sturen
call-me = Bel me
check-now = Nu controleren
check-again = Opnieuw controleren

## Other ways, offered as links below what a page is for

way-forgot-password = Wachtwoord vergeten?
way-forgot-pin = Pincode vergeten?
way-lost-authenticator = Ben je hem kwijt?
way-send-code-again = Code opnieuw sturen
way-new-code = Nieuwe code ontvangen
way-link-opened = Ik heb de link in de e-mail geopend
way-sign-in-differently = Op een andere manier inloggen
way-other-authenticator = Andere manier gebruiken
way-set-up-something-else = Iets anders instellen
way-other-channel = Op een andere manier instellen
way-unlock-account = Je account ontgrendelen
way-have-account = Ik heb al een account
way-sign-in-with-username = Inloggen met je gebruikersnaam
way-okta-fastpass = Inloggen met Okta FastPass
way-change-number = Nummer wijzigen
way-passkey = Inloggen met een passkey
way-create-passkey = Passkey maken
way-where-to-send = Kiezen waar de link naartoe gaat
way-badge = Inloggen met je badge
way-new-activation-email = Nieuwe activeringsmail ontvangen
way-choose-method = Kiezen hoe we je bereiken
way-enter-code = In plaats daarvan een code invoeren
way-later = Later doen
way-skip = Nu overslaan
sign-in-with-smart-card = Inloggen met een smartcard
continue-with-provider = Doorgaan met { $provider }
continue-elsewhere = Daar doorgaan

## Authenticators: ways of proving who one is, as names

authenticator-password = Wachtwoord
authenticator-email = E-mail
authenticator-phone = Telefoon
authenticator-okta-verify = Okta Verify
authenticator-code-app = Authenticator-app
authenticator-code-device = Codegenerator
authenticator-security-key = Beveiligingssleutel
authenticator-security-question = Beveiligingsvraag
authenticator-duo = Duo Security
authenticator-identity-provider = Ander account
authenticator-smart-card = Smartcard
authenticator-access-code = Tijdelijke toegangscode
authenticator-badge = Badge
authenticator-other = Andere manier
nickname-and-place = { $nickname }, { $place }
method-text-message = Sms
method-phone-call = Telefoongesprek

## What happens when an authenticator is used in one of its ways

use-push = Pushmelding ontvangen
use-code = Code typen
use-okta-fastpass = Okta FastPass gebruiken
use-text-message = Sms ontvangen
use-phone-call = Gebeld worden
use-email = E-mail ontvangen
use-qr-code = QR-code scannen
use-this-device = Dit apparaat gebruiken
use-another-device = Een ander apparaat van jou gebruiken

## Fields

field-password = Wachtwoord
field-new-password = Nieuw wachtwoord
field-code = Code
field-device-code = Code op je apparaat
field-code-of-key = Code van de sleutel
field-credential-id = Referentie-ID
field-user-name = Gebruikersnaam
field-new-pin = Nieuwe pincode
field-next-code = Volgende code
field-pin = Pincode
field-access-code = Toegangscode
field-remember-me = Ingelogd blijven
field-revoke-sessions = Overal elders uitloggen
field-method = Hoe kunnen we je bereiken?
field-authenticator = Hoe wil je bevestigen dat jij het bent?
field-phone-number = Telefoonnummer
field-which-question = Welke vraag wil je?
field-question = Vraag
field-answer = Antwoord
field-optional = (optioneel)
field-error = Fout:
field-account = Account
hint-phone-number = Met de landcode, bijvoorbeeld +1 415 555 0123
choose-one = Maak een keuze
option-number = Optie { $number }

## What was wrong with a field

fault-no-password = Voer je wachtwoord in.
fault-no-new-password = Voer een wachtwoord in.
fault-no-code = Voer de code in.
fault-no-choice = Kies een antwoord: { $field }
fault-missing = Vul dit in: { $field }.
fault-not-offered = Kies een van de antwoorden hieronder.
fault-not-yes-or-no = Vink het vakje aan of laat het leeg.

## What went wrong, and other news of the sign-in service

server-says-nothing = Er klopt iets niet. Controleer wat je hebt ingevoerd en probeer het opnieuw.
server-no-match = Dat komt niet overeen. Controleer wat je hebt ingevoerd en probeer het opnieuw.
server-wrong-password = Dat wachtwoord klopt niet. Controleer het en probeer het opnieuw.
server-wrong-code = Die code klopt niet. Controleer de code en probeer het opnieuw.
server-wrong-code-of-message = Die code klopt niet. Kijk in het nieuwste bericht en probeer het opnieuw.
server-wrong-code-of-app = Die code klopt niet. Codes veranderen vaak: typ de code die je nu ziet.
server-used-code = Die code is al gebruikt. Wacht op de volgende.
server-next-code = Die code klopt. Nog één en je bent klaar.
server-wrong-answer = Dat antwoord klopt niet. Probeer het opnieuw.
server-app-too-old = Okta Verify op je telefoon is hiervoor te oud. Werk de app bij en begin opnieuw.
server-app-too-old-for-push = Okta Verify op je telefoon is hiervoor te oud. Werk de app bij en stuur de melding opnieuw.
server-wants-biometrics = Je organisatie vraagt ook om je vingerafdruk of gezicht. Zet dat aan in de app op je telefoon en stuur de melding opnieuw.
server-safe-mode = Er is onderhoud aan de inlogdienst, dus sommige dingen kun je nu niet wijzigen. Probeer het later opnieuw.
server-account-exists = Hiermee bestaat al een account. Log daarmee in of gebruik iets anders.
server-password-breaks-rules = Dit wachtwoord voldoet niet aan alle eisen. Bekijk de lijst en probeer een ander.
server-password-expiring = Als je wachtwoord verlopen is, moet je het wijzigen voordat je kunt inloggen.
server-unknown-user = Er is geen account met die naam. Controleer de naam en probeer het opnieuw.
server-no-username = Voer je gebruikersnaam in.
server-not-an-email = Voer een e-mailadres in, zoals naam@example.com.
server-invalid-phone-number = We kunnen dat nummer niet bereiken. Controleer het, met de landcode.
server-device-refused = Je apparaat is niet gekoppeld, omdat je nee hebt gezegd.
server-device-failed = Je apparaat is niet gekoppeld, omdat er iets is misgegaan.
server-too-many-text-messages = Je hebt te veel sms’jes aangevraagd. Wacht even of gebruik een andere manier.
server-too-many-calls = Je hebt je te vaak laten bellen. Wacht even of gebruik een andere manier.
server-too-many-requests = Je hebt het te vaak geprobeerd. Wacht een paar minuten en probeer het opnieuw.
server-access-denied = Je kunt dit niet doen met je account. Zou dat wel moeten kunnen? Vraag het je beheerder.
server-not-assigned = Je account is niet ingesteld voor deze applicatie. Vraag je beheerder om toegang.
server-too-late = Dat duurde te lang. Stuur het opnieuw.
server-push-rejected = Het inloggen is geweigerd op je telefoon. Deed je dat per ongeluk? Stuur de melding dan opnieuw.
server-sign-in-refused = Het inloggen is geweigerd. Er is niemand ingelogd.
server-session-expired = Je was te lang weg. Begin opnieuw.
server-internal-error = De inlogdienst heeft een storing. Er is niets verloren gegaan; probeer het zo opnieuw.
server-unreadable = De inlogdienst kon dat niet lezen. Probeer het opnieuw.
server-unlocked = Je account is ontgrendeld.
server-unlocked-verify = Je account is ontgrendeld. Bevestig nu dat jij het bent.
server-email-sent = We hebben je een e-mail gestuurd. Open de link daarin om door te gaan.
server-link-expired = Deze link is te oud. Ga terug naar waar je hem hebt aangevraagd en stuur hem opnieuw.
server-link-used = Deze link is al gebruikt. Ga terug naar waar je hem hebt aangevraagd.
server-link-unusable = We konden deze link niet gebruiken. Ga terug naar waar je hem hebt aangevraagd.
server-reset-link-unusable = De link om je wachtwoord opnieuw in te stellen werkt niet meer. Vraag een nieuwe aan.
server-other-tab = Je bent verdergegaan in een ander tabblad. Je kunt dit tabblad sluiten.
server-code-for-first-tab = Ga terug naar waar je begon met inloggen en typ daar deze code.

## The end of a sign-in that is no success

end-heading = Je kunt hier niet verder
end-failed-heading = Je kunt niet op deze manier inloggen
end-succeeded-heading = Dat is gelukt
end-nothing-more = Je hoeft op deze pagina niets meer te doen.
end-not-now-heading = We kunnen je nu niet inloggen
end-unlocked-heading = Je account is ontgrendeld
end-password-changed-heading = Je wachtwoord is gewijzigd
end-device-connected-heading = Je apparaat is gekoppeld
end-device-not-connected-heading = Je apparaat is niet gekoppeld
your-code-heading = Je code
end-close-page-heading = Je kunt deze pagina sluiten
end-link-dead-heading = Deze link werkt niet meer
end-refused-heading = Het inloggen is geweigerd
code-elsewhere-warning = Typ hem alleen waar je zelf begonnen bent.
fact-browser = Browser
fact-system = Systeem
fact-place = Locatie

## Asking for a stronger or more recent sign-in

confirm-heading = Bevestig dat jij het bent
confirm-lead = Voor deze pagina moet je sterker of recenter ingelogd zijn.
confirm-framed-lead = Voor dit deel van de pagina moet je sterker of recenter ingelogd zijn. Bevestig in het hele venster dat jij het bent om het te zien.
confirm-framed-link = Openen in het hele venster
confirm-form-heading = Je formulier is niet verstuurd
confirm-form-lead = Daarvoor moet je eerst sterker of recenter ingelogd zijn, dus er is niets opgeslagen.
confirm-form-advice = Ga eerst terug als je wilt kopiëren wat je hebt getypt. Bevestig daarna dat jij het bent en verstuur het opnieuw.
confirm-form-button = Bevestigen dat jij het bent
step-up-notice = Je bent ingelogd. Voor de pagina die je wilt openen, moet je sterker of recenter ingelogd zijn; bevestig dat jij het bent om door te gaan.
level-heading = Voor deze pagina moet je sterker ingelogd zijn
level-lead = Je bent niet sterk genoeg ingelogd voor deze pagina. Al het andere werkt zoals voorheen.
level-advice = Je kunt het over een minuut opnieuw proberen. Helpt dat niet? Vraag dan aan wie deze site beheert op welke manier je moet inloggen.
level-retry = Opnieuw proberen
level-home = Naar de startpagina

## Links in mails that activate or recover an account

activate-heading = Activeer je account
activate-lead = Druk op de knop om je account voor { $site } in te stellen.
activate-button = Mijn account activeren
recover-heading = Krijg weer toegang tot je account
recover-lead = Druk op de knop om te kiezen hoe je voortaan inlogt bij { $site }.
link-signed-in = Je bent in deze browser ingelogd als { $account }. Als je klaar bent, word je daar uitgelogd.
link-signed-in-unnamed = In deze browser is iemand ingelogd. Als je klaar bent, wordt die uitgelogd.
link-incomplete-heading = Deze link is niet compleet
link-incomplete-lead = Een deel is onderweg verloren gegaan. Open de link opnieuw vanuit de e-mail of kopieer het hele adres.
link-dead-heading = Deze link werkt niet meer
link-dead-activate = Hij is al gebruikt of te oud. Is je account actief? Log dan in. Vraag anders een nieuwe link aan.
link-dead-recover = Hij is al gebruikt of te oud. Begin opnieuw en vraag een nieuwe aan.
link-unusable-heading = Accounts kunnen hier niet worden geactiveerd
link-unusable-lead = Er is niets mis met je link. Deze site is er niet op ingesteld; laat het weten aan wie de site beheert.
link-sign-in = Naar inloggen
## What scripts say

went-on-elsewhere = Je bent ergens anders verdergegaan met inloggen.
go-on-from-here = Hier verdergaan
wait-is-over = Je kunt het nu opnieuw proberen.
busy = Een ogenblik…
busy-signing-in = Inloggen…

## Pages on which something goes on or begins again

signing-in-as = Je logt in als
summary-heading = Er is een probleem
try-again = Opnieuw proberen
reference = Referentie
continue-heading = Log in om door te gaan
continue-lead = Je moet inloggen voordat je { $site } kunt gebruiken.
continue-to-site = Doorgaan naar { $site }
cookies-needed-heading = Sta cookies toe om in te loggen
cookies-needed = Voor inloggen zijn cookies nodig en je browser heeft die van ons niet bewaard.
cookies-needed-how = Sta cookies voor deze site toe in de instellingen van je browser en probeer het opnieuw.
unreachable-heading = We kunnen de inlogdienst niet bereiken
unreachable-lead = Er is niets verloren gegaan; probeer het zo opnieuw.
busy-lead = Er loggen te veel mensen tegelijk in of iemand heeft het te vaak geprobeerd. { $when }
try-again-later = Probeer het over een paar minuten opnieuw.
try-again-in-seconds = { $seconds ->
    [one] Probeer het over een seconde opnieuw.
   *[other] Probeer het over { $seconds } seconden opnieuw.
}
try-again-in-minutes = { $minutes ->
    [one] Probeer het over een minuut opnieuw.
   *[other] Probeer het over { $minutes } minuten opnieuw.
}
expired-heading = Deze inlogpoging is verlopen
expired-lead = Om je account te beschermen, stopt een inlogpoging die niet op tijd wordt afgerond.
leave-heading = Een ogenblik
leave-to = We brengen je naar { $host }.
leave-lead = Je bent onderweg.
form-lost-heading = Je formulier is niet verstuurd
form-lost = Je werd uitgelogd voordat het de applicatie bereikte, dus er is niets opgeslagen.
form-lost-how = Ga eerst terug als je wilt kopiëren wat je hebt getypt. Log daarna in en verstuur het opnieuw.
framed-heading = Je bent uitgelogd
framed-lead = Log opnieuw in, in het hele venster, om dit deel van de pagina te zien.
framed-open = Openen in het hele venster
code-elsewhere = Ga terug naar de browser waarin je begon met inloggen en typ daar deze code.
code-elsewhere-if-not = Typ hem alleen waar je zelf begonnen bent. Vraagt iemand je om de code of ben je niet zelf begonnen? Sluit dan deze pagina.
already-signed-in-heading = Je bent al ingelogd
already-signed-in-as = Je bent ingelogd als { $account }.
already-signed-in-lead = Je hoeft hier niets meer te doen.
begun-already-heading = Je bent al begonnen met inloggen
begun-already = Rond een van de inlogpogingen af die je bent begonnen, hier of in een ander tabblad. Open deze pagina daarna opnieuw.
begun-already-go-on = Doorgaan met de laatste
notice-unconfirmed = We weten niet of dat is aangekomen. Zo ver ben je nu met inloggen.
notice-changed = De pagina was intussen veranderd, dus er is niets verstuurd. Kijk nog even.
notice-shortened = Het adres waarmee je kwam, was erg lang. Na het inloggen moet je misschien opnieuw zoeken.

## Signing out

sign-out-heading = Uitloggen?
sign-out = Uitloggen
sign-out-account = Je bent als { $account } ingelogd bij { $site }.
sign-out-lead = Je moet opnieuw inloggen om { $site } te gebruiken.
signed-out-heading = Je bent uitgelogd
signed-out-lead = Je bent in deze browser uitgelogd bij { $site }.
signed-out-in-part = Een van onze diensten is niet bereikbaar, dus het kan een paar minuten duren voordat dit overal geldt.
signed-out-here-only = We kunnen de inlogdienst niet bereiken, dus daar ben je misschien nog ingelogd.
sign-in-again = Opnieuw inloggen

## Requests that cannot be answered

go-to-start = Naar de startpagina
bad-request-heading = We kunnen dit adres niet openen
bad-request = Een deel ontbreekt of is verkeerd getypt. Controleer het adres of begin op de startpagina.
foreign-post-heading = We hebben dat verzoek tegengehouden
foreign-post = Het kwam niet van een pagina van deze site, dus er is niets gedaan. Heb je het zelf verstuurd? Open de pagina dan opnieuw en herhaal het.
forbidden-heading = Je hebt geen toegang tot deze pagina
forbidden = Je account mag de pagina niet bekijken. Zou dat volgens jou wel moeten? Vraag het aan wie deze site beheert.
not-found-heading = Er staat niets op dit adres
not-found = Misschien is de pagina verplaatst of zit er een foutje in het adres.
wrong-method-heading = Deze pagina kan dat niet
wrong-method = Het adres klopt, maar dit soort verzoek wordt er niet geaccepteerd. Er is niets gewijzigd.
too-large-heading = Dat was te veel tegelijk
too-large = Wat je hebt verstuurd, is groter dan deze site aanneemt. Er is niets opgeslagen. Verstuur minder of in kleinere delen.
misdirected-heading = Dit adres hoort bij een andere site
misdirected = Je browser vroeg ons om een pagina die ergens anders staat. Open het adres opnieuw in een nieuw venster.
too-many-requests = Er waren te veel pogingen in korte tijd. { $when }
cookies-too-large-heading = Je browser heeft te veel gestuurd
cookies-too-large = De cookies die je browser voor deze site bewaart, zijn te groot geworden. Verwijder de cookies van deze site en probeer het opnieuw.
internal-heading = Er is bij ons iets misgegaan
internal = Het ligt niet aan jou. Probeer het zo opnieuw.
bad-gateway-heading = De applicatie reageert niet
bad-gateway = { $site } is nu niet bereikbaar. Probeer het zo opnieuw.
unavailable-heading = We kunnen dit nu niet openen
unavailable = Iets wat we nodig hebben, is niet bereikbaar. Er is niets verloren gegaan; probeer het zo opnieuw.
gateway-timeout-heading = De applicatie doet er te lang over
gateway-timeout = { $site } reageerde niet op tijd. Controleer of iets al gedaan is voordat je het herhaalt.
## Security keys and passkeys

webauthn-create = Instellen
webauthn-use = Verifiëren
webauthn-sign-in = Inloggen met een passkey
webauthn-again = Opnieuw proberen
webauthn-needs-script = Voor deze stap is JavaScript nodig, maar dat staat uit in je browser. Zet het aan en open deze pagina opnieuw, of gebruik een andere manier.
webauthn-stopped = Dat is niet gelukt of je hebt het gestopt. Probeer het opnieuw of gebruik een andere manier.
webauthn-unsupported = Deze browser kan geen beveiligingssleutels of passkeys gebruiken. Gebruik een andere manier of een andere browser.
webauthn-already-set-up = Deze heb je al ingesteld. Gebruik een andere sleutel, een ander apparaat of een andere manier.
webauthn-not-at-this-address = Dit mag hier niet van je browser. Gebruik een andere manier en laat het je beheerder weten.
webauthn-out-of-reach = Beveiligingssleutels en passkeys van je organisatie werken niet op dit adres. Gebruik een andere manier of vraag het je beheerder.
webauthn-elsewhere-heading = Passkeys werken niet op dit adres
webauthn-elsewhere-lead = Passkeys en beveiligingssleutels van je organisatie horen bij een ander adres. Je kunt zonder doorgaan.

## Passwords while they are typed

password-show = Tonen
password-hide = Verbergen
password-rule-met = Voldaan:

## Captchas, devices and help

help = Hulp
captcha-needs-script = Voordat dit formulier wordt verzonden, moet worden gecontroleerd of je een mens bent. Daarvoor is JavaScript nodig. Zet het aan en open deze pagina opnieuw.
captcha-failed = De controle of je een mens bent is niet gelukt. Probeer het opnieuw.
duo-needs-script = Duo heeft JavaScript nodig en dat staat uit in je browser. Zet het aan en open deze pagina opnieuw, of kies een andere manier.
duo-frame = Duo Security
duo-failed = Duo is niet bereikbaar. Probeer het opnieuw of kies een andere manier.
device-needs-script = Hiervoor is JavaScript nodig en dat staat uit in je browser. Log op een andere manier in.
device-not-found = De app is niet gevonden op dit apparaat. Open de app en controleer opnieuw, of log op een andere manier in.
device-denied = Je browser laat deze pagina niet naar apps op dit apparaat zoeken. Sta het toe en open deze pagina opnieuw, of log op een andere manier in.
device-denied-help = Zo sta je het toe
