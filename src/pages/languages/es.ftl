# Las palabras de las páginas, en español.

## Every page

page-title-error = Error: { $heading } – { $site }
page-title = { $heading } – { $site }
language = Idioma:
not-you = ¿No es su cuenta?
start-over = Volver a empezar

## Services of others, to sign in with

provider-of-several = { $name } ({ $number })

## What can be set up, and what each is good for

enroll-good-for-password = Una palabra o frase que solo usted conoce.
enroll-good-for-email = Un código o un enlace por correo electrónico.
enroll-good-for-phone = Un código por SMS o por llamada.
enroll-good-for-phone-messages = Un código por SMS.
enroll-good-for-app = Apruebe los inicios de sesión en su teléfono con un toque.
enroll-good-for-code-app = Una aplicación muestra un código en su teléfono, incluso sin conexión.
enroll-good-for-code-device = Un pequeño dispositivo que lleva consigo muestra un código.
enroll-good-for-passkey = Su huella, su rostro, un PIN o una llave que se conecta. Nada que recordar.
enroll-good-for-question = Una pregunta que solo usted puede responder.
enroll-good-for-account = Una cuenta que tiene en otro lugar.
enroll-good-for-card = Una tarjeta y un lector.
enroll-good-for-badge = Una credencial que se acerca al teléfono.
enroll-only-for-recovery = Solo para cuando no pueda entrar.
enroll-badge-date = Puede esperar hasta el { $date }
enroll-badge-skips = { $count ->
    [one] Puede esperar una vez más
   *[other] Puede esperar { $count } veces más
}
enroll-badge-now = Se necesita ahora

## What to do in an application or on another device

guide-qr-install = Instale { $name } en su teléfono.
guide-qr-add = Ábrala y elija añadir una cuenta de trabajo.
guide-qr-scan = Escanee el código de abajo.
guide-here-install = Instale { $name } en este dispositivo, si no la tiene.
guide-here-add = Ábrala y elija añadir una cuenta de trabajo.
guide-here-address = Cuando pida una dirección, escriba { $address }.
guide-other-open = Abra { $name } en un dispositivo donde ya la use.
guide-other-open-on = Abra { $name } en uno de estos dispositivos: { $devices }.
guide-other-add = Elija allí su cuenta y después añadir otro dispositivo.
guide-other-confirm = Confirme en ese dispositivo que es usted.
guide-open = Abrir { $name }
guide-get = Obtener { $name }

channel-qrcode = Para un teléfono o una tableta que tenga junto a esta pantalla.
channel-email = Enviamos un enlace para abrirlo en su teléfono.
channel-sms = Enviamos un enlace para abrirlo en su teléfono.
channel-samedevice = Para la aplicación del dispositivo que está usando.
channel-devicebootstrap = Para un dispositivo en el que ya usa la aplicación.

device-store-apple = Obtenga Okta Verify en App Store.
device-store-google = Obtenga Okta Verify en Google Play.
device-store-other = Obtenga Okta Verify para este dispositivo.
device-add-account = Ábrala y añada una cuenta de trabajo.
device-address = Cuando pida una dirección, escriba { $address }.
device-follow = Configure su dispositivo con el botón de abajo y siga las instrucciones.
device-restart = Cuando termine, cierre esta página.
device-come-back = Después vuelva a lo que quería abrir e inicie sesión de nuevo.

## Steps with a purpose of their own

purpose-next-code-heading = Escriba el código siguiente
purpose-next-code-lead = Espere a que { $name } muestre otro código y escríbalo.
purpose-next-code-button = Verificar

purpose-touch-heading = Toque { $name }
purpose-touch-lead = Conecte la llave y tóquela: escribe el código por usted.
purpose-touch-button = Verificar
purpose-touch-enroll-heading = Configurar { $name }
purpose-touch-enroll-lead = Conecte la llave y tóquela: escribe el código por usted.
purpose-touch-enroll-button = Configurar

purpose-two-codes-heading = Configurar { $name }
purpose-two-codes-lead = Escriba el identificador de la credencial y después dos códigos, uno tras otro, según aparezcan.
purpose-two-codes-button = Configurar

purpose-token-enroll-heading = Configurar { $name }
purpose-token-enroll-lead = Escriba el nombre que tiene allí y el código que muestra.
purpose-token-enroll-button = Configurar

purpose-passkey-heading = Use su clave de acceso
purpose-passkey-lead = Su dispositivo pide su huella, su rostro, un PIN o su llave de seguridad.
purpose-passkey-button = Continuar
purpose-passkey-enroll-heading = Configurar una clave de acceso
purpose-passkey-enroll-lead = Su dispositivo pide su huella, su rostro, un PIN o una llave de seguridad. No hay nada que recordar.
purpose-passkey-enroll-button = Configurar
purpose-passkey-promoted-heading = Inicie sesión más rápido la próxima vez
purpose-passkey-promoted-lead = Con una clave de acceso, su huella, su rostro o un PIN sustituyen a los códigos y las contraseñas.
purpose-passkey-promoted-button = Crear una clave de acceso

purpose-not-sent-heading = Recibir un código
purpose-not-sent-lead = Pida que se envíe a { $place } y escríbalo aquí.
purpose-not-sent-button = Verificar
purpose-email-or-link-heading = Revise su correo
purpose-email-or-link-lead = Enviamos un código a { $place }. Escríbalo aquí o abra el enlace del correo. Puede tardar un minuto.
purpose-email-or-link-button = Verificar

purpose-pin-enroll-heading = Elija un PIN
purpose-pin-enroll-lead = Lo escribirá cada vez que use { $name }.
purpose-pin-enroll-button = Establecer PIN
purpose-badge-enroll-heading = Configurar { $name }
purpose-badge-enroll-lead = Abra Okta Verify y acerque la credencial a la parte posterior del teléfono.
purpose-badge-enroll-button = Continuar
purpose-badge-heading = Usar { $name }
purpose-badge-lead = Acerque su credencial a la parte posterior del teléfono.
purpose-badge-button = Continuar

purpose-push-heading = Verificar con { $name }
purpose-push-lead = Pedimos su aprobación en { $place }.
purpose-push-button = Enviar una notificación
purpose-fastpass-heading = Verificar con { $name }
purpose-fastpass-lead = { $name } confirma en este dispositivo que es usted.
purpose-fastpass-button = Usar Okta FastPass

purpose-recovery-choice-heading = Restablezca su contraseña
purpose-recovery-choice-lead = Primero elija cómo demostrar que es usted.
purpose-recovery-choice-button = Continuar

purpose-channel-heading = Configurar { $name }
purpose-channel-lead = Elija lo que le convenga: el resultado es el mismo.
purpose-channel-button = Continuar

purpose-password-elsewhere-heading = Cambie su contraseña
purpose-password-elsewhere-lead = Su contraseña ha caducado. Cámbiela en { $place }, vuelva aquí e inicie sesión.
purpose-password-elsewhere-button = Continuar

purpose-admin-consent-heading = ¿Dar acceso a su organización?
purpose-admin-consent-lead = { $place } podría hacer esto para todas las personas de su organización:
purpose-admin-consent-button = Permitir el acceso

purpose-open-app-heading = Verificar con Okta Verify
purpose-open-app-lead = Abra la aplicación en este dispositivo para continuar. Si no ocurre nada, instálela primero o inicie sesión de otra forma.
purpose-open-app-button = Continuar
purpose-browser-checks-heading = Un momento
purpose-browser-checks-lead = Su navegador y su organización comprueban este dispositivo.
purpose-browser-checks-button = Continuar
purpose-device-confirms-heading = Verificar con este dispositivo
purpose-device-confirms-lead = Su dispositivo confirma que es usted. Puede que le pida su huella, su rostro o su código.
purpose-device-confirms-button = Continuar
purpose-no-answer-heading = Inicie sesión de otra forma
purpose-no-answer-lead = Okta Verify no respondió en este dispositivo.
purpose-no-answer-button = Continuar

purpose-card-heading = Iniciar sesión con una tarjeta inteligente
purpose-card-lead = Primero inserte la tarjeta en el lector.
purpose-card-button = Continuar
purpose-card-factor-heading = Use su tarjeta inteligente
purpose-card-factor-lead = Primero inserte la tarjeta en el lector. Irá a otra página un momento y volverá aquí.
purpose-card-factor-button = Continuar

purpose-card-enroll-heading = Configurar su tarjeta inteligente
purpose-card-enroll-lead = Primero inserte la tarjeta en el lector. Irá a otra página un momento y volverá aquí.
purpose-card-enroll-button = Continuar
purpose-account-enroll-heading = Conectar { $name }
purpose-account-enroll-lead = Inicie sesión allí una vez y vuelva aquí.
purpose-account-enroll-button = Continuar
purpose-phone-enroll-heading = Configurar su teléfono
purpose-phone-enroll-lead = Enviaremos un código para comprobar que le llega.
purpose-phone-enroll-button = Enviar el código
purpose-call-enroll-heading = Conteste el teléfono
purpose-call-enroll-lead = Llamamos a { $place }. Escriba el código que oiga.
purpose-call-enroll-button = Verificar
purpose-secret-enroll-heading = Configurar { $name }
purpose-secret-enroll-lead = Añada allí una cuenta con esta clave y escriba el código que muestre.
purpose-secret-enroll-button = Verificar
purpose-look-for-app-heading = Verificar con Okta Verify
purpose-look-for-app-lead = Estamos buscando la aplicación en este dispositivo. Puede que le pida su huella, su rostro o su código.
purpose-look-for-app-button = Continuar

purpose-busy-heading = Espere un momento
purpose-busy-lead = El servicio de inicio de sesión está ocupado. Lo intentamos de nuevo automáticamente y no se pierde nada.
purpose-busy-button = Comprobar de nuevo

purpose-activation-heading = Recibir un nuevo correo de activación
purpose-activation-lead = Le enviamos otro enlace para activar su cuenta.
purpose-activation-button = Enviar el correo

purpose-profile-heading = Complete su perfil
purpose-profile-lead = Faltan algunos datos. Solo se piden una vez.
purpose-profile-button = Continuar

## Questions that belong together in a form about a person

profile-address = Dirección

## Facts beside a step

identity-terms = Condiciones de uso
identity-privacy = Política de privacidad
identity-read = Antes de continuar, puede leer:

## Ends: what is called so, what it means

end-link-expired-lead = Es demasiado antiguo. Vuelva a donde lo pidió y envíelo otra vez.
end-link-used-lead = Ya se usó o se envió otro más reciente. Vuelva a donde lo pidió.
end-link-broken-lead = Hay un problema con el enlace. Vuelva a donde lo pidió y envíelo otra vez.
end-moved-lead = Continuó en otra pestaña.
end-confirmed-heading = Su correo electrónico está confirmado
end-confirmed-lead = Vuelva a la pestaña donde empezó. Puede cerrar esta página.
end-your-code-lead = Vuelva a donde empezó a iniciar sesión y escriba allí este código.
end-refused-lead = Nadie ha obtenido acceso. Si era usted quien quería entrar, empiece de nuevo.
end-check-email-lead = Le enviamos un correo. Abra el enlace que contiene para continuar; puede cerrar esta página.
end-activation-sent-lead = Le enviamos un correo con un nuevo enlace. Ábralo para activar su cuenta.
end-activation-expired-lead = El enlace para activar su cuenta es demasiado antiguo. Pida uno nuevo a su administrador.
end-activation-missing-lead = Quizá su cuenta ya esté activa: en ese caso, inicie sesión. Si no, pida un nuevo enlace a su administrador.
end-reset-link-lead = El enlace para restablecer su contraseña es demasiado antiguo o ya se usó. Inicie sesión y elija «¿Olvidó su contraseña?» para recibir uno nuevo.
end-recovered-lead = Inicie sesión con la nueva contraseña.
end-unlocked-lead = Puede iniciar sesión como siempre.
end-unlocked-landed-lead = Ahora demuestre que es usted.
end-reset-not-possible-heading = Aquí no puede restablecer su contraseña
end-unlock-not-possible-heading = Aquí no puede desbloquear su cuenta
end-ask-administrator-lead = Su administrador puede ayudarle.
end-device-connected-lead = Continúe allí. Puede cerrar esta página.
end-device-denied-lead = Usted rechazó la conexión. Si cambia de opinión, empiece de nuevo en el dispositivo.
end-device-fault-lead = Algo salió mal. Empiece de nuevo en el dispositivo.
end-too-often-lead = Hubo demasiados intentos en poco tiempo. Espere unos minutos e inténtelo de nuevo.
end-not-now-lead = El servicio de inicio de sesión tiene un problema. No se pierde nada; inténtelo de nuevo en un momento.
end-maintenance-lead = El servicio de inicio de sesión está en mantenimiento. Inténtelo más tarde.
end-no-access-heading = No tiene acceso
end-no-access-lead = Su cuenta no puede hacer esto. Si debería poder, consulte a su administrador.
end-not-assigned-lead = Su cuenta no está configurada para esta aplicación. Pida acceso a su administrador.
end-registration-failed-heading = Su cuenta aún no está creada
end-not-possible-heading = Aquí no es posible
continue = Continuar
verify = Verificar
go-back = Volver
start-again = Empezar de nuevo
read-more = Más información:

## Signing in

sign-in = Iniciar sesión
continue-signing-in-heading = Continuar el inicio de sesión
wait-heading = Espere un momento
skip-heading = Puede hacerlo más tarde
redirect-and-back = Irá allí un momento y volverá aquí.
continue-for-now = Continuar por ahora
stay-signed-in-heading = ¿Mantener la sesión iniciada?
stay-signed-in-where = En un dispositivo que solo usa usted, ahorra tiempo.
stay-signed-in = Mantener la sesión iniciada
stay-signed-in-refuse = No mantener la sesión iniciada

## Proving who one is

verify-heading = Verifique que es usted
verify-choose = Elija cómo demostrar que es usted.
verify-with-heading = Verificar con { $authenticator }
verify-identity-heading = Verifique su identidad
verify-identity-by-service = Un servicio en el que su organización confía comprueba quién es y le trae de vuelta aquí.
okta-verify-heading = Verificar con Okta Verify
okta-verify-looking = Estamos buscando la aplicación en este dispositivo.
open-okta-verify = Abrir Okta Verify
security-question-heading = Responda a su pregunta de seguridad
pin-heading = Escriba su PIN
needs-script = Esta página aún no puede hacer ese paso. Pida otra opción a su administrador.
needs-script-other-way = Esta página aún no puede hacer ese paso. Use otra opción.

## Codes

code-heading = Escriba su código
code-shown-by-app = Abra { $authenticator } y escriba el código que muestra.
code-from-device = Escriba el código de { $authenticator }.
access-code-heading = Escriba su código de acceso
access-code-from = Se lo dio su administrador.
check-email-heading = Revise su correo
email-code-sent-to = Enviamos un código a { $place }. Puede tardar un minuto.
email-code-sent = Le enviamos un código. Puede tardar un minuto.
check-phone-heading = Revise su teléfono
text-message-sent-to = Enviamos un SMS con un código a { $place }.
text-message-sent = Le enviamos un SMS con un código.
code-sent-to = Enviamos un código a { $place }.
code-sent-to-phone = Enviamos un código a su teléfono.
call-heading = Conteste el teléfono
calling-to = Llamamos a { $place }. Escriba el código que oiga.
calling = Le estamos llamando. Escriba el código que oiga.
code-by-email-heading = Recibir un código por correo electrónico
code-by-email-to = Lo enviaremos a { $place }.
code-by-email = Lo enviaremos a su dirección.
code-by-phone-heading = Recibir un código por teléfono
code-by-phone-to = Se envía a { $place }.
code-by-phone = Se envía a su teléfono.

## Approving on a telephone

push-choose-number = Abra { $authenticator } y elija este número para aprobar el inicio de sesión.
push-approve = Apruebe el inicio de sesión en { $authenticator }.
waiting-for-phone = Esperando a su teléfono…
waiting-for-email = Esperando su correo…
waiting = Esperando…

## Passwords

password-heading = Escriba su contraseña
choose-password-heading = Elija una contraseña
new-password-heading = Elija una contraseña nueva
change-password-heading = Cambie su contraseña
reset-password-heading = Restablezca su contraseña
reset-password-who = Primero díganos quién es.
set-password = Establecer contraseña
password-has-run-out = Su contraseña ha caducado.
password-runs-out = { $days ->
    [0] Su contraseña caduca hoy. Cámbiela ahora o más tarde.
    [1] Su contraseña caduca mañana. Cámbiela ahora o más tarde.
   *[other] Su contraseña caduca en { $days } días. Cámbiela ahora o más tarde.
}
password-runs-out-soon = Su contraseña caduca pronto. Cámbiela ahora o más tarde.
change-password-at = Cambiarla en { $place }
password-rules = Su contraseña debe cumplir estas reglas
password-rule-length = { $count ->
    [one] Al menos un carácter
   *[other] Al menos { $count } caracteres
}
password-rule-upper-case = { $count ->
    [one] Una letra mayúscula
   *[other] { $count } letras mayúsculas
}
password-rule-lower-case = { $count ->
    [one] Una letra minúscula
   *[other] { $count } letras minúsculas
}
password-rule-numbers = { $count ->
    [one] Un número
   *[other] { $count } números
}
password-rule-symbols = { $count ->
    [one] Un símbolo
   *[other] { $count } símbolos
}
password-rule-repeating = { $count ->
    [one] El mismo carácter nunca dos veces seguidas
   *[other] El mismo carácter como máximo { $count } veces seguidas
}
password-rule-username = Ninguna parte de su nombre de usuario
password-rule-first-name = No su nombre
password-rule-last-name = No su apellido
password-rule-history = { $count ->
    [one] No su última contraseña
   *[other] Ninguna de sus últimas { $count } contraseñas
}

## Setting up

set-up-heading = Configure cómo inicia sesión
set-up-another = Añada otra forma de demostrar que es usted, o déjelo para más tarde.
set-up-first = Elija qué configurar primero.
set-up-differently-heading = Configurar de otra forma
set-up-it-heading = Configurar
set-up-with-heading = Configurar { $authenticator }
set-up-phone-heading = Configurar su teléfono
set-up-phone-check = Enviaremos un código para comprobar que le llega.
set-up-question-heading = Configurar una pregunta de seguridad
set-up-question-answer = Elija una respuesta que solo usted sepa y que no cambie.
set-up-okta-verify-heading = Configurar Okta Verify
set-up-okta-verify-where = ¿A dónde debemos enviar el enlace?
set-up-scan-with = Escanee este código con { $authenticator } y escriba el código que muestre.
set-up-on-this-device = Abra { $authenticator } en este dispositivo y añada allí su cuenta.
set-up-from-other-device = Abra { $authenticator } en un dispositivo donde ya la use y añada este desde allí.
set-up-install-and-scan = Instale { $authenticator } en su teléfono, elija añadir una cuenta y escanee este código.
link-sent-to = Enviamos un enlace a { $place }. Ábralo en su teléfono.
link-sent-by-email = Le enviamos un correo con un enlace. Ábralo en su teléfono.
link-sent-by-text-message = Le enviamos un SMS con un enlace. Ábralo en su teléfono.
key-instead = ¿No puede escanearlo? Escriba esta clave:
key-to-type = Escriba esta clave en la aplicación:
qr-code-for = Código QR que configura { $authenticator }
qr-code-for-app = Código QR que configura su aplicación

## Accounts

sign-up-heading = Cree su cuenta
sign-up = Registrarse
profile-heading = Complete su perfil
unlock-account-heading = Desbloquee su cuenta
unlock-account-who = Díganos quién es y cómo comprobarlo.
activation-email-heading = Recibir un nuevo correo de activación
send-the-email = Enviar el correo

## Devices

connect-device-heading = Conecte su dispositivo
connect-device-code = Escriba el código que muestra su dispositivo.
device-attention-heading = Su dispositivo necesita atención
device-set-up-heading = Configure su dispositivo
device-set-up-for = { $organization } solo admite los dispositivos que gestiona. Configure el suyo e inicie sesión de nuevo.
device-set-up = Aquí solo se admiten dispositivos gestionados. Configure el suyo e inicie sesión de nuevo.
device-set-up-button-with = Configurar con { $vendor }
device-set-up-button = Configurar este dispositivo
fact-managed-with = Gestionado con

## Giving access

consent-heading = ¿Dar acceso a su cuenta?
consent-asked-by = { $application } quiere:
consent-asked = Esta aplicación quiere:
consent-allow = Permitir el acceso
consent-refuse = No permitir
scopes-always = Siempre incluido
email-consent-heading = ¿Acaba de intentar iniciar sesión?
email-consent-if-not = Si no fue usted, responda que no: nadie obtendrá acceso.
email-consent-allow = Sí, fui yo
email-consent-refuse = No, no fui yo

## Buttons that send something

send-again = Enviar de nuevo
send-code = Enviar el código
send-link = Enviar el enlace
send-text-message = Enviar un SMS
send-email = Enviarme un correo
send-push = Enviar una notificación
call-me = Llamarme
check-now = Comprobar ahora
check-again = Comprobar de nuevo

## Other ways, offered as links below what a page is for

way-forgot-password = ¿Olvidó su contraseña?
way-forgot-pin = ¿Olvidó su PIN?
way-lost-authenticator = ¿Lo ha perdido?
way-send-code-again = Enviar el código de nuevo
way-new-code = Recibir un código nuevo
way-link-opened = He abierto el enlace del correo
way-sign-in-differently = Iniciar sesión de otra forma
way-other-authenticator = Usar otra opción
way-set-up-something-else = Configurar otra cosa
way-other-channel = Configurar de otra forma
way-unlock-account = Desbloquear su cuenta
way-have-account = Ya tengo una cuenta
way-sign-in-with-username = Iniciar sesión con su nombre de usuario
way-okta-fastpass = Iniciar sesión con Okta FastPass
way-change-number = Cambiar el número
way-passkey = Iniciar sesión con una clave de acceso
way-create-passkey = Crear una clave de acceso
way-where-to-send = Indicar a dónde va el enlace
way-badge = Iniciar sesión con su credencial
way-new-activation-email = Recibir un nuevo correo de activación
way-choose-method = Elegir cómo le contactamos
way-enter-code = Escribir un código
way-later = Hacerlo más tarde
way-skip = Omitir por ahora
sign-in-with-smart-card = Iniciar sesión con una tarjeta inteligente
continue-with-provider = Continuar con { $provider }
continue-elsewhere = Continuar allí

## Authenticators: ways of proving who one is, as names

authenticator-password = Contraseña
authenticator-email = Correo electrónico
authenticator-phone = Teléfono
authenticator-okta-verify = Okta Verify
authenticator-code-app = Aplicación de autenticación
authenticator-code-device = Generador de códigos
authenticator-security-key = Llave de seguridad
authenticator-security-question = Pregunta de seguridad
authenticator-duo = Duo Security
authenticator-identity-provider = Otra cuenta
authenticator-smart-card = Tarjeta inteligente
authenticator-access-code = Código de acceso temporal
authenticator-badge = Credencial
authenticator-other = Otra opción
nickname-and-place = { $nickname }, { $place }
method-text-message = SMS
method-phone-call = Llamada

## What happens when an authenticator is used in one of its ways

use-push = Recibir una notificación
use-code = Escribir un código
use-okta-fastpass = Usar Okta FastPass
use-text-message = Recibir un SMS
use-phone-call = Recibir una llamada
use-email = Recibir un correo
use-qr-code = Escanear un código QR
use-this-device = Usar este dispositivo
use-another-device = Usar otro de sus dispositivos

## Fields

field-password = Contraseña
field-new-password = Contraseña nueva
field-code = Código
field-device-code = Código de su dispositivo
field-code-of-key = Código de la llave
field-credential-id = Identificador de la credencial
field-user-name = Nombre de usuario
field-new-pin = PIN nuevo
field-next-code = Código siguiente
field-pin = PIN
field-access-code = Código de acceso
field-remember-me = Mantener la sesión iniciada
field-revoke-sessions = Cerrar la sesión en todos los demás lugares
field-method = ¿Cómo podemos contactarle?
field-authenticator = ¿Cómo quiere demostrar que es usted?
field-phone-number = Número de teléfono
field-which-question = ¿Qué pregunta quiere?
field-question = Pregunta
field-answer = Respuesta
field-optional = (opcional)
field-error = Error:
field-account = Cuenta
hint-phone-number = Con el prefijo del país, por ejemplo +1 415 555 0123
choose-one = Elija una opción
option-number = Opción { $number }

## What was wrong with a field

fault-no-password = Escriba su contraseña.
fault-no-new-password = Escriba una contraseña.
fault-no-code = Escriba el código.
fault-no-choice = Elija una opción: { $field }
fault-missing = Rellene este campo: { $field }.
fault-not-offered = Elija una de las respuestas de abajo.
fault-not-yes-or-no = Marque la casilla o déjela vacía.

## What went wrong, and other news of the sign-in service

server-says-nothing = Algo no está bien. Revise lo que escribió e inténtelo de nuevo.
server-no-match = No coincide. Revise lo que escribió e inténtelo de nuevo.
server-wrong-password = Esa contraseña no es correcta. Revísela e inténtelo de nuevo.
server-wrong-code = Ese código no es correcto. Revíselo e inténtelo de nuevo.
server-wrong-code-of-message = Ese código no es correcto. Revise el mensaje más reciente e inténtelo de nuevo.
server-wrong-code-of-app = Ese código no es correcto. Los códigos cambian a menudo: escriba el que se muestra ahora.
server-used-code = Ese código ya se usó. Espere al siguiente.
server-next-code = Ese código era correcto. Uno más y listo.
server-wrong-answer = Esa respuesta no es correcta. Inténtelo de nuevo.
server-app-too-old = La versión de Okta Verify de su teléfono es demasiado antigua. Actualícela y empiece de nuevo.
server-app-too-old-for-push = La versión de Okta Verify de su teléfono es demasiado antigua. Actualícela y envíe la notificación de nuevo.
server-wants-biometrics = Su organización también pide su huella o su rostro. Actívelo en la aplicación del teléfono y envíe la notificación de nuevo.
server-safe-mode = El servicio de inicio de sesión está en mantenimiento, así que algunas cosas no se pueden cambiar ahora. Inténtelo más tarde.
server-account-exists = Ya existe una cuenta con estos datos. Inicie sesión con ella o use otros.
server-password-breaks-rules = Esta contraseña no cumple todas las reglas. Revise la lista y pruebe con otra.
server-password-expiring = Cuando su contraseña caduque, tendrá que cambiarla antes de poder iniciar sesión.
server-unknown-user = No hay ninguna cuenta con ese nombre. Revíselo e inténtelo de nuevo.
server-no-username = Escriba su nombre de usuario.
server-not-an-email = Escriba una dirección de correo, como nombre@example.com.
server-invalid-phone-number = No podemos contactar con ese número. Revíselo, con el prefijo del país.
server-device-refused = Su dispositivo no está conectado porque usted lo rechazó.
server-device-failed = Su dispositivo no está conectado porque algo salió mal.
server-too-many-text-messages = Ha pedido demasiados SMS. Espere un rato o use otra opción.
server-too-many-calls = Ha pedido demasiadas llamadas. Espere un rato o use otra opción.
server-too-many-requests = Lo ha intentado demasiadas veces. Espere unos minutos e inténtelo de nuevo.
server-access-denied = No puede hacer esto con su cuenta. Si debería poder, consulte a su administrador.
server-not-assigned = Su cuenta no está configurada para esta aplicación. Pida acceso a su administrador.
server-too-late = Tardó demasiado. Envíelo de nuevo.
server-push-rejected = El inicio de sesión se rechazó en su teléfono. Si fue por error, envíe la notificación de nuevo.
server-sign-in-refused = El inicio de sesión se rechazó. Nadie ha obtenido acceso.
server-session-expired = Estuvo ausente demasiado tiempo. Empiece de nuevo.
server-internal-error = El servicio de inicio de sesión tiene un problema. No se pierde nada; inténtelo de nuevo en un momento.
server-unreadable = El servicio de inicio de sesión no pudo leerlo. Inténtelo de nuevo.
server-unlocked = Su cuenta está desbloqueada.
server-unlocked-verify = Su cuenta está desbloqueada. Ahora demuestre que es usted.
server-email-sent = Le enviamos un correo. Abra el enlace que contiene para continuar.
server-link-expired = Este enlace es demasiado antiguo. Vuelva a donde lo pidió y envíelo otra vez.
server-link-used = Este enlace ya se usó. Vuelva a donde lo pidió.
server-link-unusable = No pudimos usar este enlace. Vuelva a donde lo pidió.
server-reset-link-unusable = El enlace para restablecer su contraseña ya no funciona. Pida uno nuevo.
server-other-tab = Continuó en otra pestaña. Puede cerrar esta.
server-code-for-first-tab = Vuelva a donde empezó a iniciar sesión y escriba allí este código.

## The end of a sign-in that is no success

end-heading = No puede continuar aquí
end-failed-heading = No puede iniciar sesión de esta forma
end-succeeded-heading = Listo
end-nothing-more = No hay nada más que hacer en esta página.
end-not-now-heading = Ahora mismo no podemos iniciar su sesión
end-unlocked-heading = Su cuenta está desbloqueada
end-password-changed-heading = Su contraseña se ha cambiado
end-device-connected-heading = Su dispositivo está conectado
end-device-not-connected-heading = Su dispositivo no está conectado
your-code-heading = Su código
end-close-page-heading = Puede cerrar esta página
end-link-dead-heading = Este enlace ya no funciona
end-refused-heading = El inicio de sesión se rechazó
code-elsewhere-warning = Escríbalo solo donde empezó usted.
fact-browser = Navegador
fact-system = Sistema
fact-place = Lugar

## Asking for a stronger or more recent sign-in

confirm-heading = Confirme que es usted
confirm-lead = Esta página pide un inicio de sesión más seguro o más reciente que el suyo.
confirm-framed-lead = Esta parte de la página pide un inicio de sesión más seguro o más reciente. Confirme que es usted en la ventana completa para verla.
confirm-framed-link = Abrir en la ventana completa
confirm-form-heading = Su formulario no se envió
confirm-form-lead = Primero pide un inicio de sesión más seguro o más reciente, así que no se guardó nada.
confirm-form-advice = Vuelva atrás primero si quiere copiar lo que escribió. Después confirme que es usted y envíelo de nuevo.
confirm-form-button = Confirmar que es usted
step-up-notice = Tiene la sesión iniciada. La página que pidió necesita un inicio de sesión más seguro o más reciente; confirme que es usted para continuar.
level-heading = Esta página necesita un inicio de sesión más seguro
level-lead = Su inicio de sesión no es suficiente para esta página. Todo lo demás funciona como antes.
level-advice = Puede intentarlo de nuevo en un minuto. Si no sirve, pregunte a quien se ocupa de este sitio qué forma de iniciar sesión necesita.
level-retry = Intentar de nuevo
level-home = Ir a la página de inicio

## Links in mails that activate or recover an account

activate-heading = Active su cuenta
activate-lead = Pulse el botón para configurar su cuenta de { $site }.
activate-button = Activar mi cuenta
recover-heading = Recupere el acceso a su cuenta
recover-lead = Pulse el botón para elegir cómo iniciará sesión en { $site } a partir de ahora.
link-signed-in = En este navegador tiene la sesión iniciada como { $account }. Terminará cuando acabe.
link-signed-in-unnamed = En este navegador hay una sesión iniciada. Terminará cuando acabe.
link-incomplete-heading = Este enlace está incompleto
link-incomplete-lead = Una parte se perdió por el camino. Ábralo de nuevo desde el correo o copie la dirección completa.
link-dead-heading = Este enlace ya no funciona
link-dead-activate = Ya se usó o es demasiado antiguo. Si su cuenta está activa, inicie sesión; si no, pida un enlace nuevo.
link-dead-recover = Ya se usó o es demasiado antiguo. Vuelva a empezar y pida uno nuevo.
link-unusable-heading = Aquí no se pueden activar cuentas
link-unusable-lead = Su enlace no tiene nada de malo. Este sitio no está configurado para ello; avise a quien se ocupa de él.
link-sign-in = Ir al inicio de sesión

## What scripts say

went-on-elsewhere = Su inicio de sesión ha continuado en otro lugar.
go-on-from-here = Continuar desde aquí
wait-is-over = Ya puede intentarlo de nuevo.
busy = Un momento…
busy-signing-in = Iniciando sesión…

## Pages on which something goes on or begins again

signing-in-as = Iniciando sesión como
summary-heading = Hay un problema
try-again = Intentar de nuevo
reference = Referencia
continue-heading = Inicie sesión para continuar
continue-lead = Tiene que iniciar sesión antes de usar { $site }.
continue-to-site = Continuar a { $site }
cookies-needed-heading = Permita las cookies para iniciar sesión
cookies-needed = Iniciar sesión requiere cookies y su navegador no guardó las nuestras.
cookies-needed-how = Permita las cookies de este sitio en los ajustes de su navegador e inténtelo de nuevo.
unreachable-heading = No podemos conectar con el servicio de inicio de sesión
unreachable-lead = No se pierde nada; inténtelo de nuevo en un momento.
busy-lead = Hay demasiadas personas iniciando sesión a la vez, o alguien lo intentó demasiadas veces. { $when }
try-again-later = Inténtelo de nuevo en unos minutos.
try-again-in-seconds = { $seconds ->
    [one] Inténtelo de nuevo en un segundo.
   *[other] Inténtelo de nuevo en { $seconds } segundos.
}
try-again-in-minutes = { $minutes ->
    [one] Inténtelo de nuevo en un minuto.
   *[other] Inténtelo de nuevo en { $minutes } minutos.
}
expired-heading = Este inicio de sesión ha caducado
expired-lead = Para proteger su cuenta, un inicio de sesión termina si no se completa a tiempo.
leave-heading = Un momento
leave-to = Le llevamos a { $host }.
leave-lead = Ya está en camino.
form-lost-heading = Su formulario no se envió
form-lost = Su sesión se cerró antes de que llegara a la aplicación, así que no se guardó nada.
form-lost-how = Vuelva atrás primero si quiere copiar lo que escribió. Después inicie sesión y envíelo de nuevo.
framed-heading = Su sesión se ha cerrado
framed-lead = Inicie sesión de nuevo en la ventana completa para ver esta parte de la página.
framed-open = Abrir en la ventana completa
code-elsewhere = Vuelva al navegador donde empezó a iniciar sesión y escriba allí este código.
code-elsewhere-if-not = Escríbalo solo donde empezó usted. Si alguien se lo pide o usted no empezó nada, cierre esta página.
already-signed-in-heading = Ya tiene la sesión iniciada
already-signed-in-as = Tiene la sesión iniciada como { $account }.
already-signed-in-lead = No hay nada más que hacer aquí.
begun-already-heading = Ya ha empezado a iniciar sesión
begun-already = Termine uno de los inicios de sesión que empezó, aquí o en otra pestaña. Después abra esta página de nuevo.
begun-already-go-on = Continuar con el más reciente
notice-unconfirmed = No sabemos si llegó. Así está ahora su inicio de sesión.
notice-changed = La página había cambiado entretanto, así que no se envió nada. Mírela de nuevo.
notice-shortened = La dirección con la que vino era muy larga. Después de iniciar sesión, quizá tenga que buscar de nuevo.

## Signing out

sign-out-heading = ¿Cerrar sesión?
sign-out = Cerrar sesión
sign-out-account = Tiene la sesión iniciada como { $account } en { $site }.
sign-out-lead = Tendrá que iniciar sesión de nuevo para usar { $site }.
signed-out-heading = Ha cerrado la sesión
signed-out-lead = Ha salido de { $site } en este navegador.
signed-out-in-part = No podemos contactar con uno de nuestros servicios, así que puede tardar unos minutos en surtir efecto en todas partes.
signed-out-here-only = No podemos conectar con el servicio de inicio de sesión, así que puede que allí su sesión siga abierta.
sign-in-again = Iniciar sesión de nuevo

## Requests that cannot be answered

go-to-start = Ir a la página de inicio
bad-request-heading = No podemos abrir esta dirección
bad-request = Falta una parte o está mal escrita. Revise la dirección o empiece en la página de inicio.
foreign-post-heading = Hemos detenido esa solicitud
foreign-post = No vino de una página de este sitio, así que no se hizo nada. Si la envió usted, abra la página de nuevo y repítala.
forbidden-heading = No tiene acceso a esta página
forbidden = Su cuenta no puede verla. Si cree que debería, pregunte a quien se ocupa de este sitio.
not-found-heading = No hay nada en esta dirección
not-found = Quizá la página se haya movido o la dirección contenga un error.
wrong-method-heading = Esta página no puede hacer eso
wrong-method = La dirección es correcta, pero no admite este tipo de solicitud. No se cambió nada.
too-large-heading = Era demasiado de una vez
too-large = Lo que envió es mayor de lo que admite este sitio. No se guardó nada. Envíe menos o en partes más pequeñas.
misdirected-heading = Esta dirección pertenece a otro sitio
misdirected = Su navegador nos pidió una página que está en otro lugar. Abra la dirección de nuevo en otra ventana.
too-many-requests = Hubo demasiados intentos en poco tiempo. { $when }
cookies-too-large-heading = Su navegador envió demasiados datos
cookies-too-large = Las cookies que guarda para este sitio han crecido demasiado. Elimine las cookies de este sitio e inténtelo de nuevo.
internal-heading = Algo salió mal por nuestra parte
internal = No es por nada que haya hecho. Inténtelo de nuevo en un momento.
bad-gateway-heading = La aplicación no responde
bad-gateway = Ahora mismo no se puede acceder a { $site }. Inténtelo de nuevo en un momento.
unavailable-heading = Ahora mismo no podemos abrir esto
unavailable = No podemos contactar con algo que necesitamos. No se pierde nada; inténtelo de nuevo en un momento.
gateway-timeout-heading = La aplicación tarda demasiado
gateway-timeout = { $site } no respondió a tiempo. Antes de repetir algo, compruebe si se hizo.

## Security keys and passkeys

webauthn-create = Configurar
webauthn-use = Verificar
webauthn-sign-in = Iniciar sesión con una clave de acceso
webauthn-again = Intentar de nuevo
webauthn-needs-script = Este paso necesita JavaScript, que está desactivado en su navegador. Actívelo y abra esta página de nuevo, o use otra opción.
webauthn-stopped = No funcionó o usted lo detuvo. Inténtelo de nuevo o use otra opción.
webauthn-unsupported = Este navegador no admite llaves de seguridad ni claves de acceso. Use otra opción u otro navegador.
webauthn-already-set-up = Ya la tiene configurada. Use otra llave, otro dispositivo u otra opción.
webauthn-not-at-this-address = Su navegador no permite usarla aquí. Use otra opción y avise a su administrador.
webauthn-out-of-reach = Las llaves de seguridad y las claves de acceso de su organización no funcionan en esta dirección. Use otra opción o consulte a su administrador.
webauthn-elsewhere-heading = Las claves de acceso no funcionan en esta dirección
webauthn-elsewhere-lead = Las claves de acceso y las llaves de seguridad de su organización pertenecen a otra dirección. Puede continuar sin ninguna.

## Passwords while they are typed

password-show = Mostrar
password-hide = Ocultar
password-rule-met = Cumplido:

## Captchas, devices and help

help = Ayuda
captcha-needs-script = Antes de enviar este formulario, hay que comprobar que es una persona, y para eso hace falta JavaScript. Actívelo y vuelva a abrir esta página.
captcha-failed = No se pudo comprobar que es una persona. Inténtelo de nuevo.
duo-needs-script = Duo necesita JavaScript, que está desactivado en su navegador. Actívelo y vuelva a abrir esta página, o use otra opción.
duo-frame = Duo Security
duo-failed = No se pudo conectar con Duo. Inténtelo de nuevo o use otra opción.
device-needs-script = Esto necesita JavaScript, que está desactivado en su navegador. Inicie sesión de otra forma.
device-not-found = No se encontró la aplicación en este dispositivo. Ábrala y compruébelo de nuevo, o inicie sesión de otra forma.
device-denied = Su navegador no permite que esta página busque aplicaciones en este dispositivo. Permítalo y vuelva a abrir esta página, o inicie sesión de otra forma.
device-denied-help = Cómo permitirlo
